import type { Day } from '../../kernel/day.ts'
import type { Spell } from '../../records/spell.ts'
import { postcodeIn } from '../ssda903/write/postcode-in.ts'
import {
  type Cells,
  type Child,
  current,
  day,
  disabled,
  happenings,
  heldBy,
  lastWith,
  type Row,
  row,
  spellsOf,
  who,
} from './file.ts'
import { unaccompanied } from './unaccompanied.ts'
import { needWords, yes } from './words.ts'
import { ceasedWords, legalWords, placementWords, providerWords } from './words-care.ts'

const inside = (s: Spell, care: Spell): boolean =>
  s.from >= care.from && (care.to === null || s.from < care.to || s.from === care.from)

const lastIn = (c: Child, kind: 'placement' | 'legal-status', care: Spell): Spell | undefined =>
  spellsOf(c, kind).findLast(s => inside(s, care))

const text = (v: unknown): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)

function placed(c: Child, care: Spell): Cells {
  const last = lastIn(c, 'placement', care)
  const entry = last && c.file.happenings.find(e => e.id === last.openedBy)
  const moves = spellsOf(c, 'placement').filter(
    s => (s.to === null || s.to > c.at.year) && !String(s.facts.type).startsWith('T'),
  )
  const provider = last?.facts.type === 'P1' ? 'PR0' : last?.facts.provider
  return {
    'Number of Placements in the Last 12 months': moves.length,
    'Start Date of Most Recent Placement': day(last?.from),
    'Placement Type': placementWords(last?.facts.type),
    'Placement Provider': providerWords(provider),
    'Placement postcode': postcodeIn(text(last?.facts.address) ?? null) ?? undefined,
    'URN of Placement': text(entry?.answers.urn),
  }
}

function missing(c: Child): Cells {
  const inYear = spellsOf(c, 'missing').filter(s => s.to === null || s.to > c.at.year)
  const count = (kind: string) => inYear.filter(s => s.facts.kind === kind).length
  const last = spellsOf(c, 'missing').findLast(s => s.closedBy !== null)
  const offered = last?.facts.interviewOffered
  return {
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months": count('M'),
    "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months": count('A'),
    'Was the child offered a Return Interview after their last missing episode (Y/N)?':
      typeof offered === 'boolean' ? yes(offered) : undefined,
    'Did the child accept a Return Interview after their last missing episode (Y/N)?':
      offered === true ? yes(last?.facts.interviewOn !== undefined) : undefined,
  }
}

const again = (c: Child, care: Spell): boolean =>
  spellsOf(c, 'looked-after').some(s => s.from < care.from && s.to !== null && s.to > c.at.year)

const heldDay = (c: Child, type: string): Day | undefined =>
  happenings(c, type).findLast(e => e.answers.outcome === undefined || e.answers.outcome === 'held')?.happened

/** List 8: children looked after on the day, and those who were until six months ago. */
export const inCare = (c: Child): readonly Row[] =>
  current(c, 'looked-after', c.at.half).map(care => {
    const law = lastIn(c, 'legal-status', care)
    const ceased = care.to === null ? undefined : text(care.facts.ceased)
    return row(8, c, [care.openedBy, care.closedBy, law?.openedBy, lastIn(c, 'placement', care)?.openedBy], {
      ...who(c),
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)': yes(
        unaccompanied(c, c.at.year),
      ),
      ...disabled(c),
      'Date Started to be Looked After': day(care.from),
      "Child's Category of Need": needWords[text(care.facts.need) ?? 'N0'],
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)':
        yes(again(c, care)),
      'Start date of current legal status': day(law?.from),
      "Child's Legal Status": legalWords[text(law?.facts.status) ?? ''],
      'Date of Latest Statutory Review': day(lastWith(c, 'looked-after-review', care.from)?.happened),
      'Date of Last Social Work Visit': day(lastWith(c, 'looked-after-visit', care.from)?.happened),
      'Date of Last Health Assessment': day(heldDay(c, 'health-assessment')),
      'Date of Last Dental Check': day(heldDay(c, 'dental-check')),
      'Date Ceased to be Looked After': day(care.to),
      'Reason Ceased to be Looked After': ceased && ceasedWords[ceased],
      ...placed(c, care),
      ...missing(c),
      ...heldBy(c),
    })
  })
