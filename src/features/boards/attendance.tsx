import {
  type AttendanceTable,
  attendanceOf,
  neverCame,
  shareOf,
  type Tally,
} from '../../domain/boards/attendance.ts'
import { CAME, type Came } from '../../domain/boards/board.ts'
import { addMonths, type Day, shortDay, startOfMonth } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { MojAlert, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { AttendancePictures } from './attendance-pictures.tsx'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'
import { meetingHref } from './parts.tsx'

/** The twelve months up to and with this one. */
const firstDay = (today: Day): Day => startOfMonth(addMonths(today, -11))

async function load(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  return found({
    board,
    table: attendanceOf(board, firstDay(ctx.today), ctx.today),
    from: firstDay(ctx.today),
  })
}

type Data = DataOf<typeof load>

const SHORT: Readonly<Record<Came, string>> = {
  present: 'Yes',
  deputy: 'Deputy',
  apologies: 'Apologies',
  absent: 'No',
}

const share = (t: Tally): string => {
  const of = shareOf(t)
  return of === null ? '' : `${of}%`
}

function Never({ table }: { table: AttendanceTable }) {
  const never = table.members.filter(r => neverCame(r.tally))
  if (never.length === 0) return null
  return (
    <MojAlert variant="warning" title="Have not come themselves" showTitle>
      <ul class="govuk-list">
        {never.map(({ member, tally }) => (
          <li>
            {member.name}, {member.post} ({member.agency}): not at any of {tally.of} meetings
            {tally.deputy > 0 ? `; a deputy at ${tally.deputy}` : ''}
          </li>
        ))}
      </ul>
    </MojAlert>
  )
}

function Everybody({ data }: { data: Data }) {
  const { board, table } = data
  return (
    <MojScrollablePane label="Who came to each meeting">
      <Table
        caption="Who came to each meeting"
        captionSize="m"
        class="gt-boards__matrix"
        rowHeaders
        head={[
          'Member',
          { text: 'Came', numeric: true },
          ...table.meetings.toReversed().map(m => ({
            text: (
              <a class="govuk-link gt-nowrap" href={meetingHref(board, m)}>
                {shortDay(m.on)}
              </a>
            ),
          })),
        ]}
        rows={table.members.map(({ member, came, tally }) => [
          {
            text: (
              <>
                {member.name} <span class="gt-quiet gt-line">{member.agency}</span>
              </>
            ),
          },
          `${share(tally)} (${tally.present + tally.deputy} of ${tally.of})`,
          ...came.toReversed().map(how => ({
            text: how ? (
              SHORT[how]
            ) : (
              <span class="gt-quiet">
                –<span class="govuk-visually-hidden"> not counted</span>
              </span>
            ),
            ...(how === 'absent' ? { class: 'gt-boards__absent' } : {}),
          })),
        ])}
      />
    </MojScrollablePane>
  )
}

/** Who comes: over time, by agency, and member by member; who never does stands out. */
export const attendancePage = page({
  path: '/boards/board/:id/attendance',
  permission: 'boards-read',
  audit: "a board's attendance",
  load,
  render: (data: Data) => {
    const { board, table } = data
    return {
      title: `Attendance: ${board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="/attendance">
          {table.meetings.length === 0 ? (
            <p class="govuk-body">
              It is not recorded for any meeting of the last twelve months who came. Open a meeting to record
              it.
            </p>
          ) : (
            <>
              <p class="govuk-body">
                {table.meetings.length} meetings since {shortDay(data.from)}. A member counts from the day
                they joined to the day they left; a deputy counts as coming.
              </p>
              <Never table={table} />
              <AttendancePictures table={table} from={data.from} />
              <Everybody data={data} />
              <p class="govuk-body gt-quiet">
                {Object.entries(SHORT)
                  .map(([how, words]) => `${words}: ${CAME[how as Came].toLowerCase()}`)
                  .join('. ')}
                . –: no member then, or not marked.
              </p>
              <p class="govuk-body gt-boards__keep">
                <a class="govuk-link" href={boardHref(board, '/attendance.csv')}>
                  Attendance as a file (.csv)
                </a>
              </p>
            </>
          )}
        </BoardFrame>
      ),
    }
  },
})
