import { LITERAL, literalText, markupEnd, tagEnds } from './parts.ts'
import { CHECK, endless, namesRead, REMAKE, resolve, WHOLE, Wrong } from './text.ts'

/** What is told of an XML file as it is read, element by element. Names come without their prefix. */
export interface XmlHandler {
  readonly open: (name: string) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Why a file can't be read further, and what to do. */
export interface XmlFault {
  readonly wrong: string
  readonly todo: string
  /** Where it is: how many characters stand before it. */
  readonly at: number
}

/** Takes a file piece by piece, and holds no more of it than one tag or one text. However it is cut, it reads the same. */
export interface XmlReader {
  /** @returns what is wrong, once something is; what comes afterwards is not read */
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
}

/** Nothing in a return is so deep or so long. What is, was made to harm, or is no return. */
const DEEPEST = 40
const LONGEST = 1 << 16

const EXCLAMATION = 33
const QUESTION = 63

/** Reads XML as it comes. A document type is refused, and with it every entity that is not one of XML's own five. */
export function xmlReader(handler: XmlHandler): XmlReader {
  const nameOf = namesRead()
  const path: string[] = []
  let rest = ''
  /** Where the part that is being looked at begins, and how much was read before what is held. */
  let at = 0
  let read = 0
  let roots = 0
  /** How much text the element has so far, in however many parts. */
  let said = 0
  let fault: XmlFault | undefined

  function tell(text: string): void {
    said += text.length
    if (said > LONGEST) throw endless()
    handler.text(text)
  }

  /** Text outside the elements may only be blank. */
  function outside(text: string): void {
    const word = text.search(/\S/)
    if (word < 0) return
    at += word
    throw new Wrong('It is not XML: there is text outside its elements.', CHECK)
  }

  function tag(text: string): void {
    said = 0
    if (text.startsWith('/')) {
      const name = nameOf(text.slice(1))
      const open = path.pop()
      if (open === undefined) throw new Wrong(`“${name}” is closed and was never opened.`, REMAKE)
      if (open !== name) throw new Wrong(`“${open}” is open where “${name}” is closed.`, REMAKE)
      handler.close(name)
      return
    }
    const name = nameOf(text)
    if (path.length === 0) roots += 1
    if (roots > 1) throw new Wrong('There is more after its end.', REMAKE)
    if (path.length === DEEPEST) throw new Wrong(`Its elements stand more than ${DEEPEST} deep.`, REMAKE)
    handler.open(name)
    if (text.endsWith('/')) handler.close(name)
    else path.push(name)
  }

  function words(text: string): void {
    if (path.length === 0) outside(text)
    else if (text.length > LONGEST) throw endless()
    else if (text.trim() !== '') tell(resolve(text))
  }

  /** @returns where the next part begins, or -1 where this one is not whole yet */
  function special(): number {
    const next = markupEnd(rest, at)
    if (next - 1 - at > LONGEST) throw endless()
    if (next < 0 || !rest.startsWith(LITERAL, at)) return next
    if (path.length === 0) outside(LITERAL)
    tell(literalText(rest.slice(at, next)))
    return next
  }

  function take(): void {
    const endOf = tagEnds(rest)
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) break
      if (open > at) words(rest.slice(at, open))
      at = open
      const mark = rest.charCodeAt(open + 1)
      if (mark === EXCLAMATION || mark === QUESTION) {
        const next = special()
        if (next < 0) break
        at = next
        continue
      }
      const close = endOf(at)
      if (close < 0) break
      if (close - open > LONGEST) throw endless()
      tag(rest.slice(open + 1, close))
      at = close + 1
    }
    if (path.length === 0 && rest[at] !== '<') {
      outside(rest.slice(at))
      at = rest.length
    }
    if (rest.length - at > LONGEST) throw endless()
    read += at
    rest = rest.slice(at)
    at = 0
  }

  const guard = (act: () => void): XmlFault | undefined => {
    if (fault) return fault
    try {
      act()
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      fault = { wrong: error.message, todo: error.todo, at: read + at }
      rest = ''
    }
    return fault
  }

  return {
    write: piece =>
      guard(() => {
        rest += piece
        take()
      }),
    end: () =>
      guard(() => {
        const open = path.at(-1)
        if (open !== undefined) throw new Wrong(`It ends in the middle: “${open}” is still open.`, WHOLE)
        if (rest !== '') throw new Wrong('It ends in the middle of a tag.', WHOLE)
        if (roots === 0) throw new Wrong('There is no XML in it.', CHECK)
      }),
  }
}
