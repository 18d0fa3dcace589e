/**
 * How a name sounds, as a skeleton of consonants: names that people mishear for one another, or write by the rules of
 * another tongue, have the same one. Wide on purpose: it finds, and the score judges. Upper case letters are done.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^ps/, 's'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/^hs/, 's'],
  [/^mack/, 'mk'],
  [/szcz|shch/g, 'S'],
  [/tsch|tch|tzsch/g, 'C'],
  [/sch|sh|sz|sj/g, 'S'],
  [/dzh|dz|dj|dg/g, 'J'],
  [/zh|rz(?!$)|cz/g, 'C'],
  [/kh|gh(?=[aeiou])/g, 'K'],
  [/[aeiou]gh(?=t|s|$)/g, ''],
  [/gh/g, ''],
  [/th|dh/g, 't'],
  [/ph/g, 'f'],
  [/bh/g, 'b'],
  [/ch/g, 'C'],
  [/ck|cq/g, 'k'],
  [/qu|kw/g, 'kv'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/ts|tz/g, 's'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/[wv]/g, 'v'],
  [/g(?=[eiy])/g, 'G'],
  [/^[jy]/, 'J'],
  [/j/g, 'Y'],
  [/mbe?$/, 'm'],
]

/** Sounds that are mistaken for one another, folded further. */
const ALIKE: Readonly<Record<string, string>> = {
  d: 't',
  f: 'v',
  b: 'p',
  S: 's',
  C: 's',
  K: 'k',
  g: 'k',
  G: 'k',
  n: 'm',
}

/** So many words are kept with what was found of them: a list of children has the same few names again and again. */
const KEPT = 20_000

/** The same answer for the same word, without working it out again. */
function kept<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return word => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= KEPT) known.clear()
    const found = work(word)
    known.set(word, found)
    return found
  }
}

/**
 * The sound of one normalised word: narrow, as rules of spelling tell; and wide, with sounds that are mistaken for one
 * another made one. Words that are not of Latin letters sound as they are written.
 */
export const soundsOf = kept((word: string): { readonly narrow: string; readonly wide: string } => {
  let text = word
  for (const [from, to] of RULES) text = text.replace(from, to)
  const first = /^[aeiou]/.test(text) ? 'A' : /^h/.test(text) ? 'H' : ''
  // A soft g and a j within a word are read in two ways: narrow as in George, wide as in Gilbert and in Maja.
  const soft = text.replace(/[GY]/g, 'J')
  // Letters that are doubled are one; those with a vowel between them are two.
  const bare = (letters: string) => letters.replace(/(.)\1+/g, '$1').replace(/[aeiouyhY]/g, '')
  const folded = [...text.replace(/kv/g, 'k').replace(/t(?=[SC])/g, '')].map(c => ALIKE[c] ?? c).join('')
  return { narrow: first + bare(soft), wide: (first === 'A' ? 'A' : '') + bare(folded) }
})

/**
 * The consonants of one normalised word as they are written, whatever vowels stand between them and make them hard or
 * soft: Callum and Celum. The widest net; it is cast last.
 */
export const consonants = kept((word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/x/g, 'ks')
    .replace(/[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/w/g, 'v')
    .replace(/[aeiouyhj]/g, '')
    .replace(/(.)\1+/g, '$1'),
)

/**
 * One way to write a name that has several spellings of the same vowels and consonants: Sara and Sarah, Clare and
 * Claire, Wren and Ren. Narrower than a sound: Jean and Joan stay two names.
 */
export const spelling = kept((word: string): string =>
  word
    .replace(/^wr/, 'r')
    .replace(/^[kgp]n/, 'n')
    .replace(/ph/g, 'f')
    .replace(/ck|q/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/y|ie|ee|ea|ai|ei/g, 'i')
    .replace(/ou|oo/g, 'u')
    .replace(/(?<=[bcdfgklmnprst])h/g, '')
    .replace(/h$/, '')
    .replace(/(?<=.{3})e$/, '')
    .replace(/(.)\1+/g, '$1'),
)
