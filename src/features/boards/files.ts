import { attendanceOf } from '../../domain/boards/attendance.ts'
import { type Board, CAME, MEMBER_PLACES, membershipOf } from '../../domain/boards/board.ts'
import { calendarOf } from '../../domain/boards/icalendar.ts'
import { day } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { readBoards } from '../../store/queries/boards.ts'
import { csvFile } from '../../web/csv.ts'
import { type Ctx, type FileReply, type Html, page } from '../../web/page.ts'
import { boardOf } from './frame.tsx'

/** A file is taken away and never drawn. */
const undrawn = (): Html => ({ title: 'A file', body: null })

const calendar = (name: string, boards: readonly Board[], title: string, ctx: Ctx<Db>): FileReply => ({
  name,
  type: 'text/calendar; charset=utf-8',
  bytes: new TextEncoder().encode(calendarOf(boards, title, ctx.now)),
})

/** The meetings of one board, for a calendar. */
export const boardCalendarPage = page({
  path: '/boards/board/:id/calendar.ics',
  permission: 'boards-read',
  audit: "a board's meetings: calendar file",
  load: async (ctx: Ctx<Db>) => {
    const came = await boardOf(ctx)
    if ('missing' in came) return came
    const { board } = came.found
    return { file: calendar(`${board.code.toLowerCase()}-meetings.ics`, [board], board.name, ctx) }
  },
  render: undrawn,
})

/** The meetings of the reader's boards; of all of them where they sit on none. */
export const calendarPage = page({
  path: '/boards/calendar.ics',
  permission: 'boards-read',
  audit: 'meetings of boards: calendar file',
  load: async (ctx: Ctx<Db>) => {
    const boards = await readBoards(ctx.tx)
    const mine = boards.filter(b => membershipOf(b, ctx.viewer.id, ctx.today).length > 0)
    return { file: calendar('boards.ics', mine.length > 0 ? mine : boards, 'Boards', ctx) }
  },
  render: undrawn,
})

const HEAD = ['Meeting', 'Member', 'Post', 'Agency', 'On the board', 'Came']
const ALWAYS = day('1900-01-01')

/** Every mark ever made at a board's meetings, one a line, oldest first. */
const marks = (board: Board, ctx: Ctx<Db>): readonly (readonly string[])[] => {
  const { meetings, members } = attendanceOf(board, ALWAYS, ctx.today)
  return meetings.flatMap((m, i) =>
    members.flatMap(({ member, came }) => {
      const how = came[i]
      return how
        ? [[m.on, member.name, member.post, member.agency, MEMBER_PLACES[member.place], CAME[how]]]
        : []
    }),
  )
}

export const attendanceCsvPage = page({
  path: '/boards/board/:id/attendance.csv',
  permission: 'boards-read',
  audit: "a board's attendance: export",
  load: async (ctx: Ctx<Db>) => {
    const came = await boardOf(ctx)
    if ('missing' in came) return came
    const { board } = came.found
    return {
      file: {
        name: `attendance-${board.code.toLowerCase()}-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...marks(board, ctx)]),
      },
    }
  },
  render: undrawn,
})
