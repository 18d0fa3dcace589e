import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../src/domain/kernel/day.ts'
import { demoStaff } from './demo-staff.ts'
import { generate, type Seed } from './generate.ts'
import { small } from './profiles/index.ts'
import { sound } from './sound.ts'

const hash = (seed: Seed) => createHash('sha256').update(JSON.stringify(seed)).digest('hex')

describe('the small authority', () => {
  const today = day('2026-11-21')
  const seed = generate(small, today)

  it('is the same to the letter for the same profile and day, and another on another day', () => {
    expect(hash(generate(small, today))).toBe(hash(seed))
    expect(hash(generate(small, addDays(today, 1)))).not.toBe(hash(seed))
  })

  it('has some tens of children, and entries that any form would have taken', () => {
    const children = seed.subjects.filter(s => s.kind === 'child').length
    expect(children).toBeGreaterThan(30)
    expect(children).toBeLessThan(70)
    sound(seed)
  })

  it('offers one person of each role to sign in as, the worker and manager of one team', () => {
    const people = demoStaff(seed)
    expect(people.map(p => p.role)).toEqual([
      'social-worker',
      'team-manager',
      'reviewing-officer',
      'out-of-hours',
      'auditor',
      'performance-analyst',
      'director',
      'elected-member',
      'service-manager',
      'looked-after-nurse',
      'personal-adviser',
      'virtual-head',
      'designated-officer',
      'administrator',
      'team-manager',
      'social-worker',
    ])
    expect(people[0]?.team).toBe(people[1]?.team)
  })

  it.each(['2024-02-29', '2026-01-01', '2026-06-12', '2026-10-25', '2027-03-28', '2028-02-29'])(
    'stands on %s',
    d => {
      sound(generate(small, day(d)))
    },
  )

  it('stands on any day', () => {
    const anyDay = fc.integer({ min: 0, max: 9000 }).map((n): Day => addDays(day('2012-03-01'), n))
    fc.assert(
      fc.property(anyDay, d => sound(generate(small, d))),
      { numRuns: 12 },
    )
  })
})
