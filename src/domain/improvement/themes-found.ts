import { type Theme, themes } from './themes.ts'

/** Where in a text the words of a theme stand: from, and up to. */
export type Stretch = readonly [from: number, to: number]

export interface ThemeFound {
  readonly code: string
  readonly title: string
  /** The words that show it, in the order of the text. */
  readonly words: readonly Stretch[]
}

/** Abbreviations stand in capitals, so that MASH is no potato. */
const isShout = (words: string): boolean => /[A-Z]{2}/.test(words)

const SIGNS: Readonly<Record<string, string>> = {
  '*': "[a-z'’-]*",
  '…': "(?:[^a-z\\d.;]+[a-z\\d'’-]+){0,5}?[^a-z\\d.;]+",
  ' ': '[\\s-]+',
  ' ?': '[\\s-]*',
  '’': "['’]?",
}

/** A word family as a regular expression: see `Theme`. */
const source = (words: string): string =>
  words.replace(/ ?(…) ?| \?|[* ’]/g, (sign, gap?: string) => SIGNS[gap ?? sign] ?? sign)

// English alone, and so without the letters of Unicode: ten times as quick, and a library has some 40,000 paragraphs.
const pattern = (list: readonly string[], flags: string): RegExp =>
  new RegExp(`\\b(?:${list.map(source).join('|')})(?![a-z\\d])`, flags)

function either(words: string): readonly RegExp[] {
  const list = words.split(';').flatMap(w => w.trim() || [])
  return [...Map.groupBy(list, isShout)].map(([shout, some]) => pattern(some, shout ? 'g' : 'gi'))
}

interface Rule {
  readonly theme: Theme
  readonly yes: readonly RegExp[]
  readonly no: readonly RegExp[]
}

const rules: readonly Rule[] = themes.map(theme => ({
  theme,
  yes: either(theme.words),
  no: either(theme.not ?? ''),
}))

const stretches = (text: string, of: readonly RegExp[]): readonly Stretch[] =>
  of.flatMap(one => [...text.matchAll(one)].map(m => [m.index, m.index + m[0].length] as const))

const overlaps = ([a, b]: Stretch, [c, d]: Stretch): boolean => a < d && c < b

function wordsOf(rule: Rule, text: string): readonly Stretch[] {
  const yes = stretches(text, rule.yes)
  if (yes.length === 0) return yes
  const no = stretches(text, rule.no)
  return yes.filter(y => !no.some(n => overlaps(y, n)))
}

/**
 * The themes a text carries, by the declared rules, each with the words that show it.
 * @param text an area for improvement, or a paragraph of findings
 */
export function themesOf(text: string): readonly ThemeFound[] {
  return rules.flatMap(rule => {
    const words = wordsOf(rule, text)
    return words.length === 0
      ? []
      : [{ code: rule.theme.code, title: rule.theme.title, words: words.toSorted(([a], [b]) => a - b) }]
  })
}

/** Where the words of one theme, or of several, stand in a text: in order, none within another. */
export function wordsOfThemes(text: string, codes: readonly string[]): readonly Stretch[] {
  const all = themesOf(text)
    .filter(t => codes.includes(t.code))
    .flatMap(t => t.words)
    .toSorted(([a], [b]) => a - b)
  const joined: [number, number][] = []
  for (const [from, to] of all) {
    const last = joined.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
