import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { entriesOf, subjectsOf } from '../../test/support/children.ts'
import { linksOf } from '../../test/support/html.ts'
import { aroundThem, type Held, heldChildren } from '../../test/support/matrix-world.ts'
import { cast, workerEntry } from '../../test/support/people.ts'
import { grants } from '../domain/access/grants.ts'
import {
  type Action,
  type Relationship,
  type Role,
  roles,
  type Sensitivity,
  type Viewer,
} from '../domain/access/roles.ts'
import { indicators } from '../domain/indicators/indicators.ts'
import type { Instant } from '../domain/kernel/day.ts'
import { newId } from '../store/ids.ts'
import { pages } from './pages.ts'

/** What a viewer is to a child, from what was said of them by hand: it asks nothing of the product's own readers. */
function relations(v: Viewer, h: Held): readonly Relationship[] {
  const said: Relationship[] = ['any']
  // The sealed file ended with an adoption; every other is of a child of eleven who is looked after.
  if (h.key !== 'sealed') said.push('looked-after')
  if (h.worker?.id === v.id) said.push('allocated')
  if (h.worker?.team && h.worker.team === v.team) said.push('team')
  if (!h.worker) said.push('unallocated')
  if (h.reviewing?.id === v.id) said.push('reviewing')
  if (h.named?.some(n => n.id === v.id)) said.push('named')
  if (h.sampledBy.some(n => n.id === v.id)) said.push('sampled')
  return said
}

const may = (v: Viewer, action: Action, h: Held, as: Sensitivity = 'ordinary'): boolean =>
  grants.some(
    g =>
      g.role === v.role &&
      g.action === action &&
      g.sensitivity === (h.named ? 'restricted' : as) &&
      relations(v, h).includes(g.relationship),
  )

/** A child is found by a search where their name may stand in a list, and not counted where it may not. */
const finds = (h: Held, seen: readonly Seen[]): boolean =>
  seen.some(s => s.url === `/find?q=${h.name[0]}` && s.said.includes(h.file.code))

const also: readonly (readonly [Role, string | null])[] = [
  ['family-support', 'Oak'],
  ['lead-practitioner', 'Elm'],
  ['service-manager', null],
  ['conference-chair', null],
  ['looked-after-nurse', null],
  ['personal-adviser', null],
]
const others = also.map(([role, team], i) => {
  const id = newId('2020-01-01T00:00:00.000Z' as Instant)
  return {
    file: { id, kind: 'worker', code: `W9${i}` } as const,
    v: { id, name: `Ann Other${i}`, role, team },
  }
})
/** One of each role: what else they may be to a child is told by the children. */
const viewers = [...Object.values(cast), ...others.map(o => o.v)].filter(
  (v, i, all) => all.findIndex(w => w.role === v.role) === i,
)

let app: App
beforeAll(async () => {
  const files = heldChildren.map(h => h.file)
  app = await appWith(subjectsOf(files), entriesOf(files))
  const around = aroundThem()
  await app.write(around.subjects, around.entries)
  await app.write(
    others.map(o => o.file),
    others.map(o => workerEntry(o.v)),
  )
})
afterAll(async () => await app?.close())

/** Everything that a reply says, also where it is a file of files. */
async function saidBy(type: string, bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return `${type} ${bytes.toString('utf8')}`
  const zip = await JSZip.loadAsync(bytes)
  const parts = await Promise.all(
    Object.values(zip.files)
      .filter(f => !f.dir)
      .map(async f => saidBy(f.name, await f.async('nodebuffer'))),
  )
  return parts.join('\n')
}

interface Read {
  readonly status: number
  readonly said: string
  readonly links: readonly string[]
}

async function readerOf(v: Viewer): Promise<(url: string) => Promise<Read>> {
  const { token } = await app.signInAs(v)
  return async url => {
    const reply = await app.server.inject({ url, headers: { cookie: `gt=${token}` } })
    const said = await saidBy(String(reply.headers['content-type'] ?? ''), reply.rawPayload)
    const on = reply.headers.location
    const links = said.startsWith('text/html') ? linksOf(said).map(l => l.href) : []
    return { status: reply.statusCode, said, links: typeof on === 'string' ? [...links, on] : links }
  }
}

const noteOf = (h: Held): string => h.file.entries.find(e => e.answers.about === h.told)?.id ?? ''
const whisperOf = (h: Held): string => h.file.entries.find(e => e.answers.about === h.whispered)?.id ?? ''

/** A child's own pages, of one child. The forms that write are walked by `access.test.ts`. */
const childPages = pages.filter(p => p.about === 'child' && !/\/record\/./.test(p.path))
/** What tells of a file is asked for of every child; what does something to it, of those who are most to be minded. */
const MINDED: ReadonlySet<string> = new Set(['restricted', 'sealed', 'sampled'])
const pathsFor = (h: Held): readonly string[] =>
  childPages.filter(p => p.permission === 'open' || MINDED.has(h.key)).map(p => p.path)
const addressesOf = (h: Held): readonly string[] =>
  pathsFor(h).flatMap(path =>
    (path.includes(':entry') ? [noteOf(h), whisperOf(h)] : ['']).map(entry =>
      path
        .replace(':child', h.file.code)
        .replace(':entry', entry)
        .replace(':series', 'looked-after-review')
        .replace(':due', '2026-04-11')
        .replace(':audit', `Q${heldChildren.indexOf(h) + 70}`)
        .replace(':action', '1')
        .replace(':hash', 'a'.repeat(64)),
    ),
  )

/** Questions that somebody who wants to know of a child might put to the product. */
const asked = heldChildren.flatMap((h, i) => [
  `/find?q=${h.name[0]}`,
  `/find?q=${h.file.code}`,
  `/decisions?q=${h.told}`,
  `/audits/words?q=${h.told}`,
  `/new-child?q=${h.name[0]}+${h.name[1]}`,
  `/front-door/CTC${i}AAAA`,
])

const open = [
  ...pages.filter(p => p.about === 'nobody' && !p.path.includes(':')).map(p => p.path),
  ...indicators.slice(0, 2).map(i => `/digest/${i.code}/children`),
  '/?whose=mine',
  '/?whose=team',
  '/front-door?show=decided',
  '/find?q=2014-05-06',
  '/find?q=6/5/2014',
  '/desk?team=Elm',
  '/desk?team=Oak',
  '/decisions?team=Elm',
  '/early-help?show=all',
]

const patterns = pages.map(p => ({
  path: p.path,
  is: new RegExp(`^${p.path.replace(/\./g, '\\.').replace(/:\w+/g, '([^/]+)')}$`),
}))
const patternOf = (url: string) => patterns.find(p => p.is.test(url.split('?')[0] ?? ''))?.path
/** So many addresses of one page are followed from what others show. */
const MOST = 2

const STATUTORY = /^\/(returns|inspection\/lists)\/file(\?|$)/

interface Seen {
  readonly url: string
  readonly status: number
  readonly said: string
}

/** Everything one viewer is given: what is asked for at once, and what its links lead to, by the page. */
async function walk(v: Viewer): Promise<readonly Seen[]> {
  const read = await readerOf(v)
  const seen: Seen[] = []
  const done = new Set<string>()
  const times = new Map<string, number>()
  let next = [...open, ...asked, ...heldChildren.flatMap(addressesOf)]
  while (next.length > 0) {
    const found: string[] = []
    for (const url of next) {
      if (done.has(url)) continue
      done.add(url)
      const { status, said, links } = await read(url)
      seen.push({ url, status, said })
      found.push(...links)
    }
    next = [...new Set(found)].filter(url => {
      const path = url.startsWith('/') && !done.has(url) ? patternOf(url) : undefined
      if (!path || path.includes('/record/')) return false
      const n = times.get(path) ?? 0
      times.set(path, n + 1)
      return n < MOST
    })
  }
  return seen
}

/** What stands in the questions above. */
const typed: ReadonlySet<string> = new Set(
  heldChildren.flatMap(h => [...h.name, h.file.code, h.told]).filter(w => asked.some(url => url.includes(w))),
)

/** Whatever of a child somebody was given and may not have. */
function leaks(v: Viewer, seen: readonly Seen[]): readonly string[] {
  const found: string[] = []
  for (const h of heldChildren) {
    const secrets: (readonly [what: string, word: string])[] = []
    if (!may(v, 'list', h)) secrets.push(['name', h.name[0]], ['name', h.name[1]], ['ID', h.file.code])
    if (!may(v, 'open', h)) secrets.push(['entry', h.told])
    if (!may(v, 'open', h, 'confidential')) secrets.push(['confidential entry', h.whispered])
    // A contact is for those of the front door, but not where it is about a child who is closed to them.
    if (!(may(v, 'front-door', { ...h, named: null }) && may(v, 'list', h)) && !may(v, 'open', h))
      secrets.push(['contact', h.rang])
    const takes = v.role === 'performance-analyst' || v.role === 'director'
    for (const s of seen)
      for (const [what, word] of secrets) {
        // What was asked for is said again: that is no telling.
        if (s.url.includes(word)) continue
        // What people typed stands in the log, for those who read it: it tells what was asked, and nothing of the child.
        if (s.url.startsWith('/log') && typed.has(word)) continue
        // The law has every child in a return, by ID alone: those who send it take it, and it is logged.
        if (takes && what === 'ID' && STATUTORY.test(s.url)) continue
        if (s.said.includes(word)) found.push(`${what} of “${h.key}” at ${s.url}`)
      }
  }
  return [...new Set(found)]
}

test('every role walks', () => expect(new Set(viewers.map(v => v.role))).toEqual(new Set(Object.keys(roles))))

describe.each(viewers.map(v => [v.role, v] as const))('%s', (_, v) => {
  test('is given nothing of a child but what the table of grants says', async () => {
    const seen = await walk(v)
    expect(seen.filter(s => s.status >= 500).map(s => s.url)).toEqual([])
    expect(leaks(v, seen)).toEqual([])
    if (grants.some(g => g.role === v.role && g.action === 'find'))
      for (const h of heldChildren) expect([h.key, finds(h, seen)]).toEqual([h.key, may(v, 'list', h)])
    // It was looked for where it may be seen, or the lines above would prove little.
    for (const h of heldChildren.filter(c => may(v, 'open', c)))
      expect(
        seen.some(s => s.said.includes(h.told)),
        h.key,
      ).toBe(true)
  }, 240_000)
})
