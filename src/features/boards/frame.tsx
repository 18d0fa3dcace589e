import type { ComponentChildren } from 'preact'
import { BOARD_KINDS, type Board } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import { type BoardFile, readBoard } from '../../store/queries/boards.ts'
import { BackLink, MojSubNavigation } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

export const boardHref = (board: Pick<Board, 'code'>, more = ''): string =>
  `/boards/board/${board.code}${more}`

/** The board of a page's address, or what to say where there is none. */
export async function boardOf(
  ctx: Ctx<Db>,
): Promise<{ readonly found: BoardFile } | { readonly missing: string }> {
  const code = (ctx.params.id ?? '').toUpperCase()
  const file = await readBoard(ctx.tx, code)
  return file ? { found: file } : { missing: `There is no board ${code}. Open Boards and choose one.` }
}

/** The board's name as the head of its pages, and the ways through them. */
export function BoardFrame({
  board,
  at,
  children,
}: {
  board: Board
  /** The part of the address after the board's, of the page shown. */
  at: string
  children: ComponentChildren
}) {
  const items = [
    { text: 'Overview', to: '' },
    { text: 'Meetings and forward plan', to: '/meetings' },
    { text: 'Actions', to: '/actions' },
    { text: 'Members', to: '/members' },
    { text: 'Attendance', to: '/attendance' },
  ]
  return (
    <>
      <BackLink href="/boards">All boards</BackLink>
      <span class="govuk-caption-l">{BOARD_KINDS[board.kind]}</span>
      <h1 class="govuk-heading-l">{board.name}</h1>
      <MojSubNavigation
        label={board.name}
        items={items.map(i => ({ text: i.text, href: boardHref(board, i.to), active: i.to === at }))}
      />
      {children}
    </>
  )
}
