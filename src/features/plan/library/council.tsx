import { shortDay } from '../../../domain/kernel/day.ts'
import type { Db } from '../../../store/connection.ts'
import {
  areasOf,
  judgementsOf,
  type ReportRow,
  reportsOfCouncil,
} from '../../../store/queries/library-reports.ts'
import { ChartFigure, LadderChart, ladderTable } from '../../../web/charts/index.ts'
import { MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { ladderOf } from './council-chart.ts'
import { Checked, Grade, kindTitles, shortFramework, themeTitle, when } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const reports = await reportsOfCouncil(ctx.tx, ctx.params.council ?? '')
  const last = reports.at(-1)
  if (!last)
    return { missing: 'The library has no report of this council. Open the library to see whose it has.' }
  const subjects = reports.map(r => r.subject)
  return found({
    reports,
    name: last.authority ?? 'This council',
    judgements: await judgementsOf(ctx.tx, subjects),
    areas: await areasOf(ctx.tx, subjects),
  })
}

type Data = DataOf<typeof load>

/** The themes asked in more than one report, those asked most often first. */
function repeated({ reports, areas }: Data) {
  const byTheme = new Map<string, Set<string>>()
  for (const area of areas)
    for (const theme of area.themes) byTheme.set(theme, (byTheme.get(theme) ?? new Set()).add(area.subject))
  return [...byTheme]
    .map(([theme, subjects]) => ({ theme, in: reports.filter(r => subjects.has(r.subject)) }))
    .filter(t => t.in.length > 1)
    .toSorted((a, b) => b.in.length - a.in.length || themeTitle(a.theme).localeCompare(themeTitle(b.theme)))
}

const AskedIn = ({ theme, reports }: { theme: string; reports: readonly ReportRow[] }) =>
  reports.map((report, i) => (
    <>
      {i > 0 && ', '}
      <a
        class="govuk-link gt-nowrap"
        href={`/plan/library?council=${report.council}&theme=${theme}&kind=area&from=${report.dated?.slice(0, 4) ?? ''}&to=${report.dated?.slice(0, 4) ?? ''}`}
      >
        {when(report.dated)}
        <span class="govuk-visually-hidden">: {themeTitle(theme)}</span>
      </a>
    </>
  ))

function Repeated({ data }: { data: Data }) {
  const asking = new Set(data.areas.map(a => a.subject)).size
  if (asking < 2) return null
  const rows = repeated(data)
  return (
    <>
      <h2 class="govuk-heading-m">Asked again and again</h2>
      {rows.length === 0 ? (
        <p class="govuk-body">No theme comes in two of its reports.</p>
      ) : (
        <Table
          caption={`Themes asked in more than one of the ${asking} reports that ask anything`}
          captionClass="govuk-visually-hidden"
          head={['Theme', { text: 'Reports', numeric: true }, 'Asked in']}
          rows={rows.map(r => [
            <a class="govuk-link" href={`/plan/library/theme/${r.theme}`}>
              {themeTitle(r.theme)}
            </a>,
            { text: `${r.in.length} of ${asking}`, numeric: true },
            <AskedIn theme={r.theme} reports={r.in} />,
          ])}
        />
      )}
    </>
  )
}

function Chart({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const ladder = ladderOf(data.reports, data.judgements, ctx.today)
  if (!ladder) return <p class="govuk-body">None of its reports here gives a grade.</p>
  const graded = new Set(ladder.lanes.flatMap(l => l.rungs.map(r => r.era)))
  const eras = new Set(data.reports.map(r => shortFramework(r.framework)).filter(era => graded.has(era)))
  return (
    <>
      <ChartFigure
        caption={`How ${data.name} was graded`}
        label={`How ${data.name} was graded`}
        table={ladderTable(ladder)}
        summary="The grades as a table, in the words printed"
      >
        <LadderChart
          id="grades"
          title={`How ${data.name} was graded, over the years`}
          width={860}
          {...ladder}
        />
      </ChartFigure>
      {eras.size > 1 && (
        <p class="govuk-body-s gt-quiet">
          A dotted step crosses from one framework to another ({[...eras].join(', ')}): the judgements had
          other names and asked for other things, so it tells how the council was graded, not how far it
          moved. The third grade was called Adequate until 2013, and Requires improvement since.
        </p>
      )}
    </>
  )
}

const days = (r: ReportRow) =>
  r.inspectedTo ? shortDay(r.inspectedTo) : r.published && shortDay(r.published)

function Reports({ data }: { data: Data }) {
  return (
    <MojScrollablePane label="Reports of this council">
      <Table
        caption="Its reports"
        captionClass="govuk-table__caption--m"
        smallOnPhone
        head={['Report', 'Framework', 'Kind', 'Grade', { text: 'Areas', numeric: true }, 'Reading']}
        rows={data.reports.toReversed().map(r => [
          <a class="govuk-link" href={`/plan/library/report/${r.code}`}>
            {days(r) ?? r.file}
          </a>,
          shortFramework(r.framework),
          kindTitles[r.kind],
          <Grade grade={r.grade} gradeOf={r.gradeOf} />,
          { text: String(data.areas.filter(a => a.subject === r.subject).length), numeric: true },
          <Checked checked={r.checked} />,
        ])}
      />
    </MojScrollablePane>
  )
}

/** One council: how it was graded over the years, and what it was told again and again. */
export const councilPage = page({
  path: '/plan/library/council/:council',
  permission: 'plan-read',
  audit: 'a council in the library of published reports',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: `${data.name}: published reports`,
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan/library">
        <a class="govuk-back-link" href="/plan/library">
          Library of findings
        </a>
        <span class="govuk-caption-l">Council</span>
        <h1 class="govuk-heading-l">{data.name}</h1>
        <Chart data={data} ctx={ctx} />
        <Repeated data={data} />
        <Reports data={data} />
      </PlanFrame>
    ),
  }),
})
