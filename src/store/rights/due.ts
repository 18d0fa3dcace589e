import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { addMonths, type Day, type Instant } from '../../domain/kernel/day.ts'
import type { Keeping } from '../../domain/rights/keeping.ts'
import {
  allegationLeast,
  keepsOpen,
  type Retention,
  retentionOf,
  retentionOfAllegation,
} from '../../domain/rights/retention.ts'
import { retentionRows } from '../../domain/rights/retention-table.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { allegationCalled, allegationsOver } from '../queries/allegations.ts'
import { entriesOfSubjects } from '../queries/subjects.ts'

export interface DueFile {
  readonly id: string
  readonly code: string
  readonly called: string
  readonly retention: Retention
}

interface Asked {
  readonly viewer: Viewer
  readonly now: Instant
  readonly today: Day
  readonly from: number
  readonly look: number
}
interface Due {
  readonly files: readonly DueFile[]
  readonly more: boolean
}

const isDue = (f: DueFile): boolean => f.retention.is === 'due' || f.retention.is === 'unknown'

/** The fewest years after birth at which any file is due, by the table; a death brings it forward. */
const LEAST = Math.min(...retentionRows.filter(r => r.from === 'birth').map(r => r.years))
const SEVENTY_FIVE = 75

/**
 * Children’s files, the oldest child first: born long enough ago, with nothing that keeps them open; a child who was
 * looked after long enough ago for that, or who died. Each is then folded, and the rules say.
 */
async function dueChildren(db: Db, { viewer, now, today, from, look }: Asked): Promise<Due> {
  const { rows } = await sql<{
    id: string
    code: string
    givenName: string | null
    familyName: string | null
    unborn: boolean
  }>`
    select p.subject as id, p.code, p.given_name as "givenName", p.family_name as "familyName", p.unborn
    from person p where ${mayDo(viewer, 'list', now)}
      and (p.born <= ${addMonths(today, -12 * LEAST)} or p.born is null or exists (select from happening h
        where h.subject = p.subject and h.type in ('case-closed', 'ceased-looked-after') and h.answers ->> 'reason' in ('RC2', 'E2')))
      and not exists (select from spell s where s.subject = p.subject and s.ends is null and s.kind in (${sql.join(keepsOpen)}))
      and (p.born <= ${addMonths(today, -12 * SEVENTY_FIVE)}
        or not exists (select from spell s where s.subject = p.subject and s.kind = 'looked-after')
        or exists (select from happening h where h.subject = p.subject and h.type in ('case-closed', 'ceased-looked-after')
          and h.answers ->> 'reason' in ('RC2', 'E2')))
    order by p.born nulls last, p.subject limit ${look + 1} offset ${from}`.execute(db)
  const some = rows.slice(0, look)
  const entries = await entriesOfSubjects(
    db,
    some.map(r => r.id),
  )
  const files = some.map(r => ({
    id: r.id,
    code: r.code,
    called: calledBy(r, r.code),
    retention: retentionOf(foldFile(r.id, entries.get(r.id) ?? []), today),
  }))
  return { files: files.filter(isDue), more: rows.length > look }
}

/** Allegations, the first told of first: over, and told of so long ago that one without a date of birth may be due. */
async function dueAllegations(db: Db, { today, from, look }: Asked): Promise<Due> {
  const { files, more } = await allegationsOver(db, { limit: look, offset: from })
  const old = files.filter(a => today > allegationLeast(a.received))
  return {
    files: old
      .map(a => ({
        id: a.id,
        code: a.code,
        called: allegationCalled(a),
        retention: retentionOfAllegation(a, today),
      }))
      .filter(isDue),
    // They are in order: after one that is too young come younger ones.
    more: more && old.length === files.length,
  }
}

/**
 * Files whose time may be over.
 * @returns those that are due, or of which nobody can say, of the `look` that were looked at, and whether there are more
 */
export const dueFiles = (db: Db, keeping: Keeping, asked: Asked): Promise<Due> =>
  keeping === 'allegations' ? dueAllegations(db, asked) : dueChildren(db, asked)
