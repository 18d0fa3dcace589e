import { Wrong } from './text.ts'

/** Where the “>” of a tag that has quotes in it is, or -1. One within quotes ends no tag. */
function quotedTagEnd(text: string, from: number): number {
  let quote = ''
  for (let i = from; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (quote !== '') quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if (c === '>') return i
  }
  return -1
}

const SHORTEST_TYPE = '<!DOCTYPE'.length
export const LITERAL = '<![CDATA['
const LITERAL_END = ']]>'

function after(text: string, closing: string, from: number): number {
  const end = text.indexOf(closing, from)
  return end < 0 ? -1 : end + closing.length
}

/**
 * Where the comment, instruction or literal text that begins at a place ends.
 * @returns the place after it, or -1 where it is not whole yet
 * @throws {Wrong} where it is a document type
 */
export function markupEnd(text: string, at: number): number {
  if (text[at + 1] === '?') return after(text, '?>', at + 2)
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith(LITERAL, at)) return after(text, LITERAL_END, at + LITERAL.length)
  if (text.length - at < SHORTEST_TYPE) return -1
  throw new Wrong(
    'It declares a document type, which a return has no need of.',
    'Take out everything from “<!DOCTYPE” to its “>”. If you did not put it there, ask who did.',
  )
}

/** Where the next quote is; beyond the text where there is none. */
function nextQuote(text: string, from: number): number {
  const [single, double] = [text.indexOf("'", from), text.indexOf('"', from)]
  return Math.min(single < 0 ? text.length : single, double < 0 ? text.length : double)
}

/**
 * Finds where tags of a text end: the place of the “>”, or -1 where it is not there yet. Hardly any tag of a return has
 * a quote in it, so the next one is looked for once.
 */
export function tagEnds(text: string): (open: number) => number {
  let quote = -1
  return open => {
    const end = text.indexOf('>', open)
    if (end < quote) return end
    if (quote < open) quote = nextQuote(text, open)
    return end < quote ? end : quotedTagEnd(text, open)
  }
}

/** The text of a literal that was found whole. */
export const literalText = (whole: string): string => whole.slice(LITERAL.length, -LITERAL_END.length)
