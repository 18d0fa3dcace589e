import { describe, expect, test } from 'vitest'
import { foldFile } from '../src/domain/casework/file.ts'
import { day } from '../src/domain/kernel/day.ts'
import { payloadOf } from '../src/domain/returns/daily/due.ts'
import { queriesOf } from '../src/domain/returns/daily/queries.ts'
import type { JsonObject } from '../src/domain/returns/daily/shape.ts'
import { refusalsOf } from '../src/domain/returns/daily/validate.ts'
import { generate } from './generate.ts'
import { small } from './profiles/small.ts'

const today = day('2026-03-10')
const made = generate(small, today)
const entries = Map.groupBy(
  made.entries.map((e, i) => ({ ...e, seq: i + 1 })),
  e => e.subject,
)
const files = made.subjects
  .filter(s => s.kind === 'child')
  .map(s => ({ ...s, file: foldFile(s.id, entries.get(s.id) ?? []) }))
const staff = new Map(
  made.subjects.filter(s => s.kind === 'worker').map(s => [s.id, s.code.slice(0, 12)] as const),
)
const payloads = files.flatMap(({ id, code, file }) => {
  const payload = payloadOf({ id, code, file, workers: staff }, today)
  return payload ? [{ code, file, payload }] : []
})

const listed = (payload: JsonObject, name: string): number => {
  const episodes = payload.social_care_episodes
  return Array.isArray(episodes)
    ? episodes.reduce((n, e) => n + (Array.isArray(e[name]) ? e[name].length : 0), 0)
    : 0
}
const count = (kind: string) =>
  files.reduce((n, f) => n + f.file.spells.filter(s => s.kind === kind).length, 0)
const sent = (name: string) => payloads.reduce((n, p) => n + listed(p.payload, name), 0)

describe('the invented authority, as the Department receives it', () => {
  test('nothing of it would be refused', () => {
    expect(payloads.length).toBeGreaterThan(30)
    expect(payloads.flatMap(p => refusalsOf(p.payload).map(r => [p.code, r.path.join('.'), r.says]))).toEqual(
      [],
    )
  })

  test('its plans, assessments and times in care are those of the record', () => {
    expect(sent('child_protection_plans')).toBe(count('protection-plan'))
    expect(sent('child_and_family_assessments')).toBe(count('assessment'))
    expect(sent('child_in_need_plans')).toBe(count('need-plan'))
    expect(sent('section_47_assessments')).toBe(count('enquiry'))
    const inCare = files.flatMap(f => f.file.spells.filter(s => s.kind === 'looked-after'))
    expect(inCare.length).toBeGreaterThan(5)
    expect(sent('child_looked_after_placements')).toBeGreaterThanOrEqual(inCare.length)
  })

  test('no two things of a child have the same number', () => {
    const ids = payloads.flatMap(({ code, payload }) => {
      const episodes = payload.social_care_episodes
      return (Array.isArray(episodes) ? episodes : []).flatMap((e: JsonObject) =>
        Object.entries(e).flatMap(([name, list]) =>
          Array.isArray(list)
            ? list.flatMap((x: JsonObject) =>
                Object.entries(x).flatMap(([n, v]) =>
                  n.endsWith('_id') && n !== 'worker_id' ? [`${code} ${name} ${v}`] : [],
                ),
              )
            : [],
        ),
      )
    })
    expect(ids.length).toBeGreaterThan(50)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test('no day contradicts another', () => {
    const orders = payloads.flatMap(p => queriesOf(p.payload).filter(q => q.says.includes('is before')))
    expect(orders).toEqual([])
  })
})
