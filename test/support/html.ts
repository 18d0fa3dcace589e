/** A small reader of the pages we draw: their attributes are always in double quotes, and every form is closed. */

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

const decode = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const hex = name[1] === 'x' || name[1] === 'X'
    return String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
  })

/** The inside of a tag: a “>” may stand in the value of an attribute. */
const INSIDE = '(?:"[^"]*"|[^">])*'

export type Attributes = Readonly<Record<string, string>>

function attributes(tag: string): Attributes {
  const found: Record<string, string> = {}
  for (const [, name = '', value] of tag.matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g))
    found[name] = decode(value ?? '')
  return found
}

export const tags = (html: string, name: string): readonly Attributes[] =>
  [...html.matchAll(new RegExp(`<${name}((?:\\s${INSIDE})?)/?>`, 'g'))].map(m => attributes(m[1] ?? ''))

export const pairs = (
  html: string,
  name: string,
): readonly { readonly is: Attributes; readonly inner: string }[] =>
  [...html.matchAll(new RegExp(`<${name}((?:\\s${INSIDE})?)>([\\s\\S]*?)</${name}>`, 'g'))].map(m => ({
    is: attributes(m[1] ?? ''),
    inner: m[2] ?? '',
  }))

/** What a person reads: without tags, each run of blanks as one. */
export const textOf = (html: string): string =>
  decode(
    html
      .replace(/<(script|style|title)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<\/?(?:a|b|strong|span|em|s|i|abbr)(?:\s[^>]*)?>/g, '')
      .replace(/<\/?[a-z!](?:"[^"]*"|[^">])*>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()

export const titleOf = (html: string): string => textOf(pairs(html, 'title').map(t => t.inner)[0] ?? '')

export const headingsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g)].map(m => textOf(m[1] ?? ''))

export const idsOf = (html: string): ReadonlySet<string> =>
  new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(m => decode(m[1] ?? '')))

export const linksOf = (html: string): readonly { readonly href: string; readonly text: string }[] =>
  pairs(html, 'a').map(a => ({ href: a.is.href ?? '', text: textOf(a.inner) }))

/** The rows of every table, each a list of its cells. */
export const rowsOf = (html: string): readonly (readonly string[])[] =>
  pairs(html, 'tr').map(r =>
    [...r.inner.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(m => textOf(m[1] ?? '')),
  )

/** The faults told at the top of the page, and where each leads. */
export function problemsOf(html: string): readonly { readonly href: string; readonly text: string }[] {
  const summary = /<div class="govuk-error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return linksOf(summary)
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

export interface FormRead {
  readonly is: Attributes
  /** What a browser would send, without the button that is pressed. */
  readonly fields: Fields
  readonly names: ReadonlySet<string>
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[]
  /** What stands between its tags. */
  readonly inside: string
}

export function fieldsOf(html: string): Fields {
  const fields: Record<string, string | readonly string[]> = {}
  for (const i of tags(html, 'input')) {
    const { name = '', type = 'text', value = '' } = i
    if (name === '' || type === 'file' || type === 'submit') continue
    if (type === 'radio' || type === 'checkbox') {
      if (!('checked' in i)) continue
      const before = fields[name]
      fields[name] =
        before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
    } else fields[name] = value
  }
  for (const t of pairs(html, 'textarea'))
    if (t.is.name) fields[t.is.name] = decode(t.inner.replace(/^\n/, ''))
  for (const s of pairs(html, 'select')) {
    const options = pairs(s.inner, 'option')
    const chosen = options.find(o => 'selected' in o.is) ?? options[0]
    if (s.is.name) fields[s.is.name] = chosen?.is.value ?? ''
  }
  return fields
}

/** Every form of a page that changes something, but for the one that signs out. */
export const formsOf = (html: string): readonly FormRead[] =>
  pairs(html, 'form')
    .filter(f => f.is.method === 'post' && f.is.action !== '/sign-out')
    .map(f => ({
      is: f.is,
      fields: fieldsOf(f.inner),
      names: new Set([...f.inner.matchAll(/\sname="([^"]*)"/g)].map(m => decode(m[1] ?? ''))),
      buttons: pairs(f.inner, 'button').map(b => ({
        name: b.is.name ?? '',
        value: b.is.value ?? '',
        text: textOf(b.inner),
      })),
      inside: f.inner,
    }))
