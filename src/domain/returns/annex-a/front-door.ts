import { isAccepted } from '../../records/codes-front-door.ts'
import { authorisedBy } from '../cin/write/activity.ts'
import {
  type Child,
  current,
  day,
  disabled,
  happenings,
  heldBy,
  lastWith,
  type Row,
  row,
  since,
  spellsOf,
  who,
} from './file.ts'
import { sourceWords, yes } from './words.ts'

/** List 1: contacts of six months. A referral came as a contact too. */
export const contacts = (c: Child): readonly Row[] =>
  happenings(c, 'contact', 'referral-received')
    .filter(e => since(e.happened, c.at.half, c))
    .map(e =>
      row(1, c, [e.id], {
        ...who(c),
        'Date of Contact': day(e.happened),
        'Contact Source': sourceWords(e.answers.source),
      }),
    )

/** List 2: early help assessments of six months. They are recorded once they are made. */
export const earlyHelp = (c: Child): readonly Row[] =>
  happenings(c, 'early-help-assessment')
    .filter(e => since(e.happened, c.at.half, c))
    .map(e =>
      row(2, c, [e.id], {
        ...who(c),
        'Assessment start date': day(e.happened),
        'Assessment completion date': day(e.happened),
        'Organisation completing assessment':
          typeof e.answers.agency === 'string' ? e.answers.agency : undefined,
      }),
    )

/** List 3: referrals of six months, and how many of the child there were in twelve. */
export function referrals(c: Child): readonly Row[] {
  const all = happenings(c, 'referral-received')
  const inYear = all.filter(e => since(e.happened, c.at.year, c)).length
  return all
    .filter(e => since(e.happened, c.at.half, c))
    .map(e => {
      const spell = spellsOf(c, 'referral').find(s => s.openedBy === e.id)
      const decision = spell?.facts.decision
      const decided = spell?.closedBy !== null && typeof decision === 'string'
      return row(3, c, [e.id, spell?.closedBy], {
        ...who(c),
        'Date of referral': day(e.happened),
        'Referral Source': sourceWords(e.answers.source),
        'Referral NFA?': yes(decided && !isAccepted(decision)),
        'Number of Referrals in Last 12 Months': inYear,
        ...heldBy(c),
      })
    })
}

const leadsOn = new Set(['child-in-need', 'protect', 'care', 'core'])

/** List 4: assessments that were going on in the six months. */
export const assessments = (c: Child): readonly Row[] =>
  current(c, 'assessment', c.at.half).map(s => {
    const done = authorisedBy(c.file, s)
    const seen = done?.answers.seen
    const otherwise = lastWith(c, 'child-seen', s.from)
    return row(4, c, [done?.id, s.openedBy], {
      ...who(c),
      ...disabled(c),
      'Continuous Assessment Start Date': day(s.from),
      'Child Seen During Continuous Assessment':
        typeof seen === 'string' ? yes(seen !== 'no') : otherwise ? 'Yes' : s.to === null ? 'No' : 'Unknown',
      'Continuous Assessment Date of Authorisation': done ? day(s.to) : undefined,
      "Was the child assessed as requiring LA children's social care support?":
        typeof done?.answers.outcome === 'string' ? yes(leadsOn.has(done.answers.outcome)) : undefined,
      ...heldBy(c),
    })
  })
