import type { Board, Meeting } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import { readPaperList } from '../../store/queries/papers.ts'
import type { Ctx } from '../../web/page.ts'

export interface OpenPaper {
  readonly code: string
  readonly title: string
  readonly state: 'draft' | 'final'
  /** The board it was written for, by code or name as its author wrote it; and the day of the meeting it goes to. */
  readonly board: string | null
  readonly meeting: string
}

/** The papers that this reader may open, by code: drafts only for those who write them. */
export type Papers = ReadonlyMap<string, OpenPaper>

export async function papersFor(ctx: Ctx<Db>): Promise<Papers> {
  const drafts = ctx.can('paper-write').allow
  const list = await readPaperList(ctx.tx)
  return new Map(list.filter(p => p.state === 'final' || drafts).map(p => [p.code, p]))
}

const isFor = (paper: OpenPaper, { code, name }: Board): boolean =>
  [code, name].some(called => called.toLowerCase() === paper.board?.trim().toLowerCase())

/** Papers written for a meeting that no item of its agenda names yet. */
export const loosePapers = (papers: Papers, board: Board, meeting: Meeting): readonly OpenPaper[] =>
  [...papers.values()].filter(
    p => isFor(p, board) && p.meeting === meeting.on && !meeting.items.some(i => i.paper === p.code),
  )
