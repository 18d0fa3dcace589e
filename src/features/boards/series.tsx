import { type Planned, RHYTHMS, seriesOf } from '../../domain/boards/series.ts'
import { type Day, longDay, parseDay, weekdayName } from '../../domain/kernel/day.ts'
import { oneOf } from '../../domain/records/kinds/choice.ts'
import { day } from '../../domain/records/kinds/day.ts'
import { wholeNumber } from '../../domain/records/kinds/number.ts'
import { type Faults, parse, type Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { boardMeeting } from '../../domain/records/types/board-meeting.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { append } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import type { BoardFile } from '../../store/queries/boards.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Table } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, page } from '../../web/page.ts'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'

/** A meeting asked for many times over: each becomes a meeting of its own. */
const series: RecordType = {
  ...boardMeeting,
  fields: {
    rhythm: oneOf('How often?', RHYTHMS),
    first: day('The first meeting', { hint: 'Such as 12/1/2027.' }),
    many: wholeNumber('How many meetings?', { from: 2, to: 40, start: '12' }),
    ...Object.fromEntries(Object.entries(boardMeeting.fields).filter(([name]) => name !== 'on')),
  },
}

interface Data extends BoardFile {
  readonly typed: Typed
  readonly faults: Faults
  /** What every meeting has, and their days; null until the form is filled in. */
  readonly planned: { readonly shared: Record<string, unknown>; readonly days: readonly Planned[] } | null
  /** Days on which the board meets already: they are left out. */
  readonly taken: ReadonlySet<Day>
}

const isRhythm = (code: unknown): code is keyof typeof RHYTHMS =>
  typeof code === 'string' && Object.hasOwn(RHYTHMS, code)

async function load(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  const taken = new Set(board.meetings.filter(m => m.cancelled === undefined).map(m => m.on))
  const typed: Typed = ctx.query
  if (ctx.query.rhythm === undefined && ctx.query.first === undefined)
    return found<Data>({ ...came.found, typed: {}, faults: {}, planned: null, taken })
  const nothing = { typed, planned: null, taken }
  const read = parse(series, typed, { today: ctx.today, born: null, unborn: false })
  if (!read.ok) return found<Data>({ ...came.found, ...nothing, faults: read.error })
  const { rhythm: often, first: begins, many: count, ...shared } = read.value
  const from = parseDay(String(begins))
  if (!isRhythm(often) || !from || typeof count !== 'number')
    return found<Data>({ ...came.found, ...nothing, faults: {} })
  const days = seriesOf(from, often, count)
  return found<Data>({ ...came.found, ...nothing, faults: {}, planned: { shared, days } })
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { board, planned, taken } = data
  const at = boardHref(board, '/meetings')
  if (!planned) return { go: boardHref(board, '/series') }
  const [one, ...others] = planned.days
    .filter(d => !taken.has(d.on))
    .map(d => entryBy(ctx, board.id, boardMeeting, { ...planned.shared, on: d.on }))
  if (!one) return { go: at }
  const subject = { id: board.id, kind: 'board' as const, code: board.code }
  const written = await writeOnce(ctx.tx, subject, ctx.typed, one, {
    stale: e => e.type === boardMeeting.code,
  })
  const kept = await notWritten(written, {
    typed: ctx.typed,
    at: 'first',
    namesOf: ids => namesOf(ctx.tx, ids),
  })
  if (kept) return kept
  if ('done' in written && others.length > 0) await append(ctx.tx, subject, others)
  return { go: at }
}

function Days({ planned, taken }: { planned: NonNullable<Data['planned']>; taken: Data['taken'] }) {
  return (
    <Table
      caption="The meetings this makes"
      captionSize="m"
      head={['Meeting', 'Note']}
      rows={planned.days.map(d => [
        `${weekdayName(d.on)} ${longDay(d.on)}`,
        taken.has(d.on)
          ? 'The board meets on this day already: left out'
          : d.instead
            ? `${weekdayName(d.instead)} ${longDay(d.instead)} is no working day`
            : '',
      ])}
    />
  )
}

/** A series of meetings: first asked for, then looked at day by day, then put in the calendar. */
export const seriesPage = page({
  path: '/boards/board/:id/series',
  permission: 'boards-edit',
  audit: 'a series of meetings',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { board, planned, typed } = data
    const at = boardHref(board, '/series')
    const query = new URLSearchParams(
      Object.entries(typed).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])),
    )
    return {
      title: `A series of meetings: ${board.name}`,
      section: 'boards',
      body: (
        <BoardFrame board={board} at="-">
          <Problems faults={returned?.faults ?? data.faults} />
          <h2 class="govuk-heading-m">A series of meetings</h2>
          <p class="govuk-body">
            A day that is a weekend or a bank holiday gives way to the next working day.
          </p>
          <form method="get" action={at} aria-label="The series">
            <RecordFields
              type={series}
              typed={typed}
              faults={data.faults}
              today={ctx.today}
              fresh={Object.keys(typed).length === 0}
              people={[]}
            />
            <Button variant={planned ? 'secondary' : undefined}>Show the days</Button>
          </form>
          {planned && (
            <>
              <Days planned={planned} taken={data.taken} />
              <Form csrf={ctx.csrf} action={`${at}?${query}`}>
                <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
                {returned?.conflict}
                <Button>Put these in the calendar</Button>
              </Form>
            </>
          )}
        </BoardFrame>
      ),
    }
  },
})
