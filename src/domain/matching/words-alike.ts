import { alike, changedAbout, slips } from './edits.ts'
import { consonants, soundsOf, spelling } from './sound.ts'
import { sameGroup } from './variants.ts'

/** How one word that is asked for stands to one on a file. */
export interface WordMatch {
  /** 1 the same, 0 another name. */
  readonly value: number
  readonly why: 'same' | 'begins' | 'form' | 'sounds' | 'spelt' | null
}

const NO: WordMatch = { value: 0, why: null }

/** So many slips are let pass in a word of this length. */
const slipsFor = (length: number): number => (length <= 2 ? 0 : length <= 5 ? 1 : length <= 8 ? 2 : 3)

function byLetters(a: string, b: string): WordMatch {
  const n = slips(a, b)
  const most = slipsFor(Math.max(a.length, b.length))
  if (n > most) return NO
  const first = a[0] === b[0] ? 0 : 0.04
  return { value: (changedAbout(a, b) ? 0.93 : 0.96 - 0.1 * n) + 0.04 * alike(a, b) - first, why: 'spelt' }
}

function bySound(a: string, b: string): WordMatch {
  const [x, y] = [soundsOf(a), soundsOf(b)]
  const near = alike(a, b)
  if (spelling(a) === spelling(b)) return { value: 0.9 + 0.06 * near, why: 'sounds' }
  if (x.narrow === y.narrow && (x.narrow.length > 1 || (x.narrow !== '' && near >= 0.5)))
    return { value: 0.78 + 0.18 * near, why: 'sounds' }
  if (x.wide === y.wide && x.wide.length > 1) return { value: 0.66 + 0.24 * near, why: 'sounds' }
  const bones = consonants(a)
  if (bones === consonants(b) && (bones.length > 1 || (bones !== '' && near >= 0.5)))
    return { value: 0.55 + 0.3 * near, why: 'sounds' }
  // One sound more or less, in a name of several.
  if (x.wide.length >= 3 && y.wide.length >= 3 && slips(x.wide, y.wide) === 1 && near >= 0.5)
    return { value: 0.5 + 0.25 * near, why: 'sounds' }
  return NO
}

/**
 * Compares two normalised words of names.
 * @param whole false where the one asked for may be only begun
 */
export function compareWords(asked: string, held: string, whole = false): WordMatch {
  if (asked === held) return { value: 1, why: 'same' }
  const found: WordMatch[] = [byLetters(asked, held), bySound(asked, held)]
  if (sameGroup(asked, held)) found.push({ value: 0.91 + 0.05 * alike(asked, held), why: 'form' })
  if (!whole && held.startsWith(asked))
    found.push({
      value: (asked.length === 1 ? 0.65 : 0.9) + 0.08 * (asked.length / held.length),
      why: 'begins',
    })
  return found.reduce((best, m) => (m.value > best.value ? m : best), NO)
}

/**
 * True where two given names may be one name written in two ways: the table, spellings of the same vowels and
 * consonants, or two letters changed about. A letter more or other is another name: Ella and Bella may be twins.
 */
export const sameName = (a: string, b: string): boolean =>
  a === b ||
  sameGroup(a, b) ||
  spelling(a) === spelling(b) ||
  (Math.min(a.length, b.length) >= 5 && changedAbout(a, b))
