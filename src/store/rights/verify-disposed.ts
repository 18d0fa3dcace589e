import { sql } from 'kysely'
import type { Entry } from '../../domain/records/entry.ts'
import { wordsOf } from '../../domain/records/record-type.ts'
import { disposed } from '../../domain/records/types/disposal.ts'
import { canonical, digest } from '../chain.ts'
import type { Db } from '../connection.ts'
import type { Fault } from '../verify.ts'

/** The words of an entry that was disposed of, by their hash: `disposed_words()` in the database. */
const EMPTY = digest(canonical(wordsOf(disposed)))

/** True of an entry that holds nothing: no answer, no kind, and no more of a day than when it was recorded. */
export const isEmptied = (e: Entry, words: string): boolean =>
  words === EMPTY &&
  e.type === 'disposed' &&
  Object.keys(e.answers).length === 0 &&
  e.amends === null &&
  e.source === null &&
  e.sensitivity === 'ordinary' &&
  e.happened === e.recorded.slice(0, 10)

interface Row {
  readonly at: string
  readonly whole: boolean
  readonly entries: boolean
  readonly log: boolean
}

/**
 * Holds every disposal against its certificate: the files it names, and no others, are emptied under it, as many entries
 * as it says, with the places, moments, authors and links that it says; and so the lines of the log.
 */
export async function disposedFaults(db: Db): Promise<readonly Fault[]> {
  const { rows } = await sql<Row>`
    with done as (select disposed, array_agg(distinct subject::text order by subject::text) as files, count(*) as n
        from entry where disposed is not null group by disposed),
      lines as (select disposed, count(*) as n, bool_and(detail is null) as empty
        from access_log where disposed is not null group by disposed),
      cert as (select id, answers, string_to_array(answers ->> 'files', ' ') as files from entry
        where type = 'disposal-certificate' and disposed is null)
    select coalesce(c.answers ->> 'codes', s.code, d.disposed::text, l.disposed::text) as at,
      c.id is not null as whole,
      coalesce(d.files <@ c.files and d.n = (c.answers ->> 'entries')::bigint
        and disposal_digest(c.files::uuid[], c.id) = c.answers ->> 'kept', false) as entries,
      coalesce(coalesce(l.n, 0) = (c.answers ->> 'lines')::bigint and coalesce(l.empty, true)
        and disposal_log_digest('{}', c.id) = c.answers ->> 'log', false) as log
    from cert c full join done d on d.disposed = c.id full join lines l on l.disposed = coalesce(c.id, d.disposed)
      left join subject s on s.id::text = d.files[1]
    order by 1`.execute(db)
  return rows.flatMap(r => {
    const fault = (what: string): Fault => ({ subject: r.at, seq: 0, what })
    if (!r.whole) return [fault('It says it was disposed of, and no certificate says so.')]
    return [
      ...(r.entries ? [] : [fault('What is there is not what the certificate of its disposal says.')]),
      ...(r.log ? [] : [fault('The log is not what the certificate of the disposal says.')]),
    ]
  })
}
