import { wordsOfThemes } from '../../../domain/improvement/themes-found.ts'
import type { Db } from '../../../store/connection.ts'
import { libraryCouncils, libraryStands } from '../../../store/queries/library-reports.ts'
import { type Hit, PAGE, searchLibrary } from '../../../store/queries/library-search.ts'
import { InsetText } from '../../../web/govuk/index.ts'
import { Paging } from '../../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { askedOf, searchPath } from './asked.ts'
import { Counts } from './counts.tsx'
import { EmptyLibrary } from './empty.tsx'
import { CouncilLink, Grade, Headline, Marked, shortFramework, ThemeLinks, when } from './parts.tsx'

import { Questions } from './search-questions.tsx'

async function load(ctx: Ctx<Db>) {
  const asked = askedOf(ctx.query)
  const number = pageNumber(ctx.query)
  const stands = await libraryStands(ctx.tx)
  const councils = await libraryCouncils(ctx.tx)
  const results = await searchLibrary(ctx.tx, asked, number)
  return found({ asked, number, stands, councils, results })
}

export type SearchData = DataOf<typeof load>

function Result({ hit, data }: { hit: Hit; data: SearchData }) {
  const { theme, words } = data.asked
  return (
    <li class="gt-library__hit">
      <p class="govuk-body gt-library__text">
        {words ? (
          <Headline shown={hit.shown} />
        ) : (
          <Marked text={hit.text} words={theme ? wordsOfThemes(hit.text, [theme]) : []} />
        )}
      </p>
      <p class="gt-library__facts">
        <CouncilLink {...hit} />, {when(hit.dated)} ({shortFramework(hit.framework)}):{' '}
        <a class="govuk-link" href={`/plan/library/report/${hit.code}#p-${hit.place}`}>
          {hit.kind === 'area' ? 'area for improvement' : 'finding'}
          {hit.mark && ` ${hit.mark}`}
          <span class="govuk-visually-hidden"> in report {hit.code}</span>
        </a>
        . <Grade grade={hit.grade} />.{' '}
        {hit.checked && <span class="gt-quiet"> Checked against the report.</span>}
      </p>
      <p class="gt-library__facts">
        <ThemeLinks codes={hit.themes} />
      </p>
    </li>
  )
}

function Results({ data }: { data: SearchData }) {
  const { results, number, asked } = data
  if (results.nothingAsked)
    return (
      <InsetText>
        “{asked.words}” has no word that can be looked for: words such as “the” and “of” stand everywhere. Add
        another, or choose a theme.
      </InsetText>
    )
  if (results.total === 0)
    return (
      <InsetText>
        Nothing in the library fits. Try fewer words or another theme, or{' '}
        <a href="/plan/library">begin again</a>.
      </InsetText>
    )
  const pages = Math.ceil(results.total / PAGE)
  const of = pages > 1 ? `, page ${Math.min(number, pages)} of ${pages}` : ''
  return (
    <>
      <h2 class="govuk-heading-m">
        {results.total.toLocaleString('en-GB')} {results.total === 1 ? 'passage' : 'passages'}
        {of}
      </h2>
      {results.hits.length === 0 && (
        <p class="govuk-body">
          There is no page {number}. <a href={searchPath(asked)}>Go to the first</a>.
        </p>
      )}
      <ol class="gt-library__hits">
        {results.hits.map(hit => (
          <Result hit={hit} data={data} />
        ))}
      </ol>
      <Paging number={number} pages={pages} link={n => searchPath(asked, {}, n)} />
    </>
  )
}

const Body = ({ data, may }: { data: SearchData; may: boolean }) => {
  const { stands } = data
  return (
    <>
      <p class="govuk-body">
        What inspectors told {stands.councils} {stands.councils === 1 ? 'council' : 'councils'}, from{' '}
        {stands.reports} published reports: {stands.areas.toLocaleString('en-GB')} areas for improvement and{' '}
        {stands.evidence.toLocaleString('en-GB')} paragraphs of findings.{' '}
        {stands.unchecked > 0 && (
          <span class="gt-quiet">
            {stands.unchecked} were read by the product and not checked by anybody yet: hold what matters
            against the report.
          </span>
        )}{' '}
        {may && (
          <a class="govuk-link" href="/plan/library/load">
            Add reports
          </a>
        )}
      </p>
      <div class="gt-library">
        <div>
          <Questions data={data} />
          <Results data={data} />
        </div>
        <Counts data={data} />
      </div>
    </>
  )
}

/** What other councils were told, to be searched by word, theme, council, grade and year. */
export const libraryPage = page({
  path: '/plan/library',
  permission: 'plan-read',
  audit: 'the library of published reports',
  load,
  render: (data: SearchData, ctx: Ctx<Db>) => ({
    title: 'Library of findings',
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame at="/plan/library">
        <h1 class="govuk-heading-l">Library of findings</h1>
        {data.stands.reports === 0 ? (
          <EmptyLibrary may={ctx.can('plan-edit').allow} />
        ) : (
          <Body data={data} may={ctx.can('plan-edit').allow} />
        )}
      </PlanFrame>
    ),
  }),
})
