/** A piece of what somebody wrote about how to reach a person: words, or something one can follow. */
export interface Reach {
  readonly text: string
  readonly href: string | null
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/
const PHONE = /(?:\+44[\s\d()]{9,14}|0[\d\s()]{8,14})\d/
const EITHER = new RegExp(`${EMAIL.source}|${PHONE.source}`, 'g')

const digits = (text: string): string => text.replace(/[^\d+]/g, '')

/** Telephone numbers and addresses of mail in a line of words, so that each can be followed. */
export function reachOf(words: string): readonly Reach[] {
  const pieces: Reach[] = []
  let at = 0
  for (const found of words.matchAll(EITHER)) {
    const [text] = found
    if (found.index > at) pieces.push({ text: words.slice(at, found.index), href: null })
    pieces.push({ text, href: text.includes('@') ? `mailto:${text}` : `tel:${digits(text)}` })
    at = found.index + text.length
  }
  if (at < words.length) pieces.push({ text: words.slice(at), href: null })
  return pieces
}
