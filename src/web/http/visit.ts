import type { Typed } from '../../domain/records/parse.ts'
import type { Upload as Checked, FileReply } from '../page.ts'

/** A file as it came, before anything is known of it. */
export type Upload = Omit<Checked, 'scan'>

/** What a browser asked. */
export interface Visit {
  /** By what it is found again in what the product says of itself. */
  readonly reference: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly typed: Typed
  readonly uploads: readonly Upload[]
  /** The address it came from. */
  readonly address: string
  readonly token: string | undefined
  /** The cookie of a device that was here before. */
  readonly device: string | undefined
  /** The cookie of a step of signing in that is half done. */
  readonly step: string | undefined
  /** The cookie of a passkey that was asked for. */
  readonly ask: string | undefined
  /** What the browser says it is. */
  readonly agent: string
  /** What the browser says of where the request came from. */
  readonly site: string | string[] | undefined
  readonly secure: boolean
}

export interface Cookie {
  /** Of the session, where not said. */
  readonly name?: 'gt' | 'gt_device' | 'gt_step' | 'gt_ask'
  readonly value: string
  readonly options: {
    readonly path: string
    readonly httpOnly: true
    readonly sameSite: 'lax'
    readonly secure: boolean
    readonly maxAge: number
  }
}

/** What it is answered. */
export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly to?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly Cookie[]
  /** The name of a file that is taken away by it: the log says so. */
  readonly took?: string
}

export const HTML = 'text/html; charset=utf-8'
/** Sends the browser on to another page: whatever stands in the address, none of it ends the header or can't stand in one. */
export const go = (to: string): Reply => ({
  status: 303,
  type: HTML,
  body: '',
  to: to.toWellFormed().replace(/[^!-~]/gu, encodeURIComponent),
})
/** A name as a header can carry it (RFC 8187): the letters that encodeURIComponent leaves and the RFC does not. */
const quoted = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
/** A file to keep: never shown as a page of ours, whatever is in it. */
export const fileReply = (f: FileReply): Reply => ({
  status: 200,
  type: f.type,
  body: Buffer.from(f.bytes),
  took: f.name,
  headers: {
    'content-disposition': `attachment; filename="${f.name.replace(/[^\w.-]/g, '-')}"; filename*=UTF-8''${quoted(f.name)}`,
  },
})
