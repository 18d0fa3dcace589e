import { longDay } from '../../../domain/kernel/day.ts'
import { printed } from '../../../domain/records/parse.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import { findSeries } from '../../../domain/timescales/table.ts'
import { type Clock, clockState } from '../../../domain/timescales/timescale.ts'
import { clockWords } from '../../../domain/timescales/words.ts'
import type { Db } from '../../../store/connection.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import type { ChildCtx } from '../../../web/page.ts'

const ofAssessment = (c: Clock): boolean => findSeries(c.series)?.during === 'assessment'

/** The reason that was given for lateness, in its own words. */
const reasonOf = (view: FileView, clock: Clock): string | undefined => {
  const e = view.file.happenings.find(h => h.id === clock.lateReason)
  return e && printed(knownRecordType(e.type), e.answers).find(a => a.name === 'reason')?.words
}

/** How the assessment stands in time: each clock with its rule one step away, and why it is late where it is. */
export function AssessmentClocks({ view, ctx }: { view: FileView; ctx: ChildCtx<Db> }) {
  const clocks = view.clocks.filter(c => ofAssessment(c) && (c.ended === null || c.ended > ctx.today))
  const open = clocks.filter(c => c.met === null)
  if (open.length === 0)
    return (
      <p class="govuk-body">
        No assessment has begun on this file, so no time runs. If one has,{' '}
        <a class="govuk-link" href={`/child/${ctx.child.code}/record/assessment-begun`}>
          record its beginning
        </a>{' '}
        first.
      </p>
    )
  return (
    <ul class="govuk-list">
      {open.map(c => {
        const at = `/child/${ctx.child.code}/clock/${c.series}/${c.due}`
        const reason = reasonOf(view, c)
        const late = clockState(c, ctx.today).is === 'overdue'
        return (
          <li>
            <a class="govuk-link" href={at}>
              {findSeries(c.series)?.title}
            </a>
            : {clockWords(c, ctx.today)}, begun {longDay(c.starts)}
            {reason !== undefined && <span class="gt-prose">. Late because: {reason}</span>}
            {late && reason === undefined && (
              <>
                .{' '}
                <a class="govuk-link" href={at}>
                  Say why it is late
                </a>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
