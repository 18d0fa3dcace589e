import { expect, test } from 'vitest'
import { turns } from './turns.ts'

test('so many at once and no more, in the order they came, whether one fails or not', async () => {
  const inTurn = turns(2)
  const began: number[] = []
  const ends: (() => void)[] = []
  let most = 0
  let now = 0
  const work = (n: number) => async () => {
    began.push(n)
    now += 1
    most = Math.max(most, now)
    await new Promise<void>(resolve => ends.push(resolve))
    now -= 1
    if (n === 1) throw new Error('It failed.')
    return n
  }
  const all = [0, 1, 2, 3, 4].map(n => inTurn(work(n)).catch(() => -1))
  for (let n = 0; n < 5; n += 1) {
    while (ends.length === 0) await Promise.resolve()
    expect(began.length).toBeLessThanOrEqual(n + 2)
    ends.shift()?.()
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
  }
  expect(await Promise.all(all)).toEqual([0, -1, 2, 3, 4])
  expect(began).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
  // And all turns are free again.
  expect(await inTurn(async () => 'again')).toBe('again')
})
