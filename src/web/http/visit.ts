import type { Typed } from '../../domain/records/parse.ts'
import type { FileReply, Upload } from '../page.ts'

/** What a browser asked. */
export interface Visit {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly typed: Typed
  readonly uploads: readonly Upload[]
  /** The address it came from. */
  readonly address: string
  readonly token: string | undefined
  /** What the browser says of where the request came from. */
  readonly site: string | string[] | undefined
  readonly secure: boolean
}

export interface Cookie {
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
}

export const HTML = 'text/html; charset=utf-8'
/** Sends the browser on to another page. */
export const go = (to: string): Reply => ({ status: 303, type: HTML, body: '', to })
/** A file to keep. */
export const fileReply = (f: FileReply): Reply => ({
  status: 200,
  type: f.type,
  body: Buffer.from(f.bytes),
  headers: { 'content-disposition': `attachment; filename="${f.name.replace(/[^\w.-]/g, '-')}"` },
})
