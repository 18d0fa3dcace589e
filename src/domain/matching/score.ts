import type { Day } from '../kernel/day.ts'
import type { Asked, Typed } from './asked.ts'
import { compareBorn } from './born.ts'
import type { Findable } from './keys.ts'
import { heldWords, scoreName } from './name-score.ts'
import { probablyTwins } from './twins.ts'
import { addressWords, bare, telling, wordsIn } from './words.ts'
import { compareWords } from './words-alike.ts'

/** A child on file, as far as a search compares. */
export interface Held extends Findable {
  readonly born: Day | null
}

export interface Score {
  /** From 0, nothing in common, to 1, everything that was asked the same. */
  readonly score: number
  /** Why, for people, the strongest first. */
  readonly why: readonly string[]
}

/** Below this a child is no answer to a search. */
export const SHOWN = 0.6

const sameNumber = (asked: string | null | undefined, held: string | null): boolean =>
  !!asked && held !== null && bare(asked) === bare(held)

/** How well a child on file answers what was typed into the one box. */
export function scoreTyped(typed: Typed, held: Held): Score {
  if (sameNumber(typed.number, held.nhsNumber)) return { score: 1, why: ['same NHS number'] }
  if (sameNumber(typed.number, held.upn)) return { score: 1, why: ['same unique pupil number'] }
  const words = typed.postcode ? [...typed.words, typed.postcode] : typed.words
  const name = scoreName(words, heldWords(held), false)
  if (typed.born === null) return { score: words.length === 0 ? 0 : name.value, why: name.why }
  const born = held.born ? compareBorn(typed.born, held.born) : { value: 0, why: null }
  const score = words.length === 0 ? born.value : 0.6 * name.value + 0.4 * born.value
  return { score, why: [...(born.why ? [born.why] : []), ...name.why] }
}

/** What each thing known of a child weighs, where it is known on both sides. */
const WEIGHTS = { name: 0.5, born: 0.35, address: 0.15 } as const

function compareAddress(asked: string, held: string): Score {
  const [a, h] = [asked, held].map(text => telling(addressWords(text)))
  if (!a || !h) return { score: 0, why: [] }
  const shared = a.filter(w => h.includes(w))
  const score = shared.length / Math.max(1, Math.min(a.length, h.length))
  return { score, why: score >= 0.99 ? ['same address'] : score >= 0.5 ? ['address nearly the same'] : [] }
}

/** A twin may be called nearly the same; so may the child, where a letter slipped. A person must look. */
const twinWords = (asked: string | null | undefined, held: string | null): string => {
  const [a = '', h = ''] = [wordsIn(asked ?? '')[0], wordsIn(held ?? '')[0]]
  return compareWords(a, h, true).why !== null
    ? 'born on the same day, with nearly the same given name: a slip of the pen, or a twin'
    : 'born on the same day, with another given name: probably a twin'
}

const askedWords = (a: Asked): readonly string[] => wordsIn(`${a.givenName ?? ''} ${a.familyName ?? ''}`)

/** The best fit of the name asked for, or of another name given with it. */
function nameScore(asked: Asked, held: Held): Score | null {
  const words = askedWords(asked)
  const names = [words, ...(asked.otherNames?.split(/[;,]/).map(wordsIn) ?? [])].filter(w => w.length > 0)
  if (names.length === 0 || (held.givenName === null && held.familyName === null)) return null
  const found = heldWords(held)
  const best = names
    .map((n, i) => ({ ...scoreName(n, found, true), own: i === 0 && words.length > 0 }))
    .reduce((a, b) => (b.value > a.value ? b : a))
  const same = best.value > 0.99
  return { score: best.value, why: same ? [best.own ? 'same name' : 'same other name'] : best.why }
}

/**
 * How likely a child who is asked for is one on file, by all that is known of both. Less is claimed where little is
 * known. Twins are never the same child, however much else they share.
 */
export function scoreAsked(asked: Asked, held: Held): Score & { readonly twin: boolean } {
  const name = nameScore(asked, held)
  const born = asked.born && held.born ? compareBorn(asked.born, held.born) : null
  const address = asked.address && held.address ? compareAddress(asked.address, held.address) : null
  const parts: readonly (readonly [number, number])[] = [
    ...(name ? [[WEIGHTS.name, name.score] as const] : []),
    ...(born ? [[WEIGHTS.born, born.value] as const] : []),
    // Families move: another address says little.
    ...(address ? [[WEIGHTS.address * (address.score > 0.5 ? 1 : 0.3), address.score] as const] : []),
  ]
  const weight = parts.reduce((sum, [w]) => sum + w, 0)
  const mean = weight === 0 ? 0 : parts.reduce((sum, [w, v]) => sum + w * v, 0) / weight
  const siblings = new Set(held.siblings.flatMap(wordsIn))
  const kin = (asked.siblings ?? []).filter(s => wordsIn(s).some(w => siblings.has(w)))
  const nhs = sameNumber(asked.nhsNumber, held.nhsNumber)
  const upn = sameNumber(asked.upn, held.upn)
  const numbersApart = !nhs && !!asked.nhsNumber && held.nhsNumber !== null
  const known = mean * (0.75 + 0.25 * weight) + (kin.length > 0 ? 0.05 : 0) - (numbersApart ? 0.15 : 0)
  const twin = probablyTwins(
    { givenName: asked.givenName ?? null, familyName: asked.familyName ?? null, born: asked.born ?? null },
    held,
  )
  const why = [
    ...(nhs ? ['same NHS number'] : []),
    ...(upn ? ['same unique pupil number'] : []),
    ...(twin ? [twinWords(asked.givenName, held.givenName)] : (name?.why ?? [])),
    ...(born?.why ? [born.why] : []),
    ...(address?.why ?? []),
    ...kin.map(k => `brother or sister ${k}`),
    ...(numbersApart ? ['another NHS number'] : []),
  ]
  const sure = (nhs || upn) && !twin ? Math.max(known, 0.97) : known
  return { score: Math.max(0, Math.min(twin ? 0.5 : 1, sure)), why, twin }
}
