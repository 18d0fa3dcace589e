import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../test/support/app.ts'
import { entriesOf, subjectsOf } from '../../test/support/children.ts'
import { filled } from '../../test/support/filled.ts'
import { given, givenSubject } from '../../test/support/given.ts'
import { type Fields, type FormRead, linksOf } from '../../test/support/html.ts'
import { aroundThem, heldChildren, walkers } from '../../test/support/matrix-world.ts'
import { cast } from '../../test/support/people.ts'
import { grants } from '../domain/access/grants.ts'
import type { Role } from '../domain/access/roles.ts'
import { day, type Instant } from '../domain/kernel/day.ts'
import { pages } from './pages.ts'

// Forms as somebody sends them who has a script and a session: with fields that no page asks for, with the names of
// entries and files that are not theirs, and with ways back that lead to another site. Every page and form is come to by
// following links; each form is tampered with as the first who comes to it.

const theirs = heldChildren.find(h => h.key === 'restricted')?.file
if (!theirs) throw new Error('The matrix has no restricted child')
const foreign = theirs.entries[0]?.id ?? ''
/** Somebody who does nothing here: whatever is written in their name was written by another. */
const victim = cast.otherManager
const ELSEWHERE = '//elsewhere.example/x'

/** A contact on which nothing is decided yet. */
const waits = givenSubject('contact', 'CTWAITSA')

let app: App
let before: number
const faults = new Set<string>()
const tried = { forms: 0, entries: 0, files: 0 }

const parts = (path: string) => path.split(':').length
const patterns = pages
  .toSorted((a, b) => parts(a.path) - parts(b.path))
  .map(({ path }) => ({ path, is: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
const routeOf = (url: string) => patterns.find(p => p.is.test(url.split('?')[0] ?? ''))?.path

const inTheirs = async () =>
  (await app.store.db.selectFrom('entry').select('id').where('subject', '=', theirs.subject.id).execute())
    .length

/** What an answer must not be, whatever was sent. */
function sound(seen: Seen, what: string): void {
  if (seen.status >= 500) faults.add(`${seen.status}: ${what}`)
  if (seen.to !== undefined && !/^\/(?![/\\])/.test(seen.to)) faults.add(`leads to ${seen.to}: ${what}`)
  if (seen.html.includes(`href="${ELSEWHERE}`) || seen.html.includes(`action="${ELSEWHERE}`))
    faults.add(`has a link to elsewhere: ${what}`)
}

/** Fields of the store and of the program, which no form asks for. */
const MORE: Fields = {
  id: foreign,
  subject: theirs.subject.id,
  author: victim.id,
  viewer: victim.id,
  recorded: '2001-01-01T00:00:00.000Z',
  happened: '2001-01-01',
  seq: '1',
  source: 'planted',
  hash: 'planted',
  previous: 'planted',
  amends: foreign,
  sensitivity: 'restricted',
  needs_signature: 'no',
  signed_by: victim.id,
  signedBy: victim.id,
  withdrawn: 'yes',
  _author: victim.id,
  _recorded: '2001-01-01T00:00:00.000Z',
}

async function tamper(
  who: Client,
  path: string,
  form: FormRead,
  button: Fields,
): Promise<string | undefined> {
  const action = form.is.action ?? path
  const whole = { ...filled(form), ...button }
  const send = async (what: string, fields: Fields) => {
    const seen = await who.raw(action, { ...whole, ...fields })
    sound(seen, `${what} at ${action}`)
    if (seen.to?.includes(theirs?.code ?? '')) faults.add(`tells of a restricted child: ${what} at ${action}`)
    return seen.to
  }
  // Some forms write in several files, and have one of each with a name before it.
  const ids = [...form.names].filter(name => name.endsWith('_entry'))
  if (ids.length > 0) {
    tried.entries += 1
    await send('the id of an entry of another', Object.fromEntries(ids.map(name => [name, foreign])))
  }
  if (form.names.has('_subject'))
    for (const of of [theirs?.subject.id ?? '', victim.id]) {
      tried.files += 1
      await send('the id of a file of another', { _subject: of })
    }
  tried.forms += 1
  const back = Object.entries(form.fields).filter(([, v]) => typeof v === 'string' && /^\/./.test(v))
  const more = Object.entries(MORE).filter(([name]) => !form.names.has(name))
  return await send(
    'more than was asked',
    Object.fromEntries([...more, ...back.map(([name]) => [name, ELSEWHERE])]),
  )
}

const ASIDE = new URLSearchParams(
  ['then', 'back', 'returned', 'to', 'from', 'next', 'url', 'after', 'redirect'].map(n => [n, ELSEWHERE]),
).toString()

const seenForms = new Set<string>()
const seenRoutes = new Map<string, number>()
/** So many addresses of a route are opened, over all people: the second with ways back that lead elsewhere. */
const MOST = 2
/** They find forms on pages on which others have only words. */
const SENDS_MORE: readonly Role[] = ['team-manager', 'performance-analyst', 'director']

/** Comes to what one role comes to, and tampers with what is new of it. */
async function walk(role: Role): Promise<void> {
  const who = await app.signInAs(walkers[role])
  const own = heldChildren.flatMap(h =>
    ['', '/part', '/mine', '/record'].map(more => `/child/${h.file.code}${more}`),
  )
  const starts = pages.filter(p => !p.path.includes(':')).map(p => p.path)
  const children = pages
    .filter(p => p.about === 'child' && p.path.split(':').length === 2)
    // What somebody writes of one child may close that file to those who come after.
    .flatMap(p => heldChildren.slice(0, 4).map(h => p.path.replace(':child', h.file.code)))
  const waiting = [...starts, ...children, ...own, '/allegations/file/A-1', '/front-door/CTWAITSA']
  const asked = new Set<string>()
  const walked = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path)
    // Who is named on the restricted file works in it as in any other.
    if (route === undefined || asked.has(path) || path.includes(theirs?.code ?? '')) continue
    const times = seenRoutes.get(route) ?? 0
    if (times >= MOST && (walked.has(route) || !SENDS_MORE.includes(role))) continue
    asked.add(path)
    const url = times !== 1 ? path : `${path}${path.includes('?') ? '&' : '?'}${ASIDE}`
    const seen = await who.get(url)
    sound(seen, url)
    if (seen.status !== 200) continue
    seenRoutes.set(route, times + 1)
    walked.add(route)
    waiting.push(
      ...linksOf(seen.html).flatMap(l => (l.href.startsWith('/') ? [l.href.split('#')[0] ?? ''] : [])),
    )
    for (const form of seen.forms)
      for (const { name, value } of form.buttons) {
        if (name === '_keep') continue
        const action = form.is.action ?? path
        const key = `${routeOf(action)} ${[...form.names].toSorted().join(' ')} ${name}`
        if (seenForms.has(key)) continue
        seenForms.add(key)
        const to = await tamper(who, path, form, name === '' ? {} : { [name]: value })
        if (to !== undefined) waiting.push(to)
      }
  }
}

beforeAll(async () => {
  const files = heldChildren.map(h => h.file)
  app = await appWith(subjectsOf(files), entriesOf(files))
  const around = aroundThem()
  await app.write(
    [...around.subjects, waits],
    [
      ...around.entries,
      given(waits.id, 'contact-received', {
        receivedOn: day('2026-03-09'),
        sort: 'worry',
        danger: false,
        concern: 'Alone at night',
        source: '2A',
        referrer: 'Jo Teacher',
        told: 'yes',
      }),
      given(waits.id, 'contact-child', { givenName: 'Una', familyName: 'Waits' }),
    ],
  )
  before = await inTheirs()
})
afterAll(async () => await app?.close())

describe('what somebody may not send', () => {
  const others = pages.filter(p => p.about === 'nobody' && p.submit)
  test.each(Object.keys(walkers) as Role[])('%s: is refused, and nothing is written', async role => {
    const who = await app.signInAs(walkers[role])
    const token = /name="_csrf" value="([^"]+)"/.exec((await who.get('/help')).html)?.[1] ?? ''
    expect(token).not.toBe('')
    const count = async () => (await app.store.db.selectFrom('entry').select('id').execute()).length
    const had = await count()
    const closed = others.filter(p => !grants.some(g => g.role === role && g.action === p.permission))
    const told: string[] = []
    for (const p of closed) {
      const path = p.path.replace(':file', 'A-1').replace(':code', 'W1').replace(/:\w+/g, 'A1')
      const seen = await who.raw(path, { _csrf: token, why: 'Because', _do: 'agree' })
      if (seen.status !== 403) told.push(`${seen.status} at ${path}`)
      if (/Thistlewick|Grimbledown/.test(seen.html)) told.push(`words of an allegation at ${path}`)
    }
    expect(told).toEqual([])
    expect(await count()).toBe(had)
  })
})

describe('what a page did not ask for', () => {
  // Those who can end the work of others come last; who is let in for a visit, first.
  const last: readonly Role[] = ['administrator', 'team-manager', 'service-manager', 'director']
  const rest = (Object.keys(walkers) as Role[]).filter(role => role !== 'inspector' && !last.includes(role))

  test.each(['inspector' as const, ...rest, ...last])(
    '%s: is not written, leads nowhere else, is no fault of ours',
    async role => {
      await walk(role)
      expect([...faults]).toEqual([])
    },
  )

  test('was tried at every kind of form', () => {
    expect(seenRoutes.size).toBeGreaterThan(200)
    expect(tried.forms).toBeGreaterThan(120)
    expect(tried.entries).toBeGreaterThan(90)
    expect(tried.files).toBeGreaterThan(30)
  })

  test('nothing stands in another’s name, at another time, or in another’s file', async () => {
    const planted = await app.store.db
      .selectFrom('entry')
      .select(['type', 'author', 'recorded', 'source'])
      .where(eb =>
        eb.or([
          eb('author', '=', victim.id),
          eb('recorded', '<', '2002-01-01T00:00:00.000Z' as Instant),
          eb('source', '=', 'planted'),
        ]),
      )
      .execute()
    expect(planted).toEqual([])
    expect(await inTheirs()).toBe(before)
  })
})
