import { roles } from '../../domain/access/roles.ts'
import { spellWords } from '../../domain/casework/now.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { relationshipKinds } from '../../domain/records/types/relationship.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import type { Said } from '../../domain/workload/handover.ts'
import type { Db } from '../../store/connection.ts'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { SummaryList, Table } from '../../web/govuk/index.ts'
import type { ChildCtx } from '../../web/page.ts'
import type { HandoverData as Data } from './handover-load.ts'
export function Sayings({
  title,
  list,
  none,
  code,
}: {
  title: string
  list: readonly Said[]
  none: string
  code: string
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {list.length === 0 && <p class="govuk-body">{none}</p>}
      <ul class="govuk-list gt-handed">
        {list.map(s => (
          <li>
            <span class="gt-quiet">
              {s.title},{' '}
              <a class="govuk-link" href={`/child/${code}/entry/${s.entry}`}>
                {longDay(s.on)}
              </a>
              {s.by && `, by ${longDay(s.by)}`}
            </span>
            <span class="gt-prose gt-below">{s.say}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Due({ data, ctx }: { data: Data; ctx: ChildCtx<Db> }) {
  const open = data.view.clocks
    .map(c => ({ c, is: clockState(c, ctx.today).is }))
    .filter(({ c, is }) => c.starts <= ctx.today && (is === 'running' || is === 'overdue'))
    .sort((a, b) => (a.c.due < b.c.due ? -1 : 1))
  return (
    <section>
      <h2 class="govuk-heading-m">What is due</h2>
      {open.length === 0 ? (
        <p class="govuk-body">No timescale is running.</p>
      ) : (
        <ul class="govuk-list">
          {open.map(({ c, is }) => (
            <li>
              {findSeries(c.series)?.task}: {clockWords(c, ctx.today)}
              {is === 'overdue' && ' (late)'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function People({ data }: { data: Data }) {
  const known = (kind: string): kind is keyof typeof relationshipKinds => kind in relationshipKinds
  const rows = [
    ...data.holders.map(h => [h.name, roles[h.role], h.reach ?? 'Not recorded']),
    ...data.facts.people.flatMap(p => {
      const named = p.child ? data.kin.get(p.child) : undefined
      // Somebody whose file is closed to the reader is as if not there.
      if (p.child && !named && !p.name) return []
      const name = named ? calledBy(named, named.code) : (p.name ?? '')
      const kind = known(p.kind) ? relationshipKinds[p.kind] : p.kind
      return [[name, p.agency ? `${kind}, ${p.agency}` : kind, p.contact ?? 'Not recorded']]
    }),
  ]
  return (
    <Table
      caption="Who is who, and how to reach them"
      captionSize="m"
      rowHeaders
      head={['Name', 'Who', 'How to reach them']}
      rows={rows}
    />
  )
}

export function NowFacts({ data }: { data: Data }) {
  const { now } = data
  const row = (key: string, s: (typeof now)['worker'], say?: string) =>
    s
      ? [
          {
            key,
            value: `${[say ?? spellWords(s)].filter(Boolean).join('')}${say === '' ? '' : ', '}since ${longDay(s.from)}`,
          },
        ]
      : []
  const rows = [
    ...row('Looked after', now.lookedAfter, ''),
    ...row('Legal status', now.legalStatus),
    ...row('Lives', now.placement),
    ...row('Child protection plan', now.plan),
    ...row('Missing', now.missing),
  ]
  return rows.length > 0 ? <SummaryList rows={rows} /> : null
}

/** What the last worker wrote: what no record knows. */
export function Written({ data }: { data: Data }) {
  const { written } = data.facts
  if (!written) return null
  return (
    <section>
      <h2 class="govuk-heading-m">In the words of who hands over</h2>
      <AnswerList type={handover} answers={written.answers} names={data.names} />
      <WrittenBy entry={written} names={data.names} />
    </section>
  )
}
