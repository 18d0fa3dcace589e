import type { Meeting } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import type { BoardFile } from '../../store/queries/boards.ts'
import { type Ctx, found } from '../../web/page.ts'
import { boardOf } from './frame.tsx'
import { type Papers, papersFor } from './papers.ts'

export interface MeetingData extends BoardFile {
  readonly meeting: Meeting
  readonly papers: Papers
}

/** The meeting of a page's address. */
export async function loadMeeting(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  const meeting = board.meetings.find(m => String(m.number) === ctx.params.meeting)
  if (!meeting) return { missing: `${board.name} has no such meeting. Open its meetings and choose one.` }
  return found<MeetingData>({ ...came.found, meeting, papers: await papersFor(ctx) })
}
