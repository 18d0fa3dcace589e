import { answersOf } from '../improvement/answers.ts'
import type { Entry } from '../records/entry.ts'
import { ASKS, type Asks, ITEM_KINDS, type Item, type ItemKind } from './board.ts'

const kinds = Object.keys(ITEM_KINDS) as ItemKind[]
const asks = Object.keys(ASKS) as Asks[]

const LAST = 99

/** The items that stand, by their place on the agenda, then in the order they were first put down. One put down again takes the place of its former self. */
export function foldItems(entries: readonly Entry[]): readonly Item[] {
  const items = new Map<string, Item>()
  for (const e of entries) {
    const a = answersOf(e.answers)
    const id = a.maybeText('item') ?? e.id
    if (e.type === 'board-item-removed') items.delete(id)
    if (e.type !== 'board-item') continue
    const { minutes, order } = e.answers
    const paper = a.maybeText('paper')?.toUpperCase()
    items.set(id, {
      id,
      meeting: a.maybeText('meeting') ?? null,
      title: a.text('title'),
      lead: a.text('lead'),
      kind: a.choice('kind', kinds),
      asks: a.choice('asks', asks),
      why: a.text('why'),
      ...(typeof minutes === 'number' ? { minutes } : {}),
      ...(typeof order === 'number' ? { order } : {}),
      ...(paper ? { paper } : {}),
    })
  }
  return [...items.values()].toSorted((a, b) => (a.order ?? LAST) - (b.order ?? LAST))
}
