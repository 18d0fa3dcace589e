import { findTheme } from '../../../domain/improvement/themes.ts'
import { wordsOfThemes } from '../../../domain/improvement/themes-found.ts'
import type { Db } from '../../../store/connection.ts'
import { type Told, toldOn } from '../../../store/queries/library-theme.ts'
import { Details, Tag } from '../../../web/govuk/index.ts'
import { Paging } from '../../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { Grade, Marked, when } from './parts.tsx'

const PAGE = 20

async function load(ctx: Ctx<Db>) {
  const theme = findTheme(ctx.params.theme ?? '')
  if (!theme) return { missing: 'There is no such theme. Open the library and choose one.' }
  return found({ theme, told: await toldOn(ctx.tx, theme.code), number: pageNumber(ctx.query) })
}

type Data = DataOf<typeof load>

/** How far a council moved since it was told, in words: never by colour alone. */
function Moved({ told }: { told: Told }) {
  const { moved, latest } = told
  if (latest === null) return <span class="gt-quiet">No graded report since</span>
  if (moved === null) return <span class="gt-quiet">Not to be compared</span>
  if (moved === 0) return <>No change</>
  const steps = Math.abs(moved) === 1 ? '1 grade' : `${Math.abs(moved)} grades`
  return (
    <Tag colour={moved > 0 ? 'green' : 'red'}>
      {steps} {moved > 0 ? 'up' : 'down'}
    </Tag>
  )
}

const again = ({ again }: Told): string =>
  again === null ? 'Nothing asked since' : again ? 'Yes, asked again' : 'No'

/** What one council was told: the first two, the rest folded. */
function Areas({ told, theme }: { told: Told; theme: string }) {
  const rows = told.areas.map(({ report, area }) => (
    <li>
      <Marked text={area.text} words={wordsOfThemes(area.text, [theme])} />{' '}
      <a class="govuk-link gt-nowrap" href={`/plan/library/report/${report.code}#p-${area.place}`}>
        {when(report.dated)}
        <span class="govuk-visually-hidden"> report</span>
      </a>
    </li>
  ))
  return (
    <>
      <ul class="govuk-list govuk-list--bullet gt-library__text">{rows.slice(0, 2)}</ul>
      {rows.length > 2 && (
        <Details summary={`${rows.length - 2} more`}>
          <ul class="govuk-list govuk-list--bullet">{rows.slice(2)}</ul>
        </Details>
      )}
    </>
  )
}

const Council = ({ told, theme }: { told: Told; theme: string }) => (
  <section class="gt-library__council">
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href={`/plan/library/council/${told.council}`}>
        {told.name}
      </a>{' '}
      <Moved told={told} />
    </h3>
    <dl class="gt-library__then">
      <div>
        <dt>When first told</dt>
        <dd>
          <Grade grade={told.first.grade} gradeOf={told.first.gradeOf} />, {when(told.first.dated)}
        </dd>
      </div>
      <div>
        <dt>Now</dt>
        <dd>
          {told.latest ? (
            <>
              <Grade grade={told.latest.grade} gradeOf={told.latest.gradeOf} />, {when(told.latest.dated)}
            </>
          ) : (
            <span class="gt-quiet">No later grade here</span>
          )}
        </dd>
      </div>
      <div>
        <dt>Asked again since</dt>
        <dd>{again(told)}</dd>
      </div>
    </dl>
    <Areas told={told} theme={theme} />
  </section>
)

function Sum({ told }: { told: readonly Told[] }) {
  const up = told.filter(t => (t.moved ?? 0) > 0).length
  const down = told.filter(t => (t.moved ?? 0) < 0).length
  const later = told.filter(t => t.again !== null)
  const repeated = later.filter(t => t.again).length
  return (
    <p class="govuk-body">
      {told.length} {told.length === 1 ? 'council was' : 'councils were'} told something on this. Since then{' '}
      {up} moved up, {down} moved down, and the others stand where they stood or have no later grade.{' '}
      {later.length > 0 &&
        `Of ${later.length} that were asked anything since, ${repeated} ${repeated === 1 ? 'was' : 'were'} asked this again.`}
    </p>
  )
}

/** What other councils were told on a theme, with where they stand now. */
export const themePage = page({
  path: '/plan/library/theme/:theme',
  permission: 'plan-read',
  audit: 'a theme of the library of published reports',
  load,
  render: ({ theme, told, number }: Data) => {
    const pages = Math.max(1, Math.ceil(told.length / PAGE))
    return {
      title: `${theme.title}: what councils were told`,
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="/plan/library">
          <a class="govuk-back-link" href="/plan/library">
            Library of findings
          </a>
          <span class="govuk-caption-l">Theme</span>
          <h1 class="govuk-heading-l">{theme.title}</h1>
          {told.length === 0 ? (
            <p class="govuk-body">
              No report in the library asks for anything on this.{' '}
              <a class="govuk-link" href={`/plan/library?theme=${theme.code}`}>
                See what inspectors found on it
              </a>
            </p>
          ) : (
            <>
              <Sum told={told} />
              <p class="govuk-body gt-quiet">
                Those that moved furthest up come first: ask them how. An area is put under a theme by its
                words, which are marked. Grades of different frameworks did not ask the same.{' '}
                <a class="govuk-link" href={`/plan/library?theme=${theme.code}`}>
                  Search within this theme
                </a>
              </p>
              {told.slice((number - 1) * PAGE, number * PAGE).map(t => (
                <Council told={t} theme={theme.code} />
              ))}
              <Paging
                number={number}
                pages={pages}
                link={n => `/plan/library/theme/${theme.code}?page=${n}`}
              />
            </>
          )}
        </PlanFrame>
      ),
    }
  },
})
