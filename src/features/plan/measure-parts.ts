import type { IndicatorMeasure } from '../../domain/improvement/measure.ts'
import { groupOrder, type Split, splits } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'

type Part = Pick<IndicatorMeasure, 'split' | 'team'>

/** The splits of which one group can be a measure of its own; teams are chosen by name. */
const SPLITS: readonly Split[] = ['age', 'sex', 'ethnicity']

/** Which children a measure can be about, as an address says it: "age|Under 5", "team|North", or "" for all. */
export function partChoices(indicator: Indicator | undefined, teams: readonly string[]) {
  const groups = SPLITS.flatMap(split =>
    groupOrder(split, indicator?.ageBands ?? []).map(value => ({
      value: `${split}|${value}`,
      text: `${splits[split]}: ${value}`,
    })),
  )
  return [
    { value: '', text: 'All children' },
    ...groups,
    ...teams.map(team => ({ value: `team|${team}`, text: `Team: ${team}` })),
  ]
}

/** The part that an address names; undefined where it names none that there is. */
export function partOf(asked: string, indicator: Indicator, teams: readonly string[]): Part | undefined {
  if (!partChoices(indicator, teams).some(c => c.value === asked)) return undefined
  const at = asked.indexOf('|')
  const [by, value] = [asked.slice(0, at), asked.slice(at + 1)]
  if (asked === '') return {}
  return by === 'team' ? { team: value } : { split: { by, value } }
}
