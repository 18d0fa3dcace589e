import type { Viewer } from '../../src/domain/access/roles.ts'
import { day } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { details, given, givenChild } from './given.ts'
import { cast } from './people.ts'

export interface GivenFile {
  readonly subject: NewSubject
  readonly code: string
  readonly entries: readonly NewEntry[]
}

interface About {
  readonly code?: string
  readonly name?: readonly [given: string, family: string]
  readonly worker?: Viewer | null
  readonly reviewing?: Viewer
  /** Who alone may see the file. */
  readonly named?: readonly Viewer[]
  readonly more?: (subject: string) => readonly NewEntry[]
}

/** A child of eleven, looked after since January 2026, allocated to a worker of the cast where nothing else is said. */
export function givenFile(about: About = {}): GivenFile {
  const subject = givenChild(about.code)
  const { id, code } = subject
  const [givenName, familyName] = about.name ?? ['Wren', 'Pebble']
  const worker = about.worker === undefined ? cast.worker : about.worker
  const allocate = (v: Viewer, as: string) =>
    given(id, 'allocation', { from: day('2026-01-05'), as, worker: v.id, team: v.team ?? 'Reviewing' })
  return {
    subject,
    code,
    entries: [
      given(id, 'person-details', details('2014-05-06', { givenName, familyName })),
      given(id, 'became-looked-after', { from: day('2026-01-05'), need: 'N1' }),
      given(id, 'placement', { from: day('2026-01-05'), type: 'U6', carer: 'Mill Lane' }),
      ...(worker ? [allocate(worker, 'worker')] : []),
      ...(about.reviewing ? [allocate(about.reviewing, 'reviewing')] : []),
      given(id, 'case-note', {
        on: day('2026-01-06'),
        what: 'call',
        about: 'Rang the school',
        note: 'All well.',
        significant: 'no',
      }),
      ...(about.more?.(id) ?? []),
      ...(about.named
        ? [
            given(id, 'restriction', {
              from: day('2026-01-07'),
              restricted: true,
              named: about.named.map(v => v.id).join(' '),
              reason: 'A relative works here.',
            }),
          ]
        : []),
    ],
  }
}

export const subjectsOf = (files: readonly GivenFile[]): readonly NewSubject[] => files.map(f => f.subject)
export const entriesOf = (files: readonly GivenFile[]): readonly NewEntry[] => files.flatMap(f => f.entries)
