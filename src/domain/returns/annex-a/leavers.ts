import { ageOn, birthday, type Day, daysBetween, later } from '../../kernel/day.ts'
import { runsOn, type Spell } from '../../records/spell.ts'
import { type Child, day, disabled, happenings, heldBy, type Row, row, since, spellsOf, who } from './file.ts'
import { unaccompanied } from './unaccompanied.ts'
import { yes } from './words.ts'
import { activityWords, eligibility, homeWords, NOT_RECORDED, touchWords } from './words-care.ts'

/** Thirteen weeks in care since 14, and some of it at 16 or older (Children Act 1989, schedule 2 paragraph 19B). */
const WEEKS_13 = 91
const NO_LEAVER = new Set(['E11', 'E12', 'E2', 'E3'])
/** Everybody to 21; those older to 25, who were in contact in the last twelve months. */
const ALWAYS_TO = 21
const OLDEST = 25

/** Longer than short breaks, at 16 or older. */
function lateStays(c: Child, born: Day): readonly Spell[] {
  const short = (care: Spell) => {
    const laws = spellsOf(c, 'legal-status').filter(
      s => s.from >= care.from && (care.to === null || s.from < care.to),
    )
    return laws.length > 0 && laws.every(s => s.facts.status === 'V3' || s.facts.status === 'V4')
  }
  const stays = spellsOf(c, 'looked-after').filter(s => !short(s))
  return stays.some(s => s.to === null || s.to > birthday(born, 16)) ? stays : []
}

function category(c: Child, born: Day): string | undefined {
  const { on } = c.at
  const stays = lateStays(c, born)
  const last = stays.at(-1)
  const age = ageOn(born, on)
  if (!last || age < 16 || (last.to !== null && NO_LEAVER.has(String(last.facts.ceased)))) return undefined
  const fourteen = birthday(born, 14)
  const days = stays.reduce((n, s) => n + Math.max(0, daysBetween(later(s.from, fourteen), s.to ?? on)), 0)
  if (runsOn(last, on)) return days >= WEEKS_13 ? eligibility.eligible : undefined
  if (days < WEEKS_13) return eligibility.qualifying
  return age < 18 ? eligibility.relevant : eligibility.former
}

/**
 * List 9: care leavers, and who is preparing to leave care. The worker of somebody who is an adult is their adviser.
 * Pathway plans are not in the record.
 */
export function careLeavers(c: Child): readonly Row[] {
  const { born } = c.file.person
  if (born === null) return []
  const age = ageOn(born, c.at.on)
  const is = category(c, born)
  const contact = happenings(c, 'care-leaver-contact').at(-1)
  const inReach =
    age < ALWAYS_TO || (age <= OLDEST && contact !== undefined && since(contact.happened, c.at.year, c))
  if (!is || !inReach) return []
  const { touch, home, suitable, activity } = contact?.answers ?? {}
  const held = heldBy(c)
  const never = home === 'S' || home === 'X'
  return [
    row(9, c, [contact?.id, spellsOf(c, 'looked-after').at(-1)?.openedBy], {
      ...who(c),
      'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)': yes(
        age < 18 ? unaccompanied(c, c.at.on) : unaccompanied(c),
      ),
      ...disabled(c),
      ...held,
      'Allocated Personal Advisor': age < 18 ? 'Not allocated' : held['Allocated Worker'],
      'Eligibility Category': is,
      'LA in Touch': touchWords[String(touch)] ?? NOT_RECORDED,
      'Latest Date of Contact': day(contact?.happened),
      'Type of Accommodation': homeWords[String(home)],
      'Suitability of Accommodation':
        never || suitable === false
          ? 'b) Not suitable'
          : suitable === true
            ? 'a) Suitable'
            : 'c) Not in touch or not recorded',
      'Activity Status': activityWords[String(activity)],
    }),
  ]
}
