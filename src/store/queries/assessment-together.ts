import { sql } from 'kysely'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Db } from '../connection.ts'

/** An assessment of a brother or sister that was written together with another, as it stands. */
export interface Together {
  readonly entry: string
  readonly subject: string
  readonly code: string
  readonly answers: Answers
  readonly withdrawn: boolean
  readonly givenName: string | null
  readonly familyName: string | null
  readonly otherNames: string | null
  readonly unborn: boolean
}

/**
 * The assessments with these ids, whoever may read them: what is compared is compared for everybody, and what of it may
 * be shown is for the caller to ask.
 */
export async function togetherWith(db: Db, entries: readonly string[]): Promise<readonly Together[]> {
  if (entries.length === 0) return []
  const { rows } = await sql<Together>`select h.entry, h.subject, p.code, h.answers, h.withdrawn,
      p.given_name as "givenName", p.family_name as "familyName", p.other_names as "otherNames", p.unborn
    from happening h join person p on p.subject = h.subject
    where h.entry in (${sql.join(entries)}) and h.type = 'assessment'
    order by p.born nulls last, p.code`.execute(db)
  return rows
}
