import { inOrder } from '../../domain/returns/live/lines.ts'
import type { Db } from '../../store/connection.ts'
import { InsetText, MojSubNavigation, Table } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { address } from './asked.ts'
import { Child, What, Where } from './issue-cells.tsx'
import { load } from './load.ts'
import { named } from './named.ts'
import { countWords, overWords, readingPage, sectionOf, Weight } from './parts.tsx'

const SIZE = 50

async function loadPage(ctx: Ctx<Db>) {
  const came = await load(ctx)
  if (!('ready' in came)) return found({ came, list: [], number: 1, pages: 1 })
  const pages = Math.max(1, Math.ceil(came.lines.length / SIZE))
  const number = Math.min(pageNumber(ctx.query), pages)
  const some = inOrder(came.lines).slice((number - 1) * SIZE, number * SIZE)
  return found({ came, list: await named(ctx, came, some), number, pages })
}
type Data = DataOf<typeof loadPage>

function Body({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { came, list } = data
  if (!('ready' in came)) return null
  const { asked, lines, scope } = came
  const { narrow } = asked
  const rule =
    narrow.rule === null ? undefined : scope.find(l => l.issue.rule.code === narrow.rule)?.issue.rule
  const tab = (text: string, weight: 'error' | 'query' | null) => ({
    text,
    href: address(asked, '/returns/issues', { weight, page: null }),
    active: narrow.weight === weight,
  })
  const worker = narrow.worker === null ? null : (came.names.get(narrow.worker) ?? null)
  return (
    <>
      <a
        class="govuk-back-link"
        href={address(asked, '/returns', { rule: null, weight: null, worker: null })}
      >
        National returns
      </a>
      <span class="govuk-caption-l">{[overWords(asked), worker].filter(Boolean).join(', ')}</span>
      <h1 class="govuk-heading-l">
        {rule ? rule.says : narrow.rule ? `Rule ${narrow.rule}` : 'Every issue'}
      </h1>
      {rule && (
        <InsetText>
          <Weight of={rule.severity} /> Rule {rule.code}. {rule.todo}
        </InsetText>
      )}
      <p class="govuk-body">{countWords(lines)}</p>
      {!rule && (
        <MojSubNavigation
          label="Which issues"
          items={[tab('All', null), tab('Errors', 'error'), tab('Queries', 'query')]}
        />
      )}
      {list.length > 0 && (
        <Table
          caption="Issues"
          captionClass="govuk-visually-hidden"
          head={['Child', rule ? 'In the return' : 'What is wrong', 'Where it is put right']}
          rows={list.map(of => [
            { text: <Child of={of} /> },
            { text: <What of={of} whole={!rule} /> },
            { text: <Where of={of} /> },
          ])}
          rowHeaders
          smallOnPhone
          class="gt-returns__issues"
        />
      )}
      <Paging
        number={data.number}
        pages={data.pages}
        link={n => address(asked, '/returns/issues', { page: String(n) })}
      />
      {list.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={address(asked, '/returns/issues.csv')}>
            Take all of these as a file (CSV). It is logged
          </a>
        </p>
      )}
      {ctx.viewer.role === 'performance-analyst' && (
        <p class="govuk-body gt-quiet">Issues are put right by those who work with the child.</p>
      )}
    </>
  )
}

/** The issues of a return, each with the page on which it is put right. */
export const issuesPage = page({
  path: '/returns/issues',
  permission: 'returns',
  audit: 'issues of a national return',
  load: loadPage,
  render: (data: Data, ctx: Ctx<Db>) =>
    'ready' in data.came
      ? {
          title: `Issues: ${overWords(data.came.asked)}`,
          section: sectionOf(ctx),
          wide: true,
          body: <Body data={data} ctx={ctx} />,
        }
      : readingPage(ctx, data.came, address(data.came.asked, '/returns/issues')),
})
