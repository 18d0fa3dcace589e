import type { Board, BoardAction, Item, Meeting } from '../../domain/boards/board.ts'
import { isLate } from '../../domain/boards/board.ts'
import { type Day, longDay, shortDay, weekdayName } from '../../domain/kernel/day.ts'
import { Tag } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { boardHref } from './frame.tsx'
import { loosePapers, type OpenPaper, type Papers } from './papers.ts'

export const meetingHref = (board: Pick<Board, 'code'>, m: Pick<Meeting, 'number'>): string =>
  boardHref(board, `/meeting/${m.number}`)

/** "Tuesday 3 March 2026, 10:00 to 12:00" */
export const whenWords = (m: Pick<Meeting, 'on' | 'starts' | 'ends'>): string =>
  `${weekdayName(m.on)} ${longDay(m.on)}, ${m.starts}${m.ends ? ` to ${m.ends}` : ''}`

/** That a meeting does not stand as it was first put down, and why. */
export function Changed({ meeting }: { meeting: Meeting }) {
  const last = meeting.moved.at(-1)
  return (
    <>
      {meeting.cancelled !== undefined && (
        <span class="gt-line">
          <Tag colour="grey">Cancelled</Tag> <span class="gt-quiet">{meeting.cancelled}</span>
        </span>
      )}
      {last && (
        <span class="gt-quiet gt-line">
          Moved from {meeting.moved.map(m => shortDay(m.from)).join(', then ')}: {last.why}
        </span>
      )}
    </>
  )
}

/** A paper by its title; that it is a draft. */
export const PaperAnchor = ({ paper }: { paper: OpenPaper }) => (
  <>
    <a class="govuk-link" href={`/plan/papers/${paper.code}`}>
      {paper.title}
    </a>
    {paper.state === 'draft' && <span class="gt-quiet"> (draft)</span>}
  </>
)

/** The paper of an item, where it has one that this reader may open. */
export function PaperLink({ item, papers }: { item: Item; papers: Papers }) {
  if (!item.paper) return null
  const paper = papers.get(item.paper)
  return paper ? (
    <PaperAnchor paper={paper} />
  ) : (
    <span class="gt-quiet">Its paper, {item.paper}, is not final yet</span>
  )
}

interface LooseProps {
  readonly board: Board
  readonly meeting: Meeting
  readonly papers: Papers
}

/** Papers written for the meeting that stand at no item of its agenda. */
export function LoosePapers({ board, meeting, papers }: LooseProps) {
  const loose = loosePapers(papers, board, meeting)
  if (loose.length === 0) return null
  return (
    <>
      <p class="govuk-body gt-boards__papers">Papers for this meeting</p>
      <ul class="govuk-list govuk-list--bullet">
        {loose.map(paper => (
          <li>
            <PaperAnchor paper={paper} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** When an action is due; where it was carried over, when it was before. */
export function ActionDue({ action, on }: { action: BoardAction; on: Day }) {
  const { carried, ended } = action
  return (
    <>
      <span class="gt-nowrap">{shortDay(action.due)}</span>
      {isLate(action, on) && <span class="gt-line gt-overdue">Past its date</span>}
      {carried.length > 0 && (
        <span class="gt-quiet gt-line">
          Carried over {carried.length === 1 ? 'once' : `${carried.length} times`}, first due{' '}
          {shortDay(carried[0]?.from ?? action.due)}
        </span>
      )}
      {ended && (
        <span class="gt-line">
          <Tag colour={ended.dropped ? 'grey' : 'green'}>{ended.dropped ? 'Dropped' : 'Done'}</Tag>{' '}
          {shortDay(ended.on)}
        </span>
      )}
    </>
  )
}

interface ActionTableProps {
  readonly board: Board
  readonly actions: readonly BoardAction[]
  readonly on: Day
  readonly caption: string
  readonly may: boolean
}

const ways = [
  ['board-action-ended', 'Done'],
  ['board-action-carried', 'Carry over'],
  ['board-action', 'Change'],
] as const

/** Actions with who owns them and when they are due; those who keep the board can say what became of each. */
export const ActionTable = ({ board, actions, on, caption, may }: ActionTableProps) => (
  <StackedTable
    caption={caption}
    captionClass="govuk-visually-hidden"
    head={['No', 'What', 'Who', 'Due', ...(may ? [{ text: 'Record', class: 'gt-boards__keep' }] : [])]}
    rows={actions.map(a => [
      String(a.number),
      {
        text: (
          <>
            <span class="gt-prose">{a.what}</span>
            {a.carried.length > 0 && (
              <span class="gt-quiet gt-line">Last carried: {a.carried.at(-1)?.why}</span>
            )}
            {a.ended && <span class="gt-quiet gt-line gt-prose">{a.ended.how}</span>}
          </>
        ),
        attributes: { id: `action-${a.number}` },
      },
      a.owner,
      { text: <ActionDue action={a} on={on} /> },
      ...(may
        ? [
            {
              class: 'gt-boards__keep',
              text: a.ended ? (
                ''
              ) : (
                <ul class="govuk-list gt-boards__ways">
                  {ways.map(([type, words]) => (
                    <li>
                      <a class="govuk-link" href={boardHref(board, `/record/${type}?action=${a.number}`)}>
                        {words}
                        <span class="govuk-visually-hidden">: action {a.number}</span>
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
