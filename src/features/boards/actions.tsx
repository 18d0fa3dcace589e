import { isLate, isOpen } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'
import { ActionTable } from './parts.tsx'

const SHOWS = {
  open: 'Open',
  late: 'Past their date',
  carried: 'Carried over',
  ended: 'Ended',
  all: 'All',
} as const
type Show = keyof typeof SHOWS
const isShow = (text: string): text is Show => Object.hasOwn(SHOWS, text)

async function load(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  const lists = {
    open: board.actions.filter(isOpen),
    late: board.actions.filter(a => isLate(a, ctx.today)),
    carried: board.actions.filter(a => isOpen(a) && a.carried.length > 0),
    ended: board.actions.filter(a => !isOpen(a)),
    all: board.actions,
  }
  const asked = ctx.query.show ?? ''
  const show: Show = isShow(asked) ? asked : 'open'
  const list = show === 'all' || show === 'ended' ? lists[show].toReversed() : byDue(lists[show])
  return found({ board, lists, show, list })
}

const byDue = <T extends { readonly due: string; readonly number: number }>(
  list: readonly T[],
): readonly T[] => list.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.number - b.number))

type Data = DataOf<typeof load>

/** What the board asked to be done: by whom, by when, carried over how often, and how it ended. */
export const actionsPage = page({
  path: '/boards/board/:id/actions',
  permission: 'boards-read',
  audit: "a board's actions",
  load,
  render: ({ board, lists, show, list }: Data, ctx: Ctx<Db>) => {
    const may = ctx.can('boards-edit').allow
    return {
      title: `Actions: ${board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="/actions">
          {may && (
            <Button class="gt-boards__keep" href={boardHref(board, '/record/board-action')}>
              Add an action
            </Button>
          )}
          <nav aria-label="Which actions" class="gt-boards__keep">
            <ul class="govuk-list gt-boards__shows">
              {Object.entries(SHOWS).map(([key, words]) => (
                <li>
                  <a
                    class="govuk-link"
                    href={boardHref(board, `/actions?show=${key}`)}
                    aria-current={key === show ? 'page' : undefined}
                  >
                    {words} ({isShow(key) ? lists[key].length : 0})
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {list.length === 0 ? (
            <p class="govuk-body">There are none.</p>
          ) : (
            <ActionTable board={board} actions={list} on={ctx.today} may={may} caption={SHOWS[show]} />
          )}
        </BoardFrame>
      ),
    }
  },
})
