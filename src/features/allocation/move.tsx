import { calledBy } from '../../domain/casework/person.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { weightOf, weightWords } from '../../domain/workload/weigh.ts'
import type { Db } from '../../store/connection.ts'
import { listable } from '../../store/queries/listable.ts'
import { workload } from '../../store/queries/workload.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, NotificationBanner, Select, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { give, rowsOf } from './many.ts'
import { choices, Pick } from './pick.tsx'

async function load(ctx: Ctx<Db>) {
  const code = ctx.params.worker ?? ''
  const [leaver] = await workload(ctx.tx, { code, left: true }, ctx.today)
  if (!leaver)
    return { missing: 'There is no member of staff of that code. Choose one from the list of staff.' }
  const names = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    leaver.cases.map(c => c.subject),
  )
  const children = leaver.cases.flatMap(c => {
    const named = names.get(c.subject)
    return named
      ? [{ subject: c.subject, code: named.code, called: calledBy(named, named.code), facts: c }]
      : []
  })
  children.sort((a, b) => a.called.localeCompare(b.called))
  const others = (await workload(ctx.tx, {}, ctx.today)).filter(w => w.id !== leaver.id)
  return found({
    leaver,
    children,
    rows: await rowsOf(ctx, children),
    people: others.filter(w => w.role === 'social-worker' || w.role === 'team-manager'),
  })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const given = await give(ctx, data.rows, data.people, typed)
  const failed = Object.keys(given.faults).length > 0
  if (given.done.length === 0 && !failed)
    return {
      again: {
        typed,
        faults: { everybody: 'Choose to whom the children go: all to one, or each on its line.' },
      },
    }
  if (!failed) return { go: `/team/${data.leaver.code}/move?done=${given.done.length}` }
  return { again: { typed: { ...typed, _done: given.done.join(' ') }, faults: given.faults } }
}

const Done = ({ n }: { n: number }) =>
  n > 0 ? (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {n === 1 ? '1 child has' : `${n} children have`} a new worker. Both workers are asked for the
        handover.
      </p>
    </NotificationBanner>
  ) : null

interface MovingProps {
  readonly data: Data
  readonly ctx: Ctx<Db>
  readonly typed: Typed
  readonly faults: Readonly<Record<string, string>>
  readonly done: ReadonlySet<string>
}

function Moving({ data, ctx, typed, faults, done }: MovingProps) {
  const items = choices(data.people, data.leaver.team)
  const weights = new Map(data.children.map(c => [c.code, weightOf(c.facts, ctx.today)]))
  return (
    <Form csrf={ctx.csrf}>
      <Select
        name="everybody"
        label={{ text: 'All to one worker (optional)', size: 's' }}
        hint="Children with a name of their own below go there instead."
        items={[{ value: '', text: 'Each as chosen below' }, ...items]}
        value={textOf(typed, 'everybody')}
        error={faults.everybody}
      />
      <Table
        caption="Their children"
        captionClass="govuk-visually-hidden"
        class="gt-give"
        head={['Child', 'Weighs', 'To whom?']}
        rows={data.rows
          .filter(r => !done.has(r.code))
          .map(row => [
            <a class="govuk-link" href={`/child/${row.code}`}>
              {row.called}
            </a>,
            `${weightWords(weights.get(row.code)?.weight ?? 0)}: ${weights
              .get(row.code)
              ?.rows.map(r => r.title.toLowerCase())
              .join(', ')}`,
            <Pick
              row={row}
              items={[{ value: 'nobody', text: 'Stays for now' }, ...items]}
              first="As above"
              typed={typed}
              faults={faults}
              ctx={ctx}
            />,
          ])}
      />
      <div class="govuk-button-group">
        <Button>Move them</Button>
        <a class="govuk-link" href={`/staff/${data.leaver.code}`}>
          Back to {data.leaver.name}
        </a>
      </div>
    </Form>
  )
}

/** Gives all the children of one worker to others, in one send: for when somebody leaves, or has too much. */
export const movePage = page({
  path: '/team/:worker/move',
  permission: 'desk',
  audit: 'move a worker’s children',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { leaver } = data
    const typed = returned?.typed ?? {}
    const done = new Set(textOf(typed, '_done').split(' ').filter(Boolean))
    const told = done.size || Number(/^\d{1,3}$/.exec(ctx.query.done ?? '')?.[0] ?? 0)
    const title = `Move the children of ${leaver.name}`
    return {
      title,
      section: 'team',
      wide: true,
      body: (
        <>
          <Problems faults={returned?.faults} />
          <Done n={told} />
          <h1 class="govuk-heading-l">{title}</h1>
          {data.rows.length === done.size ? (
            <p class="govuk-body">
              {leaver.name} holds no children that you may see.{' '}
              <a class="govuk-link" href={`/staff/${leaver.code}`}>
                Their page
              </a>
            </p>
          ) : (
            <Moving data={data} ctx={ctx} typed={typed} faults={returned?.faults ?? {}} done={done} />
          )}
        </>
      ),
    }
  },
})
