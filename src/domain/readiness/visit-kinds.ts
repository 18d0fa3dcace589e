import type { FrameworkCode } from '../improvement/framework.ts'

/** A kind of visit by inspectors, as far as getting ready for one differs. */
export interface VisitKind {
  readonly code: VisitCode
  readonly title: string
  /** The framework whose judgements it makes, or whose areas it looks at. */
  readonly framework: FrameworkCode
  /** How long inspectors are on site, in words. */
  readonly lasts: string
  /** How well the times are known (rules 3A): reports and rules were read, a second source says so, or not checked. */
  readonly status: 'confirmed' | 'supported' | 'unconfirmed'
}

export const visitCodes = {
  'ilacs-standard': 'Inspection of children’s services (ILACS), standard',
  'ilacs-short': 'Inspection of children’s services (ILACS), short',
  focused: 'Focused visit',
  monitoring: 'Monitoring visit',
  jtai: 'Joint targeted area inspection',
  sif: 'Single inspection (SIF, 2013 to 2017)',
} as const
export type VisitCode = keyof typeof visitCodes

const kind = (
  code: VisitCode,
  framework: FrameworkCode,
  lasts: string,
  status: VisitKind['status'],
): VisitKind => ({ code, title: visitCodes[code], framework, lasts, status })

/** Every kind of visit the product makes ready for. Source: rules 3A; days on site as printed in reports. */
export const visitKinds: readonly VisitKind[] = [
  kind('ilacs-standard', 'ilacs-2018', 'two weeks on site', 'confirmed'),
  kind('ilacs-short', 'ilacs-2018', 'one week on site', 'confirmed'),
  kind('focused', 'ilacs-2018', 'two days on site', 'unconfirmed'),
  kind('monitoring', 'ilacs-2018', 'two days on site', 'unconfirmed'),
  kind('jtai', 'ilacs-2018', 'one week on site', 'unconfirmed'),
  kind('sif', 'sif-2013', 'four weeks on site', 'unconfirmed'),
]

export const isVisitCode = (text: string): text is VisitCode => Object.hasOwn(visitCodes, text)

export function visitKind(code: VisitCode): VisitKind {
  const found = visitKinds.find(k => k.code === code)
  if (!found) throw new Error(`There is no kind of visit "${code}"`)
  return found
}
