import { describe, expect, test } from 'vitest'
import { type Asking, LEAST_FREE, readiness } from './ready.ts'

const well = { missing: 0, ahead: 0, readOnly: false }
const asking = (more: Partial<Asking> = {}): Asking => ({
  database: async () => well,
  disk: async () => null,
  stopping: () => false,
  ...more,
})
const answer = async (more: Partial<Asking>) => await readiness(asking(more), 30)()

describe('whether it can take work', () => {
  test('it can, where nothing is wrong', async () =>
    expect(await answer({ disk: async () => LEAST_FREE })).toEqual({ ready: true, says: 'Ready.' }))

  test.each<[string, Partial<Asking>, RegExp]>([
    ['it is stopping', { stopping: () => true }, /is stopping/],
    ['the database fails', { database: () => Promise.reject(new Error('no')) }, /did not answer/],
    ['the database is silent', { database: () => new Promise(() => {}) }, /did not answer within 0.03 s/],
    ['the database is older', { database: async () => ({ ...well, missing: 1 }) }, /older version.*migrate/],
    ['it is a standby', { database: async () => ({ ...well, readOnly: true }) }, /standby/],
    ['the disk is full', { disk: async () => LEAST_FREE - 1 }, /almost full: 255 MB.*Make room/],
  ])('it can’t where %s, and says so', async (_, more, says) =>
    expect(await answer(more)).toEqual({ ready: false, says: expect.stringMatching(says) }),
  )

  test('beside a newer version it can, and says what to do', async () =>
    expect(await answer({ database: async () => ({ ...well, ahead: 2 }) })).toEqual({
      ready: true,
      says: expect.stringMatching(/newer version/),
    }))

  test('a disk that can’t be looked at keeps nobody from work', async () =>
    expect(await answer({ disk: () => Promise.reject(new Error('no')) })).toMatchObject({ ready: true }))

  test('many who ask in one moment ask the database once, and a stop is told at once', async () => {
    let asked = 0
    let stopping = false
    const ready = readiness(
      asking({
        database: async () => {
          asked += 1
          return well
        },
        stopping: () => stopping,
      }),
    )
    const answers = await Promise.all(Array.from({ length: 50 }, ready))
    expect(answers.every(a => a.ready)).toBe(true)
    expect(asked).toBe(1)
    stopping = true
    expect(await ready()).toMatchObject({ ready: false })
  })
})
