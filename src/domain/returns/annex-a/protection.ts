import { runsOn } from '../../records/spell.ts'
import { ofKind } from '../cin/write/activity.ts'
import { closureOf } from '../cin/write/closure.ts'
import { episodes } from '../cin/write/episodes.ts'
import { categories, conferences, enquiries, plansBefore } from '../cin/write/protection.ts'
import { referralOf } from '../cin/write/referral.ts'
import { type Child, current, day, disabled, heldBy, lastWith, type Row, row, since, who } from './file.ts'
import { abuseWords, caseStatus, closureWords, needWords, yes } from './words.ts'

/** List 5: section 47 enquiries that began, and initial conferences that were held, in six months. */
export function section47(c: Child): readonly Row[] {
  const all = enquiries(c.file)
  const held = conferences(c.file)
  const led = new Set(all.map(e => e.conference?.entry))
  const counts = {
    'Number of Section 47 Enquiries in the last 12 months': all.filter(e => since(e.spell.from, c.at.year, c))
      .length,
    'Number of ICPCs in the last 12 months': held.filter(h => since(h.on, c.at.year, c)).length,
  }
  const line = (
    from: (string | null | undefined)[],
    start: Parameters<typeof day>[0],
    notRequired: boolean | undefined,
    conference: (typeof held)[number] | undefined,
  ) =>
    row(5, c, from, {
      ...who(c),
      ...disabled(c),
      'Strategy discussion initiating Section 47 Enquiry Start Date': day(start),
      'Was an Initial Child Protection Conference deemed unnecessary?':
        notRequired === undefined ? undefined : yes(notRequired),
      'Date of Initial Child Protection Conference': day(conference?.on),
      'Did the Initial Child Protection Conference Result in a Child Protection Plan':
        conference && yes(conference.plan),
      ...counts,
      ...heldBy(c),
    })
  const recent = (on: (typeof held)[number]['on'] | undefined) => on !== undefined && since(on, c.at.half, c)
  return [
    ...all
      .filter(e => recent(e.spell.from) || recent(e.conference?.on))
      .map(e => line([e.spell.openedBy, e.conference?.entry], e.spell.from, e.notRequired, e.conference)),
    ...held.filter(h => !led.has(h.entry) && recent(h.on)).map(h => line([h.entry], undefined, undefined, h)),
  ]
}

function status(c: Child, open: boolean): string {
  const runs = (kind: Parameters<typeof ofKind>[1]) => ofKind(c.file, kind).some(s => runsOn(s, c.at.on))
  if (!open) return caseStatus.closed
  if (runs('looked-after')) return caseStatus.care
  if (runs('protection-plan')) return caseStatus.protection
  return runs('assessment') && !runs('need-plan') ? caseStatus.assessment : caseStatus.need
}

/** List 6: every child in need on the day, looked after and protected children among them, and who was until six months ago. */
export const inNeed = (c: Child): readonly Row[] =>
  episodes(c.file)
    .filter(e => e.to === null || (e.to > c.at.half && e.to <= c.at.on))
    .map(e => {
      const { need, from } = referralOf(c.file, e)
      const reason = closureOf(c.file, e)
      return row(6, c, [...from, e.closed?.id], {
        ...who(c),
        ...disabled(c),
        'CIN Start Date': day(e.from),
        'Primary Need Code': needWords[need],
        'Date Child Was Last Seen': day(lastWith(c, 'child-seen', e.from)?.happened),
        'CIN Closure Date': day(e.to),
        'Reason for Closure': reason && closureWords[reason],
        'Case Status': status(c, e.to === null),
        ...heldBy(c),
      })
    })

/** List 7: protection plans on the day, and those that ended in six months. */
export function plans(c: Child): readonly Row[] {
  const removed = ofKind(c.file, 'legal-status').some(
    s => (s.facts.status === 'L1' || s.facts.status === 'L2') && (s.to === null || s.to > c.at.half),
  )
  return current(c, 'protection-plan', c.at.half).map(s => {
    const { first, latest } = categories(c.file, s)
    const visit = lastWith(c, 'protection-visit', s.from)
    return row(7, c, [s.openedBy, s.closedBy, visit?.id], {
      ...who(c),
      ...disabled(c),
      'Child Protection Plan Start Date': day(s.from),
      'Initial Category of Abuse': abuseWords[first ?? ''],
      'Latest Category of Abuse': abuseWords[latest ?? ''],
      'Date of the Last Statutory Visit': day(visit?.happened),
      'Was the Child Seen Alone?': visit && yes(visit.answers.seen === 'alone'),
      'Date of latest review conference': day(lastWith(c, 'protection-review', s.from)?.happened),
      'Child Protection Plan End Date': day(s.to),
      'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)':
        yes(removed),
      'Number of Previous Child Protection Plans': plansBefore(c.file, s),
      ...heldBy(c),
    })
  })
}
