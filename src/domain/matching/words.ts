/** Letters that do not come apart into a plain letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
  ŋ: 'n',
}

/** Lower case, without accents: what is compared. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðþßæœıħəŋ]/g, c => LETTERS[c] ?? c)

/**
 * The words of a name or an address as they are compared: no accents, no apostrophes (O’Brien is one word), parts of a
 * double-barrelled name each for itself.
 */
export const wordsIn = (text: string): readonly string[] =>
  plain(text)
    .replace(/['’‘`´ʼʻ.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(w => w !== '')

/** A name written as one word, whatever was between its parts: "Anna-Maria" as "Annamaria". */
export const asOne = (words: readonly string[]): string => words.join('')

/** Only letters and figures, in capitals: for numbers and codes that people space as they like. */
export const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/i

/** The postcode in a text, without its blank; undefined where there is none. */
export function postcodeIn(text: string): string | undefined {
  const found = POSTCODE.exec(text)
  return found ? `${found[1]}${found[2]}`.toLowerCase() : undefined
}

/** Words of an address that tell no address from another. */
const COMMON: ReadonlySet<string> = new Set(
  'the flat house road rd street st avenue ave lane ln close cl drive dr way court ct crescent gardens gdns place pl terrace apartment apt'.split(
    ' ',
  ),
)

/** Every word of an address, with the postcode as one. */
export function addressWords(address: string): readonly string[] {
  const postcode = postcodeIn(address)
  const rest = wordsIn(address.replace(POSTCODE, ' '))
  return [...new Set(postcode ? [...rest, postcode] : rest)]
}

/** Those words of an address that tell it from others: Mill, not Lane. */
export const telling = (words: readonly string[]): readonly string[] => words.filter(w => !COMMON.has(w))
