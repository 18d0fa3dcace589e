import type { Sensitivity } from '../../src/domain/access/roles.ts'
import { type Day, day, type Instant } from '../../src/domain/kernel/day.ts'
import { instantAt } from '../../src/domain/kernel/london.ts'
import type { NewEntry, NewSubject, SubjectKind } from '../../src/domain/records/entry.ts'
import { knownRecordType } from '../../src/domain/records/registry.ts'
import { newId } from '../../src/store/ids.ts'

/** The author of what tests write, where it does not matter who. */
export const SOMEONE = '01890a5d-ac96-774b-bcce-b302099a8057'

/** The moment at which tests stand, where they do not say another: a Tuesday noon. */
export const HERE = '2026-03-10T12:00:00.000Z' as Instant

let made = 0

/** A child's file to be started, with a code of its own. */
export function givenChild(code?: string): NewSubject {
  made += 1
  return {
    id: newId('2020-01-01T00:00:00.000Z' as Instant),
    kind: 'child',
    code: code ?? `T${String(made).padStart(6, '0')}`,
  }
}

/** A file of another kind, to be started. */
export const givenSubject = (kind: SubjectKind, code: string): NewSubject => ({
  id: newId('2020-01-01T00:00:00.000Z' as Instant),
  kind,
  code,
})

interface Said {
  readonly recorded?: Instant
  readonly author?: string
  readonly amends?: string
  readonly sensitivity?: Sensitivity
  readonly id?: string
}

/** An entry as a person would have written it at noon on the day it happened. */
export function given(
  subject: string,
  type: string,
  answers: Record<string, unknown>,
  said: Said = {},
): NewEntry {
  const happened: Day = knownRecordType(type).happened(answers) ?? day('2026-01-05')
  const recorded = said.recorded ?? instantAt(happened, '12:00')
  return {
    id: said.id ?? newId(recorded),
    subject,
    type,
    happened,
    recorded,
    author: said.author ?? SOMEONE,
    answers,
    amends: said.amends ?? null,
    sensitivity: said.sensitivity ?? knownRecordType(type).sensitivity,
    source: null,
  }
}

/** The details of an invented child. */
export const details = (born: string, more: Record<string, unknown> = {}) => ({
  asOf: day(born),
  unborn: false,
  givenName: 'Wren',
  familyName: 'Pebble',
  born: day(born),
  sex: 'F',
  ethnicity: 'WBRI',
  ...more,
})
