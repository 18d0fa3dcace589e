import { sql } from 'kysely'
import { type ThenNow, thenAndNow } from '../../domain/improvement/library-told.ts'
import type { Db } from '../connection.ts'
import { type PassageRow, type ReportRow, reportsOfCouncils } from './library-reports.ts'

/** What one council was told on a theme, and what came after. */
export interface Told extends ThenNow<ReportRow> {
  readonly council: string
  readonly name: string
  /** The areas on the theme, of every report, oldest first, each with its report. */
  readonly areas: readonly { readonly report: ReportRow; readonly area: PassageRow }[]
}

const bySubject = (rows: readonly { readonly subject: string }[]) => new Set(rows.map(r => r.subject))

/** The councils that were told something on a theme, those that moved furthest up since first. */
export async function toldOn(db: Db, theme: string): Promise<readonly Told[]> {
  const { rows: areas } = await sql<PassageRow & { council: string }>`
    select r.council, p.subject, p.place, p.kind, p.section, p.mark, p.heading, p.text, p.themes
    from library_passage p join library_report r on r.subject = p.subject
    where p.kind = 'area' and p.themes @> array[${theme}]::text[] and r.council is not null
    order by r.dated, r.code, p.place`.execute(db)
  const byCouncil = Map.groupBy(areas, a => a.council)
  const reports = await reportsOfCouncils(db, [...byCouncil.keys()])
  const { rows: asking } = await sql<{ subject: string }>`
    select distinct subject from library_passage where kind = 'area'`.execute(db)
  const asks = { anything: bySubject(asking), this: bySubject(areas) }
  const told = [...byCouncil].flatMap(([council, list]) => {
    const own = reports.filter(r => r.council === council)
    const found = thenAndNow(own, asks)
    if (!found) return []
    const withReports = list.flatMap(area => {
      const report = own.find(r => r.subject === area.subject)
      return report ? [{ report, area }] : []
    })
    return [{ council, name: own.at(-1)?.authority ?? council, ...found, areas: withReports }]
  })
  const order = (t: Told) => t.moved ?? -9
  return told.toSorted((a, b) => order(b) - order(a) || a.name.localeCompare(b.name, 'en-GB'))
}

/** Areas of the library that share themes with a text: those that share most first, then the newest. */
export async function besideThemes(
  db: Db,
  themes: readonly string[],
  most: number,
): Promise<
  readonly (PassageRow & {
    code: string
    authority: string | null
    council: string | null
    dated: string | null
  })[]
> {
  if (themes.length === 0) return []
  const { rows } = await sql<
    PassageRow & { code: string; authority: string | null; council: string | null; dated: string | null }
  >`
    select r.code, r.authority, r.council, r.dated, p.subject, p.place, p.kind, p.section, p.mark, p.heading, p.text,
      p.themes
    from library_passage p join library_report r on r.subject = p.subject,
      lateral (select count(*) as shared from unnest(p.themes) t where t = any(${themes}::text[])) s
    where p.kind = 'area' and p.themes && ${themes}::text[]
    order by s.shared desc, s.shared::float / cardinality(p.themes) desc, r.dated desc nulls last, r.code, p.place
    limit ${most}`.execute(db)
  return rows
}
