import { fail, ok, type Result } from '../../../domain/kernel/result.ts'
import type { Year } from '../../../domain/returns/check/rule.ts'
import { type Return903, return903 } from '../../../domain/returns/ssda903/rules/data.ts'
import type { FileNote } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { placed } from './postcodes.ts'
import { readProviders } from './providers.ts'
import { read903 } from './read-903.ts'

export interface Given903 {
  readonly year: Year
  /** The folder or file of this year's return, and of last year's. */
  readonly now: string
  readonly last?: string
  /** The files that stand by: postcodes with their places, providers with their registrations. */
  readonly postcodes?: string
  readonly providers?: string
  /** The authority's code, as the file of postcodes writes it. */
  readonly authority?: string
}

/** Reads everything that the rules of an SSDA903 return may look at, and what is to be known of the files. */
export async function load903(
  given: Given903,
): Promise<Result<{ readonly data: Return903; readonly notes: readonly FileNote[] }, readonly FileNote[]>> {
  const now = await read903(given.now)
  if (!now.ok) return fail(now.error)
  const notes = [...now.value.notes]
  const last = given.last ? await read903(given.last) : undefined
  const lastNotes = last ? (last.ok ? last.value.notes : last.error) : []
  notes.push(...lastNotes.map(n => ({ ...n, file: `last year’s ${n.file}` })))
  const providers = given.providers ? await readProviders(given.providers) : undefined
  if (providers && !providers.ok) notes.push(providers.error)
  const years = [now.value.tables, last?.ok ? last.value.tables : {}] as const
  const placedYears = given.postcodes ? await placed(years, given.postcodes, given.authority) : ok(years)
  if (!placedYears.ok) notes.push(placedYears.error)
  const [nowTables = {}, lastTables = {}] = placedYears.ok ? placedYears.value : years
  const data = return903({
    year: given.year,
    now: nowTables,
    last: lastTables,
    form: now.value.form,
    authority: given.authority ?? null,
    ...(providers?.ok ? { providers: providers.value } : {}),
  })
  return ok({ data, notes })
}
