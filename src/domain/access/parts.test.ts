import fc from 'fast-check'
import { expect, test } from 'vitest'
import { givenIn, partOf, writtenIn } from './parts.ts'
import { roles } from './roles.ts'

const caring = partOf('foster-carer')
if (!caring) throw new Error('A foster carer has no part of a file.')

const kinds = ['carer-log', 'placement-arranged', 'placement', 'legal-status', 'dental-check', 'case-note']
const somebody = fc.constantFrom('ann', 'ben')
const entry = fc.record({
  type: fc.constantFrom(...kinds),
  author: somebody,
  withdrawn: fc.boolean(),
  answers: fc.record({ account: somebody, whyMoved: fc.constant('CARPL'), note: fc.string() }),
})

test('a carer is given their own log, what names them, the last legal status, health, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(entry), somebody, (all, id) => {
      const given = givenIn(caring, { id }, all)
      const stands = all.filter(e => !e.withdrawn)
      const statuses = stands.filter(e => e.type === 'legal-status')
      const ought = stands.filter(
        e =>
          e.type === 'dental-check' ||
          (e.type === 'carer-log' && e.author === id) ||
          (e.type.startsWith('placement') && e.answers.account === id) ||
          (statuses.length > 0 && e === statuses.at(-1)),
      )
      expect(given.map(e => [e.type, e.author, e.answers.note])).toEqual(
        ought.map(e => [e.type, e.author, e.answers.note]),
      )
      // Why the child left those who cared before is kept from those who care now.
      for (const e of given.filter(g => g.type === 'placement'))
        expect(e.answers).not.toHaveProperty('whyMoved')
    }),
  )
})

test('what is written in a part belongs to it', () => {
  for (const role of Object.keys(roles) as (keyof typeof roles)[]) {
    const part = partOf(role)
    if (part) for (const type of writtenIn(part)) expect(part.types).toContain(type)
  }
})
