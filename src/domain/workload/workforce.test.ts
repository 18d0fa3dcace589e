import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type InPost, together, workforceOf } from './workforce.ts'

const one = (over: Partial<InPost> = {}): InPost => ({ registered: true, agency: false, share: 100, ...over })

describe('the posts of a team', () => {
  test.each([
    ['all filled', [one(), one()], 2, { inPost: 2, agency: 0, vacant: 0, vacancyRate: 0, agencyRate: 0 }],
    [
      'one covered by an agency is vacant all the same',
      [one(), one(), one(), one({ agency: true })],
      4,
      { inPost: 3, agency: 1, vacant: 1, vacancyRate: 25, agencyRate: 25 },
    ],
    ['part of a post', [one({ share: 60 })], 1, { inPost: 0.6, vacant: 0.4, vacancyRate: 40, agencyRate: 0 }],
    ['a part that has no exact figure', [one({ share: 60 })], 8.1, { vacant: 7.5 }],
    ['more people than posts', [one(), one()], 1.5, { vacant: 0, vacancyRate: 0 }],
    ['only the registered count', [one(), one({ registered: false })], 2, { inPost: 1, vacant: 1 }],
    ['no posts recorded', [one()], null, { posts: null, vacant: null, vacancyRate: null, agencyRate: 0 }],
    ['nobody and nothing', [], 0, { vacant: 0, vacancyRate: null, agencyRate: null }],
    ['nobody yet', [], 3, { vacant: 3, vacancyRate: 100, agencyRate: null }],
  ] as const)('%s', (_, people, posts, want) => expect(workforceOf(people, posts)).toMatchObject(want))

  test('the published national figures of 2025 come out of it', () => {
    // 5,965.4 vacancies and 36,186.3 in post; 5,415.9 agency workers: 14.2 and 13.0 per cent.
    const inPost = Array.from({ length: 1 }, () => one({ share: 36_186.3 * 100 }))
    const national = workforceOf([...inPost, one({ agency: true, share: 541_590 })], 36_186.3 + 5965.4)
    expect(national.vacancyRate?.toFixed(1)).toBe('14.2')
    expect(national.agencyRate?.toFixed(1)).toBe('13.0')
  })
})

describe('several teams', () => {
  test('who is over in one fills nothing in another', () => {
    const [a, b] = [workforceOf([one(), one(), one()], 2), workforceOf([one()], 2)]
    expect(together([a, b])).toMatchObject({ posts: 4, inPost: 4, vacant: 1, vacancyRate: 20 })
  })

  test('one without recorded posts leaves the vacancies of all unknown, not wrong', () => {
    expect(together([workforceOf([one()], 2), workforceOf([one()], null)])).toMatchObject({
      posts: null,
      inPost: 2,
      vacant: null,
      vacancyRate: null,
      agencyRate: 0,
    })
    expect(together([])).toMatchObject({ posts: null, agencyRate: null })
  })

  test('people are counted once, however they are put together', () => {
    const person = fc.record({
      registered: fc.boolean(),
      agency: fc.boolean(),
      share: fc.integer({ min: 1, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(person, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), teams => {
        const all = workforceOf(teams.flat(), null)
        const sum = together(teams.map(t => workforceOf(t, null)))
        expect(sum.inPost).toBeCloseTo(all.inPost, 6)
        expect(sum.agency).toBeCloseTo(all.agency, 6)
      }),
    )
  })
})
