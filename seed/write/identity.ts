import { boys, families, girls, places, streets } from '../people/names.ts'
import type { Child } from '../population/child.ts'
import { ageAt, type N, toDay } from '../time.ts'
import { identities } from '../words/notes.ts'
import { type Case, workerOn } from './case.ts'

const digits = (n: number, width: number) => String(n % 10 ** width).padStart(width, '0')

/** Numbers of the ranges kept for tests and stories, so that they belong to nobody. */
const nhs = (c: Child) => {
  const own = digits(c.number * 7919 + 1_234_567, 7)
  return `999 ${own.slice(0, 3)} ${own.slice(3)}`
}
const telephone = (c: Child) => `07700 900${digits(c.number * 13, 3)}`

export const home = (c: Child): string => {
  const f = c.family.number
  return `${1 + (f % 88)} ${streets[f % streets.length] ?? ''}, ${places[f % places.length] ?? ''}`
}

function details(c: Case, on: N, change: Readonly<Record<string, unknown>> = {}) {
  const { child } = c
  const age = ageAt(child.born, on)
  return {
    asOf: toDay(on),
    unborn: false,
    givenName: child.given,
    familyName: child.family.name,
    ...(child.rand.chance(0.01) ? { otherNames: `${child.given.slice(0, 3)} at home` } : {}),
    born: toDay(child.born),
    sex: child.sex,
    ethnicity: child.ethnicity,
    ...(c.rand.chance(0.3) ? { identity: c.rand.pick(identities) } : {}),
    disability: child.disability,
    nhsNumber: nhs(child),
    ...(age >= 5 ? { upn: `T999${digits(child.number * 31, 8)}A` } : {}),
    address: home(child),
    ...change,
  }
}

/** Who the child is: before birth, at birth, and again where a name changes. */
export function writeIdentity(c: Case): void {
  const { child, file, first, rand, setting } = c
  const author = workerOn(c, first).id
  const before = child.unborn || child.born > first
  if (before) {
    const expected = child.unborn ? child.born : child.born + rand.int(-12, 12)
    const { givenName: _, born: __, nhsNumber: ___, upn: ____, ...known } = { upn: '', ...details(c, first) }
    file.write(
      'person-details',
      first,
      author,
      { ...known, unborn: true, expected: toDay(expected), sex: 'U', disability: false },
      { opening: true },
    )
    if (child.unborn) return
    file.write('person-details', child.born, workerOn(c, child.born).id, details(c, child.born))
  } else file.write('person-details', first, author, details(c, first), { opening: true })

  const changed = Math.max(first, child.born) + 120 + rand.int(0, 300)
  if (rand.chance(0.015) && changed < setting.today - 5) {
    const familyName = rand.pick(families)
    const otherNames = `${child.given} ${child.family.name}`
    file.write(
      'person-details',
      changed,
      workerOn(c, changed).id,
      details(c, changed, { familyName, otherNames }),
    )
  }
}

/** The people in the child's life; brothers and sisters by their own files. */
export function writeRelationships(c: Case): void {
  const { child, file, first, rand } = c
  const author = workerOn(c, first).id
  const write = (answers: Readonly<Record<string, unknown>>) =>
    file.write('relationship', null, author, answers, since)
  // Written in the days after the file was begun, and moved over with it.
  const since = { after: file.drafts[0] ?? file.write('person-details', first, author, details(c, first)) }
  const lead = child.family.children[0] ?? child
  const mother = girls[(child.family.number * 7) % girls.length] ?? ''
  const father = boys[(child.family.number * 11) % boys.length] ?? ''
  write({
    kind: child.newFile ? 'parent' : 'mother',
    name: `${mother} ${child.family.name}`,
    contact: telephone(lead),
    responsibility: true,
  })
  if (child.family.number % 5 < 2)
    write({
      kind: child.newFile ? 'parent' : 'father',
      name: `${father} ${child.family.name}`,
      responsibility: rand.chance(0.7),
    })
  for (const other of child.family.children)
    if (other !== child && rand.chance(0.97)) write({ kind: 'sibling', child: other.id })
}
