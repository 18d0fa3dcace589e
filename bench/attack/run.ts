import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counted, counting } from './counting.ts'
import { crawl, routes, type Target } from './crawl.ts'
import { type Going, sqlmap, type Told, tampered, wapiti } from './scanners.ts'

/**
 * Attacks a demonstration that runs on this machine with the distribution's wapiti and sqlmap, as nobody and then as each
 * person whom its sign-in page offers, and prints a table of what was found, asked and answered. A route with the same
 * fields is attacked once, as the first who comes to it. Each form is also sent with what it did not ask for. Only a
 * loopback address is taken. With no minutes the scanners rest.
 * Usage: node bench/attack/run.ts http://127.0.0.1:PORT [MINUTES IN ALL] [PAGES TO OPEN AS EACH] [ONLY WHOSE ROLE HAS THIS]
 */
const [given = '', minutes = '40', most = '400', only = ''] = process.argv.slice(2)
const to = new URL(given)
if (!['127.0.0.1', 'localhost', '[::1]'].includes(to.hostname)) {
  console.error('This attacks what it is pointed at, so it takes an address of this machine only.')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'attack-'))
const proxy = await counting(to, 0)
const heard = proxy.server.address()
const port = typeof heard === 'object' && heard !== null ? heard.port : 0
const at = `http://127.0.0.1:${port}`

interface Person {
  readonly id: string
  readonly role: string
}
const NOBODY: Person = { id: '', role: 'Nobody, without an account' }

/** Whoever the sign-in page offers. */
async function people(): Promise<readonly Person[]> {
  const page = await (await fetch(`${at}/sign-in`)).text()
  const offered = page.matchAll(/name="person" value="([^"]+)"[\s\S]*?<strong>([^<]+)<\/strong>([^.<]*)/g)
  return [...offered].map(([, id = '', role = '', team = '']) => ({
    id,
    role: `${role}${team}`.replaceAll('&#39;', '’'),
  }))
}

interface Session {
  readonly cookie: string
  readonly csrf: string
}

async function signIn({ id }: Person): Promise<Session> {
  if (id === '') return { cookie: '', csrf: '' }
  const reply = await fetch(`${at}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ person: id }).toString(),
  })
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const home = await (await fetch(`${at}/`, { headers: { cookie } })).text()
  return { csrf: /name="_csrf" value="([^"]+)"/.exec(home)?.[1] ?? '', cookie }
}

interface Row {
  readonly person: Person
  readonly csrf: string
  readonly opened: number
  readonly routes: number
  readonly found: number
  readonly targets: readonly Target[]
  readonly counted: Counted
}

const merged = (into: Counted, more: Counted): void => {
  for (const [status, n] of more.statuses) into.statuses.set(status, (into.statuses.get(status) ?? 0) + n)
  for (const [place, url] of more.faults) if (!into.faults.has(place)) into.faults.set(place, url)
}

const said = ({ statuses, faults }: Counted): string => {
  const all = [...statuses.values()].reduce((a, b) => a + b, 0)
  const each = [...statuses].sort(([a], [b]) => a - b).map(([s, n]) => `${s}: ${n}`)
  return [
    `${all} answers (${each.join(', ')})`,
    ...[...faults].map(([what, url]) => `  FAULT ${what} at ${url}`),
  ].join('\n')
}

const reached = new Set<string>()
const known = new Set<string>()

/** What somebody comes to, and what of it nobody came to before. */
async function look(person: Person): Promise<Row> {
  const { cookie, csrf } = await signIn(person)
  const { opened, targets, routes: open } = await crawl(at, cookie, Number(most))
  const fresh = targets.filter(t => !known.has(t.key))
  for (const t of fresh) known.add(t.key)
  for (const r of open) reached.add(r)
  const counted = proxy.take()
  console.log(
    `── ${person.role}: ${opened} opened, ${open.size} routes, ${targets.length} found, ${fresh.length} new`,
  )
  console.log(said(counted))
  return { person, csrf, opened, routes: open.size, found: targets.length, targets: fresh, counted }
}

let sessionToo = true
/** An entry that is there: somebody else's, for all but those who read that file. */
let entry = ''

/** Sends the forms of one person tampered with. */
async function tamper(row: Row): Promise<void> {
  const { cookie, csrf } = await signIn(row.person)
  const forms = row.targets.filter(t => t.method === 'POST')
  const bodies = forms.map(t => ({
    ...t,
    body: row.csrf === '' ? t.body : t.body.replaceAll(row.csrf, csrf),
  }))
  await tampered(bodies, { at, cookie, folder, seconds: 0, begin: proxy.begin }, entry)
  const counted = proxy.take()
  console.log(`   tampered: ${forms.length} forms: ${said(counted)}`)
  merged(row.counted, counted)
}

/** Attacks what is new of one person, within some seconds. */
async function attack(row: Row, seconds: number): Promise<readonly Told[]> {
  const told: Told[] = []
  await tamper(row)
  if (seconds === 0) return told
  const ways = [
    { method: 'GET', scan: wapiti, of: row.targets.filter(t => t.method === 'GET') },
    { method: 'POST', scan: wapiti, of: row.targets.filter(t => t.method === 'POST') },
    { method: 'GET', scan: sqlmap, of: row.targets.filter(t => t.method === 'GET' && t.path.includes('?')) },
    { method: 'POST', scan: sqlmap, of: row.targets.filter(t => t.method === 'POST') },
  ] as const
  const all = ways.reduce((n, w) => n + w.of.length, 0)
  for (const { method, scan, of } of ways) {
    if (of.length === 0) {
      told.push({ attacked: 0, findings: [] })
      continue
    }
    // A scan may have ended the session.
    const { cookie, csrf } = await signIn(row.person)
    if (row.person !== NOBODY && csrf === '') told.push({ attacked: 0, findings: ['can’t sign in any more'] })
    const going: Going = {
      at,
      cookie,
      folder,
      seconds: Math.max(10, (seconds * of.length) / all),
      begin: proxy.begin,
    }
    const targets = of.map(t => ({
      ...t,
      body: row.csrf === '' ? t.body : t.body.replaceAll(row.csrf, csrf),
    }))
    const one = await scan(method, targets, going, sessionToo && scan === sqlmap && cookie !== '')
    if (scan === sqlmap && cookie !== '') sessionToo = false
    told.push(one)
    const counted = proxy.take()
    console.log(
      `   ${scan.name} ${method}: ${one.attacked} of ${of.length} in ${Math.round(going.seconds)} s: ${said(counted)}`,
    )
    for (const f of new Set(one.findings)) console.log(`   ${f}`)
    merged(row.counted, counted)
  }
  return told
}

const cells = (row: Row, told: readonly Told[]): readonly (string | number)[] => {
  const of = (from: number, to: number) =>
    [...row.counted.statuses].filter(([s]) => s >= from && s < to).reduce((n, [, x]) => n + x, 0)
  const [wapitiGet, wapitiPost, sqlGet, sqlPost] = told.map(t => t.attacked)
  return [
    row.person.role,
    row.routes,
    row.found,
    row.targets.length,
    `${(wapitiGet ?? 0) + (wapitiPost ?? 0)}, ${(sqlGet ?? 0) + (sqlPost ?? 0)}`,
    of(0, 1000),
    ...[of(200, 300), of(300, 400), of(401, 402), of(403, 404), of(404, 405), of(422, 423), of(429, 430)],
    of(500, 1000) + of(0, 1),
    new Set(told.flatMap(t => t.findings)).size,
  ]
}

const HEAD =
  '| As | Routes | Found | New | Attacked by each | Answers | 2xx | 3xx | 401 | 403 | 404 | 422 | 429 | 5xx or broken | Told |'

try {
  const rows: Row[] = []
  for (const person of [NOBODY, ...(await people())]) rows.push(await look(person))
  const chosen = rows.filter(r => r.person.role.includes(only))
  const all = chosen.reduce((n, r) => n + r.targets.length, 0)
  entry =
    rows.flatMap(r => r.targets).flatMap(t => /\/entry\/([0-9a-f-]{36})$/.exec(t.path)?.[1] ?? [])[0] ?? ''
  console.log(`\n${reached.size} routes, ${all} addresses and forms; nobody came to:`)
  console.log(routes.filter(r => !reached.has(r)).join('\n'))
  const lines: string[] = []
  // Whoever has most can also close the account of another, or end what lets them in.
  for (const row of chosen.toSorted((a, b) => a.targets.length - b.targets.length)) {
    console.log(`\n══ ${row.person.role}`)
    const told = await attack(row, (Number(minutes) * 60 * row.targets.length) / all)
    lines.push(`| ${cells(row, told).join(' | ')} |`)
  }
  console.log(`\n${HEAD}\n|${' --- |'.repeat(15)}\n${lines.join('\n')}`)
} finally {
  proxy.server.close()
  proxy.server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
}
