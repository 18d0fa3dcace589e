import { expect } from 'vitest'
import { isChildCode } from '../src/domain/kernel/ids.ts'
import { instantAt } from '../src/domain/kernel/london.ts'
import { OUTSIDE } from '../src/domain/records/entry.ts'
import { bySubject } from './census.ts'
import { faultsOf } from './faults.ts'
import type { Seed } from './generate.ts'

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** What must hold of any seed, whatever its profile and day. */
export function sound(seed: Seed): void {
  const ids = [...seed.subjects.map(s => s.id), ...seed.entries.map(e => e.id)]
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter(id => !UUID7.test(id))).toEqual([])
  const codes = seed.subjects.map(s => s.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes.filter(c => !/^[A-Z0-9]{1,10}$/.test(c))).toEqual([])
  expect(seed.subjects.filter(s => s.kind === 'child' && !isChildCode(s.code))).toEqual([])

  const subjects = new Set(seed.subjects.map(s => s.id))
  const staff = new Set([OUTSIDE, ...seed.staff.map(m => m.id)])
  const close = instantAt(seed.today, '18:00')
  expect(seed.entries.filter(e => !subjects.has(e.subject) || !staff.has(e.author))).toEqual([])
  expect(seed.entries.filter(e => e.recorded > close || e.happened > seed.today)).toEqual([])
  expect(seed.entries.filter(e => e.type === 'relationship' && e.answers.child === e.subject)).toEqual([])
  for (const own of bySubject(seed.entries).values()) {
    const out = own.filter((e, i) => i > 0 && e.recorded < (own[i - 1]?.recorded ?? ''))
    expect(out).toEqual([])
    expect(faultsOf(own)).toEqual([])
  }
}
