import { longDay } from '../../../domain/kernel/day.ts'
import {
  type FollowUp,
  type Grading,
  gradeNow,
  isDone,
  isOverdue,
  overallNow,
  waitsForCheck,
} from '../../../domain/quality/audit.ts'
import { type Grade, grades, isGood } from '../../../domain/quality/grades.ts'
import { auditPosts } from '../../../domain/records/types/audit.ts'
import { dueWords } from '../../../domain/timescales/words.ts'
import { Table, Tag } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'
import { type AuditData, addressOf } from './load.ts'

const COLOUR = {
  outstanding: 'green',
  good: 'teal',
  'requires-improvement': 'yellow',
  inadequate: 'red',
} as const satisfies Record<Grade, string>

/** A grade in its words; the colour only helps. */
export const GradeTag = ({ grade }: { grade: Grade | null }) =>
  grade ? <Tag colour={COLOUR[grade]}>{grades[grade]}</Tag> : <span class="gt-quiet">Does not apply</span>

function Words({ g, standard }: { g: Grading; standard: string }) {
  const found = g.found.find(f => f.standard === standard)
  return (
    <>
      {found?.why && <p class="govuk-body gt-prose">{found.why}</p>}
      {found?.good && (
        <p class="govuk-body gt-prose">
          <span class="gt-quiet">Good practice: </span>
          {found.good}
        </p>
      )}
    </>
  )
}

/** What an audit found: a row a standard, its grade as it stands, and why. */
export function Found({ data }: { data: AuditData }) {
  const { audit, tool } = data
  const { first, second } = audit.parts
  if (!first.grading) return null
  const one = first.grading
  const both = second.grading
  const overall = overallNow(audit)
  return (
    <section>
      <h2 class="govuk-heading-m">What was found</h2>
      {overall && (
        <p class="govuk-body-l">
          Over all: <GradeTag grade={overall} />
        </p>
      )}
      {one.overallWhy && <p class="govuk-body gt-prose">{one.overallWhy}</p>}
      <Table
        caption="Grade and reason of each standard"
        captionClass="govuk-visually-hidden"
        class="gt-audit-found"
        rowHeaders
        head={['Standard', 'Grade', 'Why, and what was good']}
        rows={tool.standards.map(s => {
          const now = gradeNow(audit, s.code)
          const of = both?.found.find(f => f.standard === s.code)?.grade ?? null
          const own = one.found.find(f => f.standard === s.code)?.grade ?? null
          return [
            s.title,
            {
              text: (
                <>
                  <GradeTag grade={now} />
                  {both && own !== of && (
                    <span class="gt-line gt-quiet">
                      First {own ? grades[own].toLowerCase() : 'does not apply'}, second{' '}
                      {of ? grades[of].toLowerCase() : 'does not apply'}
                    </span>
                  )}
                </>
              ),
            },
            {
              text: (
                <>
                  <Words g={one} standard={s.code} />
                  {both && <Words g={both} standard={s.code} />}
                  {now && !isGood(now) && (
                    <p class="govuk-body-s gt-quiet">Good looks like this: {s.looksLike.good}</p>
                  )}
                </>
              ),
            },
          ]
        })}
      />
      {audit.agreed && (
        <p class="govuk-body gt-prose">
          <span class="gt-quiet">Two auditors agreed the grades on {longDay(audit.agreed.on)}: </span>
          {audit.agreed.reason}
        </p>
      )}
    </section>
  )
}

function state(f: FollowUp, ctx: ChildCtx<unknown>) {
  const last = f.checks.at(-1)
  if (isDone(f)) return `Happened. Checked ${last ? longDay(last.on) : ''}`
  if (waitsForCheck(f)) return 'Said to be done. The auditor looks whether it has happened'
  return isOverdue(f, ctx.today) ? `Overdue: ${dueWords(f.by, ctx.today)}` : dueWords(f.by, ctx.today)
}

/** What must happen for this child, and whether it has. */
export function FollowUps({ data, ctx }: { data: AuditData; ctx: ChildCtx<unknown> }) {
  const { actions } = data.audit
  if (actions.length === 0) return <p class="govuk-body">The audit asked for nothing to be done.</p>
  return (
    <ul class="gt-tasks">
      {actions.map(f => {
        const act = !isDone(f) && f.done === null && data.posts.includes(f.who)
        const check = waitsForCheck(f) && data.checks
        return (
          <li class="gt-task">
            <div class="gt-audit-task">
              <a class="govuk-link" href={`${addressOf(ctx, data.code)}/action/${f.ref}`}>
                {f.what}
              </a>
              <span class="gt-line gt-quiet">
                {auditPosts[f.who]}
                {act && <Tag colour="light-blue">Yours to do</Tag>}
                {check && <Tag colour="light-blue">Yours to check</Tag>}
              </span>
            </div>
            <div class="gt-task__when">{state(f, ctx)}</div>
          </li>
        )
      })}
    </ul>
  )
}
