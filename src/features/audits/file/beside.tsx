import { chronology } from '../../../domain/casework/chronology.ts'
import { nowOf, spellWords } from '../../../domain/casework/now.ts'
import { type Day, longDay } from '../../../domain/kernel/day.ts'
import type { Standing } from '../../../domain/records/entry.ts'
import { runsOn } from '../../../domain/records/spell.ts'
import { findSeries } from '../../../domain/timescales/table.ts'
import { clockState } from '../../../domain/timescales/timescale.ts'
import { SummaryList } from '../../../web/govuk/index.ts'
import type { ChildCtx } from '../../../web/page.ts'
import type { AuditData } from './load.ts'

const none = <span class="gt-quiet">Not in the file</span>

/** The facts that every audit asks for, as the record has them: nobody types them. */
export function Beside({ data, ctx }: { data: AuditData; ctx: ChildCtx<unknown> }) {
  const { file, clocks } = data.view
  const on = ctx.today
  const at = `/child/${ctx.child.code}`
  const now = nowOf(file, on)
  const last = (is: (e: Standing) => boolean) =>
    file.happenings.findLast(e => !e.withdrawn && e.happened <= on && is(e))
  const entry = (e: Standing | undefined) =>
    e ? (
      <a class="govuk-link" href={`${at}/entry/${e.id}`}>
        {longDay(e.happened)}
      </a>
    ) : (
      none
    )
  const late = clocks.filter(c => c.starts <= on && clockState(c, on).is === 'overdue')
  const need = file.spells.findLast(s => s.kind === 'need-plan' && runsOn(s, on))
  const worker =
    typeof now.worker?.facts.worker === 'string' ? data.names.get(now.worker.facts.worker) : undefined
  const lines = chronology(file).filter(l => l.on <= on)
  const workers = new Set(
    file.spells
      .filter(s => s.kind === 'allocation' && s.key === 'worker' && (s.to === null || s.to > data.audit.from))
      .map(s => s.facts.worker),
  )
  return (
    <aside class="gt-audit-beside" aria-label="From the record">
      <h2 class="govuk-heading-m">From the record</h2>
      <SummaryList
        rows={[
          {
            key: 'Worker',
            value: worker ? `${worker}${now.worker ? `, ${spellWords(now.worker)}` : ''}` : none,
          },
          { key: 'Workers in the time audited', value: String(workers.size) },
          {
            key: 'Plan',
            value: now.lookedAfter
              ? `Looked after since ${longDay(now.lookedAfter.from)}`
              : now.plan
                ? `Protection plan since ${longDay(now.plan.from)}: ${spellWords(now.plan)}`
                : need
                  ? `Child in need plan since ${longDay(need.from)}`
                  : none,
          },
          {
            key: 'Last visit, seen alone',
            value: entry(last(e => e.type === 'statutory-visit' && e.answers.seen === 'alone')),
          },
          {
            key: 'Last review or conference',
            value: entry(last(e => e.type === 'looked-after-review' || e.type === 'protection-review')),
          },
          { key: 'Last discussed in supervision', value: entry(last(e => e.type === 'case-supervision')) },
          { key: 'Overdue', value: late.length === 0 ? 'Nothing' : <Late late={late} at={at} /> },
          {
            key: 'Chronology',
            value: (
              <a class="govuk-link" href={`${at}/chronology`}>
                {lines.length === 1 ? '1 line' : `${lines.length} lines`}
              </a>
            ),
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={at} target="_blank" rel="noreferrer">
          Open the file in a new tab
        </a>
      </p>
    </aside>
  )
}

const Late = ({ late, at }: { late: readonly { series: string; due: Day }[]; at: string }) => (
  <ul class="govuk-list gt-audit-late">
    {late.map(c => (
      <li>
        <a class="govuk-link" href={`${at}/clock/${c.series}/${c.due}`}>
          {findSeries(c.series)?.title ?? c.series}
        </a>
      </li>
    ))}
  </ul>
)
