import type { JsonObject } from '../domain/returns/daily/shape.ts'
import type { Answered } from './department.ts'

/** What became of one child's message. */
export type Fate<L> =
  | { readonly letter: L; readonly took: true; readonly receipt: string | null }
  | { readonly letter: L; readonly took: false; readonly why: string }

export interface Delivered<L> {
  readonly fates: readonly Fate<L>[]
  /** Why the rest was not sent; null where all was. */
  readonly stopped: string | null
}

type Ask = (children: readonly JsonObject[]) => Promise<Answered>

/** The children that a refusal names by their places in the request, as in "[3].child_details": those are first. */
function named(text: string, children: number): readonly number[] {
  const places = [...text.matchAll(/(?<![\w\]])\[(\d+)\]/g)].map(m => Number(m[1]))
  return [...new Set(places)].filter(i => i < children)
}

/** The parts into which a refused request is cut: each child that was named alone, or else the two halves. */
function parts<L>(letters: readonly L[], text: string): readonly (readonly L[])[] {
  const places = new Set(named(text, letters.length))
  if (places.size > 0 && places.size < letters.length)
    return [
      letters.filter((_, i) => !places.has(i)),
      ...letters.filter((_, i) => places.has(i)).map(l => [l]),
    ]
  const half = Math.ceil(letters.length / 2)
  return [letters.slice(0, half), letters.slice(half)]
}

/**
 * Delivers messages in as few requests as the Department takes. A request that is too large is halved. One that is
 * refused is cut until the child is found for whom it was, so that one fault keeps nobody else's message back.
 */
export async function deliver<L extends { readonly sends: JsonObject }>(
  ask: Ask,
  letters: readonly L[],
): Promise<Delivered<L>> {
  const waiting: (readonly L[])[] = letters.length > 0 ? [letters] : []
  const fates: Fate<L>[] = []
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const answer = await ask(batch.map(l => l.sends))
    if ('stop' in answer) return { fates, stopped: answer.stop }
    if ('took' in answer) {
      const { took } = answer
      fates.push(...batch.map((letter, i) => ({ letter, took: true as const, receipt: took[i] ?? null })))
      continue
    }
    const text = 'malformed' in answer ? answer.malformed : answer.tooMany
    const [only] = batch
    if (batch.length === 1 && only) {
      const why =
        'malformed' in answer
          ? `The Department refused it: ${text || 'no reason given'}`
          : 'The Department holds the record to be too large, even by itself.'
      fates.push({ letter: only, took: false, why })
    } else waiting.unshift(...parts(batch, 'malformed' in answer ? text : ''))
  }
  return { fates, stopped: null }
}
