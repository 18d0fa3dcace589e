import { givenIn, type Part, partOf } from '../../domain/access/parts.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { findRecordType, knownRecordType, recordTypes } from '../../domain/records/registry.ts'
import { recordShowing } from '../../domain/records/showing.ts'
import { findSeries, findTimescale } from '../../domain/timescales/table.ts'
import { type Clock, stillAsked } from '../../domain/timescales/timescale.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { AnswerList, idsIn } from '../../web/form/written.tsx'
import { Button, NotificationBanner, SummaryCard, Table, Tag } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { type ChildCtx, childPage, type DataOf, found, pageNumber } from '../../web/page.ts'

const SHOWN = 20

/** Begun, and neither met nor over. */
const runs = (c: Clock, on: Day): boolean => c.starts <= on && stillAsked(c, on)

const before = (part: Part, e: Standing): number => (part.first?.includes(e.type) ? 1 : 0)

/** What of a file belongs to a part: the last first. Nothing else of it leaves this function but the child's name. */
async function partOfFile(ctx: ChildCtx<Db>, part: Part) {
  const { file, clocks } = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  return {
    born: file.person.born,
    entries: givenIn(part, ctx.viewer, file.happenings).toSorted(
      (a, b) =>
        before(part, b) - before(part, a) ||
        (a.happened === b.happened ? b.seq - a.seq : a.happened < b.happened ? 1 : -1),
    ),
    due: clocks
      .filter(c => part.series.includes(c.series) && runs(c, ctx.today))
      .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
  }
}

/** What somebody writes in their part, in the order in which a worker would look for it. */
const written = (part: Part, ctx: ChildCtx<Db>): readonly RecordType[] =>
  recordTypes.filter(
    t => part.types.includes(t.code) && writes(t, ctx.viewer.role) && ctx.can('record-part').allow,
  )

async function load(ctx: ChildCtx<Db>) {
  const part = partOf(ctx.viewer.role)
  if (!part) return { go: `/child/${ctx.child.code}` }
  const { born, entries, due } = await partOfFile(ctx, part)
  const only = part.types.includes(ctx.query.only ?? '') ? ctx.query.only : undefined
  const listed = entries.filter(e => only === undefined || e.type === only)
  const pages = Math.max(1, Math.ceil(listed.length / SHOWN))
  const number = Math.min(pages, pageNumber(ctx.query))
  const shown = listed.slice((number - 1) * SHOWN, number * SHOWN)
  return found({
    part,
    born,
    due,
    shown,
    only,
    number,
    pages,
    kinds: part.types.filter(t => entries.some(e => e.type === t)),
    types: written(part, ctx),
    done: entries.find(e => e.id === ctx.query.done),
    names: await namesOf(
      ctx.tx,
      shown.flatMap(e => [e.author, ...idsIn(e.answers)]),
    ),
  })
}
type Data = DataOf<typeof load>

const at = (ctx: ChildCtx<Db>): string => `/child/${ctx.child.code}/part`

function Entry({ e, data, ctx }: { e: Standing; data: Data; ctx: ChildCtx<Db> }) {
  const type = knownRecordType(e.type)
  return (
    <SummaryCard title={`${type.title}, ${longDay(e.happened)}`}>
      <AnswerList type={type} answers={e.answers} names={data.names} />
      <p class="govuk-body gt-quiet">
        Written by {data.names.get(e.author) ?? 'somebody who has left'}.
        {e.amendments.length > 0 && ' Amended since.'}{' '}
        {data.types.includes(type) && (
          <a class="govuk-link" href={`${at(ctx)}/amend/${e.id}`}>
            Amend it<span class="govuk-visually-hidden">: {type.title.toLowerCase()}</span>
          </a>
        )}
      </p>
    </SummaryCard>
  )
}

/** What is due, by when, and the way to record it. */
function Due({
  due,
  today,
  types,
  base,
  names,
}: {
  due: readonly Clock[]
  today: Day
  types: Data['types']
  base: string
  /** True for who does none of it: they are told what is to come, and not which rule asks for it. */
  names: boolean
}) {
  return (
    <Table
      caption="What is due"
      captionSize="s"
      head={['What', 'By', '']}
      rows={due.map(c => {
        const stops = findSeries(c.series)?.stops
        const shows = stops && recordShowing(stops)
        return [
          (names ? findSeries(c.series)?.title : findTimescale(c.row)?.title) ?? c.series,
          {
            text: (
              <>
                {dueWords(c.due, today)} {c.due < today && <Tag colour="yellow">Late</Tag>}
              </>
            ),
          },
          {
            text: shows && types.includes(shows) && (
              <a class="govuk-link" href={`${base}/record/${shows.code}`}>
                Record it<span class="govuk-visually-hidden">: {shows.title.toLowerCase()}</span>
              </a>
            ),
          },
        ]
      })}
    />
  )
}

const Links = ({ label, items }: { label: string; items: readonly { href: string; text: string }[] }) => (
  <nav aria-label={label} class="gt-record-menu">
    <h2 class="govuk-heading-s">{label}</h2>
    <ul class="govuk-list">
      {items.map(i => (
        <li>
          <a class="govuk-link" href={i.href}>
            {i.text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The part of a child's file that concerns somebody's work, and nothing of the rest (rules §4). */
export const partPage = childPage({
  path: '/child/:child/part',
  permission: 'open-part',
  audit: 'a part of the file',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => {
    const base = at(ctx)
    const only = data.only ? `&only=${data.only}` : ''
    return {
      title: `${data.part.title}: ${ctx.child.called}`,
      section: ctx.can('my-children').allow ? 'work' : 'find',
      body: (
        <>
          <Heading
            over={`${ctx.child.called}, ${ctx.child.code}${data.born ? `, born ${longDay(data.born)}` : ''}`}
          >
            {data.part.title}
          </Heading>
          {data.done && (
            <NotificationBanner type="success">
              <p class="govuk-notification-banner__heading">
                {knownRecordType(data.done.type).title} recorded
                {ctx.query.again ? ' already: it is there once' : ''}.
              </p>
            </NotificationBanner>
          )}
          {data.types.length === 1 &&
            data.types.map(t => <Button href={`${base}/record/${t.code}`}>{t.title}</Button>)}
          {data.due.length > 0 && (
            <Due
              due={data.due}
              today={ctx.today}
              types={data.types}
              base={base}
              names={data.part.writes !== undefined}
            />
          )}
          {data.types.length > 1 && (
            <Links
              label="Record something"
              items={data.types.map(t => ({ href: `${base}/record/${t.code}`, text: t.title }))}
            />
          )}
          <h2 class="govuk-heading-m">
            {data.only ? (findRecordType(data.only)?.title ?? 'Recorded') : 'What is recorded'}
          </h2>
          {data.kinds.length > 1 && (
            <p class="govuk-body">
              {[undefined, ...data.kinds].map((kind, i) => (
                <>
                  {i > 0 && ' | '}
                  {kind === data.only ? (
                    <strong>{kind ? knownRecordType(kind).title : 'Everything'}</strong>
                  ) : (
                    <a class="govuk-link" href={kind ? `${base}?only=${kind}` : base}>
                      {kind ? knownRecordType(kind).title : 'Everything'}
                    </a>
                  )}
                </>
              ))}
            </p>
          )}
          {data.shown.map(e => (
            <Entry e={e} data={data} ctx={ctx} />
          ))}
          {data.shown.length === 0 && <p class="govuk-body">Nothing of this is recorded yet.</p>}
          <Paging number={data.number} pages={data.pages} link={n => `${base}?page=${n}${only}`} />
        </>
      ),
    }
  },
})
