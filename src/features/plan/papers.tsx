import { type Paper, stillToWrite } from '../../domain/improvement/paper.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, Details, Select, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { inspectionName, PlanFrame } from './frame.tsx'
import { type PaperName, papers, readPapers, writePaper } from './papers-load.ts'

async function load(ctx: Ctx<Db>) {
  const given = await readPapers(ctx)
  const right = Object.keys(given.days.faults).length === 0
  const names: readonly PaperName[] = ['cabinet', 'board']
  const written: { name: PaperName; paper: Paper }[] = []
  for (const name of names) {
    const paper = right ? await writePaper(ctx, name, given) : undefined
    if (paper) written.push({ name, paper })
  }
  return found({ ...given, written })
}

type Data = DataOf<typeof load>

/** The address of a paper of the same days. */
function asked({ days, inspection, view }: Data): string {
  const code = inspection ? (view.codes.get(inspection.id) ?? '') : ''
  return `?${new URLSearchParams({ on: days.asAt, meeting: days.meeting, since: days.since, inspection: code })}`
}

function Days({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { days, view, inspection } = data
  const shown = (name: 'on' | 'meeting' | 'since', on: typeof days.asAt) =>
    days.faults[name] ? (ctx.query[name] ?? '') : formDay(on)
  return (
    <form method="get" action="/plan/papers" class="gt-inline-form" aria-label="Days of the papers">
      {view.inspections.length > 1 && (
        <Select
          name="inspection"
          label="Report"
          value={inspection ? (view.codes.get(inspection.id) ?? '') : ''}
          items={view.inspections.map(i => ({ value: view.codes.get(i.id) ?? '', text: inspectionName(i) }))}
        />
      )}
      <TextInput
        name="on"
        label="Figures as at"
        value={shown('on', days.asAt)}
        width={10}
        error={days.faults.on}
      />
      <TextInput
        name="meeting"
        label="Day of the meeting"
        value={shown('meeting', days.meeting)}
        width={10}
        error={days.faults.meeting}
      />
      <TextInput
        name="since"
        label="Board’s report before"
        value={shown('since', days.since)}
        width={10}
        error={days.faults.since}
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}

function One({ name, paper, data }: { name: PaperName; paper: Paper; data: Data }) {
  const gaps = [...new Set(stillToWrite(paper))]
  const at = `/plan/papers/${name}`
  return (
    <section aria-labelledby={name}>
      <h2 class="govuk-heading-m" id={name}>
        {papers[name]}
      </h2>
      <p class="govuk-body">{paper.title}.</p>
      {gaps.length > 0 && (
        <Details summary={`For you to write before it goes: ${gaps.length}`} open>
          <ul class="govuk-list govuk-list--bullet">
            {gaps.map(gap => (
              <li>{gap.replace(/^\[To be written: (.*)\]$/, '$1')}</li>
            ))}
          </ul>
        </Details>
      )}
      <div class="govuk-button-group">
        <Button href={`${at}/word${asked(data)}`}>
          Download as a Word document<span class="govuk-visually-hidden">: {papers[name]}</span>
        </Button>
        <a class="govuk-link" href={`${at}${asked(data)}`}>
          Read it here<span class="govuk-visually-hidden">: {papers[name]}</span>
        </a>
      </div>
    </section>
  )
}

/** The papers that can be written from the plan, and what they still lack. */
export const papersPage = page({
  path: '/plan/papers',
  permission: 'plan-read',
  audit: 'papers of the improvement plan',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Papers',
    section: 'plan',
    body: (
      <PlanFrame ctx={ctx} view={data.view} at="/plan/papers">
        <Problems faults={data.days.faults} />
        <h1 class="govuk-heading-l">Papers</h1>
        <p class="govuk-body">
          Written from the plan as it stood on the day you choose. Figures that speak of one to four children
          are held back, as anybody may read these papers.
        </p>
        <Days data={data} ctx={ctx} />
        {!data.inspection && (
          <p class="govuk-body">
            No report had been loaded by {longDay(data.days.asAt)}. Choose a later day.
          </p>
        )}
        {data.written.map(({ name, paper }) => (
          <One name={name} paper={paper} data={data} />
        ))}
      </PlanFrame>
    ),
  }),
})
