import { addMonths, type Day } from '../kernel/day.ts'

/** Letters and digits that are read as no other, over the telephone or from a note (see `kernel/ids.ts`). */
const ALPHABET = '2346789ABCDEFGHJKMNPQRTWXYZ'
const BASE = ALPHABET.length

function written(n: bigint, places: number): string {
  let rest = n
  let text = ''
  for (let i = 0; i < places; i += 1) {
    text = (ALPHABET[Number(rest % BigInt(BASE))] ?? '') + text
    rest /= BigInt(BASE)
  }
  return text
}

/** How many different references there are. */
export const REFERENCES = BASE ** 7

/**
 * A contact’s reference: a C and seven letters and digits, such as C7K3M9Q2. It says nothing of the contact.
 * @param seed a whole number from 0 to below {@link REFERENCES}, drawn at random
 */
export const contactReference = (seed: number): string => `C${written(BigInt(Math.floor(seed)), 7)}`

/** How many letters a code has. */
const LETTERS = 12

/**
 * The code by which a sender follows a contact, in groups for reading: 4HTQ-M2X7-RC9W.
 * @param seal what only this installation can make of the contact, in base64url (`sealed` of the store)
 */
export function followCode(seal: string): string {
  const bytes = [...seal].reduce((n, c) => (n * 131n + BigInt(c.charCodeAt(0))) % 2n ** 127n, 7n)
  return (written(bytes, LETTERS).match(/.{4}/g) ?? []).join('-')
}

/** A reference or a code as somebody types it: in any case, with blanks or hyphens, or a look-alike. */
export const asTyped = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 40)

/** True where two codes say the same; it takes as long whichever letter differs. */
export function sameCode(a: string, b: string): boolean {
  const [x, y] = [asTyped(a), asTyped(b)]
  let differs = x.length ^ y.length
  for (let i = 0; i < LETTERS; i += 1) differs |= (x.charCodeAt(i) || 0) ^ (y.charCodeAt(i) || 0)
  return differs === 0
}

/** Months after the decision for which the code opens anything. */
export const FOLLOW_MONTHS = 12

/** True once a code has stopped working: its letter may name a child whose life has moved on. */
export const isStale = (decidedOn: Day | null, today: Day): boolean =>
  decidedOn !== null && addMonths(decidedOn, FOLLOW_MONTHS) < today

/** What was found of a contact, as far as its sender may know. */
export interface Followed {
  readonly decidedOn: Day | null
  /** Somebody has begun to look at it. */
  readonly begun: boolean
  /** Whether the sender was told, when, how, and the words as they went. */
  readonly told: { readonly on: Day; readonly how: string; readonly letter: string | null } | null
}

export type Follow =
  | { readonly state: 'received' | 'looked-at' | 'decided' | 'stale' }
  | { readonly state: 'nobody-to-tell' }
  | { readonly state: 'told'; readonly on: Day; readonly letter: string }

/** What a sender is shown: never more of a child than the letter told. */
export function follow({ decidedOn, begun, told }: Followed, today: Day): Follow {
  if (isStale(decidedOn, today)) return { state: 'stale' }
  if (told?.letter) return { state: 'told', on: told.on, letter: told.letter }
  if (decidedOn) return { state: told?.how === 'none' ? 'nobody-to-tell' : 'decided' }
  return { state: begun ? 'looked-at' : 'received' }
}
