import { CHILD_CODES, childCode } from '../../src/domain/kernel/ids.ts'
import { uuid } from '../ids.ts'
import { families } from '../people/names.ts'
import type { Rand } from '../random.ts'
import { type N, wallToMs } from '../time.ts'
import type { Child, Family } from './child.ts'
import { nameOf } from './who.ts'

/**
 * The new file of a child who was adopted and whose new parents asked for help: another name, another code, another
 * family, and nothing in either file that leads to the other.
 */
export function newLife(all: readonly Child[], start: N, today: N, rand: Rand): Child[] {
  const adopted = (c: Child) =>
    c.stays.some(
      s => (s.ended === 'E11' || s.ended === 'E12') && s.to !== null && s.to > start && s.to < today - 70,
    )
  const before = all.find(adopted)
  const over = before?.stays.find(s => s.ended === 'E11' || s.ended === 'E12')?.to
  if (!before || over === undefined || over === null) return []
  const number = all.length + 1
  const family: Family = {
    number: 300_001,
    name: rand.pick(families.filter(f => f !== before.family.name)),
    children: [],
  }
  const own = rand.fork('new life')
  const on = over + 45
  const child: Child = {
    number,
    rand: own,
    id: uuid(wallToMs(on * 1440 + 600), own),
    code: childCode(own.int(1, CHILD_CODES - 1)),
    family,
    plans: [],
    stays: [],
    referrals: [{ on, decision: 'advice' }],
    fostering: [],
    born: before.born,
    unborn: false,
    sex: before.sex,
    ethnicity: before.ethnicity,
    disability: before.disability,
    given: '',
    newFile: true,
  }
  family.children.push(child)
  const named = { ...child, given: nameOf(child) }
  family.children = [named]
  return [named]
}
