import { day } from '../kernel/day.ts'
import * as s from './observation-standards.ts'
import type { GradedTool } from './tool.ts'
import { auditTools } from './tools.ts'

/** What is sat in on: a meeting about a child, or the practice of a member of staff. */
export interface ObservationTool extends GradedTool {
  readonly about: 'child' | 'staff'
  /** Who is observed. */
  readonly whom: string
}

const meeting = [s.takingPart, s.chairing, s.riskAnalysis, s.outcomes, s.partners, s.record] as const

/** Every observation tool, past and present. One that changes what it asks ends, and a new one begins with a new code. */
export const observationTools: readonly ObservationTool[] = [
  {
    code: 'observed-conference',
    title: 'Child protection conference observed',
    use: 'Somebody who has no part in the case sits in on a conference.',
    from: day('2025-04-01'),
    to: null,
    about: 'child',
    whom: 'The chair',
    days: 5,
    standards: meeting,
  },
  {
    code: 'observed-review',
    title: 'Looked after review observed',
    use: 'A looked after review, with the child or young person asked whether they mind.',
    from: day('2025-04-01'),
    to: null,
    about: 'child',
    whom: 'The reviewing officer',
    days: 5,
    standards: meeting,
  },
  {
    code: 'observed-core-group',
    title: 'Core group observed',
    use: 'Whether the plan made at the conference is worked on.',
    from: day('2025-04-01'),
    to: null,
    about: 'child',
    whom: 'Who leads the core group',
    days: 5,
    standards: meeting,
  },
  {
    code: 'observed-supervision',
    title: 'Supervision observed',
    use: 'Supervision of one worker, who is asked first. No child is named.',
    from: day('2025-04-01'),
    to: null,
    about: 'staff',
    whom: 'The supervisor',
    days: 5,
    standards: [s.reflection, s.decisions, s.support, s.riskAnalysis, s.record],
  },
  {
    code: 'observed-duty',
    title: 'Duty observed',
    use: 'Two hours at the front door. No child is named.',
    from: day('2025-04-01'),
    to: null,
    about: 'staff',
    whom: 'The duty worker',
    days: 5,
    standards: [s.response, s.gathering, s.riskAnalysis, s.decisions, s.record],
  },
]

export const observationTool = (code: string): ObservationTool | undefined =>
  observationTools.find(t => t.code === code)

/** Everything that is graded by standards, so that it is collated and counted alike: audits of files, observations. */
export const gradedTools: readonly GradedTool[] = [...auditTools, ...observationTools]
export const gradedTool = (code: string): GradedTool | undefined => gradedTools.find(t => t.code === code)
