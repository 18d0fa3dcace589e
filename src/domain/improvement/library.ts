import type { Day } from '../kernel/day.ts'
import { levelOf, type Strand, strandOf } from './library-strands.ts'
import type { Report } from './reading/report.ts'

/** What a report's file holds of it: what was read, and whence. */
export interface Shelved extends Report {
  readonly file: string
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
}

/** What a person put right in the reading. Nothing of it is left out: the whole of what can be corrected is sent. */
export interface Correction {
  readonly authority: string | null
  readonly kind: Report['kind']
  readonly inspectedFrom: Day | null
  readonly inspectedTo: Day | null
  readonly published: Day | null
  /** A grade for each judgement, in the order read. */
  readonly grades: readonly (string | null)[]
}

/** The reading as it stands after a correction: grades of the whole and of the board follow their judgements. */
export function corrected(read: Shelved, by: Correction | undefined): Shelved {
  if (!by) return read
  const { grades, ...cover } = by
  const judgements = read.judgements.map((j, i) => ({ ...j, grade: grades[i] ?? null }))
  const of = (section: string, before: string | null) => {
    const found = judgements.find(j => j.section === section)
    return found ? found.grade : before
  }
  return {
    ...read,
    ...cover,
    judgements,
    overall: of('overall', read.overall),
    lscb: of('board', read.lscb),
  }
}

/** The day a report is placed by: its publication, else the end of the inspection. */
export const datedOf = (r: Pick<Report, 'published' | 'inspectedTo' | 'inspectedFrom'>): Day | null =>
  r.published ?? r.inspectedTo ?? r.inspectedFrom

const STYLES =
  /\b(?:the|london|royal|metropolitan|borough|county|city|district|unitary|council|of the|authority|local|children(?:’|')?s (?:trust|services))\b/g

/**
 * What one council is known by, however a report writes its name: "Tarn City Council", "City of Tarn" and "TARN" are
 * `tarn`. Fit for an address. Null where no council was read.
 */
export function councilKey(authority: string | null): string | null {
  const plain = (authority ?? '').toLowerCase().replaceAll('&', ' and ')
  const short = slug(plain.replaceAll(STYLES, ' ').replace(/^\s*of\b/, ' '))
  return short || slug(plain) || null
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[’']|\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The grade a report is known by: of the whole, or where that was not graded, of the part graded overall. */
export function headline(r: Pick<Report, 'overall' | 'judgements'>): {
  readonly grade: string | null
  readonly level: number | null
  /** What was graded, where that is not the whole. */
  readonly of: Strand | null
} {
  if (r.overall !== null) return { grade: r.overall, level: levelOf(r.overall), of: null }
  const part = r.judgements.find(j => /overall effectiveness/i.test(j.area) && j.grade !== null)
  if (!part) return { grade: null, level: null, of: null }
  return { grade: part.grade, level: levelOf(part.grade), of: strandOf(part.section, part.area) }
}
