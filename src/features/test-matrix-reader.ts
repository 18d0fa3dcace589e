import JSZip from 'jszip'
import type { App } from '../../test/support/app.ts'
import { linksOf } from '../../test/support/html.ts'
import type { Viewer } from '../domain/access/roles.ts'

// What somebody reads who asks for one page after the other.

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

export interface Seen {
  readonly url: string
  readonly status: number
  readonly said: string
  readonly sent?: true
}
interface Read extends Seen {
  readonly links: readonly string[]
}

export const OWN_WORDS = 'My own words'

interface Reader {
  get(url: string): Promise<Read>
  /** Sends a form with the token of the pages read before, and words of its own. */
  send(url: string): Promise<Read>
}

/** Somebody signed in who opens pages and sends forms, whatever comes back. */
export async function readerOf(app: App, v: Viewer): Promise<Reader> {
  const { token } = await app.signInAs(v)
  const ask = async (url: string, fields?: Readonly<Record<string, string>>): Promise<Read> => {
    const reply = await app.server.inject({
      url,
      headers: {
        cookie: `gt=${token}`,
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { method: 'POST', payload: new URLSearchParams(fields).toString() } : {}),
    })
    const said = await saidBy(String(reply.headers['content-type'] ?? ''), reply.rawPayload)
    const on = reply.headers.location
    const links = said.startsWith('text/html') ? linksOf(said).map(l => l.href) : []
    return {
      url,
      status: reply.statusCode,
      said,
      links: typeof on === 'string' ? [...links, on] : links,
      ...(fields ? { sent: true } : {}),
    }
  }
  let csrf = ''
  return {
    get: async url => {
      const read = await ask(url)
      csrf = read.said.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? csrf
      return read
    },
    send: url => ask(url, { _csrf: csrf, why: OWN_WORDS }),
  }
}
