import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { BadCopy } from '../copy/format.ts'

/** One file that was disposed of: how many entries it had, and the hash of its first, which is there in every older copy. */
export interface ListedFile {
  readonly id: string
  readonly entries: number
  readonly first: string
}

/**
 * A disposal that was carried out, as it is kept apart from the database: ids, hashes, days and the code of a rule, and
 * no name, so that the list may be kept when the files are gone.
 */
export interface Listed {
  readonly certificate: string
  readonly at: Instant
  readonly disposal: string
  readonly code: string
  /** The file that it is about: a child’s, or an allegation. */
  readonly child: string
  readonly rule: string
  readonly due: Day
  readonly proposed: string
  readonly agreed: string
  readonly files: readonly ListedFile[]
}

/** The list stands beside the copies, by this name. */
export const listBeside = (copy: string): string => join(dirname(copy), 'disposals.jsonl')

/** Every disposal that the ledger holds a certificate of, in the order in which they were carried out. */
export async function disposalsIn(db: Db): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select c.id as certificate, to_char(c.recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      c.subject as disposal, s.code, a.answers ->> 'child' as child, c.answers ->> 'rule' as rule,
      c.answers ->> 'due' as due, a.author as proposed, d.author as agreed,
      (select coalesce(json_agg(json_build_object('id', f.subject, 'entries', f.n, 'first', f.first) order by f.subject), '[]')
        from (select subject, count(*) as n, min(hash) filter (where seq = 1) as first from entry
          where subject = any (string_to_array(c.answers ->> 'files', ' ')::uuid[]) group by subject) f) as files
    from entry c join subject s on s.id = c.subject
      cross join lateral (select author, answers from entry where subject = c.subject and type = 'disposal-proposed'
        and seq < c.seq order by seq desc limit 1) a
      cross join lateral (select author from entry where subject = c.subject and type = 'disposal-decided'
        and seq < c.seq order by seq desc limit 1) d
    where c.type = 'disposal-certificate' order by c.recorded, length(s.code), s.code`.execute(db)
  return rows
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a line that was read is one of such a list. */
function isListed(value: unknown): value is Listed {
  if (typeof value !== 'object' || value === null) return false
  const { files, ...rest } = Object(value)
  const ids = [rest.certificate, rest.disposal, rest.child, rest.proposed, rest.agreed]
  return (
    ids.every(id => isText(id) && UUID.test(id)) &&
    [rest.at, rest.code, rest.rule, rest.due].every(isText) &&
    Array.isArray(files) &&
    files.every(f => UUID.test(String(f?.id)) && Number.isInteger(f.entries) && isText(f.first))
  )
}

/**
 * What a list says; nothing where there is none.
 * @throws BadCopy where a line of it is none
 */
export function readList(path: string): readonly Listed[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      value = undefined
    }
    if (isListed(value)) return [value]
    throw new BadCopy(
      `Line ${i + 1} of ${path} is no line of a list of disposals: it was changed or cut off. Put back an older one from where backups are kept, and try again.`,
    )
  })
}

/**
 * Brings the list up to what the ledger says. What it holds already stays, whatever the ledger says: the database may be
 * one that an older copy was brought into.
 * @returns all that stands in it now
 */
export async function keepList(db: Db, path: string): Promise<readonly Listed[]> {
  const before = readList(path)
  const known = new Set(before.map(d => d.certificate))
  const all = [...before, ...(await disposalsIn(db)).filter(d => !known.has(d.certificate))]
  const part = `${path}.part`
  writeFileSync(part, all.map(d => `${JSON.stringify(d)}\n`).join(''), { mode: 0o600 })
  const handle = openSync(part, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(part, path)
  return all
}
