import { answersOf } from '../improvement/answers.ts'
import { londonDay } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import type { BoardAction, Member } from './board.ts'

/** The actions of a board in the order set. What is said again of one changes its words and owner, never its history. */
export function foldActions(entries: readonly Entry[], members: readonly Member[]): readonly BoardAction[] {
  const actions = new Map<string, BoardAction>()
  for (const e of entries) {
    const a = answersOf(e.answers)
    const id = a.maybeText('action') ?? e.id
    const before = actions.get(id)
    if (e.type === 'board-action') {
      const member = members.find(m => m.id === a.maybeText('member'))
      actions.set(id, {
        id,
        number: before?.number ?? actions.size + 1,
        what: a.text('what'),
        meeting: a.maybeText('meeting') ?? before?.meeting ?? null,
        member: member?.id ?? null,
        owner: member?.name ?? a.maybeText('owner') ?? 'Nobody yet',
        set: before?.set ?? londonDay(e.recorded),
        due: before?.due ?? a.day('due'),
        carried: before?.carried ?? [],
        ...(before?.ended ? { ended: before.ended } : {}),
      })
    }
    if (e.type === 'board-action-carried' && before) {
      const { ended: _, ...open } = before
      const carried = [...before.carried, { from: before.due, why: a.text('why'), on: e.happened }]
      actions.set(id, { ...open, due: a.day('due'), carried })
    }
    if (e.type === 'board-action-ended' && before) {
      const dropped = a.maybeText('as') === 'dropped'
      actions.set(id, { ...before, ended: { on: e.happened, how: a.text('how'), dropped } })
    }
  }
  return [...actions.values()]
}
