import { childSchema } from './schema.ts'
import type { Block, Json, JsonObject, Shape } from './shape.ts'

/**
 * What goes to the Department for one child, and what it then holds. Where something was taken back inside a block that
 * stays, the block is purged first, since a request can't say that a value is no more; the next message brings the rest.
 */
export interface Message {
  readonly sends: JsonObject
  /** What the Department holds once it has taken this; null for a child whom it holds no more. */
  readonly holds: JsonObject | null
}

const isObject = (v: Json | undefined): v is JsonObject => typeof v === 'object' && !Array.isArray(v)
const listOf = (v: Json | undefined): readonly JsonObject[] =>
  Array.isArray(v) ? v.filter((x): x is JsonObject => isObject(x)) : []

/** The text of a value, whatever the order of its fields. */
export function canonicalJson(v: Json): string {
  if (Array.isArray(v)) return `[${v.map(canonicalJson).join(',')}]`
  if (!isObject(v)) return JSON.stringify(v)
  const pairs = Object.entries(v).map(([k, x]) => [k, canonicalJson(x)] as const)
  return `{${pairs
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([k, x]) => `${JSON.stringify(k)}:${x}`)
    .join(',')}}`
}

const same = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)

/** A field that is sent whole each time, so that what is left out of it is gone. */
const whole = (shape: Shape): boolean =>
  shape.kind !== 'block' && !(shape.kind === 'blocks' && shape.id !== null)

/** True where the Department holds a value here that is to be held no more, and that nothing but a purge takes away. */
const lost = (shape: Block, now: JsonObject, held: JsonObject): boolean =>
  Object.entries(shape.fields).some(
    ([name, field]) => whole(field) && held[name] !== undefined && now[name] === undefined,
  )

interface Step {
  readonly sends: JsonObject
  readonly holds: JsonObject
}

/** One block as it is now, against what is held of it. `null` of holds: it is purged, and nothing is held. */
function block(
  shape: Block,
  now: JsonObject,
  held: JsonObject | undefined,
  id: string | null,
): { readonly sends: JsonObject; readonly holds: JsonObject | null } {
  if (!held) return { sends: now, holds: now }
  const key: JsonObject = id !== null && now[id] !== undefined ? { [id]: now[id] } : {}
  if (lost(shape, now, held)) return { sends: { ...key, purge: true }, holds: null }
  return inner(shape, now, held)
}

function list(
  shape: Extract<Shape, { kind: 'blocks' }>,
  now: readonly JsonObject[],
  held: readonly JsonObject[],
): { readonly sends: readonly Json[]; readonly holds: readonly JsonObject[] } {
  const { id } = shape
  if (id === null) return { sends: now, holds: now }
  const before = new Map(held.map(h => [h[id], h]))
  const steps = now.map(n => block(shape.of, n, before.get(n[id] ?? ''), id))
  const here = new Set(now.map(n => n[id]))
  const gone = held.filter(h => !here.has(h[id])).map(h => ({ [id]: h[id] ?? '', purge: true }))
  return {
    sends: [...steps.map(s => s.sends), ...gone],
    holds: steps.flatMap(s => (s.holds ? [s.holds] : [])),
  }
}

/** The fields of a block that stays. */
function inner(shape: Block, now: JsonObject, held: JsonObject): Step {
  const sends: Record<string, Json> = {}
  const holds: Record<string, Json> = {}
  for (const [name, field] of Object.entries(shape.fields)) {
    const [n, h] = [now[name], held[name]]
    if (field.kind === 'block') {
      const [is, was] = [isObject(n) ? n : undefined, isObject(h) ? h : undefined]
      const step = is
        ? block(field, is, was, null)
        : was
          ? { sends: { purge: true }, holds: null }
          : undefined
      if (step) sends[name] = step.sends
      if (step?.holds) holds[name] = step.holds
    } else if (field.kind === 'blocks') {
      const step = list(field, listOf(n), listOf(h))
      if (step.sends.length > 0) sends[name] = step.sends
      if (step.holds.length > 0) holds[name] = step.holds
    } else if (n !== undefined) {
      sends[name] = n
      holds[name] = n
    }
  }
  return { sends, holds }
}

/**
 * What is to be sent of a child.
 * @param now the payload as it is now; null for a child of whom nothing is told any more
 * @param held what the Department took last; null where it holds nothing of the child
 * @returns null where it holds what is so
 */
export function messageFor(code: string, now: JsonObject | null, held: JsonObject | null): Message | null {
  if (now === null) return held === null ? null : { sends: { la_child_id: code, purge: true }, holds: null }
  if (held === null) return { sends: now, holds: now }
  if (same(now, held)) return null
  if (lost(childSchema, now, held) || held.la_child_id !== now.la_child_id)
    return { sends: { la_child_id: held.la_child_id ?? code, purge: true }, holds: null }
  return inner(childSchema, now, held)
}
