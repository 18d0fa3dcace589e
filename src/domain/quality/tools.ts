import { day } from '../kernel/day.ts'
import * as care from './standards-care.ts'
import * as practice from './standards-practice.ts'
import type { AuditTool } from './tool.ts'

/** Every audit tool, past and present. A tool that changes what it asks ends, and a new one begins with a new code. */
export const auditTools: readonly AuditTool[] = [
  {
    code: 'case-file',
    title: 'Case file audit',
    use: 'The whole of the work with one child, read from end to end.',
    from: day('2024-04-01'),
    to: null,
    children: 'open',
    months: 6,
    days: 15,
    standards: [
      practice.assessment,
      practice.identity,
      practice.voice,
      practice.chronology,
      practice.plan,
      practice.oversight,
      practice.visits,
      practice.agencies,
      practice.impact,
    ],
  },
  {
    code: 'permanence',
    title: 'Looked after and permanence audit',
    use: 'For children looked after: where they will grow up, and how they are doing now.',
    from: day('2024-04-01'),
    to: null,
    children: 'looked-after',
    months: 12,
    days: 15,
    standards: [
      care.permanence,
      care.placement,
      practice.voice,
      practice.identity,
      care.health,
      care.lifeStory,
      care.review,
      practice.visits,
      practice.oversight,
      practice.impact,
    ],
  },
  {
    code: 'protection',
    title: 'Child protection audit',
    use: 'For children with a protection plan: whether they are safer for it.',
    from: day('2024-04-01'),
    to: null,
    children: 'protection',
    months: 6,
    days: 10,
    standards: [
      care.enquiry,
      practice.assessment,
      practice.voice,
      practice.identity,
      practice.plan,
      care.coreGroup,
      practice.visits,
      practice.oversight,
      practice.impact,
    ],
  },
  {
    code: 'front-door',
    title: 'Front door and threshold audit',
    use: 'For children newly referred: whether the door opened as it should.',
    from: day('2024-04-01'),
    to: null,
    children: 'referred',
    months: 3,
    days: 5,
    standards: [care.gathering, care.threshold, care.timeliness, practice.voice, practice.oversight],
  },
  {
    code: 'dip',
    title: 'Dip sample',
    use: 'A short look at one team or one worker, in twenty minutes a file.',
    from: day('2024-04-01'),
    to: null,
    children: 'open',
    months: 3,
    days: 5,
    standards: [practice.voice, practice.plan, practice.visits, practice.oversight],
  },
]

/** The tool of a code, or undefined where there is none. */
export const auditTool = (code: string): AuditTool | undefined => auditTools.find(t => t.code === code)

/** The name of the record type that a tool's grading is written as. */
export const gradingType = (tool: string): string => `audit-${tool}`
