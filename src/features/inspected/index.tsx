import { plural } from '../../domain/kernel/plural.ts'
import { type Ask, asksOf } from '../../domain/readiness/asks.ts'
import { byWords, type Checked, check } from '../../domain/readiness/check.ts'
import { isVisitCode, type VisitCode, visitKind, visitKinds } from '../../domain/readiness/visit-kinds.ts'
import type { Db } from '../../store/connection.ts'
import { listsMade } from '../../store/queries/lists-made.ts'
import { readinessOf } from '../../store/queries/readiness.ts'
import { readVisits } from '../../store/queries/visits.ts'
import { Button, MojScrollablePane, Select, Table, Tag, type TagColour } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ReadyFrame } from './frame.tsx'
import { VisitsTable } from './visits-table.tsx'

async function load(ctx: Ctx<Db>) {
  const visits = await readVisits(ctx.tx)
  const running = visits.find(v => v.over === null)
  const asked = ctx.query.kind ?? ''
  const kind: VisitCode = isVisitCode(asked) ? asked : (running?.kind ?? 'ilacs-standard')
  const lists = await listsMade(ctx.tx, ctx.today)
  const facts = await readinessOf(ctx.tx, visitKind(kind).framework, ctx.today, lists)
  return found({ visits, kind, asked: asksOf(kind).map(ask => ({ ask, stands: check(ask, facts) })) })
}

type Data = DataOf<typeof load>

const STANDS: Readonly<Record<Checked['is'], readonly [words: string, colour: TagColour]>> = {
  ready: ['Ready', 'green'],
  look: ['Look at it', 'yellow'],
  missing: ['Missing', 'red'],
  'not-kept': ['Not kept here', 'grey'],
}

function Stands({ is }: Pick<Checked, 'is'>) {
  const [words, colour] = STANDS[is]
  return <Tag colour={colour}>{words}</Tag>
}

const Where = ({ stands, ask }: { stands: Checked; ask: Ask }) =>
  stands.href === null ? (
    stands.words
  ) : (
    <>
      {stands.words}.{' '}
      <a class="govuk-link" href={stands.href}>
        Open<span class="govuk-visually-hidden">: {ask.what}</span>
      </a>
    </>
  )

function Readiness({ data }: { data: Data }) {
  const count = (is: Checked['is']) => data.asked.filter(a => a.stands.is === is).length
  const kind = visitKind(data.kind)
  return (
    <section>
      <h2 class="govuk-heading-m" id="ready">
        If they gave notice now
      </h2>
      <form method="get" class="gt-inline-form">
        <Select
          name="kind"
          label="Kind of visit"
          value={data.kind}
          items={visitKinds.map(k => ({ value: k.code, text: k.title }))}
        />
        <Button variant="secondary">Show</Button>
      </form>
      <p class="govuk-body-l">
        {count('ready')} of {plural(data.asked.length, 'thing')} ready
        {count('look') > 0 && `, ${count('look')} to look at`}
        {count('missing') > 0 && `, ${count('missing')} missing`}.
      </p>
      <MojScrollablePane label="What is asked for">
        <Table
          caption={`${kind.title}: ${kind.lasts}`}
          captionSize="s"
          rowHeaders
          head={['Asked for', 'How it stands', 'What the record says now', 'Needed']}
          rows={data.asked.map(({ ask, stands }) => [
            ask.what,
            { text: <Stands is={stands.is} />, class: 'gt-nowrap' },
            <Where stands={stands} ask={ask} />,
            byWords(ask.by),
          ])}
        />
      </MojScrollablePane>
      <p class="govuk-body-s gt-quiet">
        The letter that gives notice says what is asked for and by when, and goes before this list. The times
        here are the ones this product works to
        {kind.status === 'unconfirmed' && ', and how long this kind of visit lasts was not confirmed'}.
      </p>
    </section>
  )
}

/** Every visit by inspectors, and how ready the authority is for one now. */
export const inspectionsPage = page({
  path: '/inspection',
  permission: 'ready',
  audit: 'readiness for inspection',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Inspection',
    section: 'inspection',
    wide: true,
    body: (
      <ReadyFrame at="/inspection">
        <h1 class="govuk-heading-l">Inspection</h1>
        <VisitsTable visits={data.visits} on={ctx.today} />
        <Button href="/inspection/new" variant="secondary">
          Begin a visit
        </Button>
        <Readiness data={data} />
      </ReadyFrame>
    ),
  }),
})
