import { sql } from 'kysely'
import { canonical, digest } from './chain.ts'
import type { Db } from './connection.ts'
import { disposedFaults } from './rights/verify-disposed.ts'
import { inFiles } from './verify-entries.ts'

/** One thing found wrong: in which file or chain of the log, at which place in it, and what. */
export interface Fault {
  readonly subject: string
  readonly seq: number
  readonly what: string
}

interface Verified {
  readonly entries: number
  /** Lines of the log. */
  readonly lines: number
  readonly faults: readonly Fault[]
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
    union all
    select chain, seq::text, 'It says it was disposed of, and no certificate says so.' from access_log l
      where disposed is not null and not exists
        (select from entry c where c.id = l.disposed and c.type = 'disposal-certificate')
    order by 1, 2`.execute(db)
  return rows.map(r => ({ subject: r.chain, seq: Number(r.seq), what: r.what }))
}

async function inWords(db: Db): Promise<readonly Fault[]> {
  const words = await db.selectFrom('words').select(['hash', 'words']).execute()
  return words
    .filter(w => digest(canonical(w.words)) !== w.hash)
    .map(w => ({ subject: 'words', seq: 0, what: `The words kept as ${w.hash} were changed.` }))
}

/** Files whose bytes are not those that entries name them by. */
async function inDocuments(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<{ code: string; hash: string }>`select s.code, d.hash from document d
    join subject s on s.id = d.subject where encode(sha256(d.bytes), 'hex') <> d.hash order by 1, 2`.execute(
    db,
  )
  return rows.map(r => ({ subject: r.code, seq: 0, what: `The file kept as ${r.hash} was changed.` }))
}

/**
 * Walks every chain, of the files and of the log: what was changed, taken out, put in between, moved or cut off the end
 * shows as a broken link, or as an end that is not where it was. All of one moment: others may work on meanwhile.
 * @param onProgress told how many entries were walked
 */
export async function verify(db: Db, onProgress: (entries: number) => void = () => {}): Promise<Verified> {
  if (!db.isTransaction)
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(tx => verify(tx, onProgress))
  const { entries, faults } = await inFiles(db, onProgress)
  const { n } = await db
    .selectFrom('access_log')
    .select(eb => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow()
  const rest = [await inWords(db), await inDocuments(db), await inLog(db), await disposedFaults(db)]
  return { entries, lines: Number(n), faults: [...faults, ...rest.flat()] }
}
