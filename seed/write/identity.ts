import { disabilities } from '../../src/domain/records/codes.ts'
import { checkLetter } from '../../src/domain/returns/cin/rules/pupil-number.ts'
import { boys, families, girls, places, streets } from '../people/names.ts'
import { addressAt } from '../people/postcodes.ts'
import type { Child } from '../population/child.ts'
import { ageAt, type N, toDay, turns, workingOnOrAfter } from '../time.ts'
import { identities } from '../words/notes.ts'
import { type Case, workerOn } from './case.ts'

const digits = (n: number, width: number) => String(n % 10 ** width).padStart(width, '0')

/** Numbers of the ranges kept for tests and stories, so that they belong to nobody. */
const nhs = (c: Child) => {
  const own = digits(c.number * 7919 + 1_234_567, 7)
  return `999 ${own.slice(0, 3)} ${own.slice(3)}`
}
/**
 * A pupil number with its check letter: of an authority that came to an end in 1996, and a school whose number no
 * school had, so that it belongs to nobody.
 */
const upn = (c: Child) => {
  const own = `901${digits(c.number, 9)}`
  return `${checkLetter(`A${own}`) ?? ''}${own}`
}

/** What a disabled child’s disability is: for some several things. */
const kinds = Object.keys(disabilities)
const disabledBy = (c: Child) => {
  const first = kinds[c.number % kinds.length] ?? 'LD'
  const second = kinds[(c.number * 5 + 3) % kinds.length] ?? 'COMM'
  return c.number % 3 === 0 && second !== first ? [first, second] : [first]
}

const telephone = (c: Child) => `07700 900${digits(c.number * 13, 3)}`

export const home = (c: Child): string => {
  const f = c.family.number
  return addressAt(1 + (f % 88), streets[f % streets.length] ?? '', places[f % places.length] ?? '')
}

function details(c: Case, on: N, change: Readonly<Record<string, unknown>> = {}) {
  const { child } = c
  // What was moved over was written as it was known on the day of moving.
  const age = ageAt(child.born, Math.max(on, c.setting.start))
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
    ...(child.disability ? { disabilities: disabledBy(child) } : {}),
    nhsNumber: nhs(child),
    ...(age >= 5 ? { upn: upn(child) } : {}),
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
    const {
      givenName: _,
      born: __,
      nhsNumber: ___,
      upn: ____,
      disabilities: _____,
      ...known
    } = {
      upn: '',
      disabilities: [],
      ...details(c, first),
    }
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

/** Who started school while we knew them: the number came with the school. */
export function writePupilNumber(c: Case): void {
  const { child, file, setting } = c
  const last = file.drafts.findLast(d => d.type === 'person-details')
  if (child.unborn || child.newFile || !last || last.answers.upn !== undefined) return
  const school = turns(child.born, 4) + 200
  const spans = [...child.plans, ...child.stays].toSorted((a, b) => a.from - b.from)
  const known = spans.find(s => s.to === null || s.to > school)
  if (!known || ageAt(child.born, setting.today) < 5) return
  const on = workingOnOrAfter(Math.max(school, known.from + 20, last.happened ?? 0, setting.start + 30))
  if (on <= setting.start || on > setting.today || (known.to !== null && on >= known.to)) return
  const { asOf: _, ...same } = last.answers
  file.write('person-details', on, workerOn(c, on).id, { asOf: toDay(on), ...same, upn: upn(child) })
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
