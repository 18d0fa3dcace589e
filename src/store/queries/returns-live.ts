import type { Day } from '../../domain/kernel/day.ts'
import type { CollectionCode } from '../../domain/returns/fields.ts'
import type { Checked, LiveIssue, Setting } from '../../domain/returns/live/checked.ts'
import { liveIssues } from '../../domain/returns/live/checked.ts'
import type { Db } from '../connection.ts'
import { eachCaseFile, type Listed, type ReturnFile } from './return-files.ts'
import { type Surroundings, surroundings } from './returns-beside.ts'
import { type Kind, kind903, kindCin } from './returns-kinds.ts'
import { tailsOf } from './returns-tails.ts'

/** A return as it would be sent from the record now, with what its rules say of it. */
export interface LiveReturn {
  readonly setting: Setting
  readonly checked: Checked
  readonly issues: readonly LiveIssue[]
  /** The files of the children in it, by the ID that stands in the return. */
  readonly children: ReadonlyMap<string, string>
  readonly files: readonly LiveFile[]
}

/** A file of a return, as it is sent. */
export interface LiveFile {
  readonly name: string
  readonly type: string
  /** @param now the moment at which it is written, for what says so */
  readonly text: (now: string) => Iterable<string>
}

/** What became of asking: the return, or how far the record has been read for it. Ask again, and it goes on from there. */
export type Progress = { readonly ready: LiveReturn } | { readonly read: number; readonly of: number }

interface Held<Part> {
  /** By file: the part that the child has in the return, as it was when the file ended so. */
  readonly parts: Map<string, { readonly tail: string; readonly part: Part | undefined }>
  last: { readonly key: string; readonly ready: LiveReturn } | undefined
}

/** How many years of a return are held at once: this, last, and one more. */
const HELD = 3
/** Files read before others are let in between. */
const STEP = 50

type Ask = (db: Db, setting: Setting, until: () => boolean) => Promise<Progress>

function put<Part>(held: Map<string, Held<Part>>, key: string): Held<Part> {
  const found = held.get(key) ?? { parts: new Map(), last: undefined }
  held.delete(key)
  held.set(key, found)
  for (const old of held.keys()) if (held.size > HELD) held.delete(old)
  return found
}

/** What stood in the return of a file that is in it no more is let go. */
function forget<Part>(held: Held<Part>, listed: readonly Listed[]): void {
  const ids = new Set(listed.map(l => l.id))
  for (const id of held.parts.keys()) if (!ids.has(id)) held.parts.delete(id)
}

/**
 * Writes a return and asks its rules. What a child has in it is kept until something is added to the child's file, so
 * only files that have changed are read again; the rest is a second's work for 20,000 children.
 */
function asking<Part>(kind: Kind<Part>): Ask {
  const all = new Map<string, Held<Part>>()
  return async (db, setting, enough) => {
    const around = await surroundings(db)
    const held = put(all, `${setting.year} ${kind.until(setting)} ${around.print}`)
    const listed = await kind.listed(db, setting)
    const tails = await tailsOf(
      db,
      listed.map(l => l.id),
    )
    const stale = listed.filter(l => held.parts.get(l.id)?.tail !== tails.get(l.id))
    forget(held, listed)
    let read = listed.length - stale.length
    for (let at = 0; at < stale.length; at += STEP) {
      // Something is read each time, or asking again would never come to an end.
      if (at > 0 && enough()) return { read, of: listed.length }
      const some = stale.slice(at, at + STEP)
      const keep = (f: ReturnFile) => {
        const part = kind.part(f, setting, around)
        held.parts.set(f.id, { tail: tails.get(f.id) ?? '', part })
      }
      await eachCaseFile(db, some, keep)
      read += some.length
    }
    return { ready: finish(kind, held, listed, setting, around, [...tails.values()].join(' ')) }
  }
}

function finish<Part>(
  kind: Kind<Part>,
  held: Held<Part>,
  listed: readonly Listed[],
  setting: Setting,
  around: Surroundings,
  key: string,
): LiveReturn {
  if (held.last?.key === key) return held.last.ready
  const children = new Map<string, string>()
  const parts: Part[] = []
  for (const { id, code } of listed) {
    const part = held.parts.get(id)?.part
    if (part === undefined) continue
    children.set(code, id)
    parts.push(part)
  }
  const { checked, files } = kind.check(parts, setting, around)
  const ready = { setting, checked, issues: liveIssues(checked), children, files }
  held.last = { key, ready }
  return ready
}

const asks: Readonly<Record<CollectionCode, Ask>> = { ssda903: asking(kind903), cin: asking(kindCin) }

/**
 * A return of a year as it would be written from the record on a day. Every child is in it, whoever asks.
 * @param enough true when no more of the record is to be read in this request; then how far it went is answered
 */
export const liveReturn = async (
  db: Db,
  collection: CollectionCode,
  setting: { readonly year: number; readonly today: Day },
  enough: () => boolean,
): Promise<Progress> => await asks[collection](db, setting, enough)
