import {
  type Attended,
  type Board,
  CAME,
  type Came,
  type Challenge,
  isMemberOn,
  type Meeting,
} from '../../domain/boards/board.ts'
import { SummaryList } from '../../web/govuk/index.ts'

const cames = Object.keys(CAME) as Came[]

/** Who came to a meeting, by how they did. Members who were not marked are said too. */
export function WhoCame({
  board,
  meeting,
  attended,
}: {
  board: Board
  meeting: Meeting
  attended: Attended
}) {
  const members = board.members.filter(m => isMemberOn(m, meeting.on))
  const who = (how: Came | undefined) =>
    members.filter(m => attended.came.get(m.id) === how).map(m => `${m.name} (${m.agency})`)
  const rows = [
    ...cames.map(how => ({ key: CAME[how], list: who(how) })),
    { key: 'Not marked', list: who(undefined) },
    { key: 'Also there', list: attended.others.split('\n').filter(l => l.trim() !== '') },
  ]
  return (
    <SummaryList
      rows={rows
        .filter(r => r.list.length > 0)
        .map(r => ({ key: `${r.key}: ${r.list.length}`, value: r.list.join('; ') }))}
    />
  )
}

/** Questions that tested what the board was told, each with its answer and the action of the plan it is about. */
export const Challenges = ({ challenges }: { challenges: readonly Challenge[] }) => (
  <ul class="govuk-list gt-boards__items">
    {challenges.map(c => (
      <li>
        <span class="gt-prose">
          <strong>{c.by}:</strong> {c.question}
        </span>
        <span class="gt-line gt-prose">{c.answer ?? 'No answer is written down.'}</span>
        {c.action && (
          <a class="govuk-link" href={`/plan/action/${c.action}`}>
            Action {c.action.slice(1)} of the plan
          </a>
        )}
      </li>
    ))}
  </ul>
)
