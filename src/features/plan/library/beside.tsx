import { themesOf, wordsOfThemes } from '../../../domain/improvement/themes-found.ts'
import { parseDay } from '../../../domain/kernel/day.ts'
import type { Db } from '../../../store/connection.ts'
import { libraryStands } from '../../../store/queries/library-reports.ts'
import { besideThemes } from '../../../store/queries/library-theme.ts'
import { inspectionCalled, readPlan } from '../../../store/queries/plan.ts'
import { InsetText } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../../web/page.ts'
import { PlanFrame, sourcePath } from '../frame.tsx'
import { EmptyLibrary } from './empty.tsx'
import { CouncilLink, Marked, ThemeLinks, when } from './parts.tsx'

const MOST = 20

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const source = inspectionCalled(view, ctx.params.source ?? '')
  const finding = source?.findings.find(f => f.id === ctx.params.finding)
  if (!source || !finding)
    return { missing: 'That recommendation is not in the plan. Open the plan and choose it there.' }
  const themes = themesOf(finding.text)
  const codes = themes.map(t => t.code)
  return found({
    path: `${sourcePath(view, source)}#area-${finding.id}`,
    finding,
    codes,
    stands: await libraryStands(ctx.tx),
    beside: await besideThemes(ctx.tx, codes, MOST),
  })
}

type Data = DataOf<typeof load>

function Others({ data }: { data: Data }) {
  if (data.codes.length === 0)
    return (
      <p class="govuk-body">
        No theme's words stand in it. <a href="/plan/library">Search the library by words</a> instead.
      </p>
    )
  if (data.beside.length === 0)
    return <p class="govuk-body">No report in the library asks for anything like it.</p>
  return (
    <>
      <h2 class="govuk-heading-m">What others were told</h2>
      <p class="govuk-body gt-quiet">
        Those that share most of its themes first. Open a theme to see where those councils stand now.
      </p>
      <ol class="gt-library__hits">
        {data.beside.map(b => (
          <li class="gt-library__hit">
            <p class="govuk-body gt-library__text">
              <Marked text={b.text} words={wordsOfThemes(b.text, data.codes)} />
            </p>
            <p class="gt-library__facts">
              <CouncilLink {...b} />,{' '}
              <a class="govuk-link" href={`/plan/library/report/${b.code}#p-${b.place}`}>
                {when(parseDay(b.dated ?? '') ?? null)}
              </a>
            </p>
            <p class="gt-library__facts">
              <ThemeLinks codes={b.themes.filter(t => data.codes.includes(t))} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

/** One recommendation of our own plan, beside what other councils were told on the same themes. */
export const besidePage = page({
  path: '/plan/library/beside/:source/:finding',
  permission: 'plan-read',
  audit: 'a recommendation beside the library',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Beside our plan',
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan/library">
        <a class="govuk-back-link" href={data.path}>
          Back to the recommendation
        </a>
        <h1 class="govuk-heading-l">Beside our plan</h1>
        <p class="govuk-body">We were told:</p>
        <InsetText>
          <Marked text={data.finding.text} words={wordsOfThemes(data.finding.text, data.codes)} />
        </InsetText>
        <p class="govuk-body">
          <ThemeLinks codes={data.codes} />
        </p>
        {data.stands.reports === 0 ? (
          <EmptyLibrary may={ctx.can('plan-edit').allow} />
        ) : (
          <Others data={data} />
        )}
      </PlanFrame>
    ),
  }),
})
