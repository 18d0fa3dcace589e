import { longDay } from '../../domain/kernel/day.ts'
import { asksOf } from '../../domain/readiness/asks.ts'
import { byWords, dueBy } from '../../domain/readiness/check.ts'
import { expected } from '../../domain/readiness/visit.ts'
import { visitKind } from '../../domain/readiness/visit-kinds.ts'
import { textOf } from '../../domain/records/parse.ts'
import { type Shareable, shareable, visitShared } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { holdFile } from '../../store/ledger.ts'
import { countInspectorLooks } from '../../store/queries/visit-log.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Checkboxes, Details, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { childrenOf, endVisit } from './admit.ts'
import { plural, VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'
import { StateTag } from './visits-table.tsx'
import { fileOfVisit, note } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const opened = await countInspectorLooks(
    ctx.tx,
    visit.inspectors.map(i => i.id),
  )
  return found({ visit, opened })
}

type Data = DataOf<typeof load>

const all = Object.keys(shareable) as readonly Shareable[]

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  await holdFile(ctx.tx, data.visit.id)
  const visit = (await visitByCode(ctx.tx, data.visit.code)) ?? data.visit
  const back = { go: `/inspection/${visit.code}` }
  if (visit.over !== null) return back
  const way = textOf(ctx.typed, '_do')
  if (way === 'over') {
    await endVisit(ctx, visit)
    return back
  }
  if (way !== 'shown') return { again: { typed: ctx.typed, faults: { shown: BROKEN } } }
  const ticked = [ctx.typed.shown ?? []].flat()
  const changed = all.filter(what => ticked.includes(what) !== visit.shown.has(what))
  await note(
    ctx,
    fileOfVisit(visit),
    changed.map(what => [visitShared, { what, shown: ticked.includes(what) }] as const),
  )
  return back
}

function Facts({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
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

function Shown({ data, ctx, error }: { data: Data; ctx: Ctx<Db>; error: string | undefined }) {
  const { visit } = data
  return (
    <Form csrf={ctx.csrf}>
      <Checkboxes
        name="shown"
        legend={{ text: 'Shown to the inspectors', size: 'm' }}
        hint="Beside the sampled files. Taking a tick away closes it to them at once."
        items={all.map(what => ({ value: what, text: shareable[what] }))}
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

function Needed({ data }: { data: Data }) {
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

/** One visit: who comes and when, what they may see, what they asked, and its end. */
export const visitPage = page({
  path: '/inspection/:visit',
  permission: 'ready',
  audit: 'an inspectors’ visit',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { visit } = data
    return {
      title: `Visit ${visit.code}`,
      section: 'inspection',
      wide: true,
      body: (
        <VisitFrame code={visit.code} at={`/inspection/${visit.code}`}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Visit {visit.code}</span>
          <h1 class="govuk-heading-l">{visitKind(visit.kind).title}</h1>
          <div class="gt-columns">
            <div>
              <Facts data={data} ctx={ctx} />
              {visit.over === null && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/inspection/${visit.code}/change`}>
                    Change the days, lead or scope
                  </a>
                </p>
              )}
              {visit.over === null && <Needed data={data} />}
            </div>
            <div>
              {visit.over === null ? (
                <>
                  <Shown data={data} ctx={ctx} error={returned?.faults.shown} />
                  <Details summary="End the visit">
                    <p class="govuk-body">
                      Every account is ended at once, whoever is signed in, and every file is taken out of the
                      sample. The log stays. This cannot be undone.
                    </p>
                    <Form csrf={ctx.csrf}>
                      <Button variant="warning" name="_do" value="over">
                        End the visit now
                      </Button>
                    </Form>
                  </Details>
                </>
              ) : (
                <p class="govuk-body">
                  Over since {longDay(visit.over)}. All that it opened is closed; what the inspectors asked
                  and opened stays to be read.
                </p>
              )}
            </div>
          </div>
        </VisitFrame>
      ),
    }
  },
})
