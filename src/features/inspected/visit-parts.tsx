import { longDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { asksOf } from '../../domain/readiness/asks.ts'
import { byWords, dueBy } from '../../domain/readiness/check.ts'
import { expected } from '../../domain/readiness/visit.ts'
import { type Shareable, shareable } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, Checkboxes, SummaryList } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { childrenOf } from './admit.ts'
import type { VisitData } from './visit.tsx'
import { StateTag } from './visits-table.tsx'

/** All that a visit can show. */
export const everything = Object.keys(shareable) as readonly Shareable[]

/** When, who, and how much of each. */
export function Facts({ data, ctx }: { data: VisitData; ctx: Ctx<Db> }) {
  const { visit, opened } = data
  const at = `/inspection/${visit.code}`
  const to = (path: string, text: string) => (
    <a class="govuk-link" href={`${at}/${path}`}>
      {text}
    </a>
  )
  const open = visit.requests.filter(r => r.answers.length === 0).length
  const files = childrenOf(visit, ctx.today).length
  return (
    <SummaryList
      rows={[
        { key: 'Stands', value: <StateTag visit={visit} on={ctx.today} /> },
        { key: 'Notice given', value: longDay(visit.notice) },
        { key: 'On site', value: `${longDay(visit.from)} to ${longDay(visit.to)}` },
        { key: 'Lead inspector', value: visit.lead ?? <span class="gt-quiet">Not recorded</span> },
        visit.scope !== null && { key: 'Scope', value: <span class="gt-prose">{visit.scope}</span> },
        {
          key: 'Inspectors',
          value: to('inspectors', `${plural(expected(visit, ctx.today).length, 'account')} open`),
        },
        { key: 'Sampled files', value: to('sample', plural(files, 'file')) },
        {
          key: 'Requests',
          value: to('requests', `${plural(visit.requests.length, 'request')}, ${open} open`),
        },
        { key: 'What they opened', value: to('log', `${plural(opened, 'line')} on the log`) },
      ]}
    />
  )
}

/** What its inspectors are shown, to be ticked. */
export function Shown({ data, ctx, error }: { data: VisitData; ctx: Ctx<Db>; error: string | undefined }) {
  const { visit } = data
  return (
    <Form csrf={ctx.csrf}>
      <Checkboxes
        name="shown"
        legend={{ text: 'Shown to the inspectors', size: 'm' }}
        hint="Beside the sampled files. Taking a tick away closes it to them at once."
        items={everything.map(what => ({ value: what, text: shareable[what] }))}
        values={[...visit.shown]}
        error={error}
        small
      />
      <Button name="_do" value="shown" variant="secondary">
        Save
      </Button>
    </Form>
  )
}

/** What inspectors of this kind ask for, by the day it is due. */
export function Needed({ data }: { data: VisitData }) {
  const { visit } = data
  const rows = asksOf(visit.kind).map(a => ({ ...a, due: dueBy(a.by, visit.notice) }))
  return (
    <section>
      <h2 class="govuk-heading-m">By when</h2>
      {[...Map.groupBy(rows, r => r.due)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([due, asks]) => (
          <>
            <h3 class="govuk-heading-s">
              {longDay(due)}
              <span class="gt-quiet">, {[...new Set(asks.map(a => byWords(a.by)))].join(', or ')}</span>
            </h3>
            <ul class="govuk-list govuk-list--bullet">
              {asks.map(a => (
                <li>{a.what}</li>
              ))}
            </ul>
          </>
        ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/inspection?kind=${visit.kind}#ready`}>
          How each of them stands now
        </a>
      </p>
    </section>
  )
}
