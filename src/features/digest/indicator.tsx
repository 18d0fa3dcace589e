import { type Split, splits } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { parse } from '../../domain/records/parse.ts'
import { commentary } from '../../domain/records/types/authority.ts'
import type { Db } from '../../store/connection.ts'
import { isId, newId } from '../../store/ids.ts'
import { figures } from '../../store/indicators/figures.ts'
import { trend } from '../../store/indicators/trend.ts'
import { append } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { commentsOn, targetsOn } from '../../store/queries/targets.ts'
import { teams } from '../../store/queries/teams.ts'
import {
  BarChart,
  barTable,
  ChartFigure,
  count,
  percent,
  TrendChart,
  trendTable,
} from '../../web/charts/index.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Details, InsetText, MojSubNavigation, SummaryList, Textarea } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { address, months, readAsked } from './asked.ts'
import { AskForm } from './digest.tsx'
import { Against, against, ofWords, shownTo, valueWords } from './show.tsx'

const MONTHS = 25

async function load(ctx: Ctx<Db>) {
  const i = findIndicator(ctx.params.code ?? '')
  if (!i) return { missing: `There is no indicator “${ctx.params.code}”. The digest has the list.` }
  const asked = readAsked(ctx.query, ctx.today)
  const filter = asked.team ? { team: asked.team } : {}
  const split = asked.split ?? 'age'
  const all = shownTo(ctx.viewer, await figures(ctx.tx, [i], asked.on, { ...filter, split }))
  const [whole, ...parts] = all
  if (!whole) return { missing: 'This indicator gave no figure.' }
  const ends = months(asked.on, MONTHS)
  const past = shownTo(ctx.viewer, await trend(ctx.tx, i, ends, filter))
  const comments = await commentsOn(ctx.tx, i.code, asked.on)
  const names = await namesOf(
    ctx.tx,
    comments.map(c => c.author),
  )
  const target = (await targetsOn(ctx.tx, asked.on)).get(i.code)
  return found({
    i,
    asked,
    split,
    whole,
    parts,
    ends,
    past,
    comments,
    names,
    target,
    teams: await teams(ctx.tx),
  })
}

type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const again = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  const may = ctx.can('comment')
  if (!may.allow) return { refused: may.because }
  const asked = { indicator: data.i.code, on: formDay(data.asked.on), text: typed.text }
  const read = parse(commentary, asked, { today: ctx.today, born: null, unborn: false })
  if (!read.ok) return again(read.error)
  const council = await subjectByCode(ctx.tx, 'authority', AUTHORITY)
  if (!council)
    return again({ text: 'The council’s own file has not been started. Ask whoever set the system up.' })
  const id = isId(typed._entry) ? typed._entry : newId(ctx.now)
  if (!data.comments.some(c => c.entry === id)) {
    const entry = {
      id,
      subject: council.id,
      type: commentary.code,
      happened: data.asked.on,
      recorded: ctx.now,
      author: ctx.viewer.id,
    }
    await append(ctx.tx, council, [
      { ...entry, answers: read.value, amends: null, sensitivity: 'ordinary', source: null },
    ])
  }
  return { go: address(`/digest/${data.i.code}`, data.asked) }
}

const formatOf = (i: Indicator) => (i.unit === 'percent' ? percent : count)
const numbers = (values: readonly unknown[]) => values.map(v => (typeof v === 'number' ? v : null))

function Trend({ data }: { data: Data }) {
  const { i, target } = data
  const chart = {
    months: data.ends,
    series: [{ name: i.name, values: numbers(data.past.map(f => f.value)) }],
    format: formatOf(i),
    ...(target === undefined ? {} : { target: { value: target, label: 'Target' } }),
  }
  return (
    <ChartFigure caption={`The last ${MONTHS - 1} months`} label="Trend" table={trendTable(chart)} numeric>
      <TrendChart id="trend" title={`${i.name}: the last ${MONTHS - 1} months`} {...chart} />
    </ChartFigure>
  )
}

function Splits({ data }: { data: Data }) {
  const { i, split, parts, whole } = data
  const bars = parts.map(p => ({
    label: p.split ?? '',
    value: typeof p.value === 'number' ? p.value : null,
    note: p.value === null ? 'none' : i.unit === 'percent' ? `${p.numerator} of ${p.denominator}` : '',
  }))
  const chart = {
    bars,
    format: formatOf(i),
    ...(i.unit === 'percent' && typeof whole.value === 'number'
      ? { comparator: { value: whole.value, label: 'All' } }
      : {}),
  }
  return (
    <section>
      <h2 class="govuk-heading-m">Split</h2>
      <MojSubNavigation
        label="Split by"
        items={(Object.keys(splits) as Split[]).map(s => ({
          text: `By ${splits[s].toLowerCase()}`,
          href: address(`/digest/${i.code}`, data.asked, { split: s }),
          active: s === split,
        }))}
      />
      <ChartFigure
        caption={`By ${splits[split].toLowerCase()}`}
        label="Split"
        table={barTable({
          ...chart,
          what: { label: splits[split], value: i.unit === 'percent' ? 'Percent' : 'Children' },
        })}
        numeric
      >
        <BarChart id="split" title={`${i.name} by ${splits[split].toLowerCase()}`} {...chart} />
      </ChartFigure>
    </section>
  )
}

function Comments({ data, ctx, fault }: { data: Data; ctx: Ctx<Db>; fault: string | undefined }) {
  const [latest, ...older] = data.comments
  const shown = (c: Data['comments'][number]) => (
    <div>
      <p class="govuk-body gt-prose">{c.text}</p>
      <p class="govuk-body-s gt-quiet">
        About {longDay(c.on)}. {data.names.get(c.author)}, {longDay(londonDay(c.recorded))}
      </p>
    </div>
  )
  return (
    <section>
      <h2 class="govuk-heading-m">What lies behind it</h2>
      {latest ? shown(latest) : <p class="govuk-body">Nobody has written about this figure yet.</p>}
      {older.length > 0 && <Details summary={`${older.length} earlier`}>{older.map(shown)}</Details>}
      {ctx.can('comment').allow && (
        <Details summary="Write about this figure" open={fault !== undefined}>
          <Form csrf={ctx.csrf}>
            <input type="hidden" name="_entry" value={newId(ctx.now)} />
            <Textarea
              name="text"
              label="What lies behind the figure, and what is being done?"
              rows={4}
              value={typeof ctx.typed.text === 'string' ? ctx.typed.text : ''}
              error={fault}
            />
            <Button>Keep</Button>
          </Form>
        </Details>
      )}
    </section>
  )
}

/** One figure: what it asks, how it stands, its trend, its parts, and the way to the children. */
export const indicatorPage = page({
  path: '/digest/:code',
  permission: 'figures',
  audit: 'a figure',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { i, asked, whole, target } = data
    return {
      title: `${i.name}, ${longDay(asked.on)}`,
      section: 'digest',
      wide: true,
      body: (
        <>
          <Problems faults={returned?.faults} />
          <a class="govuk-back-link" href={address('/digest', asked)}>
            Digest
          </a>
          <span class="govuk-caption-l">{asked.team ?? 'All teams'}</span>
          <h1 class="govuk-heading-l">{i.name}</h1>
          {asked.fault && <InsetText>{asked.fault}</InsetText>}
          <p class="govuk-body-l">
            <strong data-figure={i.code}>{valueWords(i, whole.value)}</strong> on {longDay(asked.on)}
            {i.unit === 'percent' && `: ${ofWords(i, whole)}`}.{' '}
            {target !== undefined && `Target ${valueWords(i, target)}. `}
            <Against stands={against(i, whole.value, target)} />
          </p>
          {ctx.can('children-behind').allow && (
            <Button href={address(`/digest/${i.code}/children`, asked, { split: null })}>
              Open the children behind it
            </Button>
          )}
          <AskForm asked={asked} all={data.teams} />
          <Trend data={data} />
          <Splits data={data} />
          <Comments data={data} ctx={ctx} fault={returned?.faults.text} />
          <Details summary="What is counted, and where the rule comes from">
            <SummaryList
              rows={[
                { key: 'Question', value: i.question },
                {
                  key: 'Looks at',
                  value: i.months === null ? 'The day alone' : `The ${i.months} months to the day`,
                },
                { key: 'Good is', value: i.good === 'neither' ? 'Neither high nor low' : i.good },
                { key: 'Source', value: i.source },
                { key: 'How sure we are', value: i.standing },
                i.notes.length > 0 && { key: 'Notes', value: i.notes.join(' ') },
              ]}
            />
          </Details>
        </>
      ),
    }
  },
})
