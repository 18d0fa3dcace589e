import { type Part, partOf } from '../../domain/access/parts.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findTimescale } from '../../domain/timescales/table.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { AnswerList } from '../../web/form/written.tsx'
import { SummaryCard, Table } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { type ChildCtx, childPage, type DataOf, found, pageNumber } from '../../web/page.ts'

const SHOWN = 20

/** What of a file belongs to a part: the last first. Nothing else of it leaves this function but the child's name. */
async function partOfFile(ctx: ChildCtx<Db>, part: Part) {
  const { file, clocks } = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  return {
    born: file.person.born,
    entries: file.happenings
      .filter(e => part.types.includes(e.type) && !e.withdrawn)
      .toSorted((a, b) => (a.happened === b.happened ? b.seq - a.seq : a.happened < b.happened ? 1 : -1)),
    due: clocks
      .filter(c => part.series.includes(c.series) && c.met === null && c.ended === null)
      .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
  }
}

async function load(ctx: ChildCtx<Db>) {
  const part = partOf(ctx.viewer.role)
  if (!part) return { go: `/child/${ctx.child.code}` }
  const { born, entries, due } = await partOfFile(ctx, part)
  const number = pageNumber(ctx.query)
  const shown = entries.slice((number - 1) * SHOWN, number * SHOWN)
  const names = await namesOf(
    ctx.tx,
    shown.map(e => e.author),
  )
  return found({
    part,
    born,
    due,
    shown,
    names,
    number,
    pages: Math.max(1, Math.ceil(entries.length / SHOWN)),
  })
}
type Data = DataOf<typeof load>

const Entry = ({ e, data }: { e: Standing; data: Data }) => {
  const type = knownRecordType(e.type)
  return (
    <SummaryCard title={`${type.title}, ${longDay(e.happened)}`}>
      <AnswerList type={type} answers={e.answers} names={data.names} />
      <p class="govuk-body gt-quiet">Written by {data.names.get(e.author) ?? 'somebody who has left'}.</p>
    </SummaryCard>
  )
}

/** The part of a child's file that concerns somebody's work, and nothing of the rest (rules §4). */
export const partPage = childPage({
  path: '/child/:child/part',
  permission: 'open-part',
  audit: 'a part of the file',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => ({
    title: `${data.part.title}: ${ctx.child.called}`,
    section: 'find',
    body: (
      <>
        <Heading
          over={`${ctx.child.called}, ${ctx.child.code}${data.born ? `, born ${longDay(data.born)}` : ''}`}
        >
          {data.part.title}
        </Heading>
        {data.due.length > 0 && (
          <Table
            caption="What is due"
            captionSize="s"
            head={['What', 'By']}
            rows={data.due.map(c => [findTimescale(c.row)?.title ?? c.series, longDay(c.due)])}
          />
        )}
        {data.shown.map(e => (
          <Entry e={e} data={data} />
        ))}
        {data.shown.length === 0 && (
          <p class="govuk-body">Nothing of this is recorded yet. Ask the child’s worker to record it.</p>
        )}
        <Paging
          number={data.number}
          pages={data.pages}
          link={n => `/child/${ctx.child.code}/part?page=${n}`}
        />
      </>
    ),
  }),
})
