import { monthName } from '../kernel/day.ts'
import type { Inspection } from './fold-findings.ts'
import type { Band, SectionCode } from './framework.ts'
import { timeBands } from './framework-scales.ts'
import { frameworkOf } from './frameworks.ts'

/** What a plan answers: inspections, and all else that tells a service to do better. */
export const SOURCE_KINDS = {
  inspection: 'Inspection report',
  'peer-review': 'Peer review',
  'case-review': 'Serious case, practice or child death review',
  'audit-theme': 'Audit theme',
  'complaint-theme': 'Complaint theme',
  risk: 'Risk',
  'self-evaluation': 'Self-evaluation',
  other: 'Other',
} as const
export type SourceKind = keyof typeof SOURCE_KINDS

export const isSourceKind = (text: string): text is SourceKind => Object.hasOwn(SOURCE_KINDS, text)

interface Parts {
  readonly sections: readonly { readonly code: SectionCode; readonly title: string }[]
  readonly bands: readonly Band[]
}

/** The parts and times of a source that follows no inspection framework. */
const OTHERWISE: Parts = {
  sections: [
    { code: 'overall', title: 'The whole service' },
    { code: 'safeguarding', title: 'Help and protection' },
    { code: 'looked-after', title: 'Children looked after and care leavers' },
    { code: 'leadership', title: 'Leadership and management' },
    { code: 'board', title: 'Safeguarding board and partners' },
  ],
  bands: timeBands,
}

/** The parts that a source's recommendations can belong to, and the times they can be given. */
export const partsOf = (source: Pick<Inspection, 'framework'>): Parts =>
  source.framework === null ? OTHERWISE : frameworkOf(source.framework)

/** "Inspection report, June 2026", "Peer review of the front door, March 2026" */
export function sourceName(source: Pick<Inspection, 'kind' | 'title' | 'published' | 'file'>): string {
  const when = source.published ? `, ${monthName(source.published)}` : ''
  if (source.title !== null) return `${source.title}${when}`
  return `${SOURCE_KINDS[source.kind]}${when || ` of ${source.file}`}`
}
