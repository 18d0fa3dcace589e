import { fileAt, type Part, partOf, writtenIn } from '../../domain/access/parts.ts'
import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { readTyped } from '../../domain/matching/asked.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { draftsOf } from '../../store/drafts.ts'
import { fetchClosed, logClosed } from '../../store/queries/likeness.ts'
import { type PartChild, partList } from '../../store/queries/part-list.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button, MojScrollablePane, MojSubNavigation, Tag } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { BegunForms } from './begun.tsx'

const SIZE = 30
const SEARCH = 'search among my children'

async function load(ctx: Ctx<Db>) {
  const part = partOf(ctx.viewer.role)
  if (!part) return { go: '/' }
  const asked = (ctx.query.q ?? '').trim()
  const { words } = readTyped(asked, Number(ctx.today.slice(0, 4)))
  const lateOnly = ctx.query.show === 'late'
  const number = pageNumber(ctx.query)
  const slice = { limit: SIZE, offset: (number - 1) * SIZE }
  const list = await partList(ctx.tx, ctx.viewer, part, ctx, { words, lateOnly }, slice)
  if (words.length > 0 && number === 1) {
    const sought = { words, born: null, numbers: [], address: [] }
    await logClosed(
      ctx.tx,
      ctx.viewer,
      ctx.now,
      SEARCH,
      await fetchClosed(ctx.tx, ctx.viewer, ctx.now, sought, false),
    )
  }
  return found({
    part,
    asked,
    lateOnly,
    list,
    number,
    pages: Math.max(1, Math.ceil(list.total / SIZE)),
    drafts: await draftsOf(ctx.tx, ctx.viewer, ctx.now),
  })
}
type Data = DataOf<typeof load>

/** What is due first, by when, and how much more is late. */
function Next({ c, part, ctx }: { c: PartChild; part: Part; ctx: Ctx<Db> }) {
  if (c.due === null || c.series === null) return <span class="gt-quiet">Nothing is due</span>
  return (
    <>
      {/* Who writes only a log does none of it: they are told what is to come. */}
      {findSeries(c.series)?.[part.writes ? 'title' : 'task'] ?? c.series}, {dueWords(c.due, ctx.today)}{' '}
      {c.due < ctx.today && <Tag colour="yellow">Late</Tag>}
      {c.late > 1 && <span class="gt-quiet gt-below">and {c.late - 1} more late</span>}
    </>
  )
}

/** What somebody writes each day, one press from the list of their children. */
const Writes = ({ c, part, ctx }: { c: PartChild; part: Part; ctx: Ctx<Db> }) => (
  <>
    {writtenIn(part).map(code => (
      <a class="govuk-link" href={`${fileAt(ctx.viewer.role, c.code)}/record/${code}`}>
        {knownRecordType(code).title}
        <span class="govuk-visually-hidden"> for {calledBy(c, c.code)}</span>
      </a>
    ))}
  </>
)

function Children({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.list.total === 0)
    return (
      <p class="govuk-body">
        {data.asked === ''
          ? data.lateOnly
            ? 'Nothing is late.'
            : 'No child is in your list yet. Children come into it by themselves.'
          : `No child of your list is found for “${data.asked}”. Try fewer letters.`}
      </p>
    )
  return (
    <MojScrollablePane label="Children">
      <StackedTable
        caption={`${data.list.total} ${data.list.total === 1 ? 'child' : 'children'}, the most pressing first`}
        captionSize="s"
        head={['Child', 'What is due first', 'Age', 'Worker', ...(data.part.writes ? ['Record'] : [])]}
        rows={data.list.children.map(c => [
          {
            text: (
              <a class="govuk-link" href={fileAt(ctx.viewer.role, c.code)}>
                {calledBy(c, c.code)}
              </a>
            ),
          },
          { text: <Next c={c} part={data.part} ctx={ctx} /> },
          c.born ? ageWords(c, ctx.today) : 'Not recorded',
          c.worker ?? 'Nobody',
          ...(data.part.writes ? [{ text: <Writes c={c} part={data.part} ctx={ctx} /> }] : []),
        ])}
      />
    </MojScrollablePane>
  )
}

/** So few children are seen at a glance: nobody looks for one of them, or narrows them down. */
const FEW = 5
const isFew = ({ list, asked, lateOnly, pages }: Data): boolean =>
  list.total <= FEW && asked === '' && !lateOnly && pages === 1

/** The first page of those whom only a part of a file concerns: their children, and what of that part is due. */
export const myChildrenPage = page({
  path: '/my-children',
  permission: 'my-children',
  audit: 'my children',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const q = data.asked === '' ? '' : `&q=${encodeURIComponent(data.asked)}`
    const show = data.lateOnly ? 'late' : 'all'
    return {
      title: 'My children',
      section: 'work',
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">My children</h1>
          <p class="govuk-body-l">
            {data.part.title}:{' '}
            {data.list.late === 0
              ? 'nothing is late.'
              : `${data.list.late} ${data.list.late === 1 ? 'child has' : 'children have'} something late.`}
          </p>
          <BegunForms drafts={data.drafts} />
          {!isFew(data) && (
            <>
              <MojSubNavigation
                label="Which children"
                items={[
                  { text: 'All', href: `/my-children?show=all${q}`, active: !data.lateOnly },
                  { text: 'Something is late', href: `/my-children?show=late${q}`, active: data.lateOnly },
                ]}
              />
              <search>
                <form method="get" class="gt-find">
                  <input type="hidden" name="show" value={show} />
                  <SearchInput
                    label="Name"
                    hint="The beginnings of a name, in any order."
                    value={data.asked}
                    after={<Button>Search</Button>}
                  />
                </form>
              </search>
            </>
          )}
          <Children data={data} ctx={ctx} />
          <Paging
            number={data.number}
            pages={data.pages}
            link={n => `/my-children?page=${n}&show=${show}${q}`}
            before="Sooner"
          />
        </>
      ),
    }
  },
})
