import type { Day } from '../../kernel/day.ts'
import type { Spell } from '../../records/spell.ts'
import { type Child, day, disabled, happenings, type Row, row, since, spellsOf, who } from './file.ts'
import { reversalWords } from './words.ts'

const inside = (s: Spell, care: Spell): boolean =>
  s.from >= care.from && (care.to === null || s.from < care.to)

const text = (v: unknown): string => (typeof v === 'string' ? v : '')

/** List 10: children of whom it was decided in twelve months, or is decided still, that they should be placed for adoption. */
export const adoption = (c: Child): readonly Row[] =>
  spellsOf(c, 'looked-after').flatMap(care => {
    const within = (e: { happened: Day }) =>
      e.happened >= care.from && (care.to === null || e.happened <= care.to)
    const decided = happenings(c, 'adoption-decision').findLast(within)
    if (!decided) return []
    const after = (type: string) =>
      happenings(c, type).findLast(e => within(e) && e.happened >= decided.happened)
    const ended = after('adoption-decision-ended')
    const adopted = care.facts.ceased === 'E11' || care.facts.ceased === 'E12' ? care.to : null
    const over = ended?.happened ?? care.to
    if (over !== null && !since(over, c.at.year, c)) return []
    const match = after('adoption-match')
    const order = spellsOf(c, 'legal-status').find(s => inside(s, care) && s.facts.status === 'E1')
    const place = (types: readonly string[]) =>
      spellsOf(c, 'placement').find(s => inside(s, care) && types.includes(String(s.facts.type)))
    return [
      row(10, c, [decided.id, ended?.id, match?.id, order?.openedBy, care.closedBy], {
        ...who(c),
        ...disabled(c),
        'Date the Child Entered Care': day(care.from),
        'Date of Decision that Child Should be Placed for Adoption': day(decided.happened),
        'Date of Placement Order': day(order?.from),
        'Date of Matching Child and Prospective Adopters': day(match?.happened),
        'Date Placed for Adoption': day(place(['A3', 'A4', 'A5', 'A6'])?.from),
        'Date of Adoption Order': day(adopted),
        'Date of Decision that Child Should No Longer be Placed for Adoption': day(ended?.happened),
        'Reason Why Child No Longer Placed for Adoption': reversalWords[text(ended?.answers.reason)],
        'Date the child was placed for fostering in FFA or concurrent planning placement': day(
          place(['U2', 'U5'])?.from,
        ),
      }),
    ]
  })
