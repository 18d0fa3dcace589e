import type { Grade } from '../../../domain/quality/grades.ts'
import type { AuditData } from './load.ts'

export interface Differs {
  readonly standard: string
  readonly title: string
  readonly first: Grade | null
  readonly second: Grade | null
}

/** The standards on which two gradings differ, in the order of the tool. */
export function differs({ audit, tool }: AuditData): readonly Differs[] {
  const of = (part: 'first' | 'second', standard: string) =>
    audit.parts[part].grading?.found.find(f => f.standard === standard)?.grade ?? null
  if (!audit.parts.second.grading) return []
  return tool.standards
    .map(s => ({
      standard: s.code,
      title: s.title,
      first: of('first', s.code),
      second: of('second', s.code),
    }))
    .filter(d => d.first !== d.second)
}
