import { randomUUID } from 'node:crypto'
import { type Rand, random } from '../../seed/random.ts'
import { addDays, type Day, day } from '../../src/domain/kernel/day.ts'
import { childCode } from '../../src/domain/kernel/ids.ts'
import { keysOf, namesLine } from '../../src/domain/matching/keys.ts'
import type { Db } from '../../src/store/connection.ts'
import { columns } from '../../src/store/projected.ts'
import { insertRows } from '../../src/store/rows.ts'
import { nameOf } from './names.ts'

export interface Somebody {
  readonly subject: string
  readonly code: string
  readonly givenName: string
  readonly familyName: string
  readonly born: Day
}

const STREETS =
  'Mill Church Station Orchard Meadow Quarry Harbour Canal Willow Chapel Bridge Victoria Albert Park'.split(
    ' ',
  )

function somebody(chance: Rand, n: number) {
  const { givenName, familyName } = nameOf(chance)
  const known = {
    givenName,
    familyName,
    otherNames: chance.chance(0.05) ? `${givenName.split(' ')[0]} ${nameOf(chance).familyName}` : null,
    address: `${chance.int(1, 180)} ${chance.pick(STREETS)} Lane, Quernham QH${chance.int(1, 40)} ${chance.int(1, 9)}${chance.pick([...'ABDEFGHJ'])}${chance.pick([...'LNPQRSTU'])}`,
    nhsNumber: chance.chance(0.9) ? String(9_000_000_000 + n) : null,
    upn: null,
    siblings: [],
  }
  const born = addDays(day('2008-01-01'), chance.int(0, 6600))
  return { ...known, born, subject: randomUUID(), code: childCode(n * 7919 + 13) }
}

/**
 * Writes so many invented people straight into the tables that a search reads, with the keys that the domain gives them.
 * @returns them all
 */
export async function writePeople(db: Db, count: number): Promise<readonly Somebody[]> {
  const chance = random('search/people')
  const all: Somebody[] = []
  const GROUP = 5000
  for (let at = 0; at < count; at += GROUP) {
    const people = Array.from({ length: Math.min(GROUP, count - at) }, (_, i) => somebody(chance, at + i))
    await db.transaction().execute(async tx => {
      await insertRows<object>(
        tx,
        'subject',
        { id: 'uuid', kind: 'text', code: 'text', started: 'timestamptz' },
        people.map(p => ({
          id: p.subject,
          kind: 'child',
          code: p.code,
          started: '2026-01-05T09:00:00.000Z',
        })),
      )
      await insertRows<object>(
        tx,
        'person',
        columns.person,
        people.map(p => ({
          subject: p.subject,
          code: p.code,
          given_name: p.givenName,
          family_name: p.familyName,
          other_names: p.otherNames,
          unborn: false,
          born: p.born,
          sex: null,
          ethnicity: null,
          disability: null,
          nhs_number: p.nhsNumber,
          upn: null,
          restricted: chance.chance(0.002),
          named: [],
          address: p.address,
          merged: null,
          siblings: [],
          names: namesLine(p),
          keys: keysOf(p),
        })),
      )
    })
    all.push(
      ...people.map(({ subject, code, givenName, familyName, born }) => ({
        subject,
        code,
        givenName,
        familyName,
        born,
      })),
    )
  }
  return all
}
