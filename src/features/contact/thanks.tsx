import type { Reach } from '../../store/queries/reach.ts'
import { Panel } from '../../web/govuk/index.ts'
import type { Html } from '../../web/page.ts'
import { RingUs } from './words.tsx'

interface ThanksProps {
  readonly reference: string
  /** Told once, on the answer to the send; null to whoever comes back later. */
  readonly code: string | null
  readonly danger: boolean
  readonly reach: Reach
}

function Thanks({ reference, code, danger, reach }: ThanksProps) {
  return (
    <>
      <Panel title="We have it">
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      {danger && (
        <p class="govuk-body-l">
          You said that a child is in danger now. If nobody has rung yet, ring <strong>999</strong>, then{' '}
          <RingUs reach={reach} />.
        </p>
      )}
      {code ? (
        <>
          <h2 class="govuk-heading-m">To see what has become of it</h2>
          <p class="govuk-body">You need the reference above, and this code:</p>
          <p class="gt-contact__code">{code}</p>
          <p class="govuk-body">
            Write both down, or print this page. The code is shown only now; we can’t tell it to you again,
            and nobody should see it but you.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href="/contact/follow">
              See what has become of it
            </a>
          </p>
        </>
      ) : (
        <p class="govuk-body">
          This form was received before, so nothing was sent twice. The code to follow it was shown when it
          first came. If you do not have it, <RingUs reach={reach} /> and give the reference.
        </p>
      )}
      <h2 class="govuk-heading-m">What happens next</h2>
      <p class="govuk-body">
        A manager reads it and decides within one working day. If you said how to reach you, we tell you what
        was decided.
      </p>
    </>
  )
}

/** What a sender is told: it stands at no address, so nobody comes back to the code by the browser’s history alone. */
export const saidThanks = (props: ThanksProps): Html => ({
  title: `We have it: ${props.reference}`,
  body: <Thanks {...props} />,
})
