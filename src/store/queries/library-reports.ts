import { sql } from 'kysely'
import type { FrameworkCode, SectionCode } from '../../domain/improvement/framework.ts'
import type { Strand } from '../../domain/improvement/library-strands.ts'
import type { ReportKind } from '../../domain/improvement/reading/report.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'

/** A published report as it stands in lists. */
export interface ReportRow {
  readonly subject: string
  readonly code: string
  readonly file: string
  readonly framework: FrameworkCode
  readonly kind: ReportKind
  readonly authority: string | null
  readonly council: string | null
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
  readonly dated: Day | null
  readonly grade: string | null
  readonly level: number | null
  readonly gradeOf: Strand | null
  readonly unsure: number
  readonly checked: boolean
}

const reports = (db: Db) =>
  db
    .selectFrom('library_report')
    .select([
      'subject',
      'code',
      'file',
      'framework',
      'kind',
      'authority',
      'council',
      'inspected_from as inspectedFrom',
      'inspected_to as inspectedTo',
      'published',
      'dated',
      'grade',
      'level',
      'grade_of as gradeOf',
      'unsure',
      'checked',
    ])
    .orderBy('dated')
    .orderBy('code')

/** A council's reports, oldest first. */
export const reportsOfCouncil = async (db: Db, council: string): Promise<readonly ReportRow[]> =>
  await reports(db).where('council', '=', council).execute()

/** The reports of some councils, each council's oldest first. */
export const reportsOfCouncils = async (
  db: Db,
  councils: readonly string[],
): Promise<readonly ReportRow[]> =>
  councils.length === 0 ? [] : await reports(db).where('council', 'in', councils).execute()

export interface JudgementRow {
  readonly subject: string
  readonly place: number
  readonly section: SectionCode
  readonly area: string
  readonly strand: Strand | null
  readonly grade: string | null
  readonly level: number | null
}

/** The judgements of some reports, in the order of each. */
export const judgementsOf = async (db: Db, subjects: readonly string[]): Promise<readonly JudgementRow[]> =>
  subjects.length === 0
    ? []
    : await db
        .selectFrom('library_judgement')
        .selectAll()
        .where('subject', 'in', subjects)
        .orderBy('subject')
        .orderBy('place')
        .execute()

export interface PassageRow {
  readonly subject: string
  readonly place: number
  readonly kind: 'area' | 'evidence'
  readonly section: SectionCode | null
  readonly mark: string | null
  readonly heading: string | null
  readonly text: string
  readonly themes: readonly string[]
}

const passages = (db: Db) =>
  db
    .selectFrom('library_passage')
    .select(['subject', 'place', 'kind', 'section', 'mark', 'heading', 'text', 'themes'])
    .orderBy('subject')
    .orderBy('place')

/** What some reports ask to be better, in the order of each. */
export const areasOf = async (db: Db, subjects: readonly string[]): Promise<readonly PassageRow[]> =>
  subjects.length === 0
    ? []
    : await passages(db).where('subject', 'in', subjects).where('kind', '=', 'area').execute()

/** A report with all that was read of it, and the entries of its file; undefined where there is none of the code. */
export async function libraryReport(db: Db, code: string) {
  const report = await reports(db).where('code', '=', code.toUpperCase()).executeTakeFirst()
  if (!report) return undefined
  return {
    report,
    judgements: await judgementsOf(db, [report.subject]),
    passages: await passages(db).where('subject', '=', report.subject).execute(),
    entries: (await readEntries(db, report.subject)) satisfies readonly Entry[],
  }
}

/** What the library holds in all. */
export async function libraryStands(db: Db) {
  const { rows } = await sql<{
    reports: number
    councils: number
    areas: number
    evidence: number
    unchecked: number
    first: number | null
    last: number | null
  }>`
    select (select count(*) from library_report) as reports,
      (select count(distinct council) from library_report) as councils,
      (select count(*) from library_passage where kind = 'area') as areas,
      (select count(*) from library_passage where kind = 'evidence') as evidence,
      (select count(*) from library_report where not checked) as unchecked,
      (select extract(year from min(dated))::integer from library_report) as first,
      (select extract(year from max(dated))::integer from library_report) as last`.execute(db)
  return rows[0] ?? { reports: 0, councils: 0, areas: 0, evidence: 0, unchecked: 0, first: null, last: null }
}

/** Every council of which there is a report, by name, each under the name in its latest one. */
export async function libraryCouncils(
  db: Db,
): Promise<readonly { code: string; name: string; reports: number }[]> {
  const { rows } = await sql<{ code: string; name: string; reports: number }>`
    select distinct on (council) council as code, authority as name,
      count(*) over (partition by council) as reports
    from library_report where council is not null
    order by council, dated desc nulls last, code`.execute(db)
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
