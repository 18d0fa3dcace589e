import type { CaseFile } from '../domain/casework/file.ts'
import {
  type Correction,
  corrected,
  councilKey,
  datedOf,
  headline,
  type Shelved,
} from '../domain/improvement/library.ts'
import { levelOf, strandOf } from '../domain/improvement/library-strands.ts'
import { themesOf } from '../domain/improvement/themes-found.ts'

/** A report's rows in the tables of the library. */
export interface LibraryRows {
  readonly library_report: object[]
  readonly library_judgement: object[]
  readonly library_passage: object[]
}

export const noLibrary: LibraryRows = { library_report: [], library_judgement: [], library_passage: [] }

/** The reading as it stands, or undefined for a file without one. The ledger holds what the reader gave. */
export function readingOf(file: Pick<CaseFile, 'happenings'>): Shelved | undefined {
  const said = (type: string) => file.happenings.findLast(e => e.type === type && !e.withdrawn)?.answers
  const read = said('report-shelved')
  if (!read) return undefined
  return corrected(read as unknown as Shelved, said('report-reading-corrected') as Correction | undefined)
}

const themesIn = (text: string): readonly string[] => themesOf(text).map(t => t.code)

function passages(subject: string, read: Shelved): object[] {
  // A list that came out differently as areas and as printed has no marks that could be trusted.
  const marked = read.recommendations.length === read.areasForImprovement.length
  const areas = read.areasForImprovement.map((a, i) => ({
    kind: 'area',
    section: a.section,
    mark: (marked && read.recommendations[i]?.mark) || null,
    heading: null,
    text: a.text,
  }))
  const evidence = read.evidence.map(e => ({
    kind: 'evidence',
    section: e.section,
    mark: e.number,
    heading: e.heading,
    text: e.text,
  }))
  return [...areas, ...evidence].map((p, i) => ({ subject, place: i + 1, ...p, themes: themesIn(p.text) }))
}

/** Folds the file of a published report into its rows. Pure. */
export function libraryRows(
  subject: { readonly id: string; readonly code: string },
  file: CaseFile,
): LibraryRows {
  const read = readingOf(file)
  if (!read) return noLibrary
  const head = headline(read)
  const report = {
    subject: subject.id,
    code: subject.code,
    file: read.file,
    hash: read.hash,
    framework: read.framework,
    kind: read.kind,
    authority: read.authority,
    council: councilKey(read.authority),
    inspected_from: read.inspectedFrom,
    inspected_to: read.inspectedTo,
    published: read.published,
    dated: datedOf(read),
    grade: head.grade,
    level: head.level,
    grade_of: head.of,
    unsure: read.unsure.length,
    checked: file.happenings.some(e => e.type === 'report-reading-confirmed' && !e.withdrawn),
  }
  return {
    library_report: [report],
    library_judgement: read.judgements.map((j, i) => ({
      subject: subject.id,
      place: i + 1,
      section: j.section,
      area: j.area,
      strand: strandOf(j.section, j.area),
      grade: j.grade,
      level: levelOf(j.grade),
    })),
    library_passage: passages(subject.id, read),
  }
}
