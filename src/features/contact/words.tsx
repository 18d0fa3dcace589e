import type { Reach } from '../../store/queries/reach.ts'
import { InsetText, WarningText } from '../../web/govuk/index.ts'

/** A telephone number that a phone can ring. */
const Ring = ({ number }: { number: string }) => (
  <a class="govuk-link" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
    {number}
  </a>
)

/** How the council is rung, by day and by night. */
export function RingUs({ reach }: { reach: Reach }) {
  const { phone, evenings } = reach
  if (!phone && !evenings) return <>ring the council</>
  return (
    <>
      ring us{phone && <> on {Ring({ number: phone })}</>}
      {evenings && (
        <>
          {phone ? ', and' : ''} in the evening or at weekends on {Ring({ number: evenings })}
        </>
      )}
    </>
  )
}

/** What to do where a form is not fast enough: at the head of every public page about a child. */
export const Danger = ({ reach }: { reach: Reach }) => (
  <WarningText>
    If a child is in danger now, ring{' '}
    <a class="govuk-link" href="tel:999">
      999
    </a>
    . If it can’t wait, <RingUs reach={reach} />.
  </WarningText>
)

/** Shown as soon as somebody says that a child is in danger now. */
export const DangerNow = ({ reach }: { reach: Reach }) => (
  <div data-only-if="danger" data-only-values="yes">
    <p class="govuk-hint gt-only-if">If a child is in danger now</p>
    <InsetText>
      <strong>Ring 999 first</strong>, then <RingUs reach={reach} />. A form may be read only on the next
      working day. Then send this as well.
    </InsetText>
  </div>
)
