import { addDays, day } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { details, given, givenChild } from './given.ts'
import { cast } from './people.ts'

// Children with early help as it is found at a weekly meeting: new, late, stepped up and down, and told of again.

export const TODAY = day('2026-03-10')
export const subjects: NewSubject[] = []
export const entries: NewEntry[] = []

export function child(code: string, name: string, more: (id: string) => readonly NewEntry[]) {
  const subject = givenChild(code)
  subjects.push(subject)
  entries.push(
    given(subject.id, 'person-details', details('2016-05-06', { givenName: name, familyName: 'Fold' })),
    ...more(subject.id),
  )
  return subject
}

export const good = {
  agency: 'Marsh Lane Primary',
  consent: true,
  lead: 'Ada Quill',
  reach: '01632 960 004',
  strengths: 'Reads well.',
  needs: 'Sleep.',
  views: 'She wants to sleep in her own bed.',
  plan: 'Ada Quill rings the GP by 4 May.',
}
export const caf = (id: string, ago: number, more = {}, said = {}) =>
  given(id, 'early-help-assessment', { on: addDays(TODAY, -ago), ...good, ...more }, said)
export const met = (id: string, ago: number, more = {}) =>
  given(id, 'early-help-meeting', {
    on: addDays(TODAY, -ago),
    who: 'All',
    views: good.views,
    moved: 'Sleeps better.',
    plan: good.plan,
    ...more,
  })
export const step = (id: string, ago: number, which: string, more = {}) =>
  given(id, 'early-help-step', { on: addDays(TODAY, -ago), step: which, why: `Because of ${which}`, ...more })
export const contact = (id: string, ago: number) =>
  given(id, 'contact', {
    receivedOn: addDays(TODAY, -ago),
    sort: 'worry',
    source: '2A',
    about: 'Late again',
    outcome: 'nfa',
    reasons: 'R',
  })

child('CALM1111', 'Calm', id => [caf(id, 30), met(id, 10, { lead: 'Bo Reed', next: addDays(TODAY, 20) })])
child('FRESH111', 'Fresh', id => [
  caf(id, 2, { agency: 'Health centre', lead: 'TBC', plan: 'Support', meeting: addDays(TODAY, 9) }),
])
child('LATE1111', 'Late', id => [caf(id, 60, { meeting: addDays(TODAY, -40) })])
child('UPPED111', 'Upped', id => [caf(id, 60), step(id, 5, 'up')])
child('DOWN1111', 'Down', id => [step(id, 3, 'down', { lead: 'Cy Dale', reach: 'cy@example.org' })])
child('ENDED111', 'Ended', id => [caf(id, 60), step(id, 3, 'end')])
child('AGAIN111', 'Again', id => [contact(id, 60), contact(id, 5)])
child('ONCE1111', 'Once', id => [contact(id, 100), contact(id, 5)])
child('SECRET11', 'Zephyrine', id => [
  caf(id, 2),
  given(id, 'restriction', {
    from: addDays(TODAY, -1),
    restricted: true,
    named: cast.reviewer.id,
    reason: 'A relative works here.',
  }),
])
child('QUIET111', 'Quiet', id => [
  caf(id, 30, { agency: 'Whispers', lead: 'Nobody Else' }, { sensitivity: 'confidential' }),
  step(id, 200, 'down', { lead: 'Old', reach: 'x' }),
])
