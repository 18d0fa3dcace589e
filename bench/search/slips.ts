import type { Rand } from '../../seed/random.ts'

/** Neighbours on the keyboard. */
const NEXT: Readonly<Record<string, string>> = {
  a: 'sqz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
}

/** One slip of the pen: a letter left out, doubled, changed with its neighbour, or mistyped. The first mostly stays. */
export function misspelt(random: Rand, word: string): string {
  const at = random.int(random.chance(0.1) ? 0 : 1, Math.max(1, word.length - 1))
  const [a, b] = [word[at] ?? '', word[at + 1] ?? '']
  const kind = random.int(0, 3)
  if (kind === 0 && word.length > 3) return word.slice(0, at) + word.slice(at + 1)
  if (kind === 1) return word.slice(0, at) + a + word.slice(at)
  if (kind === 2 && b !== '') return word.slice(0, at) + b + a + word.slice(at + 2)
  const near = NEXT[a.toLowerCase()] ?? 'e'
  return word.slice(0, at) + random.pick([...near]) + word.slice(at + 1)
}

/** How names are written by ear, or by the rules of another tongue. Held apart from the rules of the search. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/f(?=[aeo])/, 'ph'],
  [/ck/, 'k'],
  [/c(?=[aou])/, 'k'],
  [/k(?=[aou])/, 'c'],
  [/c(?=[ei])/, 's'],
  [/s(?=[ei])/, 'c'],
  [/x/, 'ks'],
  [/ks/, 'x'],
  [/qu/, 'kw'],
  [/sz/, 'sh'],
  [/cz/, 'ch'],
  [/w(?=[ao])/, 'v'],
  [/z/, 's'],
  [/sh/, 'sch'],
  [/ch/, 'tch'],
  [/th/, 't'],
  [/dh/, 'd'],
  [/kh/, 'k'],
  [/gh/, 'g'],
  [/j/, 'y'],
  [/y(?=[aou])/, 'j'],
  [/ie/, 'y'],
  [/y$/, 'ie'],
  [/i$/, 'y'],
  [/ee/, 'i'],
  [/ea/, 'ee'],
  [/oo/, 'u'],
  [/ou/, 'u'],
  [/ei/, 'i'],
  [/ai/, 'ay'],
  [/ay/, 'ai'],
  [/a(?=[^aeiou])/, 'e'],
  [/e(?=[^aeiou])/, 'a'],
  [/o(?=[^aeiou])/, 'u'],
  [/u(?=[^aeiou])/, 'o'],
  [/i(?=[^aeiou])/, 'e'],
  [/ll/, 'l'],
  [/tt/, 't'],
  [/ss/, 's'],
  [/nn/, 'n'],
  [/mm/, 'm'],
  [/l(?=[ei])/, 'll'],
  [/h$/, ''],
  [/e$/, ''],
  [/ham$/, 'am'],
  [/^Mac/, 'Mc'],
  [/^Mc/, 'Mac'],
  [/borough$/, 'bury'],
  [/worth$/, 'werth'],
  [/ford$/, 'forde'],
  [/ley$/, 'ly'],
  [/ski$/, 'sky'],
  [/ska$/, 'ski'],
]

/** As somebody hears it: one to three of the rules that fit. */
export function sounded(random: Rand, word: string): string {
  let text = word
  const rules = random.shuffle(HEARD).filter(([from]) => from.test(text))
  for (const [from, to] of rules.slice(0, random.int(1, 3))) text = text.replace(from, to)
  return text === word ? misspelt(random, word) : text
}

const words = (name: string): readonly string[] => name.split(/[ -]/)
const plain = (name: string): string => words(name)[0] ?? name

/** A name as it comes to the front door: misspelt, by ear, the names the other way round, half of it, or hyphens lost. */
export function wronged(random: Rand, name: { readonly givenName: string; readonly familyName: string }) {
  const { givenName, familyName } = name
  const double = familyName.includes('-')
  const wrong = (kind: 'misspelt' | 'sounded', word: string) =>
    (kind === 'misspelt' ? misspelt : sounded)(random, word)
  const kind = random.weighted([
    ['misspelt', 35],
    ['sounded', 35],
    ['swapped', 20],
    ['rejoined', double ? 30 : 0],
    ['accented', 5],
  ] as const)
  const one = plain(givenName)
  switch (kind) {
    case 'misspelt':
    case 'sounded': {
      const which = random.int(0, 2)
      const g = which === 1 ? one : wrong(kind, one)
      const f =
        which === 0
          ? familyName
          : words(familyName)
              .map(w => wrong(kind, w))
              .join(random.pick(['-', ' ']))
      return { kind, text: `${g} ${f}` }
    }
    case 'swapped': {
      const f = random.chance(0.5) ? misspelt(random, familyName) : familyName
      return { kind, text: `${f}${random.pick([' ', ', '])}${one}` }
    }
    case 'rejoined': {
      const [a, b] = words(familyName)
      return {
        kind,
        text: `${one} ${random.pick([`${b} ${a}`, `${b}-${a}`, `${a} ${b}`, `${a}${b?.toLowerCase()}`])}`,
      }
    }
    case 'accented':
      return {
        kind,
        text: `${one} ${familyName}`
          .replace(/[aeo]/, v => ({ a: 'á', e: 'é', o: 'ö' })[v] ?? v)
          .replace('’', ''),
      }
  }
}
