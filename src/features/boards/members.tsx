import { type Board, isMemberOn, MEMBER_PLACES, type Member } from '../../domain/boards/board.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import type { BoardFile } from '../../store/queries/boards.ts'
import { Button, Details } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, page } from '../../web/page.ts'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'

const placeWords = (m: Member) =>
  [MEMBER_PLACES[m.place] + (m.independent ? ', independent' : ''), m.votes ? 'votes' : 'does not vote'].join(
    '; ',
  )

function Members({ board, members, may }: { board: Board; members: readonly Member[]; may: boolean }) {
  const ways = [
    ['board-member', 'Change'],
    ['board-member-left', 'Leaves'],
  ] as const
  return (
    <StackedTable
      caption="Members"
      captionClass="govuk-visually-hidden"
      head={[
        'Name and post',
        'Agency',
        'On the board',
        'Deputy',
        'Since',
        ...(may ? [{ text: 'Record', class: 'gt-boards__keep' }] : []),
      ]}
      rows={members.map(m => [
        {
          text: (
            <>
              {m.name} <span class="gt-quiet gt-line">{m.post}</span>
            </>
          ),
        },
        m.agency,
        placeWords(m),
        m.deputy ?? { text: <span class="gt-quiet">None named</span> },
        {
          text: (
            <>
              <span class="gt-nowrap">{shortDay(m.from)}</span>
              {m.to && <span class="gt-quiet gt-line">until {shortDay(m.to)}</span>}
            </>
          ),
        },
        ...(may
          ? [
              {
                class: 'gt-boards__keep',
                text: (
                  <ul class="govuk-list gt-boards__ways">
                    {ways
                      .filter(([type]) => type === 'board-member' || m.to === undefined)
                      .map(([type, words]) => (
                        <li>
                          <a class="govuk-link" href={boardHref(board, `/record/${type}?member=${m.id}`)}>
                            {words}
                            <span class="govuk-visually-hidden">: {m.name}</span>
                          </a>
                        </li>
                      ))}
                  </ul>
                ),
              },
            ]
          : []),
      ])}
    />
  )
}

/** Who sits on the board and for which agency; those who left stay, with the day. */
export const membersPage = page({
  path: '/boards/board/:id/members',
  permission: 'boards-read',
  audit: "a board's members",
  load: boardOf,
  render: ({ board }: BoardFile, ctx: Ctx<Db>) => {
    const may = ctx.can('boards-edit').allow
    const gone = (m: Member) => m.to !== undefined && m.to < ctx.today
    const now = board.members.filter(m => !gone(m))
    const left = board.members.filter(gone)
    const voting = now.filter(m => m.votes && isMemberOn(m, ctx.today)).length
    return {
      title: `Members: ${board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="/members">
          <p class="govuk-body">
            {now.length === 0
              ? 'Nobody is a member yet.'
              : `${now.length} ${now.length === 1 ? 'member' : 'members'}; ${voting} may vote.`}
          </p>
          {may && (
            <Button class="gt-boards__keep" href={boardHref(board, '/record/board-member')}>
              Add a member
            </Button>
          )}
          {now.length > 0 && <Members board={board} members={now} may={may} />}
          {left.length > 0 && (
            <Details summary={`Those who left: ${left.length}`}>
              <Members board={board} members={left} may={may} />
            </Details>
          )}
        </BoardFrame>
      ),
    }
  },
})
