import type { Day } from '../../domain/kernel/day.ts'
import { drawn } from '../../domain/readiness/draw.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import { lists as declared } from '../../domain/returns/annex-a/columns.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { annexA } from '../../store/returns/write/annex-a.ts'
import type { Ctx } from '../../web/page.ts'

/** A child chosen for the sample, with how: kept with the entry. */
export interface Chosen {
  readonly child: string
  readonly how: Answers
}
export type Choosing = { readonly chosen: readonly Chosen[] } | { readonly faults: Faults }

/** The lists that name children, which a sample can be drawn from. */
export const drawable = declared.filter(l => l.number <= 10)

interface Drawing {
  readonly list: number
  readonly many: number
  readonly seed: string
  /** Children who are in the sample already. */
  readonly already: ReadonlySet<string>
  readonly on: Day
}

/** Files by their IDs, less those that only named people may open: a draw that gave one could not be read. */
async function openFiles(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['subject', 'code'])
    .where('code', 'in', [...codes])
    .where('restricted', '=', false)
    .where('merged', 'is', null)
    .execute()
  return new Map(rows.map(r => [r.code, r.subject]))
}

/** Draws children at random from one of the inspectors' lists. The seed and the size of the list are kept. */
export async function drawFrom(ctx: Ctx<Db>, { list, many, seed, already, on }: Drawing): Promise<Choosing> {
  if (!drawable.some(l => l.number === list)) return { faults: { list: 'Choose one of the lists.' } }
  if (!Number.isInteger(many) || many < 1 || many > 50)
    return { faults: { many: 'Give a number from 1 to 50.' } }
  const { rows } = await annexA(ctx.tx, on)
  const files = await openFiles(ctx.tx, [...new Set(rows.filter(r => r.list === list).map(r => r.child))])
  const pool = [...files].filter(([, subject]) => !already.has(subject)).map(([code]) => code)
  if (pool.length === 0)
    return { faults: { list: 'Nobody on this list is left to be drawn. Choose another.' } }
  const how = { how: 'random', list, asAt: on, outOf: pool.length, seed }
  return {
    chosen: drawn(pool, many, seed).flatMap(code => {
      const child = files.get(code)
      return child ? [{ child, how }] : []
    }),
  }
}

/** Children asked for by their IDs. One whom the chooser may not see is as if not there, and that is on the log. */
export async function byCodes(ctx: Ctx<Db>, typed: string): Promise<Choosing> {
  const codes = [
    ...new Set(
      typed
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(c => c !== ''),
    ),
  ]
  if (codes.length === 0) return { faults: { codes: 'Give the child IDs, one a line.' } }
  if (codes.length > 50)
    return { faults: { codes: `These are ${codes.length} IDs; give at most 50 at once.` } }
  const subjects = new Map<string, string>()
  for (const code of codes) {
    const subject = await subjectByCode(ctx.tx, 'child', code)
    if (subject) subjects.set(code, subject.id)
  }
  const seen = await listable(ctx.tx, ctx.viewer, ctx.now, [...subjects.values()])
  const hidden = [...subjects].filter(([, id]) => !seen.has(id))
  for (const [, subject] of hidden)
    await writeLog(ctx.tx, {
      at: ctx.now,
      viewer: ctx.viewer.id,
      action: 'list',
      subject,
      page: 'the sample of a visit',
      allowed: false,
      because: 'The file is restricted, so it was left out as if it were not there',
    })
  const wrong = codes.filter(code => !seen.has(subjects.get(code) ?? ''))
  if (wrong.length > 0)
    return { faults: { codes: `No child has the ID ${wrong.join(', ')}. Check it, or take it out.` } }
  return { chosen: [...subjects.values()].map(child => ({ child, how: { how: 'asked' } })) }
}
