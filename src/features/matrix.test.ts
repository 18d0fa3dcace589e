import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith } from '../../test/support/app.ts'
import { entriesOf, subjectsOf } from '../../test/support/children.ts'
import { allegation, aroundThem, type Held, heldChildren, walkers } from '../../test/support/matrix-world.ts'
import { may, opens } from '../../test/support/oracle.ts'
import { grants } from '../domain/access/grants.ts'
import { roles, type Viewer } from '../domain/access/roles.ts'
import { pages } from './pages.ts'
import { addressesOf, asked, childAt, childPages, closedTo, open, pageAt } from './test-matrix-addresses.ts'
import { OWN_WORDS, readerOf, type Seen } from './test-matrix-reader.ts'

// One of each role asks for every page, of children who are held in every way, and follows what it is shown. Each page
// opens to whom the table of grants opens it and to nobody else, the log has each of these readings, and no reply has a
// word of a child who is closed to its reader. `access.test.ts` has what takes several steps.

let app: App
beforeAll(async () => {
  const files = heldChildren.map(h => h.file)
  app = await appWith(subjectsOf(files), entriesOf(files))
  const around = aroundThem()
  await app.write(around.subjects, around.entries)
})
afterAll(async () => await app?.close())

/** So many addresses of one page are followed from what others show. */
const MOST = 2

const STATUTORY = /^\/(returns|inspection\/lists)\/file(\?|$)/

/** Everything one viewer is given: what is asked for at once, and what its links lead to, by the page. */
async function walk(v: Viewer): Promise<readonly Seen[]> {
  const { get, send } = await readerOf(app, v)
  const seen: Seen[] = []
  const done = new Set<string>()
  const times = new Map<string, number>()
  let next = [...open, ...asked, ...childPages.flatMap((p, turn) => addressesOf(p, turn, v))]
  while (next.length > 0) {
    const found: string[] = []
    for (const url of next) {
      if (done.has(url)) continue
      done.add(url)
      const { links, ...one } = await get(url)
      seen.push(one)
      found.push(...links)
    }
    next = [...new Set(found)].filter(url => {
      const path = url.startsWith('/') && !done.has(url) ? pageAt(url)?.path : undefined
      if (!path || path.includes('/record/')) return false
      const n = times.get(path) ?? 0
      times.set(path, n + 1)
      return n < MOST
    })
  }
  for (const url of closedTo(v)) {
    const { links: _, ...one } = await send(url)
    seen.push(one)
  }
  return seen
}

/** What stands in the questions above. */
const typed: ReadonlySet<string> = new Set(
  heldChildren.flatMap(h => [...h.name, h.file.code, h.told]).filter(w => asked.some(url => url.includes(w))),
)

/** Whose words somebody reads who reads a part: a carer those of health too, a young person those of their plans. */
const theirs = (v: Viewer): readonly string[] => {
  if (v.role === 'foster-carer') return [v.role, 'looked-after-nurse']
  return v.role === 'young-person' ? [v.role, 'personal-adviser', 'virtual-head'] : [v.role]
}
const readsPart = (v: Viewer, h: Held): boolean => may(v, 'open-part', h) || may(v, 'own-read', h)

/** Whatever of a child somebody was given and may not have. */
function leaks(v: Viewer, seen: readonly Seen[]): readonly string[] {
  const found: string[] = []
  if (!may(v, 'allegations', null))
    for (const s of seen)
      if (Object.values(allegation).some(word => s.said.includes(word)))
        found.push(`the allegation at ${s.url}`)
  for (const h of heldChildren) {
    const secrets: (readonly [what: string, word: string])[] = []
    if (!may(v, 'list', h)) secrets.push(['name', h.name[0]], ['name', h.name[1]], ['ID', h.file.code])
    if (!may(v, 'open', h)) secrets.push(['entry', h.told])
    if (!may(v, 'open', h, 'confidential')) secrets.push(['confidential entry', h.whispered])
    for (const [role, word] of Object.entries(h.parts))
      if (!may(v, 'open', h) && !(theirs(v).includes(role) && readsPart(v, h))) secrets.push(['part', word])
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

/** A child is found by a search where their name may stand in a list, and not counted where it may not. */
const finds = (h: Held, seen: readonly Seen[]): boolean =>
  seen.some(s => s.url === `/find?q=${h.name[0]}` && s.said.includes(h.file.code))

/** A reply with words of a child, of whoever. */
const speaksOf = (s: Seen): boolean =>
  heldChildren.some(h => [h.told, h.whispered].some(word => !s.url.includes(word) && s.said.includes(word)))

/** Pages that opened to whom they may not, or did not to whom they may; replies of neither kind; refusals that tell. */
const wrong = (v: Viewer, seen: readonly Seen[]): readonly string[] =>
  seen.flatMap(s => {
    const page = pageAt(s.url)
    if (!page) return [`${s.url}: there is no such page`]
    const is = s.status === 403 ? 'refused' : [200, 303, 404].includes(s.status) ? 'open' : String(s.status)
    const ought = opens(page, v, page.about === 'child' ? childAt(s.url) : null) ? 'open' : 'refused'
    return [
      ...(is === ought ? [] : [`${s.sent ? 'sent to ' : ''}${s.url}: ${is}, and ought to be ${ought}`]),
      ...(is === 'refused' && speaksOf(s) ? [`${s.url}: refused, and tells of the child`] : []),
      ...(s.sent && !s.said.includes(OWN_WORDS) ? [`${s.url}: the words that were sent are lost`] : []),
    ]
  })

/** By what the log calls a page, whether it is about no child. */
const abouts = new Map(pages.map(p => [p.audit, p.about === 'nobody']))

/** Readings, and attempts, of which the log does not tell in their order: who, what, of which child, allowed or not. */
async function unlogged(v: Viewer, seen: readonly Seen[]): Promise<readonly string[]> {
  const lines = await app.store.db
    .selectFrom('access_log')
    .selectAll()
    .where('viewer', '=', v.id)
    .orderBy('id')
    .execute()
  // Some pages also say what they found, and whom they told of: in lines of another name, or of a child beside.
  const ahead = lines.filter(l => abouts.get(l.page.replace('send: ', '')) === (l.subject === null)).values()
  const missed = seen.flatMap(s => {
    const page = pageAt(s.url)
    const allowed = s.status !== 403
    let line = ahead.next().value
    // A page that lets in and refuses what was asked there has a line of either.
    if (!allowed && line?.allowed) line = ahead.next().value
    const is = [line?.page, line?.subject, line?.allowed]
    const subject = page?.about === 'child' ? childAt(s.url)?.file.subject.id : null
    const ought = [`${s.sent ? 'send: ' : ''}${page?.audit}`, subject, allowed]
    return ought.every((said, i) => said === is[i]) ? [] : [`${s.url}: ${ought}, and the log has ${is}`]
  })
  return [...missed, ...[...ahead].map(line => `nothing was asked, and the log has ${line.page}`)]
}

test('every role walks', () => expect(Object.keys(walkers).toSorted()).toEqual(Object.keys(roles).toSorted()))

describe.each(Object.entries(walkers))('%s', (_, v) => {
  test('is given nothing of a child but what the table of grants says, and each page that it says', async () => {
    const seen = await walk(v)
    expect(wrong(v, seen)).toEqual([])
    expect(leaks(v, seen)).toEqual([])
    expect(await unlogged(v, seen)).toEqual([])
    if (grants.some(g => g.role === v.role && g.action === 'find'))
      for (const h of heldChildren) expect([h.key, finds(h, seen)]).toEqual([h.key, may(v, 'list', h)])
    // It was looked for where it may be seen, or the lines above would prove little.
    if (may(v, 'allegations', null)) expect(seen.some(s => s.said.includes(allegation.adult))).toBe(true)
    for (const h of heldChildren.filter(c => may(v, 'open', c)))
      expect(
        seen.some(s => s.said.includes(h.told)),
        h.key,
      ).toBe(true)
    for (const h of heldChildren.filter(c => readsPart(v, c)))
      expect(
        seen.some(s => s.said.includes(h.parts[v.role] ?? 'no part')),
        h.key,
      ).toBe(true)
  }, 240_000)
})
