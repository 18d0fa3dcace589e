import { describe, expect, test } from 'vitest'
import type { Row } from './by-worker.tsx'
import { inOrder, orderOf } from './order.ts'

const row = (name: string, late: number, drift: number): Row => ({
  key: name,
  name,
  share: { key: name, children: late + drift, late, reasons: 0, drift, unsigned: 0, left: 0 },
  supervisee: null,
})

describe('the order of a desk’s table', () => {
  const rows = [row('Oak', 3, 0), row('Ash', 3, 9), row('Elm', 12, 1)]
  const names = (order: Parameters<typeof inOrder>[1]) => inOrder(rows, order).map(r => r.name)

  test('is by name where nothing is asked, or nothing that there is', () => {
    expect(names(orderOf(undefined))).toEqual(['Ash', 'Elm', 'Oak'])
    expect(names(orderOf('toString'))).toEqual(['Ash', 'Elm', 'Oak'])
  })

  test('has the most first, and by name where they are alike', () => {
    expect(names(orderOf('late'))).toEqual(['Elm', 'Ash', 'Oak'])
    expect(names(orderOf('drift'))).toEqual(['Ash', 'Elm', 'Oak'])
  })
})
