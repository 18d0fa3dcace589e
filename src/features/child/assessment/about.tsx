import { openAssessment } from '../../../domain/assessment/gathered.ts'
import { kindDoubt } from '../../../domain/assessment/kind-on.ts'
import { nextSteps, stepHref } from '../../../domain/assessment/next-steps.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { writes } from '../../../domain/records/record-type.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import { findSeries } from '../../../domain/timescales/table.ts'
import { metInTime } from '../../../domain/timescales/timescale.ts'
import { clockWords } from '../../../domain/timescales/words.ts'
import type { Db } from '../../../store/connection.ts'
import { InsetText } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'
import type { EntryData } from '../entry-load.ts'
import { AssessmentClocks } from './clocks.tsx'

interface AboutProps {
  readonly ctx: ChildCtx<Db>
  readonly data: EntryData
}

/** What the signature did, and what it asks for next. */
export function AfterSigning({ ctx, data }: AboutProps) {
  const { entry, view } = data
  const signed = entry.signedBy
  if (entry.type !== assessment.code || !signed || entry.withdrawn) return null
  const at = `/child/${ctx.child.code}`
  const met = view.clocks.filter(c => c.metBy === signed.id)
  const begun = view.clocks.filter(
    c => c.startedBy === signed.id && findSeries(c.series)?.during === 'assessment',
  )
  const may = (code: string) => {
    const type = knownRecordType(code)
    return ctx.can(type.permission).allow && writes(type, ctx.viewer.role)
  }
  return (
    <InsetText>
      <h2 class="govuk-heading-s">What the signature did</h2>
      <ul class="govuk-list govuk-list--bullet">
        {met.map(c => (
          <li>
            <a class="govuk-link" href={`${at}/clock/${c.series}/${c.due}`}>
              {findSeries(c.series)?.title}
            </a>
            : {metInTime(c) ? 'finished in time' : 'finished late'}, it was due {longDay(c.due)}
          </li>
        ))}
        {begun
          .filter(c => c.met === null)
          .map(c => (
            <li>
              <a class="govuk-link" href={`${at}/clock/${c.series}/${c.due}`}>
                {findSeries(c.series)?.title}
              </a>
              : {clockWords(c, ctx.today)}
            </li>
          ))}
        {nextSteps(entry.answers.outcome).map(step => (
          <li>
            {step.say}{' '}
            {step.record && may(step.record.type) && (
              <a class="govuk-link" href={stepHref(ctx.child.code, step.record)}>
                {step.record.ask}
              </a>
            )}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

/** How an assessment that is read stands: with whom it was written, in what time, and whether its kind fits its day. */
export function AboutAssessment({ ctx, data }: AboutProps) {
  const { entry, view, together, singleFrom } = data
  if (entry.type !== assessment.code || entry.withdrawn) return null
  const begun = openAssessment(view.file)?.from ?? entry.happened
  const doubt = entry.signedBy ? undefined : kindDoubt(entry.answers.kind, begun, singleFrom)
  const others = together.others.flatMap(o => (o.shown ? [{ ...o.shown, entry: o.entry }] : []))
  return (
    <>
      {others.length > 0 && (
        <p class="govuk-body">
          Written together with:{' '}
          {others.map((o, i) => (
            <>
              {i > 0 && ', '}
              <a class="govuk-link" href={`/child/${o.code}/entry/${o.entry}`}>
                {o.called}
              </a>
            </>
          ))}
        </p>
      )}
      {!entry.signedBy && <AssessmentClocks view={view} ctx={ctx} />}
      {doubt && <InsetText>{doubt}</InsetText>}
    </>
  )
}
