import { type RawBuilder, sql } from 'kysely'
import type { AnswerPick, Condition } from '../../domain/indicators/condition.ts'
import { among, type Scope, within } from './moment.ts'

type Node<Is extends Condition['is']> = Extract<Condition, { is: Is }>
type Truth = RawBuilder<boolean>

const inThePeriod = (s: Scope): RawBuilder<unknown> =>
  sql`from happening h where not h.withdrawn and ${within(s, sql`h.happened`)}`

/** The entries that show anything are indexed apart, which needs `<> '{}'` said. */
export const had = (c: Node<'had'>, s: Scope): Truth =>
  among(s, sql`select h.subject ${inThePeriod(s)} and h.marks <> '{}' and ${sql.lit(c.mark)} = any(h.marks)`)

/** Asked child by child: of all the entries of a type only the last of each child is read. */
export const lastShows = (c: Node<'last-shows'>, s: Scope): Truth =>
  sql<boolean>`coalesce((select ${sql.lit(c.mark)} = any(h.marks) ${inThePeriod(s)} and h.subject = c.subject
    and h.type = ${sql.lit(c.type)} order by h.happened desc, h.seq desc limit 1), false)`

const oneOf = (values: readonly string[]) => sql`(${sql.join(values.map(v => sql.lit(v)))})`

const answered = (pick: AnswerPick) => sql`coalesce(h.answers ->> ${sql.lit(pick.question)}, '')`

/** The answers that count, with whose they are: asked once, whether there are any or what they say. */
function picked(pick: AnswerPick, s: Scope): RawBuilder<unknown> {
  const counts =
    pick.passOver.length === 0 ? sql`` : sql`and ${answered(pick)} not in ${oneOf(pick.passOver)}`
  return sql`select h.subject, ${answered(pick)} as said from happening h join person p on p.subject = h.subject
    where not h.withdrawn and ${within(s, sql`h.happened`)} and h.type = ${sql.lit(pick.type)} ${counts} and not p.unborn
    and p.born <= (h.happened - interval '1 month' * ${sql.lit(12 * pick.fromAge)})::date`
}

export const someAnswer = (c: Node<'some-answer'>, s: Scope): Truth => among(s, picked(c.pick, s))

export const everyAnswer = (c: Node<'every-answer'>, s: Scope): Truth =>
  sql<boolean>`c.subject not in (select x.subject from ${s.sets(picked(c.pick, s))} x where x.said not in ${oneOf(c.among)})`
