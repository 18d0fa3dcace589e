import { GRADES, grades } from '../../src/domain/quality/grades.ts'
import type { AuditTool } from '../../src/domain/quality/tool.ts'
import { auditTools } from '../../src/domain/quality/tools.ts'
import { code, drawn, table } from './markdown.ts'

const CHILDREN: Readonly<Record<AuditTool['children'], string>> = {
  open: 'open to social care, looked after or with a protection plan',
  'looked-after': 'looked after',
  protection: 'with a protection plan',
  referred: 'referred in the last three months',
}

const section = (t: AuditTool): string =>
  [
    `## ${t.title}`,
    `${code(t.code)}. ${t.use} In use from ${t.from}${t.to ? ` until ${t.to}` : ''}. For children ${CHILDREN[t.children]} on the day of the draw. Reads ${t.months} months back; ${t.days} working days to finish.`,
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

const standards = () => [...new Set(auditTools.flatMap(t => t.standards))]

/** The audit tools, and what each grade of each standard looks like. */
export const drawAuditTools = (): string =>
  drawn(
    'Audit tools',
    'src/domain/quality/tools.ts',
    ...auditTools.map(section),
    '## What each grade looks like',
    table(
      ['Standard', ...GRADES.map(g => grades[g])],
      standards().map(s => [s.title, ...GRADES.map(g => s.looksLike[g])]),
    ),
  )
