import { addMonths, type Day, longDay } from '../kernel/day.ts'
import type { Holder } from './hold.ts'
import { isNewlyQualified, limits } from './limits.ts'
import { weightWords } from './weigh.ts'

/** "12½ of 22, 9 children": how much work somebody has. */
export const loadWords = (w: {
  readonly load: number
  readonly limit: number
  readonly cases: readonly unknown[]
}): string =>
  `${weightWords(w.load)} of ${weightWords(w.limit)}, ${w.cases.length === 1 ? '1 child' : `${w.cases.length} children`}`

/** What a manager should know before choosing somebody: shortest first. */
export function holderNotes(
  w: Pick<Holder, 'registered' | 'newlyQualified' | 'away'> & {
    readonly agency?: boolean
    readonly share?: number
  },
  today: Day,
): readonly string[] {
  const { newlyQualified: first, away } = w
  return [
    ...(w.registered ? [] : ['Not recorded as registered']),
    ...(first !== null && isNewlyQualified(first, today)
      ? [`Newly qualified until ${longDay(addMonths(first, limits.assessedYear.value))}`]
      : []),
    ...(w.agency ? ['Through an agency'] : []),
    ...(w.share !== undefined && w.share < 100 ? [`Works ${w.share} per cent of a full-time post`] : []),
    ...(away
      ? [
          `Away${away.back ? ` until ${longDay(away.back)}` : ''}: ${away.coveredBy ? `${away.coveredBy} covers` : 'nobody who is here covers'}`,
        ]
      : []),
  ]
}
