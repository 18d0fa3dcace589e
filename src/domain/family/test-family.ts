import { day } from '../kernel/day.ts'
import type { RelationshipKind } from '../records/types/relationship.ts'
import type { Self } from './kin.ts'
import type { KnownPerson, Relative } from './relatives.ts'

let made = 0

/** For tests: somebody in a child's life. */
export function relative(kind: RelationshipKind, more: Partial<Relative> = {}): Relative {
  made += 1
  return {
    key: `r${made}`,
    kind,
    title: kind,
    name: `Somebody ${made}`,
    file: null,
    sex: null,
    unborn: false,
    born: null,
    side: null,
    agency: null,
    contact: null,
    responsibility: null,
    household: false,
    died: false,
    from: null,
    to: null,
    ended: false,
    claims: [],
    differing: [],
    closed: false,
    ...more,
  }
}

export const self: Self = {
  key: 'me',
  called: 'Wren Pebble',
  sex: 'F',
  unborn: false,
  born: '2014-05-06',
  age: '11 years',
}

/** For tests: another child, whose file the viewer may open where nothing else is said. */
export const knownPerson = (id: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  id,
  code: id.toUpperCase(),
  called: `Child ${id}`,
  born: day('2012-03-04'),
  unborn: false,
  sex: 'M',
  seen: 'open',
  adopted: null,
  begun: day('2015-01-01'),
  ...more,
})
