import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../src/domain/access/roles.ts'
import type { Instant } from '../../src/domain/kernel/day.ts'
import type { NewEntry, NewSubject } from '../../src/domain/records/entry.ts'
import { pages, publicPages } from '../../src/features/pages.ts'
import { setAddress } from '../../src/store/accounts/settings.ts'
import type { Store } from '../../src/store/connection.ts'
import { appendAll } from '../../src/store/ledger.ts'
import { AUTHORITY } from '../../src/store/queries/authority.ts'
import { startSession } from '../../src/store/sessions.ts'
import { buildServer } from '../../src/web/http/server.ts'
import { houseOf, type World } from '../../src/world.ts'
import { given, givenSubject, HERE } from './given.ts'
import { type Fields, type FormRead, formsOf, headingsOf, problemsOf, textOf, titleOf } from './html.ts'
import { memoryStore } from './memory.ts'
import { cast, visitEntries, workerEntry, workerSubject } from './people.ts'

/** A reply, read as a person would. */
export interface Seen {
  readonly status: number
  readonly html: string
  readonly text: string
  readonly title: string
  readonly headings: readonly string[]
  readonly forms: readonly FormRead[]
  readonly problems: ReturnType<typeof problemsOf>
  /** Where it sends the browser on to. */
  readonly to: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
}

interface Sending {
  /** The button that is pressed, by its name and value. */
  readonly button?: readonly [name: string, value: string]
  /** Which form, where a page has several: the first that has all the fields is taken. */
  readonly headers?: Readonly<Record<string, string>>
  /** Files chosen, by the field that takes them. The form then goes as a form with files does. */
  readonly files?: readonly SentFile[]
}

interface SentFile {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array | string
}

/** Somebody at a browser without scripts: cookies go along, and forms are filled in from the page they stand on. */
export interface Client {
  readonly token: string
  get(path: string): Promise<Seen>
  /** Opens a page, fills in its form and sends it: the token and the hidden fields are those of the page. */
  post(path: string, fields: Fields, sending?: Sending): Promise<Seen>
  /** Sends the form of a page that is open already, perhaps for some time. */
  send(page: Seen, path: string, fields: Fields, sending?: Sending): Promise<Seen>
  /** Sends just these fields, as no form of ours would. */
  raw(
    path: string,
    fields: Fields,
    headers?: Readonly<Record<string, string>>,
    files?: readonly SentFile[],
  ): Promise<Seen>
  /** Follows where a reply sends the browser. */
  follow(seen: Seen): Promise<Seen>
}

export interface App {
  readonly server: FastifyInstance
  readonly store: Store
  readonly world: World
  now(): Instant
  /** Moves the clock of the product. */
  at(moment: string): void
  write(subjects: readonly NewSubject[], entries: readonly NewEntry[]): Promise<void>
  signInAs(worker: Pick<Viewer, 'id'>): Promise<Client>
  /** A browser with whatever cookie: none where not said. */
  browser(token?: string): Client
  close(): Promise<void>
}

const encode = (fields: Fields): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const v of typeof value === 'string' ? [value] : value) body.append(name, v)
  return body.toString()
}

const BOUNDARY = 'gt-7f3a9c'

/** A form with files, as a browser sends it. */
function multipart(fields: Fields, files: readonly SentFile[]): Buffer {
  const part = (head: string, body: Uint8Array | string) =>
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(typeof body === 'string' ? Buffer.from(body) : body),
      Buffer.from('\r\n'),
    ])
  const texts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map(v => part(`name="${name}"`, String(v))),
  )
  const sent = files.map(f => part(`name="${f.field}"; filename="${f.name}"`, f.bytes))
  return Buffer.concat([...texts, ...sent, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

function pick(page: Seen, fields: Fields, button: Sending['button']): FormRead {
  const wanted = [...Object.keys(fields), ...(button ? [button[0]] : [])]
  const form = page.forms.find(
    f =>
      wanted.every(n => f.names.has(n)) &&
      (!button || f.buttons.some(b => b.name === button[0] && b.value === button[1])),
  )
  if (form) return form
  const offered = page.forms.map(f => [...f.names].join(', ')).join(' | ')
  throw new Error(
    `No form of “${page.title}” (${page.status}) has ${wanted.join(', ')}. Forms: ${offered || 'none'}`,
  )
}

function clientOf(server: FastifyInstance, token: string): Client {
  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    fields: Fields,
    headers: Readonly<Record<string, string>> = {},
    files?: readonly SentFile[],
  ) => {
    const kind = files ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/x-www-form-urlencoded'
    const posted = method === 'POST' ? { 'content-type': kind, ...headers } : { ...headers }
    const reply = await server.inject({
      method,
      url,
      headers: { ...(token ? { cookie: `gt=${token}` } : {}), ...posted },
      ...(method === 'POST' ? { payload: files ? multipart(fields, files) : encode(fields) } : {}),
    })
    const html = reply.body
    const to = reply.headers.location
    return {
      status: reply.statusCode,
      html,
      text: textOf(html),
      title: titleOf(html),
      headings: headingsOf(html),
      forms: formsOf(html),
      problems: problemsOf(html),
      to: typeof to === 'string' ? to : undefined,
      headers: reply.headers,
    }
  }
  const get = (path: string) => ask('GET', path, {})
  const send = async (page: Seen, path: string, fields: Fields, sending: Sending = {}) => {
    const form = pick(page, fields, sending.button)
    const pressed = sending.button ? { [sending.button[0]]: sending.button[1] } : {}
    return await ask(
      'POST',
      form.is.action ?? path,
      { ...form.fields, ...fields, ...pressed },
      sending.headers,
      sending.files,
    )
  }
  return {
    token,
    get,
    send,
    post: async (path, fields, sending) => await send(await get(path), path, fields, sending),
    raw: (path, fields, headers, files) => ask('POST', path, fields, headers, files),
    follow: async seen => {
      if (seen.to === undefined) throw new Error(`It goes nowhere: ${seen.status} ${seen.title}`)
      return await get(seen.to)
    },
  }
}

/** The product in this process, on an empty database (in memory where not said), with a cast of staff. Sessions and CSRF are real. */
export async function appWith(
  subjects: readonly NewSubject[] = [],
  entries: readonly NewEntry[] = [],
  open: () => Promise<Store> = memoryStore,
  more: Pick<World, 'scanner' | 'signIn'> = {},
): Promise<App> {
  const store = await open()
  let moment = HERE
  const world: World = { store, settings: {}, ...more, now: () => moment }
  const write = async (s: readonly NewSubject[], e: readonly NewEntry[]) =>
    await store.db.transaction().execute(tx => appendAll(tx, s, e))
  const council = givenSubject('authority', AUTHORITY)
  const visit = givenSubject('visit', 'V1')
  await write(
    [council, visit, ...Object.values(cast).map(workerSubject)],
    [
      given(council.id, 'authority-details', { name: 'Thimble Council' }),
      ...Object.values(cast).map(workerEntry),
      ...visitEntries(visit.id),
    ],
  )
  await write(subjects, entries)
  await setAddress(store.db, more.signIn?.address ?? null)
  const house = await houseOf(world, false)
  const server = await buildServer(house, pages, publicPages, {
    secureCookies: false,
    loopbackOnly: false,
    behindProxy: false,
  })
  return {
    server,
    store,
    world,
    now: () => moment,
    at: text => {
      moment = text as Instant
    },
    write,
    signInAs: async worker => clientOf(server, await startSession(store.db, worker.id, moment)),
    browser: (token = '') => clientOf(server, token),
    close: async () => {
      await server.close()
      await store.close()
    },
  }
}
