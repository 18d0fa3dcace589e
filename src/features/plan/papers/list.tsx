import { paperKinds } from '../../../domain/improvement/paper-kinds.ts'
import { type Day, shortDay } from '../../../domain/kernel/day.ts'
import type { Db } from '../../../store/connection.ts'
import { type PaperListed, readPaperList } from '../../../store/queries/papers.ts'
import { Button, Tag } from '../../../web/govuk/index.ts'
import { Paging } from '../../../web/layout/paging.tsx'
import { StackedTable } from '../../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'

const EACH = 25

async function load(ctx: Ctx<Db>) {
  const writes = ctx.can('paper-write').allow
  const all = (await readPaperList(ctx.tx)).filter(p => writes || p.state === 'final')
  const bodies = [...new Set(all.flatMap(p => p.board ?? []))].sort()
  const body = ctx.query.body ?? ''
  const asked = all.filter(p => body === '' || p.board === body)
  const at = Math.min(pageNumber(ctx.query), Math.max(1, Math.ceil(asked.length / EACH)))
  return found({ writes, bodies, body, n: asked.length, at, papers: asked.slice((at - 1) * EACH, at * EACH) })
}

type Data = DataOf<typeof load>

function Row({ paper, today }: { paper: PaperListed; today: Day }) {
  return [
    {
      text: (
        <>
          <a class="govuk-link" href={`/plan/papers/${paper.code}`}>
            {paper.title}
          </a>
          <span class="gt-quiet gt-line">{paperKinds[paper.kind].title}</span>
        </>
      ),
    },
    { text: paper.board ?? '' },
    { text: <span class="gt-nowrap">{shortDay(paper.meeting)}</span> },
    {
      text:
        paper.state === 'final' ? (
          <Tag colour="green">Final</Tag>
        ) : (
          <>
            <Tag colour="yellow">Draft</Tag>
            {paper.meeting < today && <span class="gt-quiet gt-line">its day has passed</span>}
          </>
        ),
    },
  ]
}

function Bodies({ data }: { data: Data }) {
  if (data.bodies.length < 2) return null
  return (
    <nav class="gt-paper-bodies" aria-label="Papers for">
      <ul class="govuk-list gt-inline-list">
        {['', ...data.bodies].map(body => (
          <li>
            {body === data.body ? (
              <strong aria-current="true">{body || 'All'}</strong>
            ) : (
              <a class="govuk-link" href={`/plan/papers?${new URLSearchParams(body ? { body } : {})}`}>
                {body || 'All'}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Every paper by meeting, the latest first, and the way to begin one. */
export const papersPage = page({
  path: '/plan/papers',
  permission: 'plan-read',
  audit: 'papers of the improvement plan',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Papers',
    section: 'plan',
    body: (
      <PlanFrame at="/plan/papers">
        <h1 class="govuk-heading-l">Papers</h1>
        <p class="govuk-body">
          Written from the plan and the record, with your words beside them. Figures that speak of one to four
          children are held back, as anybody may read these papers.
        </p>
        {data.writes && <Button href="/plan/papers/new">Begin a paper</Button>}
        <Bodies data={data} />
        {data.papers.length === 0 ? (
          <p class="govuk-body">
            {data.writes ? 'No paper has been begun yet.' : 'No paper has been made final yet.'}
          </p>
        ) : (
          <StackedTable
            caption={`${data.n} ${data.n === 1 ? 'paper' : 'papers'}`}
            captionSize="s"
            rowHeaders
            head={['Paper', 'For', 'Meeting', 'State']}
            rows={data.papers.map(paper => Row({ paper, today: ctx.today }))}
          />
        )}
        <Pages data={data} />
      </PlanFrame>
    ),
  }),
})

const Pages = ({ data }: { data: Data }) => (
  <Paging
    number={data.at}
    pages={Math.ceil(data.n / EACH)}
    link={n =>
      `/plan/papers?${new URLSearchParams({ ...(data.body ? { body: data.body } : {}), page: String(n) })}`
    }
  />
)
