import { england } from '../src/domain/kernel/calendar.ts'
import { addDays, addMonths, type Day, weekday } from '../src/domain/kernel/day.ts'
import { instantAt } from '../src/domain/kernel/london.ts'
import type { NewEntry, NewSubject } from '../src/domain/records/entry.ts'
import type { Answers } from '../src/domain/records/kinds/field.ts'
import { uuid } from './ids.ts'
import { random } from './random.ts'
import { evaluated, inspectorsNamed, requested } from './words/visits.ts'

/** What the visits need to know of the authority that was made before them. */
export interface VisitSetting {
  readonly director: string
  readonly analyst: string
  /** The id of the authority's own file. */
  readonly authority: string
  /** Children drawn for each visit, by the ids of their files, with the list each was drawn from and its size. */
  readonly drawn: readonly { readonly child: string; readonly list: number; readonly outOf: number }[]
}

export interface Visits {
  readonly subjects: readonly NewSubject[]
  readonly entries: readonly NewEntry[]
  /** The inspector who is let in now, whom the sign-in page offers. */
  readonly inspector: { readonly id: string; readonly name: string }
}

const workingOnOrBefore = (d: Day): Day => (england.isWorking(d) ? d : workingOnOrBefore(addDays(d, -1)))
const mondayOf = (d: Day): Day => addDays(d, -weekday(d))

/** A visit that is over and one that runs, with an inspector each, sampled files, requests and a self-evaluation. */
export function visitEntries(setting: VisitSetting, today: Day): Visits {
  const rand = random('visits')
  const id = (on: Day) => uuid(Date.parse(instantAt(on, '10:00')), rand)
  const entry = (
    subject: string,
    type: string,
    on: Day,
    at: string,
    author: string,
    answers: Answers,
  ): NewEntry => ({
    id: id(on),
    subject,
    type,
    happened: on,
    recorded: instantAt(on, at),
    author,
    answers,
    amends: null,
    sensitivity: 'ordinary',
    source: null,
  })
  const { director, analyst, authority } = setting

  const worker = (name: string, code: string, on: Day, left?: Day) => {
    const subject: NewSubject = { id: id(on), kind: 'worker', code }
    const details = (from: Day, working: boolean) => ({ from, name, role: 'inspector', working })
    return {
      subject,
      entries: [
        entry(subject.id, 'staff-details', on, '10:05', director, details(on, true)),
        ...(left ? [entry(subject.id, 'staff-details', left, '17:05', director, details(left, false))] : []),
      ],
    }
  }

  const over = workingOnOrBefore(addMonths(today, -7))
  const overFrom = workingOnOrBefore(addDays(over, -1))
  const overNotice = workingOnOrBefore(addDays(overFrom, -7))
  const [first = '', second = ''] = inspectorsNamed
  const earlier = worker(first, 'v1-inspector-1', overNotice, over)
  const past: NewSubject = { id: id(overNotice), kind: 'visit', code: 'V1' }

  const from = mondayOf(today)
  const notice = workingOnOrBefore(addDays(from, -7))
  const until = addDays(from, 25)
  const present = worker(second, 'v2-inspector-1', notice)
  const running: NewSubject = { id: id(notice), kind: 'visit', code: 'V2' }

  const sample = (visit: string, who: string, on: Day, last: Day, list: VisitSetting['drawn']) =>
    list.map(({ child, ...how }) =>
      entry(visit, 'visit-sample-added', on, '11:00', analyst, {
        child,
        inspector: who,
        until: last,
        how: 'random',
        asAt: on,
        seed: 'seed of the demonstration',
        ...how,
      }),
    )
  const asked = (visit: string, who: string, on: Day, list: typeof requested.past) =>
    list.flatMap(({ what, answer }, i) => {
      const request = entry(visit, 'visit-request', on, `12:${10 + i}`, who, { what })
      return answer === null
        ? [request]
        : [
            request,
            entry(visit, 'visit-request-answered', on, `15:${10 + i}`, analyst, {
              request: request.id,
              answer,
            }),
          ]
    })

  return {
    subjects: [earlier.subject, present.subject, past, running],
    inspector: { id: present.subject.id, name: second },
    entries: [
      ...earlier.entries,
      ...present.entries,
      entry(past.id, 'visit-planned', overNotice, '10:00', director, {
        kind: 'focused',
        notice: overNotice,
        from: overFrom,
        to: over,
        lead: first,
        scope: 'The front door: thresholds, decisions and their timeliness.',
      }),
      entry(past.id, 'inspector-admitted', overNotice, '10:10', analyst, {
        inspector: earlier.subject.id,
        name: first,
        from: overNotice,
        until: over,
      }),
      ...sample(past.id, earlier.subject.id, overNotice, over, setting.drawn.slice(0, 2)),
      ...asked(past.id, earlier.subject.id, overFrom, requested.past),
      ...setting.drawn.slice(0, 2).map(({ child }) =>
        entry(past.id, 'visit-sample-removed', over, '17:00', analyst, {
          child,
          inspector: earlier.subject.id,
        }),
      ),
      entry(past.id, 'inspector-ended', over, '17:00', analyst, { inspector: earlier.subject.id }),
      entry(past.id, 'visit-over', over, '17:01', director, { on: over }),

      entry(running.id, 'visit-planned', notice, '09:40', director, {
        kind: 'ilacs-standard',
        notice,
        from,
        to: addDays(from, 11),
        lead: second,
      }),
      entry(running.id, 'inspector-admitted', notice, '09:45', analyst, {
        inspector: present.subject.id,
        name: second,
        from: notice,
        until,
      }),
      ...sample(running.id, present.subject.id, notice, until, setting.drawn.slice(0, 5)),
      ...['lists', 'figures', 'self-evaluation', 'plan', 'documents'].map((what, i) =>
        entry(running.id, 'visit-shared', notice, `14:0${i}`, analyst, { what, shown: true }),
      ),
      ...asked(running.id, present.subject.id, notice, requested.present),

      ...evaluated.map(({ area, monthsAgo, ...said }) => {
        const on = workingOnOrBefore(addMonths(today, -monthsAgo))
        return entry(authority, 'self-evaluation', on, '16:00', director, {
          framework: 'ilacs-2018',
          area,
          figuresOn: on,
          ...said,
        })
      }),
    ],
  }
}
