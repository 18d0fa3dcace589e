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
  /** How many characters had been read. */
  readonly at: number
}

/** Takes a file piece by piece, and holds no more of it than one tag or one text. */
export interface XmlReader {
  /** @returns what is wrong, once something is; what comes afterwards is not read */
  readonly write: (piece: string) => XmlFault | undefined
  readonly end: () => XmlFault | undefined
}

/** Nothing in a return is so deep or so long. What is, was made to harm, or is no return. */
const DEEPEST = 40
const LONGEST = 1 << 16

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const REMAKE = 'Make the file again with the system that it came from.'

class Wrong extends Error {
  readonly todo: string
  constructor(wrong: string, todo: string) {
    super(wrong)
    this.todo = todo
  }
}

/** The text that a reference stands for. References that the file itself declares are refused, and so can't multiply. */
function reference(name: string): string {
  const plain = named[name]
  if (plain !== undefined) return plain
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : Number.NaN
  if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code)
  throw new Wrong(
    `It speaks of an entity, “&${name.slice(0, 40)};”, that no return needs.`,
    'Write the text itself in its place.',
  )
}

const resolve = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&\s]{0,60});?/g, (whole, name: string) => {
        if (!whole.endsWith(';')) throw new Wrong('There is a lone “&” in its text.', 'Write it as “&amp;”.')
        return reference(name)
      })
    : text

const blank = (text: string): boolean => text.trim() === ''

const prefixless = (name: string): string => name.slice(name.indexOf(':') + 1)

function readName(tag: string): string {
  const name = /^[^\s/]*/.exec(tag)?.[0] ?? ''
  if (!/^[A-Za-z_][\w.:-]*$/.test(name)) throw new Wrong(`“<${tag.slice(0, 40)}>” is no element.`, REMAKE)
  return prefixless(name)
}

/** A file has few names and many elements: each name is looked at once. */
function namesRead(): (tag: string) => string {
  const known = new Map<string, string>()
  return tag => {
    const before = known.get(tag)
    if (before !== undefined) return before
    const name = readName(tag)
    if (known.size < 1000) known.set(tag, name)
    return name
  }
}

/** Reads XML as it comes. A document type is refused, and with it every entity that is not one of XML's own five. */
export function xmlReader(handler: XmlHandler): XmlReader {
  const nameOf = namesRead()
  const path: string[] = []
  let rest = ''
  let read = 0
  let roots = 0
  let fault: XmlFault | undefined

  /** @returns where the next piece begins, or -1 where this one is not whole yet */
  function special(at: number): number {
    const closed = (opening: string, closing: string): number => {
      const end = rest.indexOf(closing, at + opening.length)
      return end < 0 ? -1 : end + closing.length
    }
    if (rest.startsWith('<!--', at)) return closed('<!--', '-->')
    if (rest.startsWith('<?', at)) return closed('<?', '?>')
    if (rest.startsWith('<![CDATA[', at)) {
      const end = closed('<![CDATA[', ']]>')
      if (end > 0 && path.length > 0) handler.text(rest.slice(at + 9, end - 3))
      return end
    }
    if (rest.length - at < 9) return -1
    throw new Wrong(
      'It declares a document type, which a return has no need of.',
      'Take out everything from “<!DOCTYPE” to its “>”. If you did not put it there, ask who did.',
    )
  }

  function tag(text: string): void {
    if (text.startsWith('/')) {
      const name = nameOf(text.slice(1))
      const open = path.pop()
      if (open !== name)
        throw new Wrong(
          open === undefined
            ? `“${name}” is closed and was never opened.`
            : `“${open}” is open where “${name}” is closed.`,
          REMAKE,
        )
      handler.close(name)
      return
    }
    const name = nameOf(text)
    if (path.length === 0) roots += 1
    if (roots > 1) throw new Wrong('There is more after its end.', REMAKE)
    handler.open(name)
    if (text.endsWith('/')) {
      handler.close(name)
      return
    }
    path.push(name)
    if (path.length > DEEPEST) throw new Wrong(`Its elements stand ${DEEPEST} deep and more.`, REMAKE)
  }

  function words(text: string): void {
    if (path.length > 0) {
      if (!blank(text)) handler.text(resolve(text))
    } else if (!blank(text))
      throw new Wrong(
        'It is not XML: there is text outside its elements.',
        'Check that this is the file you mean.',
      )
  }

  function take(last: boolean): void {
    let at = 0
    for (;;) {
      const open = rest.indexOf('<', at)
      if (open < 0) break
      if (open > at) words(rest.slice(at, open))
      at = open
      const mark = rest[open + 1]
      if (mark === undefined) break
      if (mark === '!' || mark === '?') {
        const next = special(open)
        if (next < 0) break
        at = next
        continue
      }
      const close = rest.indexOf('>', open)
      if (close < 0) break
      tag(rest.slice(open + 1, close))
      at = close + 1
    }
    if (last && at < rest.length) words(rest.slice(at))
    read += at
    rest = rest.slice(at)
    if (rest.length > LONGEST)
      throw new Wrong(
        'A text or a tag in it does not end.',
        'Check that this is the file you mean, and that it is whole.',
      )
  }

  const guard = (act: () => void): XmlFault | undefined => {
    if (fault) return fault
    try {
      act()
    } catch (error) {
      if (!(error instanceof Wrong)) throw error
      fault = { wrong: error.message, todo: error.todo, at: read }
    }
    return fault
  }

  return {
    write: piece =>
      guard(() => {
        rest += read === 0 && rest === '' ? piece.replace(/^\uFEFF/, '') : piece
        take(false)
      }),
    end: () =>
      guard(() => {
        take(true)
        if (roots === 0) throw new Wrong('There is no XML in it.', 'Check that this is the file you mean.')
        if (path.length > 0)
          throw new Wrong(
            `It ends in the middle: “${path.at(-1)}” is still open.`,
            'Copy or make the file again: it is not whole.',
          )
      }),
  }
}
