import { setTimeout as wait } from 'node:timers/promises'
import { type FormRead, formsOf } from '../../test/support/html.ts'

type Body = readonly (readonly [string, string])[]

/** A form that was sent, and not answered: it is sent again when the product is back. */
interface Sent {
  readonly path: string
  readonly body: Body
  readonly entry: string
  readonly about: string
}

/** What people were told had been recorded: the entry’s id, and the words they gave it. */
export type Acknowledged = Map<string, string>

/** Somebody at a browser. */
export interface Writer {
  readonly cookie: string
  /** The children in whose files they may write. */
  readonly children: readonly string[]
  waiting: Sent | null
}

const body = (form: FormRead, more: Readonly<Record<string, string>>): Body =>
  Object.entries({ ...form.fields, ...more }).flatMap(([name, v]) =>
    [v].flat().map(value => [name, String(value)] as const),
  )

export const ask = (address: string, path: string, cookie: string, sent?: Body) =>
  fetch(`${address}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
    headers: { cookie },
    ...(sent ? { method: 'POST', body: new URLSearchParams(sent.map(([k, v]) => [k, v])) } : {}),
  })

/** Who may be chosen on the demonstration’s sign-in page. */
export async function peopleAt(address: string): Promise<readonly string[]> {
  const forms = formsOf(await (await fetch(`${address}/sign-in`)).text())
  return [
    ...new Set(
      forms.flatMap(f => [
        ...(typeof f.fields.person === 'string' ? [f.fields.person] : []),
        ...f.buttons.filter(b => b.name === 'person').map(b => b.value),
      ]),
    ),
  ]
}

export async function signIn(address: string, person: string): Promise<string> {
  const reply = await ask(address, '/sign-in', '', [['person', person]])
  const cookie = reply.headers.getSetCookie().find(c => c.startsWith('gt='))
  if (reply.status !== 303 || !cookie) throw new Error(`Signing in was answered with ${reply.status}.`)
  return cookie.split(';')[0] ?? ''
}

const noteAt = (child: string) => `/child/${child}/record/case-note`

async function noteForm(address: string, cookie: string, child: string): Promise<FormRead | null> {
  const reply = await ask(address, noteAt(child), cookie)
  if (reply.status !== 200) return null
  return formsOf(await reply.text()).find(f => f.names.has('_entry') && f.names.has('note')) ?? null
}

/** Signs people in until there are so many who may write in some of these files. */
export async function makeWriters(
  address: string,
  children: readonly string[],
  wanted: number,
): Promise<readonly Writer[]> {
  const writers: Writer[] = []
  const people = await peopleAt(address)
  for (let i = 0; writers.length < wanted && i < people.length * wanted; i += 1) {
    const person = people[i % people.length] ?? ''
    const cookie = await signIn(address, person)
    const may: string[] = []
    for (const child of children) if (await noteForm(address, cookie, child)) may.push(child)
    if (may.length > 0) writers.push({ cookie, children: may, waiting: null })
  }
  return writers
}

const NOTE = { what: 'call', note: 'Spoke', on: 'today', significant: 'no' }

let asked = 0

async function fill(address: string, writer: Writer): Promise<Sent> {
  asked += 1
  const child = writer.children[asked % writer.children.length] ?? ''
  const form = await noteForm(address, writer.cookie, child)
  if (!form) throw new Error('No form was given.')
  const about = `Written ${asked}`
  return {
    path: noteAt(child),
    body: body(form, { ...NOTE, about }),
    entry: String(form.fields._entry),
    about,
  }
}

/** Writes until told to stop. What was not answered is kept, and goes first the next time. */
async function write(
  address: string,
  writer: Writer,
  told: Acknowledged,
  going: () => boolean,
): Promise<number> {
  let refused = 0
  while (going()) {
    try {
      writer.waiting ??= await fill(address, writer)
      const { path, body: sent, entry, about } = writer.waiting
      const reply = await ask(address, path, writer.cookie, sent)
      await reply.arrayBuffer()
      if (reply.status === 303) {
        // Only now does the person at the browser know.
        told.set(entry, about)
        writer.waiting = null
      } else if (reply.status < 500) {
        refused += 1
        writer.waiting = null
      } else await wait(50)
    } catch {
      await wait(50)
    }
  }
  return refused
}

/** Has everybody write at once. @returns stops them, and tells how many forms were answered otherwise than by a fault */
export function writing(
  address: string,
  writers: readonly Writer[],
  told: Acknowledged,
): () => Promise<number> {
  let on = true
  const all = writers.map(w => write(address, w, told, () => on))
  return async () => {
    on = false
    return (await Promise.all(all)).reduce((sum, n) => sum + n, 0)
  }
}
