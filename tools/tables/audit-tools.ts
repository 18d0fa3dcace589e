import { GRADES, grades } from '../../src/domain/quality/grades.ts'
import { type ObservationTool, observationTools } from '../../src/domain/quality/observations.ts'
import { ratings } from '../../src/domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../src/domain/quality/section-11-standards.ts'
import type { AuditTool, GradedTool } from '../../src/domain/quality/tool.ts'
import { auditTools } from '../../src/domain/quality/tools.ts'
import { code, drawn, table } from './markdown.ts'

const CHILDREN: Readonly<Record<AuditTool['children'], string>> = {
  open: 'open to social care, looked after or with a protection plan',
  'looked-after': 'looked after',
  protection: 'with a protection plan',
  referred: 'referred in the last three months',
}

const audited = (t: AuditTool): string =>
  `For children ${CHILDREN[t.children]} on the day of the draw. Reads ${t.months} months back; ${t.days} working days to finish.`

const observed = (t: ObservationTool): string =>
  `${t.whom} is observed. ${t.about === 'child' ? 'About a meeting of a child, whose file the observer may read until it is written up.' : 'It names no child.'}`

const section = (t: GradedTool, more: string): string =>
  [
    `## ${t.title}`,
    `${code(t.code)}. ${t.use} In use from ${t.from}${t.to ? ` until ${t.to}` : ''}. ${more}`,
    table(
      ['Standard', 'What to ask', 'May not apply', 'Training'],
      t.standards.map(s => [
        `${code(s.code)} ${s.title}`,
        s.questions.join(' '),
        s.mayNotApply ? 'yes' : '',
        s.training,
      ]),
    ),
  ].join('\n\n')

const standards = () => [...new Set([...auditTools, ...observationTools].flatMap(t => t.standards))]

/** The audit tools, and what each grade of each standard looks like. */
export const drawAuditTools = (): string =>
  drawn(
    'Audit tools',
    'src/domain/quality/tools.ts',
    ...auditTools.map(t => section(t, audited(t))),
    ...observationTools.map(t => section(t, observed(t))),
    '## What each grade looks like',
    table(
      ['Standard', ...GRADES.map(g => grades[g])],
      standards().map(s => [s.title, ...GRADES.map(g => s.looksLike[g])]),
    ),
    '## Section 11 audits of agencies',
    table(
      ['Standard', 'Question', 'What would show it', ratings.full, ratings.part, ratings.no],
      sectionElevenStandards.map(s => [
        `${code(s.code)} ${s.title}`,
        s.question,
        s.evidence,
        s.looksLike.full,
        s.looksLike.part,
        s.looksLike.no,
      ]),
    ),
  )
