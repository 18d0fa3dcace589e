import { type Fields, formsOf, linksOf } from '../../test/support/html.ts'

/** What there is to attack: an address with a query, or a form as it stands on its page. */
export interface Target {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: string
}

/** An address with what tells one child or entry from another left out: of a hundred pages alike one is enough. */
const shape = (path: string): string =>
  (path.split('?')[0] ?? '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/child\/[^/]+/, '/child/:child')
    .replace(/\/[A-Z]{1,3}\d+[\w-]*/g, '/:code')
    .replace(/\/\d[\w-]*/g, '/:n')

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map(v => [name, String(v)])),
  ).toString()

/**
 * Follows the links of a product for one who is signed in, one page of each shape.
 * @param most pages to open
 */
export async function crawl(
  at: string,
  cookie: string,
  most: number,
): Promise<{ readonly opened: number; readonly targets: readonly Target[] }> {
  const waiting = ['/', '/find?q=sam', '/help', '/contact', '/help-near-you']
  const seen = new Set(waiting.map(shape))
  const targets = new Map<string, Target>()
  let opened = 0
  for (let path = waiting.shift(); path !== undefined && opened < most; path = waiting.shift()) {
    const reply = await fetch(`${at}${path}`, { headers: { cookie }, redirect: 'manual' })
    const to = reply.headers.get('location')
    const html = reply.headers.get('content-type')?.startsWith('text/html') ? await reply.text() : ''
    opened += 1
    for (const form of formsOf(html)) {
      const action = form.is.action ?? path
      const button = form.buttons.find(b => b.name !== '')
      const body = encoded({ ...form.fields, ...(button ? { [button.name]: button.value } : {}) })
      const key = `POST ${shape(action)} ${[...form.names].sort().join(' ')}`
      if (!targets.has(key)) targets.set(key, { method: 'POST', path: action, body })
    }
    for (const href of [...linksOf(html).map(l => l.href), ...(to === null ? [] : [to])]) {
      const next = href.split('#')[0] ?? ''
      if (!next.startsWith('/') || next.startsWith('//') || /sign-out|\/assets\//.test(next)) continue
      const names = [...new URLSearchParams(next.split('?')[1] ?? '').keys()].sort().join(' ')
      if (names !== '') {
        const key = `GET ${shape(next)} ${names}`
        if (!targets.has(key)) targets.set(key, { method: 'GET', path: next, body: '' })
      }
      const key = `${shape(next)} ${names}`
      if (seen.has(key)) continue
      seen.add(key)
      waiting.push(next)
    }
  }
  return { opened, targets: [...targets.values()] }
}
