import { indicators } from '../../domain/indicators/indicators.ts'
import { longDay, monthsTo } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import { shownTrends } from '../../store/indicators/shown.ts'
import { trends } from '../../store/indicators/trend.ts'
import { targetsOn } from '../../store/queries/targets.ts'
import { teams } from '../../store/queries/teams.ts'
import { Spark } from '../../web/charts/index.ts'
import { Button, InsetText, MojScrollablePane, Select, Table, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { type Asked, address, forMember, readAsked } from './asked.ts'
import { Against, against, HeldBack, isMember, ofWords, valueWords } from './show.tsx'

const MONTHS = 7

async function load(ctx: Ctx<Db>) {
  const asked = isMember(ctx.viewer) ? forMember(ctx.query, ctx.today) : readAsked(ctx.query, ctx.today)
  const filter = asked.team ? { team: asked.team } : {}
  const ends = monthsTo(asked.on, MONTHS)
  const wanted = indicators.map(indicator => ({ indicator, ons: ends }))
  const past = isMember(ctx.viewer) ? await shownTrends(ctx.tx, wanted) : await trends(ctx.tx, wanted, filter)
  // The last of its days is the day asked about: it is not counted twice.
  const now = indicators.flatMap(i => past.get(i.code)?.at(-1) ?? [])
  const lines = new Map(
    [...past].map(([code, all]) => [code, all.map(f => (typeof f.value === 'number' ? f.value : null))]),
  )
  return found({
    asked,
    now,
    ends,
    lines,
    targets: await targetsOn(ctx.tx, asked.on),
    teams: isMember(ctx.viewer) ? [] : await teams(ctx.tx),
  })
}

type Data = DataOf<typeof load>

export function AskForm({ asked, all }: { asked: Asked; all: readonly string[] }) {
  return (
    <form method="get" class="gt-inline-form gt-not-printed">
      <TextInput name="on" label="Figures on" value={formDay(asked.on)} width={10} />
      {all.length > 0 && (
        <Select
          name="team"
          label="Team"
          value={asked.team ?? ''}
          items={[{ value: '', text: 'All teams' }, ...all.map(t => ({ value: t, text: t }))]}
        />
      )}
      {asked.split && <input type="hidden" name="split" value={asked.split} />}
      <Button variant="secondary">Show</Button>
    </form>
  )
}

function Row({ data, index }: { data: Data; index: number }) {
  const i = indicators[index]
  const f = data.now[index]
  if (!i || !f) return []
  const target = data.targets.get(i.code)
  const values = data.lines.get(i.code) ?? []
  return [
    {
      text: (
        <>
          <a class="govuk-link" href={address(`/digest/${i.code}`, data.asked)}>
            {i.name}
          </a>
          <span class="gt-quiet"> {i.code}</span>
        </>
      ),
    },
    { text: <strong>{valueWords(i, f.value)}</strong> },
    { text: ofWords(i, f), class: 'gt-nowrap' },
    target === undefined ? '' : valueWords(i, target),
    { text: <Against stands={against(i, f.value, target)} /> },
    {
      text: (
        <Spark
          id={`spark-${i.code}`}
          title={`${i.name}: the last ${MONTHS} months`}
          months={data.ends}
          values={values}
        />
      ),
    },
  ]
}

/** Every figure on one page: for any day and team. Each opens into the children behind it. */
export const digestPage = page({
  path: '/digest',
  permission: 'figures',
  audit: 'the digest',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: `Digest, ${longDay(data.asked.on)}`,
    section: 'digest',
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{data.asked.team ?? 'All teams'}</span>
        <h1 class="govuk-heading-l">Digest, {longDay(data.asked.on)}</h1>
        {data.asked.fault && <InsetText>{data.asked.fault}</InsetText>}
        <AskForm asked={data.asked} all={data.teams} />
        {isMember(ctx.viewer) && <HeldBack />}
        <MojScrollablePane label="Figures">
          <Table
            caption="Figures"
            captionClass="govuk-visually-hidden"
            head={[
              'Indicator',
              { text: 'Figure', numeric: true },
              { text: 'Children', numeric: true },
              { text: 'Target', numeric: true },
              'Stands',
              'Last months',
            ]}
            rows={indicators.map((_, index) => Row({ data, index }))}
          />
        </MojScrollablePane>
      </>
    ),
  }),
})
