import { files, forms, reached } from '../../test/journeys/reached.ts'
import { fileBoxes, filled, questionsOf } from '../../test/support/filled.ts'
import { type Fields, formsOf, linksOf } from '../../test/support/html.ts'

/** What there is to attack: an address, or a form as it is sent from its page. */
export interface Target {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: string
  /** Boxes that take a file. */
  readonly files: readonly string[]
  /** Two of the same key are the same route with the same fields. */
  readonly key: string
}

export interface Crawled {
  readonly opened: number
  readonly routes: ReadonlySet<string>
  readonly targets: readonly Target[]
}

const escaped = (path: string) => path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')
/** The routes of the product, those first that leave least open. */
export const routes = [...new Set([...Object.keys(reached), ...Object.keys(forms), ...files])].toSorted(
  (a, b) => a.split(':').length - b.split(':').length,
)
// A kind of record has a form of its own, also where one route has them all.
const patterns = routes
  .filter(r => !r.includes(':type'))
  .map(route => ({ route, is: new RegExp(`^${escaped(route)}$`) }))

/** The route of an address, or the address with what tells one child or entry from another left out. */
const routeOf = (path: string): string => {
  const [bare = ''] = path.split('?')
  const known = patterns.find(p => p.is.test(bare))
  if (known) return known.route
  return bare
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/child\/[^/]+/, '/child/:child')
    .replace(/\/[A-Z]{1,3}-?\d+[\w-]*/g, '/:code')
    .replace(/\/\d[\w-]*/g, '/:n')
}

const encoded = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map(v => [name, String(v)])),
  ).toString()

const sorted = (names: Iterable<string>) => [...new Set(names)].sort().join(' ')
const namesIn = (path: string) => sorted(new URLSearchParams(path.split('?')[1] ?? '').keys())

/** The targets of one page. A form is one for each of its buttons: what is kept as a draft comes past no question. */
function onPage(html: string, path: string): readonly Target[] {
  const found: Target[] = []
  for (const form of formsOf(html)) {
    const action = form.is.action ?? path
    const fields = filled(form)
    const buttons = form.buttons.length > 0 ? form.buttons : [{ name: '', value: '' }]
    for (const { name, value } of buttons) {
      const key = `POST ${routeOf(action)} ${namesIn(action)} ${sorted(form.names)} ${name}`
      const body = encoded({ ...fields, ...(name === '' ? {} : { [name]: value }) })
      found.push({ method: 'POST', path: action, body, files: fileBoxes(form), key })
    }
  }
  for (const { action, fields } of questionsOf(html, path)) {
    const asked = `${action.split('?')[0]}?${encoded(fields)}`
    found.push(address(asked))
  }
  return found
}

const address = (path: string): Target => ({
  method: 'GET',
  path,
  body: '',
  files: [],
  key: `GET ${routeOf(path)} ${namesIn(path)}`,
})

/** Where whoever looks at everything begins: also at pages to which no link leads somebody of their role. */
const STARTS = [
  ...['/', '/find?q=sam', '/help', '/contact', '/help-near-you', '/my-children', '/mine', '/account'],
  ...[...Object.values(reached), ...Object.values(forms)].flatMap(r => (r.at === undefined ? [] : [r.at])),
]

/**
 * Follows the links of a product for one who is signed in (or nobody, with an empty cookie), one page of each route and
 * questions.
 * @param most pages to open
 */
export async function crawl(at: string, cookie: string, most: number): Promise<Crawled> {
  const home = await (await fetch(`${at}/`, { headers: { cookie } })).text()
  const child = /\/child\/([A-Z0-9]{8})/.exec(home)?.[1]
  const waiting: string[] = []
  const seen = new Set<string>()
  const targets = new Map<string, Target>()
  const add = (t: Target) => void (targets.has(t.key) || targets.set(t.key, t))
  const come = (path: string) => {
    const t = address(path)
    if (seen.has(t.key)) return
    seen.add(t.key)
    waiting.push(path)
  }
  for (const start of STARTS)
    if (child || !start.includes(':child')) come(start.replace(':child', child ?? ''))
  const open = new Set<string>()
  let opened = 0
  for (let path = waiting.shift(); path !== undefined && opened < most; path = waiting.shift()) {
    const reply = await fetch(`${at}${path}`, { headers: { cookie }, redirect: 'manual' })
    const html = reply.headers.get('content-type')?.startsWith('text/html') ? await reply.text() : ''
    if (html === '') await reply.arrayBuffer()
    opened += 1
    // What is refused is refused at once, whatever else is asked of it: somebody to whom it opens attacks it.
    if (reply.status === 200) {
      open.add(routeOf(path))
      add(address(path))
    }
    for (const t of onPage(html, path)) add(t)
    const to = reply.headers.get('location')
    for (const href of [...linksOf(html).map(l => l.href), ...(to === null ? [] : [to])]) {
      const next = href.split('#')[0] ?? ''
      if (next.startsWith('/') && !next.startsWith('//') && !/sign-out|\/assets\//.test(next)) come(next)
    }
  }
  return { opened, routes: open, targets: [...targets.values()] }
}
