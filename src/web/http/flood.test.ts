import { describe, expect, it } from 'vitest'
import { floodGate } from './flood.ts'

const AT = 60_000 * 1000

describe('requests without end', () => {
  it('of one session are held back until the minute ends, and nobody else', () => {
    const gate = floodGate({ session: 3, address: 100 })
    expect([1, 2, 3].map(() => gate(AT, '10.0.0.1', 'one'))).toEqual([0, 0, 0])
    expect(gate(AT + 20_000, '10.0.0.1', 'one')).toBe(40)
    expect(gate(AT + 20_000, '10.0.0.1', 'two')).toBe(0)
    expect(gate(AT + 60_000, '10.0.0.1', 'one')).toBe(0)
  })

  it('of one address are held back whatever session they claim', () => {
    const gate = floodGate({ address: 3 })
    const asked = [1, 2, 3, 4].map(n => gate(AT, '10.0.0.1', `made up ${n}`))
    expect(asked).toEqual([0, 0, 0, 60])
    expect(gate(AT, '10.0.0.2', undefined)).toBe(0)
  })

  it('of this machine are not counted', () => {
    const gate = floodGate({ address: 0, session: 0 })
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(gate(AT, address, 'x')).toBe(0)
    expect(gate(AT, '127x', 'x')).toBe(60)
  })
})
