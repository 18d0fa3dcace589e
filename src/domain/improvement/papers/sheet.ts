import { shortDay } from '../../kernel/day.ts'
import { cell, type PaperBlock, say, type Table } from '../paper.ts'
import { DELIVERY_WORDS, dueNow, IMPACT_WORDS, isOverdue, markOn } from '../plan.ts'
import { isContradicted } from '../plan-lines.ts'
import { impactOn } from './delivery.ts'
import { measuredShortly, sparkOf } from './measured.ts'
import type { Outline, PaperInput } from './part.ts'
import { standing } from './shared-parts.ts'

/** As many words as fit; what was cut is said to be. */
export function shortly(text: string, most: number): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  if (whole.length <= most) return whole
  const cut = whole.slice(0, most - 1).toWellFormed()
  const at = cut.lastIndexOf(' ')
  return `${(at > most / 2 ? cut.slice(0, at) : cut).replace(/[,;:.]$/, '')} …`
}

function sheetTable({ lines, asAt }: PaperInput): Table {
  const most = lines.length > 14 ? 70 : 110
  return {
    kind: 'table',
    caption: 'The plan',
    head: ['Outcome for children', 'Action', 'Is it done?', 'Is it better?', 'Measure', 'Due'],
    widths: [22, 26, 12, 12, 18, 10],
    rows: lines.map(line => {
      const { ref, action } = line
      const done = markOn(action.deliveries, asAt)?.brag
      const better = impactOn(line, asAt)
      const due = dueNow(action)
      return [
        cell(shortly(action.outcome, most)),
        cell(`${ref}. ${shortly(action.what, most)}`),
        [done ? { ...say(`${DELIVERY_WORDS[done]} (${done})`), mark: done } : say('Not marked yet')],
        [
          better ? { ...say(`${IMPACT_WORDS[better]} (${better})`), mark: better } : say('Not known yet'),
          ...(isContradicted(line) ? [say('Contradicts the claim.')] : []),
        ],
        measuredShortly(line),
        [
          say(shortDay(due)),
          ...(due === action.due ? [] : [say(`first ${shortDay(action.due)}`)]),
          ...(isOverdue(action, asAt) ? [say('past its day')] : []),
        ],
      ]
    }),
    sparks: { column: 4, of: lines.map(line => sparkOf(line)) },
  }
}

/** Every action on one sheet on its side: outcome, action, delivery, impact, measure and day. */
export const sheetOutline: Outline = {
  title: ({ council }) => `The improvement plan of ${council} on a page`,
  sheet: true,
  opening: (): readonly PaperBlock[] => [],
  parts: [
    { key: 'standing', title: 'Where it stands', heading: 'none', wide: true, fixed: true, made: standing },
    {
      key: 'plan',
      title: 'The plan',
      heading: 'none',
      wide: true,
      fixed: true,
      made: input => (input.lines.length === 0 ? [] : [sheetTable(input)]),
    },
  ],
}
