/** Why XML can't be read further; thrown within the reader and told by it. */
export class Wrong extends Error {
  readonly todo: string
  constructor(wrong: string, todo: string) {
    super(wrong)
    this.todo = todo
  }
}

export const CHECK = 'Check that this is the file you mean.'
export const WHOLE = 'Copy or make the file again: it is not whole.'
export const endless = () =>
  new Wrong(
    'A text or a tag in it does not end.',
    'Check that this is the file you mean, and that it is whole.',
  )
export const REMAKE = 'Make the file again with the system that it came from.'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text that a reference stands for. References that the file itself declares are refused, and so can't multiply. */
function reference(name: string): string {
  const plain = Object.hasOwn(named, name) ? named[name] : undefined
  if (plain !== undefined) return plain
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
  const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] ? 16 : 10) : Number.NaN
  if (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code)
  throw new Wrong(
    `It speaks of an entity, “&${name.slice(0, 40)};”, that no return needs.`,
    'Write the text itself in its place.',
  )
}

/** Text with its references resolved. */
export const resolve = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&\s]{0,60});?/g, (whole, name: string) => {
        if (!whole.endsWith(';')) throw new Wrong('There is a lone “&” in its text.', 'Write it as “&amp;”.')
        return reference(name)
      })
    : text

function readName(tag: string): string {
  const name = /^[^\s/]*/.exec(tag)?.[0] ?? ''
  if (!/^[A-Za-z_][\w.:-]*$/.test(name)) throw new Wrong(`“<${tag.slice(0, 40)}>” is no element.`, REMAKE)
  return name.slice(name.indexOf(':') + 1)
}

const MOST_NAMES = 1000

/** Reads a tag's name, without its prefix. A file has few names and many elements: each name is looked at once. */
export function namesRead(): (tag: string) => string {
  const known = new Map<string, string>()
  return tag => {
    const before = known.get(tag)
    if (before !== undefined) return before
    const name = readName(tag)
    if (known.size < MOST_NAMES) known.set(tag, name)
    return name
  }
}
