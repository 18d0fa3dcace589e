import { type Findable, nameWords } from './keys.ts'
import { addressWords, wordsIn } from './words.ts'
import { compareWords, type WordMatch } from './words-alike.ts'

type Part = 'given' | 'family' | 'other' | 'address' | 'sibling'

interface HeldWord {
  readonly word: string
  readonly part: Part
}

/** The words of a file that a typed word may mean. */
export interface HeldWords {
  readonly names: readonly HeldWord[]
  readonly elsewhere: readonly HeldWord[]
  /** How many words its own two names have. */
  readonly own: number
}

export function heldWords(p: Findable): HeldWords {
  const as = (part: Part, words: readonly string[]): readonly HeldWord[] =>
    words.map(word => ({ word, part }))
  const others = p.otherNames?.split(/[;,]/).flatMap(nameWords) ?? []
  return {
    names: [
      ...as('given', nameWords(p.givenName ?? '')),
      ...as('family', nameWords(p.familyName ?? '')),
      ...as('other', [...new Set(others)]),
    ],
    elsewhere: [
      ...as('address', addressWords(p.address ?? '')),
      ...as('sibling', p.siblings.flatMap(wordsIn)),
    ],
    own: wordsIn(`${p.givenName ?? ''} ${p.familyName ?? ''}`).length,
  }
}

interface Pair {
  readonly at: number
  readonly held: HeldWord
  readonly match: WordMatch
}

export interface NameScore {
  /** 1 where every word is there as written; 0 where none is. */
  readonly value: number
  readonly why: readonly string[]
}

/** Each typed word with the word of the file that fits it best, no word of the file taken twice: the best fits first. */
function pairs(asked: readonly string[], held: HeldWords, whole: boolean): readonly Pair[] {
  const all: Pair[] = []
  asked.forEach((word, at) => {
    for (const h of held.names) {
      const match = compareWords(word, h.word, whole)
      if (match.value > 0.45) all.push({ at, held: h, match })
    }
    for (const h of held.elsewhere)
      if (h.word === word) all.push({ at, held: h, match: { value: 0.75, why: 'same' } })
  })
  // Of two fits as good, the child’s own name before another, and the order of given and family name as it is written.
  const turn = (p: Pair) =>
    (p.held.part === 'other' ? 0.04 : 0) +
    ((p.held.part === 'given' && p.at > 0) || (p.held.part === 'family' && p.at === 0) ? 0.005 : 0)
  all.sort((a, b) => b.match.value - turn(b) - (a.match.value - turn(a)))
  const taken = new Set<HeldWord>()
  const done = new Map<number, Pair>()
  for (const p of all)
    if (!done.has(p.at) && !taken.has(p.held)) {
      done.set(p.at, p)
      taken.add(p.held)
    }
  return [...done.values()].sort((a, b) => a.at - b.at)
}

const said = (p: Pair, asked: readonly string[]): string | null => {
  const word = `“${asked[p.at]}”`
  if (p.held.part === 'sibling') return `has a brother or sister called ${word}`
  if (p.held.part === 'address') return 'same address, or part of it'
  if (p.held.part === 'other' && p.match.why === 'same') return `also known as ${word}`
  const other = p.held.part === 'other' ? 'another name ' : ''
  if (p.match.why === 'form') return `${other}a form of ${word}`
  if (p.match.why === 'sounds') return `${other}sounds like ${word}`
  if (p.match.why === 'spelt') return `${other}spelt nearly like ${word}`
  return null
}

/** The typed words, and the same with one pair of neighbours written as one: “Anna Maria” may be on file as Annamaria. */
const readings = (asked: readonly string[]): readonly (readonly string[])[] => [
  asked,
  ...asked.slice(1).map((w, i) => [...asked.slice(0, i), `${asked[i]}${w}`, ...asked.slice(i + 2)]),
]

function scoreReading(asked: readonly string[], held: HeldWords, whole: boolean): NameScore {
  const found = pairs(asked, held, whole)
  const mean = found.reduce((sum, p) => sum + p.match.value, 0) / asked.length
  const of = (part: Part) => found.filter(p => p.held.part === part)
  const [given, family] = [of('given'), of('family')]
  const turned = given.some(g => family.some(f => g.at > f.at))
  const unread = Math.max(0, held.own - given.length - family.length) / Math.max(1, held.own)
  const elsewhere = found.filter(p => p.held.part === 'other').length / asked.length
  const why = found.map(p => said(p, asked)).filter(w => w !== null)
  return {
    value: Math.max(0, mean - 0.04 * unread - 0.04 * elsewhere - (turned ? 0.01 : 0)),
    why: turned ? ['given and family names the other way round', ...new Set(why)] : [...new Set(why)],
  }
}

/**
 * How well the words of a name fit a file, each in its own place or another's.
 * @param whole true where each word is written out; false where the last may be only begun, as in a search
 */
export function scoreName(asked: readonly string[], held: HeldWords, whole: boolean): NameScore {
  if (asked.length === 0) return { value: 0, why: [] }
  return readings(asked)
    .map(r => scoreReading(r, held, whole))
    .reduce((best, s) => (s.value > best.value + 1e-9 ? s : best))
}
