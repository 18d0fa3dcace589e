import { longDay } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import {
  COUNTED,
  countLines,
  everybodyHere,
  type LogLine,
  logKinds,
  logLines,
} from '../../store/queries/log-lines.ts'
import { csvFile } from '../../web/csv.ts'
import { Problems } from '../../web/form/form.tsx'
import { MojFilter, MojFilterLayout, MojScrollablePane, Select, TextInput } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { filterOf, logLink } from './asked.ts'
import { childWords, LogFrame, MomentCell, whoWords } from './frame.tsx'

const SHOWN = 50
/** The most lines of one file. */
const MOST = 50_000

async function load(ctx: Ctx<Db>) {
  const { asked, faults } = await filterOf(ctx)
  const number = pageNumber(ctx.query)
  const total = await countLines(ctx.tx, asked)
  const page = { limit: SHOWN, offset: (number - 1) * SHOWN }
  return found({
    asked,
    faults,
    total,
    number,
    pages: Math.max(1, Math.ceil(Math.min(total, COUNTED) / SHOWN)),
    lines: await logLines(ctx.tx, ctx.viewer, ctx.now, asked, page),
    people: await everybodyHere(ctx.tx),
  })
}
type Data = DataOf<typeof load>

/** What was asked for, what came of it, and what was taken: what a line says beside its page. */
function moreOf(l: LogLine): readonly string[] {
  const { q, ...rest } = l.asked
  const narrowed = Object.entries(rest).map(([name, value]) => `${name} ${value}`)
  return [
    ...(q ? [`Searched for “${q}”.`] : []),
    ...(l.total === null ? [] : [l.total === 1 ? '1 child found.' : `${l.total} children found.`]),
    ...(l.shown.length > 0 ? [`Shown: ${l.shown.join(', ')}.`] : []),
    ...(l.took ? [`Took the file ${l.took}.`] : []),
    ...(narrowed.length > 0 ? [`With ${narrowed.join(', ')}.`] : []),
  ]
}

const HEAD = ['When', 'Who', 'What', 'Child', 'Let in?', 'Because'] as const

function Filters({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { query } = ctx
  return (
    <MojFilter action="/log" heading="Narrow the list" submit="Show" clearHref="/log">
      <Select
        name="who"
        label="Who looked"
        value={data.asked.who ?? ''}
        items={[
          { value: '', text: 'Anybody' },
          ...data.people.map(p => ({ value: p.id, text: whoWords(p) })),
        ]}
      />
      <TextInput
        name="child"
        label="Child ID"
        value={query.child ?? ''}
        width={10}
        error={data.faults.child}
      />
      <Select
        name="kind"
        label="What they did"
        value={data.asked.kind}
        items={Object.entries(logKinds).map(([value, text]) => ({ value, text }))}
      />
      <TextInput
        name="from"
        label="From"
        value={query.from ?? formDay(data.asked.from)}
        width={10}
        error={data.faults.from}
      />
      <TextInput
        name="to"
        label="To"
        value={query.to ?? formDay(data.asked.to)}
        width={10}
        error={data.faults.to}
      />
    </MojFilter>
  )
}

const countWords = (n: number): string =>
  n > COUNTED ? `More than ${COUNTED.toLocaleString('en-GB')} lines` : n === 1 ? '1 line' : `${n} lines`

function Lines({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.lines.length === 0)
    return (
      <p class="govuk-body">Nothing of this kind is on the log on these days. Try more days, or anybody.</p>
    )
  return (
    <>
      <MojScrollablePane label="The log">
        <StackedTable
          caption={`${countWords(data.total)}, the last first`}
          captionSize="s"
          head={[...HEAD]}
          rows={data.lines.map(l => [
            <MomentCell at={l.at} />,
            l.viewer === null ? (
              whoWords(l)
            ) : (
              <a class="govuk-link" href={logLink({ ...ctx.query, who: l.viewer })}>
                {whoWords(l)}
              </a>
            ),
            <>
              {l.page}
              {moreOf(l).map(words => (
                <span class="gt-quiet gt-below"> {words}</span>
              ))}
            </>,
            l.code ? (
              <a class="govuk-link" href={logLink({ ...ctx.query, child: l.code })}>
                {l.code}
              </a>
            ) : (
              childWords(l)
            ),
            l.allowed ? 'Yes' : 'No',
            l.because,
          ])}
        />
      </MojScrollablePane>
      <Paging
        number={data.number}
        pages={data.pages}
        link={n => logLink(ctx.query, '/log', { page: String(n) })}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={logLink(ctx.query, '/log/file')}>
          Take these lines as a file (CSV). It is logged
        </a>
      </p>
    </>
  )
}

/** The log read back: who looked at this child, what this person looked at, searched for, took away and was refused. */
export const logLinesPage = page({
  path: '/log',
  permission: 'log-read',
  audit: 'the log',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Who looked at what',
    section: 'log',
    wide: true,
    body: (
      <LogFrame ctx={ctx} at="/log">
        <Problems faults={data.faults} />
        <Heading over={`${longDay(data.asked.from)} to ${longDay(data.asked.to)}`}>
          Who looked at what
        </Heading>
        <MojFilterLayout filter={<Filters data={data} ctx={ctx} />}>
          <Lines data={data} ctx={ctx} />
        </MojFilterLayout>
      </LogFrame>
    ),
  }),
})

const row = (l: LogLine): readonly string[] => [
  l.at,
  whoWords(l),
  [l.page, ...moreOf(l)].join('. '),
  childWords(l),
  l.allowed ? 'Yes' : 'No',
  l.because,
]

/** The same lines as a file. */
export const logFilePage = page({
  path: '/log/file',
  permission: 'log-read',
  audit: 'the log: export',
  load: async (ctx: Ctx<Db>) => {
    const { asked } = await filterOf(ctx)
    const lines = await logLines(ctx.tx, ctx.viewer, ctx.now, asked, { limit: MOST, offset: 0 })
    return {
      file: {
        name: `log-${asked.from}-${asked.to}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...lines.map(row)]),
      },
    }
  },
  render: () => ({ title: 'The log', body: null }),
})
