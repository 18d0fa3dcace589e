import { type RawBuilder, sql } from 'kysely'
import type { SpellKindCode } from '../../domain/records/spell.ts'

/**
 * The files in which something runs, for `subject = …`: found first, as a list, from an index. Looked for in every file they
 * would be few of very many, and the database thinks them many.
 */
export const runningIn = (
  kind: SpellKindCode,
): RawBuilder<unknown> => sql`any(array(select u.subject from spell u
  where u.kind = ${sql.lit(kind)} and coalesce(u.ends, 'infinity'::date) = 'infinity'::date))`

/** The children whose case runs and whom no worker holds. */
export const unheld = runningIn('without-worker')
