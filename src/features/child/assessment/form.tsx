import type { ComponentChildren } from 'preact'
import type { Section } from '../../../domain/assessment/sections.ts'
import type { CaseFile } from '../../../domain/casework/file.ts'
import { ageOn, type Day } from '../../../domain/kernel/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { DraftStatus } from '../../../web/form/form.tsx'
import { Button, Checkboxes } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'

/** A child under five, or not yet born, is asked about by what was seen. */
export const isYoung = ({ person }: CaseFile, on: Day): boolean =>
  person.unborn || (person.born !== null && ageOn(person.born, on) < 5)

/** The parts of a long page, each a step away. */
export function Contents({ parts }: { parts: readonly { readonly code: string; readonly title: string }[] }) {
  return (
    <nav aria-label="Parts of the assessment" class="gt-assess-contents">
      <ol class="govuk-list govuk-list--number">
        {parts.map(p => (
          <li>
            <a class="govuk-link" href={`#part-${p.code}`}>
              {p.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One part: its questions, and beside them what good looks like. */
export function Part({
  part,
  children,
}: {
  part: Pick<Section, 'code' | 'title' | 'good'>
  children: ComponentChildren
}) {
  return (
    <section class="gt-assess-part" id={`part-${part.code}`} aria-labelledby={`title-${part.code}`}>
      <h2 class="govuk-heading-m" id={`title-${part.code}`}>
        {part.title}
      </h2>
      <p class="gt-assess-good">{part.good}</p>
      <div class="gt-assess-questions">{children}</div>
    </section>
  )
}

/** The key Enter records, whichever of the page's buttons comes first. */
export const EnterRecords = () => (
  <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true">
    Record
  </button>
)

/** The end of the form: who may read it, and what becomes of it. */
export function Sending({ ctx, confidential }: { ctx: ChildCtx<Db>; confidential: boolean }) {
  return (
    <>
      <Checkboxes
        name="_confidential"
        items={[{ value: 'yes', text: 'Confidential: only those who work with the child may read it' }]}
        values={confidential ? ['yes'] : []}
        small
      />
      <p class="govuk-body">
        Once recorded it waits for a manager to sign it off. Until then no timescale is met.
      </p>
      <div class="govuk-button-group">
        <Button>Record</Button>
        <Button variant="secondary" name="_keep" value="hand">
          Keep for later
        </Button>
        <a class="govuk-link" href={`/child/${ctx.child.code}`}>
          Back to the child
        </a>
      </div>
      <DraftStatus />
    </>
  )
}

export const isConfidential = (typed: Parameters<typeof textOf>[0]): boolean =>
  textOf(typed, '_confidential') === 'yes'
