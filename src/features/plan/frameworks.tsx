import type { FollowUp, Framework, Standing } from '../../domain/improvement/framework.ts'
import { followUpsAfter, type Visit, visits } from '../../domain/improvement/framework-visits.ts'
import { frameworks } from '../../domain/improvement/frameworks.ts'
import { type Day, longDay, monthName, parts } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Details, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, page } from '../../web/page.ts'
import { PlanFrame } from './frame.tsx'
import { FollowUpTable, Grades, JudgementTable, Times } from './framework-parts.tsx'

/** How well a thing is known, in words for who relies on it. */
const STANDING: Readonly<Record<Standing, string>> = {
  confirmed: 'read in its own text',
  supported: 'a second source says so',
  unconfirmed: 'not checked',
}

async function load(ctx: Ctx<Db>) {
  return found({ open: ctx.query.open ?? '' })
}

/** "2009 to 2012", or by months where those are known. */
const years = (f: Pick<Framework, 'from' | 'to' | 'datesKnownTo'>): string => {
  const said = (d: Day) => (f.datesKnownTo === 'month' ? monthName(d) : String(parts(d).year))
  if (!f.to) return `${said(f.from)} on`
  return said(f.from) === said(f.to) ? said(f.to) : `${said(f.from)} to ${said(f.to)}`
}

const graded = (f: Framework): string =>
  f.grades.length === 0
    ? 'Nothing is graded'
    : `${f.judgements.length} ${f.judgements.length === 1 ? 'judgement' : 'judgements'} on ${f.grades.length} grades`

function following(rows: readonly FollowUp[]): string {
  const timed = rows.filter(u => u.within).length
  if (rows.length === 0) return 'Nothing'
  return timed === 0 ? 'No time is set' : `${timed} ${timed === 1 ? 'step' : 'steps'} by a set day`
}

/** The row of a framework in the list; its name opens what stands behind it. */
const row = (f: Framework) => [
  {
    text: (
      <>
        <a class="govuk-link" href={`/plan/frameworks?open=${f.code}#${f.code}`}>
          {f.shortName}
        </a>
        <span class="gt-line gt-quiet govuk-!-font-weight-regular">{f.name}</span>
      </>
    ),
  },
  years(f),
  graded(f),
  f.bands.some(b => b.within) ? 'By times set in the report' : 'No time is set',
  following(followUpsAfter(f.code, 'standard')),
]

function OneFramework({ framework: f, open, today }: { framework: Framework; open: boolean; today: Day }) {
  return (
    <Details id={f.code} open={open} summary={`${f.shortName}, ${years(f)}: ${f.name}`}>
      <p class="govuk-body">
        {f.law}. Known from: {f.source} ({STANDING[f.status]}).
      </p>
      <Grades framework={f} />
      <JudgementTable framework={f} />
      <Times framework={f} />
      <FollowUpTable
        rows={followUpsAfter(f.code, 'standard')}
        today={today}
        caption={`What must follow: ${f.shortName}`}
      />
    </Details>
  )
}

function OneVisit({ visit, open, today }: { visit: Visit; open: boolean; today: Day }) {
  const when = years({ ...visit, datesKnownTo: 'month' })
  return (
    <Details id={visit.kind} open={open} summary={`${visit.name}, ${when}`}>
      <p class="govuk-body">
        {visit.what}. Told of in a letter, and nothing is graded. Known from: {visit.source} (
        {STANDING[visit.status]}).
      </p>
      <FollowUpTable
        rows={visit.followUps}
        today={today}
        caption={`What must follow: ${visit.name.toLowerCase()}`}
      />
    </Details>
  )
}

function render({ open }: DataOf<typeof load>, ctx: Ctx<Db>): Html {
  return {
    title: 'Inspection frameworks',
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan/frameworks">
        <h1 class="govuk-heading-l">Inspection frameworks</h1>
        <p class="govuk-body">
          How services for children have been inspected since 2009: what was judged, on which grades, and what
          must follow. A report is read by the framework in force on the day its inspection began. Days are
          counted here as if the report had come and been published today, {longDay(ctx.today)}.
        </p>
        <MojScrollablePane label="Inspection frameworks, the latest first">
          <Table
            caption="Inspection frameworks, the latest first"
            captionClass="govuk-visually-hidden"
            head={['Framework', 'In force', 'Judged', 'Areas for improvement', 'What must follow']}
            rowHeaders
            rows={frameworks.toReversed().map(row)}
          />
        </MojScrollablePane>
        <h2 class="govuk-heading-m">What stands behind each</h2>
        {frameworks.toReversed().map(f => (
          <OneFramework framework={f} open={open === f.code} today={ctx.today} />
        ))}
        <h2 class="govuk-heading-m">Visits between inspections</h2>
        {visits.map(v => (
          <OneVisit visit={v} open={open === v.kind} today={ctx.today} />
        ))}
      </PlanFrame>
    ),
  }
}

/** The frameworks, past and present: each opens into its judgements, grades, follow-ups, source and standing. */
export const frameworksPage = page({
  path: '/plan/frameworks',
  permission: 'plan-read',
  audit: 'the inspection frameworks',
  load,
  render,
})
