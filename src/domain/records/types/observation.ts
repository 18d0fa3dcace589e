import { parseDay } from '../../kernel/day.ts'
import { grades, isGrade } from '../../quality/grades.ts'
import { type ObservationTool, observationTools } from '../../quality/observations.ts'
import { gradingType } from '../../quality/tools.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { person, worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { type Fields, type RecordType, recordType } from '../record-type.ts'
import { gradeFields, mustSayWhy } from './audit-grading.ts'

// An observation is a file of its own. One about a meeting of a child gives the observer that child’s file to read until
// they have finished; one about staff names no child.

const ref = (label: string) => line(label, { most: 10 })

export const observationOpened = recordType('observation-opened', {
  title: 'Observation arranged',
  subject: 'observation',
  fields: {
    tool: oneOf('What is observed?', Object.fromEntries(observationTools.map(t => [t.code, t.title]))),
    observed: worker('Who is observed?', {}),
    observer: worker('Who observes?', {}),
    child: person('Child', { optional: true }),
    on: day('On which day is it?', {}),
    team: line('Team of who is observed', { optional: true, most: 100 }),
    until: day('The file is open to the observer until', { optional: true }),
  },
  spells: a =>
    a.child
      ? [{ opens: 'sampled', key: 'observer', facts: { by: a.observer, child: a.child, until: a.until } }]
      : [],
  summary: () => 'Observation arranged',
})

export const observationCalledOff = recordType('observation-called-off', {
  title: 'Observation called off',
  subject: 'observation',
  fields: { why: text('Why is it called off?', { most: 1000 }) },
  spells: () => [{ closes: 'sampled', key: 'observer' }],
  summary: a => `Called off: ${a.why}`,
})

export const observationAction = recordType('observation-action', {
  title: 'What is agreed after an observation',
  subject: 'observation',
  fields: { ref: ref('Number'), what: text('What will they do?', { most: 1000 }), by: day('By when?', {}) },
  summary: a => a.what,
})

export const observationResponse = recordType('observation-response', {
  title: 'Feedback answered',
  subject: 'observation',
  fields: {
    view: oneOf('Do you recognise what was seen?', { yes: 'Yes', partly: 'Partly', no: 'No' }),
    will: text('What do you take from it?', { hint: 'Or what the observer did not see.', most: 2000 }),
  },
  summary: a => a.will,
})

export const observationActionDone = recordType('observation-action-done', {
  title: 'Action after an observation done',
  subject: 'observation',
  fields: { action: ref('Action'), what: text('What did you do, and what came of it?', { most: 1500 }) },
  summary: a => `Action ${a.action} done: ${a.what}`,
})

const fieldsOf = (tool: ObservationTool): Fields => ({
  part: oneOf('Which grading?', { first: 'The observer’s' }),
  on: day('On which day was it?', { notAfter: 'today' }),
  ...gradeFields(tool),
})

const gradingOf = (tool: ObservationTool): RecordType =>
  recordType(gradingType(tool.code), {
    title: tool.title,
    subject: 'observation',
    help: tool.use,
    fields: fieldsOf(tool),
    happened: a => parseDay(String(a.on)),
    spells: () => [{ closes: 'sampled', key: 'observer' }],
    summary: a => `${tool.title}${isGrade(a.overall) ? `: ${grades[a.overall].toLowerCase()} over all` : ''}`,
    faults: a => mustSayWhy(tool, a),
  })

/** A name and some days under which audits and observations are gathered. */
export const practiceWeek = recordType('practice-week', {
  title: 'Practice week',
  subject: 'practice-week',
  fields: {
    name: line('What is it called?', { hint: 'Such as: Practice week, spring 2026', most: 100 }),
    from: day('First day', {}),
    to: day('Last day', {}),
    theme: line('What do you look at?', {
      hint: 'Such as: the voice of the child',
      optional: true,
      most: 200,
    }),
  },
  summary: a => a.name,
  faults: a => (a.to < a.from ? { to: 'This is before the first day. Check both days.' } : {}),
})

export const observationGradings: readonly RecordType[] = observationTools.map(gradingOf)
