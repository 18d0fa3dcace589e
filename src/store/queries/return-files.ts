import { sql } from 'kysely'
import { type CaseFile, foldFile } from '../../domain/casework/file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { SpellKindCode } from '../../domain/records/spell.ts'
import type { Db } from '../connection.ts'
import { readFiles } from '../entries.ts'

/** Whose file to read: the file itself, and the ID that stands in returns. */
export interface Listed {
  readonly id: string
  readonly code: string
}

/** One file as a return reads it: whole, whoever may see it, with the files that were joined to it. */
export interface ReturnFile extends Listed {
  /** As it stands now. Entries keep the subject in whose ledger they stand; the file to link to is {@link Listed.id}. */
  readonly file: CaseFile
}

const GROUP = 250

/** A joining is told by the file that was joined; in the one that goes on it is nothing that happened to the child. */
const withoutJoinings = (file: CaseFile): CaseFile =>
  file.spells.some(s => s.kind === 'merged')
    ? { ...file, spells: file.spells.filter(s => s.kind !== 'merged') }
    : file

/**
 * Does something with each of these files, folded, in the order given. They are read in groups, and each group is let
 * go before the next is read: a return of 20,000 children needs the room of 250. Files joined to one of these are
 * folded into it. A file with no entries is left out.
 *
 * For returns alone: it asks nobody's leave, as the law has every child in a return. A page that lists children of it
 * shows only those whom its reader may see.
 * @param act is waited for before the next file comes, so that what it writes is not heaped up
 * @returns how many files there were
 */
export async function eachCaseFile(
  db: Db,
  subjects: readonly Listed[],
  act: (file: ReturnFile) => void | Promise<void>,
): Promise<number> {
  let files = 0
  for (let at = 0; at < subjects.length; at += GROUP) {
    const group = subjects.slice(at, at + GROUP)
    const found = await readFiles(
      db,
      group.map(s => s.id),
    )
    for (const { id, code } of group) {
      const entries = found.get(id)
      if (!entries) continue
      await act({ id, code, file: withoutJoinings(foldFile(id, entries)) })
      files += 1
    }
  }
  return files
}

/** The last day of the year 9999: a spell that has not ended runs past every day that is asked about. */
const EVER = '9999-12-31'

/**
 * The children who had one of these spells on some day from `from` to `to`, both included; a spell that ended on `from`
 * counts, as returns tell ends of their first day. Each child once, by the file that goes on where files were joined,
 * in the order of their IDs, so that a return written twice is the same.
 */
export async function childrenWith(
  db: Db,
  kinds: readonly SpellKindCode[],
  from: Day,
  to: Day,
): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`select p.subject as id, p.code from person p
    where p.merged is null and exists (select from spell s where s.subject = p.subject
      and s.kind in (${sql.join([...kinds])}) and s.starts <= ${to} and coalesce(s.ends, ${EVER}::date) >= ${from})
    order by p.code collate "C"`.execute(db)
  return rows
}

/** Every child with a file, each once, in the order of their IDs. */
export async function allChildren(db: Db): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`select p.subject as id, p.code from person p
    where p.merged is null order by p.code collate "C"`.execute(db)
  return rows
}
