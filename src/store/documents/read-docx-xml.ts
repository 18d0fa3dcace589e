import { fail, ok, type Result } from '../../domain/kernel/result.ts'

/** An element of an XML part of a Word file. Names come without their prefix, of attributes too. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (Element | string)[]
}

/** Tables in tables in boxes come to some forty; what is deeper was made to harm. */
const DEEPEST = 200
const BROKEN =
  'A part of this Word file is not what Word writes. Open it in Word, save it again and give that.'

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gy
const ATTRIBUTE = /([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

function resolved(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

interface Open {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: (Element | string)[]
}

const opened = (name: string, written: string): Open => ({
  name: bare(name),
  attributes: new Map(
    [...written.matchAll(ATTRIBUTE)].map(m => [bare(m[1] ?? ''), resolved(m[2] ?? m[3] ?? '')]),
  ),
  children: [],
})

/** Reads one XML part whole. A document type, and so every entity of its own, is refused. */
export function elementOf(xml: string): Result<Element> {
  const root: Open = { name: '', attributes: new Map(), children: [] }
  const path: Open[] = [root]
  let at = 0
  for (const [whole, literal, end, name, written, text] of xml.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    at += whole.length
    const parent = path.at(-1) ?? root
    if (text !== undefined) parent.children.push(resolved(text))
    else if (literal !== undefined) parent.children.push(literal)
    else if (name === undefined) continue
    else if (end === '/') {
      if (path.length === 1 || path.pop()?.name !== bare(name)) return fail(BROKEN)
    } else {
      const element = opened(name, written ?? '')
      parent.children.push(element)
      if (!written?.endsWith('/')) path.push(element)
      if (path.length > DEEPEST) return fail(BROKEN)
    }
  }
  const first = root.children.find(c => typeof c !== 'string')
  const whole = at === xml.replace(/^\ufeff/, '').length && path.length === 1
  return whole && first ? ok(first) : fail(BROKEN)
}

/** The elements in an element, of one name where it is given. */
export const within = (element: Element | undefined, name?: string): readonly Element[] =>
  (element?.children ?? []).filter(
    (c): c is Element => typeof c !== 'string' && (name === undefined || c.name === name),
  )

/** The element at the end of a path of names, or undefined. */
export const at = (element: Element | undefined, ...names: readonly string[]): Element | undefined =>
  names.reduce<Element | undefined>((e, name) => within(e, name)[0], element)

/** The value of the element at the end of a path: `<w:pStyle w:val="Heading1"/>` is "Heading1". */
export const valueAt = (element: Element | undefined, ...names: readonly string[]): string | undefined =>
  at(element, ...names)?.attributes.get('val')

/** Whether a switch such as `<w:vanish/>` stands there and is not turned off. */
export function isOn(element: Element | undefined, ...names: readonly string[]): boolean {
  const found = at(element, ...names)
  return found !== undefined && !/^(?:0|false|off)$/.test(found.attributes.get('val') ?? '')
}
