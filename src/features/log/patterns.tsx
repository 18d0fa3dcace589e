import { isPattern, type PatternCode, patterns } from '../../domain/access/patterns.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { countPatterns, type Pointed, pointedAt } from '../../store/queries/log-patterns.ts'
import { csvFile } from '../../web/csv.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, MojScrollablePane, Table, TextInput } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { type Days, daysOf } from './asked.ts'
import { childWords, LogFrame, whoWords } from './frame.tsx'

const SHOWN = 50
const MOST = 10_000
const codes = Object.keys(patterns).filter(isPattern)

const linkTo = (which: PatternCode, { from, to }: Days, path = '/log/patterns', more = ''): string =>
  `${path}?which=${which}&from=${from}&to=${to}${more}`

async function load(ctx: Ctx<Db>) {
  const days = daysOf(ctx.query, ctx.today)
  const which = isPattern(ctx.query.which) ? ctx.query.which : null
  const number = pageNumber(ctx.query)
  // One more than is shown tells whether there are more.
  const slice = { limit: SHOWN + 1, offset: (number - 1) * SHOWN }
  return found({
    days,
    which,
    number,
    counts: which === null ? await countPatterns(ctx.tx, days) : null,
    rows: which === null ? [] : await pointedAt(ctx.tx, ctx.viewer, ctx.now, which, days, slice),
  })
}
type Data = DataOf<typeof load>

function Period({ data, query }: { data: Data; query: Ctx<Db>['query'] }) {
  const { days } = data
  // What can't be read as a day stays as it was typed, beside what is wrong with it.
  const value = (name: 'from' | 'to') => (days.faults[name] ? (query[name] ?? '') : longDay(days[name]))
  return (
    <form method="get" class="gt-inline-form">
      {data.which && <input type="hidden" name="which" value={data.which} />}
      <TextInput name="from" label="From" value={value('from')} width={10} error={days.faults.from} />
      <TextInput name="to" label="To" value={value('to')} width={10} error={days.faults.to} />
      <Button variant="secondary">Show</Button>
    </form>
  )
}

/** Every pattern, why it is looked at, what else it may be, and how often it is there. */
const All = ({ data }: { data: Data }) => (
  <Table
    caption="A line here is a question, not a finding"
    captionSize="s"
    head={['What', 'How often']}
    rows={codes.map(code => {
      const n = data.counts?.[code] ?? 0
      return [
        <>
          {n > 0 ? (
            <a class="govuk-link" href={linkTo(code, data.days)}>
              {patterns[code].title}
            </a>
          ) : (
            patterns[code].title
          )}
          <span class="gt-quiet gt-below">{patterns[code].why}</span>
        </>,
        n > 0 ? String(n) : 'Never',
      ]
    })}
  />
)

/** The lines of the log behind one row. */
function behind(r: Pointed): string {
  const words = new URLSearchParams({
    ...(r.viewer ? { who: r.viewer } : {}),
    ...(r.code ? { child: r.code } : {}),
    from: r.on,
    to: r.on,
  })
  return `/log?${words.toString()}`
}

const HEAD = ['Last on', 'Who', 'Child', 'How much'] as const

function One({ data, which }: { data: Data; which: PatternCode }) {
  const shown = data.rows.slice(0, SHOWN)
  const { why, maybe } = patterns[which]
  return (
    <>
      <p class="govuk-body">{why}</p>
      <p class="govuk-body">It may also be: {maybe.charAt(0).toLowerCase() + maybe.slice(1)}</p>
      {shown.length === 0 ? (
        <p class="govuk-body">Nothing of this kind is on the log on these days.</p>
      ) : (
        <MojScrollablePane label={patterns[which].title}>
          <StackedTable
            caption={patterns[which].title}
            captionClass="govuk-visually-hidden"
            head={[...HEAD, '']}
            rows={shown.map(r => [
              longDay(r.on),
              r.viewer === null ? '' : whoWords(r),
              childWords(r),
              String(r.n),
              <a class="govuk-link" href={behind(r)}>
                The lines of that day<span class="govuk-visually-hidden">: {whoWords(r)}</span>
              </a>,
            ])}
          />
        </MojScrollablePane>
      )}
      <ul class="govuk-list gt-links">
        {data.rows.length > SHOWN && (
          <li>
            <a
              class="govuk-link"
              href={linkTo(which, data.days, '/log/patterns', `&page=${data.number + 1}`)}
            >
              Earlier ones
            </a>
          </li>
        )}
        {shown.length > 0 && (
          <li>
            <a class="govuk-link" href={linkTo(which, data.days, '/log/patterns/file')}>
              Take these as a file (CSV). It is logged
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`/log/patterns?from=${data.days.from}&to=${data.days.to}`}>
            All that is worth asking about
          </a>
        </li>
      </ul>
    </>
  )
}

/** Unusual ways of looking, found by declared rules: each is a question that somebody should ask. */
export const patternsPage = page({
  path: '/log/patterns',
  permission: 'log-read',
  audit: 'the log: what is worth asking about',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: data.which ? patterns[data.which].title : 'Worth asking about',
    section: 'log',
    wide: true,
    body: (
      <LogFrame ctx={ctx} at="/log/patterns">
        <Problems faults={data.days.faults} />
        <Heading over={`${longDay(data.days.from)} to ${longDay(data.days.to)}`}>
          {data.which ? patterns[data.which].title : 'Worth asking about'}
        </Heading>
        <Period data={data} query={ctx.query} />
        {data.which ? <One data={data} which={data.which} /> : <All data={data} />}
      </LogFrame>
    ),
  }),
})

/** One pattern's rows as a file. */
export const patternsFilePage = page({
  path: '/log/patterns/file',
  permission: 'log-read',
  audit: 'the log: what is worth asking about, export',
  load: async (ctx: Ctx<Db>) => {
    const days = daysOf(ctx.query, ctx.today)
    const { which } = ctx.query
    if (!isPattern(which)) return { missing: 'Choose what to take from the page “Worth asking about”.' }
    const rows = await pointedAt(ctx.tx, ctx.viewer, ctx.now, which, days, { limit: MOST, offset: 0 })
    return {
      file: {
        name: `log-${which}-${days.from}-${days.to}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([
          HEAD,
          ...rows.map(r => [r.on, r.viewer === null ? '' : whoWords(r), childWords(r), String(r.n)]),
        ]),
      },
    }
  },
  render: () => ({ title: 'Worth asking about', body: null }),
})
