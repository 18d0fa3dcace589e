import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn } from './draw.ts'

const codes = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{1,8}$/), { maxLength: 40 })

test('a draw can be done again, in whatever order the list comes', () => {
  fc.assert(
    fc.property(codes, fc.nat(50), fc.string(), (all, many, seed) => {
      const once = drawn(all, many, seed)
      expect(drawn(all.toReversed(), many, seed)).toEqual(once)
      expect(once).toHaveLength(Math.min(many, all.length))
      expect(new Set(once).size).toBe(once.length)
      for (const code of once) expect(all).toContain(code)
    }),
  )
})

test('everybody has the same chance, near enough', () => {
  const all = Array.from({ length: 20 }, (_, i) => `C${i}`)
  const times = new Map(all.map(c => [c, 0]))
  for (let seed = 0; seed < 2000; seed += 1)
    for (const c of drawn(all, 5, `seed ${seed}`)) times.set(c, (times.get(c) ?? 0) + 1)
  // 500 are expected of each; seven standard deviations of a binomial of 2,000 and a quarter are 136.
  for (const [code, n] of times) expect([code, Math.abs(n - 500) < 136]).toEqual([code, true])
})
