import { type RawBuilder, sql } from 'kysely'
import type { SpellKindCode } from '../../domain/records/spell.ts'

/** True of a row of `spell` of a kind that has no end, in the words by which the index of what runs (`017-counted`) knows it. */
export const running = (spell: 't' | 'u', kind: SpellKindCode): RawBuilder<boolean> => {
  const u = sql.raw(spell)
  return sql<boolean>`(${u}.kind = ${sql.lit(kind)} and coalesce(${u}.ends, 'infinity'::date) = 'infinity'::date)`
}

/**
 * The files in which something runs, for `subject = …`: found first, as a list, from an index. Looked for in every file they
 * would be few of very many, and the database thinks them many.
 */
export const runningIn = (kind: SpellKindCode): RawBuilder<unknown> =>
  sql`any(array(select u.subject from spell u where ${running('u', kind)}))`

/** The children whose case runs and whom no worker holds. */
export const unheld = runningIn('without-worker')
