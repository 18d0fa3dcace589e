import { grades, isGood, isGrade, NOT_APPLICABLE } from '../../quality/grades.ts'
import type { AuditStandard, AuditTool, GradedTool } from '../../quality/tool.ts'
import { auditTools, gradingType } from '../../quality/tools.ts'
import { oneOf } from '../kinds/choice.ts'
import type { Answers, Field } from '../kinds/field.ts'
import { person } from '../kinds/reference.ts'
import { text } from '../kinds/words.ts'
import { type Fields, type RecordType, recordType } from '../record-type.ts'

/** Which of two gradings of the same file: the second is made blind, by another auditor. */
export const gradingParts = { first: 'First grading', second: 'Second grading, blind' } as const
export type GradingPart = keyof typeof gradingParts

/** The questions of one standard, by name. */
export const questionsOf = (standard: string) => ({
  grade: `grade_${standard}`,
  why: `why_${standard}`,
  good: `good_${standard}`,
})

function standardFields(s: AuditStandard): Readonly<Record<string, Field<unknown>>> {
  const q = questionsOf(s.code)
  const choices = s.mayNotApply ? { ...grades, [NOT_APPLICABLE]: 'Does not apply to this child' } : grades
  return {
    [q.grade]: oneOf(s.title, choices),
    [q.why]: text(`${s.title}: why?`, { optional: true, most: 4000 }),
    [q.good]: text(`${s.title}: what was good practice?`, { optional: true, most: 2000 }),
  }
}

const blank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === ''
const below = (grade: unknown): boolean => isGrade(grade) && !isGood(grade)

/** Below good, an auditor says why: nobody can learn from a grade alone. */
export const mustSayWhy = (tool: GradedTool, a: Answers): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    tool.standards.flatMap(s => {
      const q = questionsOf(s.code)
      return below(a[q.grade]) && blank(a[q.why])
        ? [[q.why, `Say why ${s.title.toLowerCase()} is below good: what did you see, and where?`]]
        : []
    }),
  ),
  ...(below(a.overall) && blank(a.overallWhy) ? { overallWhy: 'Say why it is below good over all.' } : {}),
})

/** What is graded, standard by standard, and the whole. */
export const gradeFields = (tool: GradedTool): Fields => ({
  ...Object.fromEntries(tool.standards.flatMap(s => Object.entries(standardFields(s)))),
  overall: oneOf('Over all', grades),
  overallWhy: text('Over all: why?', { optional: true, most: 4000 }),
})

const fieldsOf = (tool: AuditTool): Fields => ({
  part: oneOf('Which grading?', gradingParts),
  child: person('Child', {}),
  ...gradeFields(tool),
})

const gradingOf = (tool: AuditTool): RecordType =>
  recordType(gradingType(tool.code), {
    title: tool.title,
    subject: 'audit',
    help: tool.use,
    fields: fieldsOf(tool),
    spells: a => [
      { closes: 'sampled', key: String(a.part) },
      { closes: 'audit-task', key: `grade:${a.part}` },
      ...(a.part === 'first'
        ? (['worker', 'manager'] as const).map(post => ({
            opens: 'audit-task' as const,
            key: `read:${post}`,
            facts: { what: 'read', post, child: String(a.child) },
          }))
        : []),
    ],
    summary: a => `${tool.title}${isGrade(a.overall) ? `: ${grades[a.overall].toLowerCase()} over all` : ''}`,
    faults: a => mustSayWhy(tool, a),
  })

/** What an auditor found, a type for each tool: the words that were asked are kept with the grades. */
export const auditGradings: readonly RecordType[] = auditTools.map(gradingOf)
