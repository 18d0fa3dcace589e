import { addMonths, dayFromNumber, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { at } from './cells.ts'
import type { ColumnOf, Return903 } from './data.ts'
import { type Rule903, rule } from './rule.ts'

/** Published for 2024-25 and withdrawn in the same year: in force in none, and kept so that their cases can be tried. */
const withdrawn = { from: 2024, to: 2023 } as const

/** A child's first social worker of this year, by known start, and the one with whom last year's return ended open. */
function eachCarried(r: Return903, act: (now: number, last: number) => void): void {
  const began = r.now.SWEpisodes.days('SW_DECOM')
  const [then, ended] = [r.last.SWEpisodes.days('SW_DECOM'), r.last.SWEpisodes.text('SW_DEC')]
  const before = r.byChild('last', 'SWEpisodes', 'SW_DECOM')
  r.byChild('now', 'SWEpisodes', 'SW_DECOM').each((rows, child) => {
    const first = rows.find(row => !Number.isNaN(at(began, row)))
    const open = before.of(child).findLast(row => !Number.isNaN(at(then, row)) && ended[row] === null)
    if (first !== undefined && open !== undefined) act(first, open)
  })
}

const carried = (code: string, column: ColumnOf<'SWEpisodes'>, what: string): Rule903 =>
  rule(code, {
    ...withdrawn,
    needs: ['SWEpisodes', 'SWEpisodes_last'],
    fields: [column],
    says: `The first social worker’s ${what} is not that of the one with whom last year’s return ended.`,
    todo: 'Begin the year with the social worker who was open at the end of the last, as that return has it.',
    find: r => {
      const [now, last] = [r.now.SWEpisodes.text(column), r.last.SWEpisodes.text(column)]
      const found: number[] = []
      eachCarried(r, (first, open) => {
        if (now[first] !== last[open]) found.push(first)
      })
      return { SWEpisodes: found }
    },
  })

/** Rules of social workers that never came into force. */
export const workerWithdrawnRules = [
  rule('SW15STG2', {
    ...withdrawn,
    needs: ['SWEpisodes'],
    fields: ['SW_REASON'],
    says: 'The reason for the change of social worker is missing.',
    todo: 'Record why the social worker changed.',
    find: r => {
      const [began, why] = [r.now.SWEpisodes.days('SW_DECOM'), r.now.SWEpisodes.text('SW_REASON')]
      const since = dayNumber(addMonths(dayFromNumber(r.start), -12))
      return { SWEpisodes: where(r.now.SWEpisodes, i => why[i] === null && at(began, i) >= since) }
    },
  }),
  carried('SW16aSTG2', 'SW_ID', 'ID'),
  carried('SW16bSTG2', 'SW_DECOM', 'start'),
  carried('SW16cSTG2', 'SW_REASON', 'reason for the change'),
] as const
