import { describe, expect, test } from 'vitest'
import { stopWithin, type Told, untilStopped } from './stop.ts'

function told() {
  const hears = new Map<string, () => void>()
  const codes: number[] = []
  const by: Told = {
    on: (signal, hear) => hears.set(signal, hear),
    exit: code => void codes.push(code),
  }
  return { by, codes, send: (signal: string) => hears.get(signal)?.() }
}

describe('being told to stop', () => {
  test('is heard once, and the echo of a terminal is the same again', async () => {
    const { by, codes, send } = told()
    const stopped = untilStopped(by, 1000)
    send('SIGTERM')
    send('SIGTERM')
    send('SIGINT')
    expect(await stopped).toBe('SIGTERM')
    expect(codes).toEqual([])
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('a second %s ends at once, with %i', async (signal, code) => {
    const { by, codes, send } = told()
    const stopped = untilStopped(by, -1)
    send('SIGTERM')
    await stopped
    send(signal)
    expect(codes).toEqual([code])
  })
})

describe('stopping', () => {
  test('goes step by step', async () => {
    const done: number[] = []
    const step = (n: number) => async () => {
      await new Promise(resolve => setTimeout(resolve, 5 - n))
      done.push(n)
    }
    expect(await stopWithin(60, [step(1), step(2), step(3)])).toBe(true)
    expect(done).toEqual([1, 2, 3])
  })

  test('what hangs is given up', async () =>
    expect(await stopWithin(0.02, [() => new Promise(() => {}), async () => {}])).toBe(false))

  test('a step that fails is a fault, not an end in order', async () =>
    await expect(stopWithin(60, [() => Promise.reject(new Error('no'))])).rejects.toThrow('no'))
})
