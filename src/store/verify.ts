import { sql } from 'kysely'
import type { Entry } from '../domain/records/entry.ts'
import { canonical, digest, link } from './chain.ts'
import type { Db } from './connection.ts'
import { readLedger } from './entries.ts'
import type { Subject } from './project.ts'
import { groups } from './rebuild.ts'
import { disposedFaults, isEmptied } from './rights/verify-disposed.ts'

/** One thing found wrong: in which file or chain of the log, at which place in it, and what. */
export interface Fault {
  readonly subject: string
  readonly seq: number
  readonly what: string
}

interface Held {
  readonly words: string
  readonly previous: string | null
  readonly hash: string
  readonly disposed: string | null
}

interface Verified {
  readonly entries: number
  /** Lines of the log. */
  readonly lines: number
  readonly faults: readonly Fault[]
}

/** Walks one file's chain. */
function* broken(code: string, entries: readonly Entry[], links: readonly Held[]): Generator<Fault> {
  let previous: string | null = null
  for (const [i, entry] of entries.entries()) {
    const held = links[i]
    if (!held) return
    const fault = (what: string): Fault => ({ subject: code, seq: entry.seq, what })
    if (entry.seq !== i + 1) yield fault('An entry before this one is gone.')
    else if (held.previous !== previous) yield fault('It does not follow the entry before it.')
    else if (held.disposed === null && link(entry, held.words, previous) !== held.hash)
      yield fault('It is not as it was written.')
    else if (held.disposed !== null && !isEmptied(entry, held.words))
      yield fault('It says it was disposed of, and is not empty.')
    previous = held.hash
  }
}

async function inFile(db: Db, s: Subject): Promise<{ entries: number; faults: readonly Fault[] }> {
  const list = await readLedger(db, s.id)
  const links = await db
    .selectFrom('entry')
    .select(['words', 'previous', 'hash', 'disposed'])
    .where('subject', '=', s.id)
    .orderBy('seq')
    .execute()
  return { entries: list.length, faults: [...broken(s.code, list, links)] }
}

/** Ends of files that are not where they were: what was written last is gone, or the note of it was changed. */
async function cutFiles(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<{ code: string; held: string | null; n: number | null; same: boolean | null }>`
    select coalesce(s.code, f.subject) as code, f.held, t.seq as n, f.hash = t.hash as same
    from (select substr(chain, 6) as subject, n as held, hash from chain_head where chain like 'file %') f
      full join (select distinct on (subject) subject::text as id, seq, hash from entry order by subject, seq desc) t
        on t.id = f.subject
      left join subject s on s.id::text = coalesce(f.subject, t.id)
    where t.seq is distinct from f.held or t.hash is distinct from f.hash
    order by 1`.execute(db)
  return rows.map(({ code, held, n }) => ({
    subject: code,
    seq: Math.max(Number(held ?? 0), n ?? 0),
    what:
      Number(held ?? 0) > (n ?? 0)
        ? `The end of the file is gone: ${Number(held) - (n ?? 0)} of its last entries.`
        : 'What is kept of where the file ends is not what it ends with.',
  }))
}

/** Lines of the log that are not as they were written, or not in their place, and ends of it that were cut off. */
async function inLog(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<{ chain: string; seq: string; what: string }>`
    with line as (
      select l.chain, l.seq, l.hash, l.previous,
        case when l.disposed is null then access_log_hash(l) else l.hash end as made,
        lag(l.seq, 1, 0::bigint) over w as seq_before, lag(l.hash) over w as hash_before
      from access_log l window w as (partition by l.chain order by l.seq)
    )
    select chain, seq::text as seq, case
        when seq <> seq_before + 1 then 'A line of the log before this one is gone.'
        when previous is distinct from hash_before then 'It does not follow the line before it.'
        else 'It is not as it was written.' end as what
      from line where seq <> seq_before + 1 or previous is distinct from hash_before or hash <> made
    union all
    select coalesce(h.chain, e.chain), coalesce(h.n, e.seq)::text, case when coalesce(h.n, 0) > coalesce(e.seq, 0)
        then 'The end of this part of the log is gone.'
        else 'What is kept of where this part of the log ends is not what it ends with.' end
      from (select * from chain_head where chain like 'looks by %') h
        full join (select distinct on (chain) chain, seq, hash from access_log order by chain, seq desc) e on e.chain = h.chain
      where e.seq is distinct from h.n or e.hash is distinct from h.hash
    order by 1, 2`.execute(db)
  return rows.map(r => ({ subject: r.chain, seq: Number(r.seq), what: r.what }))
}

async function inWords(db: Db): Promise<readonly Fault[]> {
  const words = await db.selectFrom('words').select(['hash', 'words']).execute()
  return words
    .filter(w => digest(canonical(w.words)) !== w.hash)
    .map(w => ({ subject: 'words', seq: 0, what: `The words kept as ${w.hash} were changed.` }))
}

/**
 * Walks every chain, of the files and of the log: what was changed, taken out, put in between, moved or cut off the end
 * shows as a broken link, or as an end that is not where it was.
 */
export async function verify(db: Db, onProgress: (files: number) => void = () => {}): Promise<Verified> {
  const faults: Fault[] = []
  let entries = 0
  let files = 0
  for await (const subjects of groups(db)) {
    for (const s of subjects) {
      const found = await inFile(db, s)
      entries += found.entries
      faults.push(...found.faults)
    }
    files += subjects.length
    onProgress(files)
  }
  const { n } = await db
    .selectFrom('access_log')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  const told = new Set(faults.map(f => f.subject))
  const cut = (await cutFiles(db)).filter(f => !told.has(f.subject))
  return {
    entries,
    lines: Number(n),
    faults: [...faults, ...cut, ...(await inWords(db)), ...(await inLog(db)), ...(await disposedFaults(db))],
  }
}
