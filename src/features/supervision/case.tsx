import { calledBy } from '../../domain/casework/person.ts'
import { type Day, longDay, parseDay, shortDay } from '../../domain/kernel/day.ts'
import type { Point, Prepared } from '../../domain/oversight/prepare.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { caseSupervision } from '../../domain/records/types/supervision.ts'
import type { Case } from '../../store/queries/supervision-cases.ts'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Details } from '../../web/govuk/index.ts'
import { asked, isFilled, partOf, prefixOf } from './blocks.ts'

/** The most lines of each sort; the rest are counted. */
const LINES = 3

function Points({ title, points, code }: { title: string; points: readonly Point[]; code: string }) {
  if (points.length === 0) return null
  const href = (p: Point) =>
    p.entry
      ? `/child/${code}/entry/${p.entry}`
      : p.clock && `/child/${code}/clock/${p.clock.series}/${p.clock.due}`
  return (
    <div class="gt-supervision__points">
      <h4 class="govuk-heading-s">{title}</h4>
      <ul class="govuk-list">
        {points.slice(0, LINES).map(p => {
          const to = href(p)
          return (
            <li>
              {to ? (
                <a class="govuk-link" href={to}>
                  {p.say}
                </a>
              ) : (
                p.say
              )}
              {p.on && title === 'Moved' && <span class="gt-quiet"> {shortDay(p.on)}</span>}
            </li>
          )
        })}
        {points.length > LINES && <li class="gt-quiet">and {points.length - LINES} more</li>}
      </ul>
    </div>
  )
}

function Last({ prepared, code }: { prepared: Prepared; code: string }) {
  const { last } = prepared
  if (!last) return <p class="govuk-body gt-quiet">Not discussed in supervision before.</p>
  const { next } = last.answers
  const by = parseDay(String(last.answers.by ?? ''))
  return (
    <p class="govuk-body">
      Last time, {longDay(last.happened)}:{' '}
      <a class="govuk-link" href={`/child/${code}/entry/${last.entry}`}>
        {last.summary}
      </a>
      {typeof next === 'string' && next !== '' && `. Next: ${next}`}
      {by && ` (by ${longDay(by)})`}
    </p>
  )
}

interface CaseProps {
  readonly c: Case
  readonly prepared: Prepared
  readonly typed: Typed
  readonly faults: Faults
  readonly today: Day
  /** For a new entry, where the form does not carry one. */
  readonly id: string
}

/** One child: what the record says, what might be asked, and room for what is thought and decided. */
export function CasePart({ c, prepared, typed, faults, today, id }: CaseProps) {
  const prefix = prefixOf(c.code)
  const part = partOf(typed, c.code)
  const name = calledBy(c, c.code)
  const wrong = Object.keys(faults).some(f => f.startsWith(prefix))
  return (
    <section class="gt-supervision__case" aria-labelledby={`case-${c.code}`}>
      <h3 class="govuk-heading-m" id={`case-${c.code}`}>
        <a class="govuk-link" href={`/child/${c.code}`}>
          {name}
        </a>
      </h3>
      <Last prepared={prepared} code={c.code} />
      <div class="gt-supervision__facts">
        <Points title="Moved" points={prepared.moved} code={c.code} />
        <Points title="Stuck" points={prepared.stuck} code={c.code} />
        <Points title="Keep in mind" points={prepared.risks} code={c.code} />
      </div>
      {prepared.prompts.length > 0 && (
        <ul class="gt-supervision__prompts" aria-label={`To think about: ${name}`}>
          {prepared.prompts.map(p => (
            <li>{p}</li>
          ))}
        </ul>
      )}
      {c.decides && (
        <Details summary={`Write for ${name}`} open={wrong || isFilled(typed, c.code)}>
          <input type="hidden" name={`${prefix}_entry`} value={textOf(part, '_entry') || id} />
          <input type="hidden" name={`${prefix}_basis`} value={textOf(part, '_basis') || c.seq} />
          <RecordFields
            type={caseSupervision}
            typed={typed}
            faults={faults}
            today={today}
            fresh={false}
            people={[]}
            only={asked}
            prefix={prefix}
          />
        </Details>
      )}
    </section>
  )
}
