import { roles } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Faults, Typed } from '../../domain/records/parse.ts'
import { caseSupervision, supervision } from '../../domain/records/types/supervision.ts'
import { findTimescale } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { BackLink, Button, Textarea } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { type Ctx, page, type Returned } from '../../web/page.ts'
import { asked, prefixOf, strays } from './blocks.ts'
import { CasePart } from './case.tsx'
import { HistoryList } from './history.tsx'
import { type Data, load } from './load.ts'
import { submit } from './submit.tsx'

function Standing({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { worker } = data
  const rule = worker.rule ? findTimescale(worker.rule) : undefined
  return (
    <p class="govuk-body">
      {worker.last ? `Last held ${longDay(worker.last)}.` : 'None is recorded yet.'}
      {worker.due && ` The next ${worker.due < ctx.today ? '' : 'is '}${dueWords(worker.due, ctx.today)}.`}
      {rule && <span class="gt-quiet"> {`${rule.title}: ${rule.source}`}</span>}
    </p>
  )
}

/** The ways to each child, with what is stuck, to choose whom to talk about; and past them to the worker’s own part. */
function Jump({ data }: { data: Data }) {
  if (data.cases.length < 4) return null
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href="#together">
          On to the part of {data.worker.name}
        </a>
      </p>
      <ul class="govuk-list gt-supervision__jump">
        {data.cases.map(c => {
          const stuck = data.prepared.get(c.id)?.stuck.length ?? 0
          return (
            <li>
              <a class="govuk-link" href={`#case-${c.code}`}>
                {calledBy(c, c.code)}
              </a>
              {stuck > 0 && <span class="gt-quiet"> {stuck} stuck</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Words for children who are in the list no more: never sent, never lost. */
function Strays({ data, typed, faults }: { data: Data; typed: Typed; faults: Faults }) {
  return (
    <>
      {strays(typed, data.cases).map(code => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {code}: not in this list any more
          </legend>
          {asked.map(name => {
            const at = `${prefixOf(code)}${name}`
            const value = typed[at]
            return (
              <Textarea
                name={at}
                label={caseSupervision.fields[name]?.label ?? name}
                value={typeof value === 'string' ? value : ''}
                error={faults[at]}
                rows={2}
              />
            )
          })}
        </fieldset>
      ))}
    </>
  )
}

function WorkerPage({ data, ctx, returned }: { data: Data; ctx: Ctx<Db>; returned: Returned | null }) {
  const { worker } = data
  const typed = returned?.typed ?? data.draft?.typed ?? {}
  const faults = returned?.faults ?? {}
  const here = `/supervision/${worker.code}`
  const shared = { typed, faults, today: ctx.today }
  return (
    <>
      <BackLink href="/supervision">Supervision</BackLink>
      <Problems faults={returned?.faults} />
      <Heading over={`Supervision, ${[roles[worker.role], worker.team].filter(Boolean).join(', ')}`}>
        {worker.name}
      </Heading>
      <Standing data={data} ctx={ctx} />
      {!returned && <Begun draft={data.draft} />}
      <Form csrf={ctx.csrf} action={here} draft={`${here}?keep=script`}>
        <Once typed={typed} id={newId(ctx.now)} seq={data.seq} />
        {returned?.conflict}
        {data.cases.length > 0 && (
          <>
            <h2 class="govuk-heading-l">{data.cases.length === 1 ? 'The child' : 'The children'}</h2>
            <p class="govuk-body">
              From the record since {longDay(data.since)}. Write only for those you talked about; what you
              leave empty is not recorded.
            </p>
            <Jump data={data} />
          </>
        )}
        {data.cases.map(c => {
          const prepared = data.prepared.get(c.id)
          return prepared && <CasePart c={c} prepared={prepared} {...shared} id={newId(ctx.now)} />
        })}
        <Strays data={data} typed={typed} faults={faults} />
        <h2 class="govuk-heading-l" id="together" tabIndex={-1}>
          {worker.name}
        </h2>
        <RecordFields type={supervision} {...shared} fresh={!returned && !data.draft} people={[]} />
        <div class="govuk-button-group">
          <Button>Record the supervision</Button>
          <Button variant="secondary" name="_keep" value="hand">
            Keep for later
          </Button>
        </div>
        <DraftStatus />
      </Form>
      <HistoryList history={data.history} at={here} />
    </>
  )
}

/** One supervision on one page: prepared from the record, written once, and recorded on every file it concerns. */
export const supervisionPage = page({
  path: '/supervision/:worker',
  permission: 'supervise',
  audit: 'a supervision',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: `Supervision: ${data.worker.name}`,
    section: 'team',
    wide: true,
    body: <WorkerPage data={data} ctx={ctx} returned={returned} />,
  }),
})
