import { attendanceOf, shareOf, summed } from '../../domain/boards/attendance.ts'
import {
  actionsOwned,
  BOARD_KINDS,
  type Board,
  chairOn,
  isLate,
  membershipOf,
  openActions,
  toCome,
} from '../../domain/boards/board.ts'
import { addMonths, type Day, shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { readBoards } from '../../store/queries/boards.ts'
import { Button } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { boardHref } from './frame.tsx'
import { papersFor } from './papers.ts'
import { ActionTable, meetingHref } from './parts.tsx'
import { YourBoards } from './yours.tsx'

async function load(ctx: Ctx<Db>) {
  const boards = await readBoards(ctx.tx)
  const { id } = ctx.viewer
  const mine = boards
    .map(board => ({ board, places: membershipOf(board, id, ctx.today), actions: actionsOwned(board, id) }))
    .filter(m => m.places.length > 0 || m.actions.length > 0)
  return found({ boards, mine, papers: await papersFor(ctx) })
}

export type BoardsData = DataOf<typeof load>

/** The share of members who came in the year to a day, or that nothing was recorded. */
function came(board: Board, on: Day): string {
  const { whole } = attendanceOf(board, addMonths(on, -12), on)
  const share = shareOf(summed(whole))
  return share === null ? 'Not recorded' : `${share}%`
}

function AllBoards({ boards, on }: { boards: readonly Board[]; on: Day }) {
  return (
    <StackedTable
      caption="All boards"
      captionSize="m"
      head={[
        'Board',
        'Chair',
        'Next meeting',
        { text: 'Open actions', numeric: true },
        { text: 'Past their date', numeric: true },
        { text: 'Came, in 12 months', numeric: true },
      ]}
      rows={boards.map(board => {
        const chair = chairOn(board, on)
        const [next] = toCome(board, on)
        const open = openActions(board)
        const late = open.filter(a => isLate(a, on)).length
        return [
          {
            text: (
              <>
                <a class="govuk-link" href={boardHref(board)}>
                  {board.name}
                </a>
                <span class="gt-quiet gt-line">{BOARD_KINDS[board.kind]}</span>
              </>
            ),
          },
          chair ? `${chair.name}${chair.independent ? ', independent' : ''}` : 'No chair now',
          next
            ? {
                text: (
                  <a class="govuk-link gt-nowrap" href={meetingHref(board, next)}>
                    {shortDay(next.on)}
                  </a>
                ),
              }
            : 'None in the calendar',
          String(open.length),
          late === 0
            ? '0'
            : {
                text: (
                  <a class="govuk-link" href={boardHref(board, '/actions?show=late')}>
                    {late}
                  </a>
                ),
              },
          {
            text: (
              <a class="govuk-link" href={boardHref(board, '/attendance')}>
                {came(board, on)}
              </a>
            ),
          },
        ]
      })}
    />
  )
}

function Late({ boards, on, may }: { boards: readonly Board[]; on: Day; may: boolean }) {
  const late = boards
    .map(board => ({ board, actions: openActions(board).filter(a => isLate(a, on)) }))
    .filter(b => b.actions.length > 0)
  if (late.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">Actions past their date</h2>
      {late.map(({ board, actions }) => (
        <>
          <h3 class="govuk-heading-s">{board.name}</h3>
          <ActionTable
            board={board}
            actions={actions}
            on={on}
            may={may}
            caption={`Past their date: ${board.name}`}
          />
        </>
      ))}
    </>
  )
}

/** Every board: which are the reader's, when each meets next, and what is past its date. */
export const boardsPage = page({
  path: '/boards',
  permission: 'boards-read',
  audit: 'boards',
  load,
  render: ({ boards, mine, papers }: BoardsData, ctx: Ctx<Db>) => {
    const may = ctx.can('boards-edit').allow
    return {
      title: 'Boards',
      section: 'boards',
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">Boards</h1>
          {boards.length === 0 && (
            <p class="govuk-body">
              No board is kept here yet. {may ? 'Add the first; its members and meetings follow.' : ''}
            </p>
          )}
          <YourBoards mine={mine} papers={papers} on={ctx.today} />
          {boards.length > 0 && <AllBoards boards={boards} on={ctx.today} />}
          <div class="govuk-button-group gt-boards__keep">
            {may && <Button href="/boards/new">Add a board</Button>}
            {boards.length > 0 && (
              <a class="govuk-link" href="/boards/calendar.ics">
                {mine.length > 0 ? 'Calendar of your boards' : 'Calendar of all boards'} (.ics)
              </a>
            )}
          </div>
          <Late boards={boards} on={ctx.today} may={may} />
        </>
      ),
    }
  },
})
