import { frameworkOf } from '../../../domain/improvement/frameworks.ts'
import { wordsOfThemes } from '../../../domain/improvement/themes-found.ts'
import { longDay, shortDay } from '../../../domain/kernel/day.ts'
import { londonDay } from '../../../domain/kernel/london.ts'
import type { Db } from '../../../store/connection.ts'
import { namesOf } from '../../../store/people.ts'
import { libraryReport, type PassageRow } from '../../../store/queries/library-reports.ts'
import { Button, InsetText, MojScrollablePane, SummaryList, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { CouncilLink, Grade, kindTitles, Marked, ThemeLinks } from './parts.tsx'
import { unsureOf } from './reading.ts'

export async function loadReport(ctx: Ctx<Db>) {
  const code = (ctx.params.code ?? '').toUpperCase()
  const read = await libraryReport(ctx.tx, code)
  if (!read) return { missing: `There is no report ${code} in the library. Open the library and choose one.` }
  const names = await namesOf(
    ctx.tx,
    read.entries.map(e => e.author),
  )
  return found({ ...read, names })
}

export type ReportData = DataOf<typeof loadReport>

/** Who read it, who put it right and who checked it: what a person may hold it by. */
function Standing({ data }: { data: ReportData }) {
  const who = (id: string) => data.names.get(id) ?? 'somebody who has left'
  const said = (type: string) => data.entries.findLast(e => e.type === type)
  const [corrected, confirmed] = [said('report-reading-corrected'), said('report-reading-confirmed')]
  return (
    <>
      {confirmed
        ? `Checked against the report by ${who(confirmed.author)}, ${shortDay(londonDay(confirmed.recorded))}`
        : 'Read by the product, not checked'}
      {corrected && `. Corrected by ${who(corrected.author)}, ${shortDay(londonDay(corrected.recorded))}`}
    </>
  )
}

function Cover({ data }: { data: ReportData }) {
  const { report } = data
  const day = (d: typeof report.published) =>
    d ? longDay(d) : <span class="gt-quiet">Not found in the report</span>
  return (
    <SummaryList
      rows={[
        { key: 'Council', value: <CouncilLink {...report} /> },
        { key: 'Framework', value: frameworkOf(report.framework).name },
        { key: 'Kind', value: kindTitles[report.kind] },
        {
          key: 'Inspected',
          value: (
            <>
              {day(report.inspectedFrom)} to {day(report.inspectedTo)}
            </>
          ),
        },
        { key: 'Published', value: day(report.published) },
        { key: 'Grade', value: <Grade grade={report.grade} gradeOf={report.gradeOf} /> },
        { key: 'Read from', value: report.file },
        { key: 'Reading', value: <Standing data={data} /> },
      ]}
    />
  )
}

function Unsure({ data }: { data: ReportData }) {
  const unsure = unsureOf(data.entries)
  if (unsure.length === 0 || data.report.checked) return null
  return (
    <InsetText>
      <h2 class="govuk-heading-s">The reader was not sure</h2>
      <ul class="govuk-list govuk-list--bullet">
        {unsure.map(words => (
          <li>{words}</li>
        ))}
      </ul>
    </InsetText>
  )
}

const Passage = ({ passage }: { passage: PassageRow }) => (
  <li class="gt-library__hit" id={`p-${passage.place}`}>
    <p class="govuk-body gt-library__text">
      {passage.mark && <strong>{passage.mark} </strong>}
      <Marked
        text={passage.text}
        words={passage.kind === 'area' ? wordsOfThemes(passage.text, passage.themes) : []}
      />
    </p>
    <p class="gt-library__facts">
      <ThemeLinks codes={passage.themes} />
    </p>
  </li>
)

function Areas({ data }: { data: ReportData }) {
  const areas = data.passages.filter(p => p.kind === 'area')
  return (
    <>
      <h2 class="govuk-heading-m" id="areas">
        {areas.length} {areas.length === 1 ? 'area' : 'areas'} for improvement
      </h2>
      {areas.length === 0 && <p class="govuk-body">None was read from the report.</p>}
      {areas.length > 0 && (
        <p class="govuk-body gt-quiet">The words that put an area under its themes are marked.</p>
      )}
      <ol class="gt-library__hits">
        {areas.map(p => (
          <Passage passage={p} />
        ))}
      </ol>
    </>
  )
}

function Evidence({ data }: { data: ReportData }) {
  const found = data.passages.filter(p => p.kind === 'evidence')
  if (found.length === 0) return null
  // A heading comes again in a long report: what stands together stays together.
  const runs: { heading: string | null; list: PassageRow[] }[] = []
  for (const p of found) {
    const last = runs.at(-1)
    if (last && last.heading === p.heading) last.list.push(p)
    else runs.push({ heading: p.heading, list: [p] })
  }
  return (
    <>
      <h2 class="govuk-heading-m" id="findings">
        What inspectors found
      </h2>
      {runs.map(({ heading, list }) => (
        <>
          {heading && <h3 class="govuk-heading-s">{heading}</h3>}
          <ol class="gt-library__hits">
            {list.map(p => (
              <Passage passage={p} />
            ))}
          </ol>
        </>
      ))}
    </>
  )
}

const Judgements = ({ data }: { data: ReportData }) =>
  data.judgements.length === 0 ? (
    <p class="govuk-body">This report gives no grades.</p>
  ) : (
    <MojScrollablePane label="Judgements">
      <Table
        caption="Judgements"
        captionClass="govuk-table__caption--m"
        head={['Judgement', 'Part', 'Grade']}
        rows={data.judgements.map(j => [
          j.area,
          frameworkOf(data.report.framework).sections.find(s => s.code === j.section)?.title ?? j.section,
          j.grade ?? <strong>Not sure: see the report</strong>,
        ])}
      />
    </MojScrollablePane>
  )

/** One published report, as it was read. */
export const reportPage = page({
  path: '/plan/library/report/:code',
  permission: 'plan-read',
  audit: 'a published report in the library',
  load: loadReport,
  render: (data: ReportData, ctx: Ctx<Db>) => {
    const { report } = data
    return {
      title: `Published report: ${report.authority ?? report.file}`,
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="/plan/library">
          <a class="govuk-back-link" href="/plan/library">
            Library of findings
          </a>
          <span class="govuk-caption-l">Published report {report.code}</span>
          <h1 class="govuk-heading-l">{report.authority ?? report.file}</h1>
          <Cover data={data} />
          <Unsure data={data} />
          {ctx.can('plan-edit').allow && (
            <Button variant="secondary" href={`/plan/library/report/${report.code}/check`}>
              {report.checked ? 'Correct the reading' : 'Check or correct the reading'}
            </Button>
          )}
          <Judgements data={data} />
          <Areas data={data} />
          <Evidence data={data} />
        </PlanFrame>
      ),
    }
  },
})
