import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, messageFor } from './changed.ts'
import type { Json, JsonObject } from './shape.ts'
import { payloadToday, referred, who } from './test-child.ts'
import { refusalsOf } from './validate.ts'

const isObject = (v: Json | undefined): v is JsonObject => typeof v === 'object' && !Array.isArray(v)
const idOf = (v: JsonObject): string | undefined => {
  const [, id] = Object.entries(v).find(([name]) => name.endsWith('_id') && name !== 'worker_id') ?? []
  return typeof id === 'string' ? id : undefined
}

/** The Department, as far as its schema tells: what is sent is put beside what is held, and only a purge takes away. */
function takes(held: JsonObject | null, sent: JsonObject): JsonObject | null {
  if (sent.purge === true) return null
  const result: Record<string, Json> = { ...held }
  for (const [name, v] of Object.entries(sent)) {
    const before = result[name]
    if (Array.isArray(v) && v.some(x => isObject(x) && idOf(x) !== undefined)) {
      const list = new Map<string, JsonObject>()
      for (const x of Array.isArray(before) ? before : []) if (isObject(x)) list.set(idOf(x) ?? '', x)
      for (const x of v) {
        if (!isObject(x)) continue
        const left = takes(list.get(idOf(x) ?? '') ?? null, x)
        if (left) list.set(idOf(x) ?? '', left)
        else list.delete(idOf(x) ?? '')
      }
      if (list.size > 0) result[name] = [...list.values()]
      else delete result[name]
    } else if (isObject(v)) {
      const left = takes(isObject(before) ? before : null, v)
      if (left) result[name] = left
      else delete result[name]
    } else result[name] = v
  }
  return result
}

const inOrder = (v: Json): Json =>
  Array.isArray(v)
    ? v.map(inOrder).sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1))
    : isObject(v)
      ? Object.fromEntries(Object.entries(v).map(([k, x]) => [k, inOrder(x)]))
      : v

const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined })
const dayText = fc.constantFrom('2025-04-01', '2025-09-30', '2026-02-28')
const without = (o: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(
    Object.entries(o).filter(([, v]) => v !== undefined && !(Array.isArray(v) && v.length === 0)),
  ) as JsonObject

const plans = fc
  .uniqueArray(fc.constantFrom('p1', 'p2', 'p3'))
  .chain(ids =>
    fc.tuple(
      ...ids.map(id =>
        fc.record({ child_protection_plan_id: fc.constant(id), end_date: maybe(dayText) }).map(without),
      ),
    ),
  )
const episode = (id: string) =>
  fc
    .record({
      social_care_episode_id: fc.constant(id),
      closure_date: maybe(dayText),
      referral_source: maybe(fc.constantFrom('1A', '6')),
      care_worker_details: maybe(
        fc.array(fc.record({ worker_id: fc.constantFrom('SW1', 'SW2') }), { maxLength: 2 }),
      ),
      child_protection_plans: plans,
      adoption: maybe(fc.record({ matched_date: dayText })),
    })
    .map(without)
const payload: fc.Arbitrary<JsonObject> = fc
  .record({
    la_child_id: fc.constant('Y9JR389F'),
    child_details: maybe(
      fc
        .record({ surname: maybe(fc.constantFrom('Pebble', 'Moss')), sex: fc.constantFrom('F', 'M') })
        .map(without),
    ),
    social_care_episodes: fc
      .uniqueArray(fc.constantFrom('s1', 's2'))
      .chain(ids => fc.tuple(...ids.map(episode))),
  })
  .map(without)

test('in at most two messages the Department holds what is so, whatever it held', () => {
  fc.assert(
    fc.property(maybe(payload), maybe(payload), (before, now) => {
      const wants = now ?? null
      let [held, department] = [before ?? null, before ?? null]
      for (let step = 0; step < 2; step += 1) {
        const message = messageFor('Y9JR389F', wants, held)
        if (!message) break
        expect(refusalsOf(message.sends)).toEqual([])
        department = takes(department, message.sends)
        held = message.holds
        expect(department && inOrder(department)).toEqual(held && inOrder(held))
      }
      expect(messageFor('Y9JR389F', wants, held)).toBeNull()
      expect(department && inOrder(department)).toEqual(wants && inOrder(wants))
    }),
  )
})

const first = payloadToday(who, ...referred)
const withPlan = payloadToday(who, ...referred, [
  'protection-plan-started',
  { conferenceOn: '2025-03-03', category: 'NEG' },
])

test('what is the same is not sent; a child of whom nothing is told any more is purged, and by itself', () => {
  expect(messageFor('Y9JR389F', first, first)).toBeNull()
  expect(messageFor('Y9JR389F', null, null)).toBeNull()
  expect(messageFor('Y9JR389F', null, first)).toEqual({
    sends: { la_child_id: 'Y9JR389F', purge: true },
    holds: null,
  })
})

test('a plan that was withdrawn is purged by its id', () => {
  expect(messageFor('Y9JR389F', first, withPlan)?.sends.social_care_episodes).toMatchObject([
    {
      social_care_episode_id: 'e2',
      child_protection_plans: [{ child_protection_plan_id: 'e4', purge: true }],
    },
  ])
})

test('a closure that was taken back: the episode is purged, and comes again in the next message', () => {
  const closed = payloadToday(who, ...referred, [
    'case-closed',
    { on: '2025-06-30', reason: 'RC7', why: '-' },
  ])
  const step = messageFor('Y9JR389F', first, closed)
  expect(step?.sends.social_care_episodes).toEqual([{ social_care_episode_id: 'e2', purge: true }])
  const next = messageFor('Y9JR389F', first, step?.holds ?? null)
  expect(next?.sends).toEqual(first)
})
