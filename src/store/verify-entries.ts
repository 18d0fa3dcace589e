import { sql } from 'kysely'
import type { Entry } from '../domain/records/entry.ts'
import { link } from './chain.ts'
import type { Db } from './connection.ts'
import { ENTRY_COLUMNS } from './entries.ts'
import { isEmptied } from './rights/verify-disposed.ts'
import type { Fault } from './verify.ts'

/** Entries read at once: few enough to be held, many enough that asking costs nothing. */
const AT_ONCE = 2000

/** A fault by the file’s id: what people call the file by is asked for only where there is one. */
interface Found {
  readonly file: string
  readonly seq: number
  readonly what: string
}

interface Held {
  readonly entry: Entry
  readonly words: string
  readonly previous: string | null
  readonly hash: string
  readonly disposed: string | null
  /** False where the moment is finer than any that is written here. */
  readonly whole: boolean
}

/** The entries after a place, file by file and in order. */
async function after(db: Db, subject: string, seq: number): Promise<readonly Held[]> {
  const rows = await db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .select(['words', 'previous', 'hash', 'disposed'])
    .select(sql<boolean>`recorded = date_trunc('milliseconds', recorded)`.as('whole'))
    .where(sql<boolean>`(subject, seq) > (${subject}::uuid, ${seq}::integer)`)
    .orderBy('subject')
    .orderBy('seq')
    .limit(AT_ONCE)
    .execute()
  return rows.map(({ words, previous, hash, disposed, whole, ...entry }) => ({
    entry,
    words,
    previous,
    hash,
    disposed,
    whole,
  }))
}

/** Where a file ends, as far as it was read. */
interface End {
  readonly file: string
  readonly seq: number
  readonly hash: string | null
}

const NOWHERE: End = { file: '', seq: 0, hash: null }

function wrong({ entry, words, previous, hash, disposed, whole }: Held, before: End): string | null {
  if (entry.seq !== before.seq + 1) return 'An entry before this one is gone.'
  if (previous !== before.hash) return 'It does not follow the entry before it.'
  if (disposed === null)
    return whole && link(entry, words, previous) === hash ? null : 'It is not as it was written.'
  return isEmptied(entry, words) ? null : 'It says it was disposed of, and is not empty.'
}

/** Holds ends of files against what is kept of where they end. */
async function atEnds(db: Db, ends: readonly End[]): Promise<readonly Found[]> {
  if (ends.length === 0) return []
  const kept = await db
    .selectFrom('chain_head')
    .selectAll()
    .where(
      'chain',
      'in',
      ends.map(e => `file ${e.file}`),
    )
    .execute()
  const heads = new Map(kept.map(h => [h.chain, h]))
  return ends.flatMap(({ file, seq, hash }) => {
    const head = heads.get(`file ${file}`)
    const n = Number(head?.n ?? 0)
    if (n === seq && head?.hash === hash) return []
    const what =
      n > seq
        ? `The end of the file is gone: ${n - seq} of its last entries.`
        : 'What is kept of where the file ends is not what it ends with.'
    return [{ file, seq: Math.max(n, seq), what }]
  })
}

/** Files of which it is kept where they end, and of which nothing is there. */
async function allGone(db: Db): Promise<readonly Found[]> {
  const { rows } = await sql<{ file: string; n: string }>`select substr(chain, 6) as file, n::text as n
    from chain_head h where chain like 'file %' and not exists
      (select from entry e where e.subject::text = substr(h.chain, 6)) order by 1`.execute(db)
  return rows.map(r => ({
    file: r.file,
    seq: Number(r.n),
    what: `The end of the file is gone: ${r.n} of its last entries.`,
  }))
}

async function keptEnds(db: Db): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from chain_head where chain like 'file %'`.execute(db)
  return rows[0]?.n ?? 0
}

async function named(db: Db, found: readonly Found[]): Promise<readonly Fault[]> {
  const ids = [...new Set(found.map(f => f.file))]
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; code: string }>`select id::text as id, code from subject
    where id::text in (${sql.join(ids)})`.execute(db)
  const codes = new Map(rows.map(r => [r.id, r.code]))
  return found.map(({ file, seq, what }) => ({ subject: codes.get(file) ?? file, seq, what }))
}

/**
 * Walks the chain of every file, some thousand entries at a time: the next are read while these are hashed.
 * @param onProgress told how many entries were walked
 */
export async function inFiles(
  db: Db,
  onProgress: (entries: number) => void,
): Promise<{ readonly entries: number; readonly faults: readonly Fault[] }> {
  const broken: Found[] = []
  const cut: Found[] = []
  let entries = 0
  let files = 0
  let end: End = NOWHERE
  let reading = after(db, '00000000-0000-0000-0000-000000000000', 0)
  for (;;) {
    const some = await reading
    const last = some.at(-1)
    if (last) {
      reading = after(db, last.entry.subject, last.entry.seq)
      // It is waited for above; where something else fails first, nobody waits for it.
      reading.catch(() => {})
    }
    const ends: End[] = []
    for (const held of some) {
      const { subject, seq } = held.entry
      if (end.file !== subject) {
        if (end !== NOWHERE) ends.push(end)
        end = { file: subject, seq: 0, hash: null }
      }
      const what = wrong(held, end)
      if (what) broken.push({ file: subject, seq, what })
      end = { file: subject, seq, hash: held.hash }
    }
    if (!last && end !== NOWHERE) ends.push(end)
    files += ends.length
    cut.push(...(await atEnds(db, ends)))
    entries += some.length
    onProgress(entries)
    if (!last) break
  }
  if ((await keptEnds(db)) !== files) cut.push(...(await allGone(db)))
  // Of a file with a broken link its end says nothing new.
  const told = new Set(broken.map(f => f.file))
  return { entries, faults: await named(db, [...broken, ...cut.filter(f => !told.has(f.file))]) }
}
