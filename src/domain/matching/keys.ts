import { consonants, soundsOf } from './sound.ts'
import { groupsOf } from './variants.ts'
import { addressWords, bare, telling, wordsIn } from './words.ts'

/** What is known of a child that a search may ask. */
export interface Findable {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames: string | null
  readonly address: string | null
  readonly nhsNumber: string | null
  readonly upn: string | null
  /** Brothers and sisters who are named in the file and have none here. */
  readonly siblings: readonly string[]
}

/** Letters of a word that are looked at for a slip: one in a later letter leaves them as they are. */
const HEAD = 7

/**
 * A word, and the word with each one of its letters left out: two words with one slip between them share one of these
 * (as in Wolf Garbe's SymSpell). Only its head is looked at, which keeps them few.
 */
function withoutOne(word: string): readonly string[] {
  const head = word.slice(0, HEAD)
  if (head.length < 3) return [head]
  return [head, ...Array.from(head, (_, i) => head.slice(0, i) + head.slice(i + 1))]
}

/** Names that begin so are also used without it. */
const BEGINNINGS = /^(?:oluwa|olu|abdul|abdel|abd|al|el)(?=[a-z]{4,}$)/

/** The words that a name is known by: each of its parts, neighbours written as one, and what is left of some without their beginning. */
export function nameWords(name: string): readonly string[] {
  const parts = wordsIn(name)
  const joined = parts.slice(1).map((w, i) => `${parts[i]}${w}`)
  const shorter = parts.filter(w => BEGINNINGS.test(w)).map(w => w.replace(BEGINNINGS, ''))
  return [...new Set([...parts, ...joined, ...shorter])]
}

/** The keys under which one word of a name is found: as written but for a slip, by its sound, and as a form of a name. */
export function wordKeys(word: string): readonly string[] {
  const { narrow, wide } = soundsOf(word)
  const bones = consonants(word)
  return [
    ...withoutOne(word).map(w => `d${w}`),
    ...(narrow === '' ? [] : [`s${narrow}`]),
    ...(wide.length > 1 ? [`w${wide}`] : []),
    ...(bones === '' ? [] : [`c${bones}`]),
    ...groupsOf(word).map(g => `g${g}`),
  ]
}

/** The names of a file, one after the other: they part where nobody joins them. */
const namesOf = (p: Findable): readonly string[] => [
  ...[p.givenName, p.familyName].filter(n => n !== null),
  ...(p.otherNames?.split(/[;,]/) ?? []),
]

export const siblingKey = (word: string): string => `b${word}`
export const addressKey = (word: string): string => `a${word}`
export const numberKey = (number: string): string => `n${bare(number)}`
export const headKey = (word: string): string => `h${word.slice(0, 3)}`

/** Every key under which a file is found, in order, each once. */
export function keysOf(p: Findable): readonly string[] {
  const keys = new Set<string>()
  const add = (all: readonly string[]) => {
    for (const k of all) keys.add(k)
  }
  for (const name of namesOf(p)) {
    for (const w of nameWords(name)) add(wordKeys(w))
    for (const w of wordsIn(name)) keys.add(headKey(w))
  }
  for (const name of p.siblings) add(wordsIn(name).map(siblingKey))
  if (p.address) add(telling(addressWords(p.address)).map(addressKey))
  for (const n of [p.nhsNumber, p.upn]) if (n) keys.add(numberKey(n))
  return [...keys].sort()
}

/** The words of every name, each between blanks: a word is looked for as ` smith `, its beginning as ` smi`. */
export const namesLine = (p: Findable): string => {
  const words = new Set(namesOf(p).flatMap(nameWords))
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `
}
