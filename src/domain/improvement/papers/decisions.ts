import { longDay } from '../../kernel/day.ts'
import { unanswered } from '../action-parts.ts'
import { measureTitle } from '../measure-line.ts'
import { type Sentence, say } from '../paper.ts'
import { dueNow, isOverdue, isRetestDue, markOn } from '../plan.ts'
import { isContradicted, type PlanLine, quoted, sinceBefore } from '../plan-lines.ts'
import type { PaperInput } from './part.ts'

/** What the plan itself puts before a board: days that passed, and claims that do not stand. */
export const decisionsDue = ({ lines, asAt }: PaperInput): readonly Sentence[] =>
  lines.flatMap(line => {
    const { ref, action } = line
    const late = isOverdue(action, asAt)
      ? [
          say(
            `Action ${ref} is past its day, ${longDay(dueNow(action))}: agree a new day and say why, or what will bring it back.`,
          ),
        ]
      : []
    const against = isContradicted(line)
      ? [
          say(
            `Action ${ref} is marked complete and what shows it says otherwise: open it again, or say what else shows that it is done.`,
          ),
        ]
      : []
    const proposed =
      action.state === 'proposed'
        ? [say(`Action ${ref} is put forward for closing: agree it, or say what is missing.`)]
        : []
    const again = isRetestDue(action, asAt)
      ? [say(`Action ${ref} is closed and due to be looked at again: say who looks, and by when.`)]
      : []
    return [...late, ...against, ...proposed, ...again]
  })

const gotWorse = (line: PlanLine) =>
  line.measures.filter(m => sinceBefore(line.ref, m).text.startsWith('Worse'))

/** What members may wish to ask, from what the plan and its figures show. */
export const questionsToAsk = ({ lines, asAt, since }: PaperInput): readonly Sentence[] =>
  lines.flatMap(line => {
    const { ref, action } = line
    const moves = action.revisions.filter(r => r.on <= asAt)
    return [
      ...unanswered(action.challenges).map(c =>
        say(`Asked of action ${ref} on ${longDay(c.on)} and not answered yet: ${c.question}`),
      ),
      ...(isContradicted(line)
        ? [
            say(
              `What would show that action ${ref} has made a difference to children, as it is marked complete?`,
            ),
          ]
        : []),
      ...gotWorse(line).map(m => say(`Why has ${measureTitle(m)} got worse, and what is being done?`)),
      ...(moves.length > 1
        ? [say(`The day of action ${ref} was moved ${moves.length} times. What will make this one hold?`)]
        : moves.some(r => r.on > since)
          ? [say(`What does the new day of action ${ref} mean for the children it is for?`)]
          : []),
      ...(markOn(action.deliveries, asAt)?.brag === 'red'
        ? [say(`Action ${ref}, ${quoted(action.what)}, is off track. Who can remove what stands in its way?`)]
        : []),
    ]
  })
