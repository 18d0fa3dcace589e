import { grades } from '../../quality/grades.ts'
import { auditTools } from '../../quality/tools.ts'
import { oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { wholeNumber } from '../kinds/number.ts'
import { person, worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { gradingParts } from './audit-grading.ts'

// An audit is a file of its own about one child: nothing of it is written in the child's record. Who must do something
// about it has an open spell “audit-task”; who may read the child's file for it, an open spell “sampled”.

const toolCodes = Object.fromEntries(auditTools.map(t => [t.code, t.title]))
const child = person('Child', {})
const ref = (label: string) => line(label, { most: 10 })

/** Who does what an audit asks: whoever has that post for the child, whoever it is by then. */
export const auditPosts = {
  worker: 'The child’s worker',
  manager: 'The worker’s manager',
  reviewing: 'The reviewing officer',
} as const
export type AuditPost = keyof typeof auditPosts

/** A draw of files. The frame it was drawn from and what came out stand beside these answers, to be drawn again. */
export const sampleDrawn = recordType('sample-drawn', {
  title: 'Sample drawn',
  subject: 'sample',
  fields: {
    title: line('What is this sample called?', { most: 120 }),
    tool: oneOf('Audit tool', toolCodes),
    way: oneOf('How is it drawn?', {
      random: 'At random, by stratum',
      targeted: 'Targeted: at random among children of a condition',
      dip: 'Dip: a few of one team or worker',
    }),
    size: wholeNumber('How many files?', { from: 1, to: 200 }),
    on: day('Children as they stood on', { notAfter: 'today', start: 'today' }),
    seed: line('Seed', { most: 40 }),
  },
  summary: a => `${a.title}: ${a.size} files drawn`,
})

export const auditOpened = recordType('audit-opened', {
  title: 'Audit',
  subject: 'audit',
  fields: {
    tool: oneOf('Audit tool', toolCodes),
    child,
    from: day('Audited from', {}),
    to: day('Audited to', {}),
    sample: line('Sample', { optional: true, most: 20 }),
    team: line('Team at the time', { optional: true, most: 100 }),
    worker: worker('Worker at the time', { optional: true }),
    second: yesNo('Is it graded a second time?', {}),
  },
  summary: () => 'Audit begun',
  faults: a => (a.to < a.from ? { to: 'This is before it begins. Check both days.' } : {}),
})

export const auditAssigned = recordType('audit-assigned', {
  title: 'Given to an auditor',
  subject: 'audit',
  fields: {
    part: oneOf('Which grading?', gradingParts),
    auditor: worker('Who audits it?', {}),
    child,
    due: day('Finish by', {}),
    until: day('The file stays open to the auditor until', {}),
  },
  spells: a => [
    { opens: 'sampled', key: a.part, facts: { by: a.auditor, child: a.child, until: a.until } },
    {
      opens: 'audit-task',
      key: `grade:${a.part}`,
      facts: { what: 'grade', who: a.auditor, child: a.child, by: a.due },
    },
  ],
  summary: () => 'Given to an auditor',
})

export const auditHandedBack = recordType('audit-handed-back', {
  title: 'Handed back',
  subject: 'audit',
  fields: {
    part: oneOf('Which grading?', gradingParts),
    why: text('Why do you hand it back?', { most: 1000 }),
  },
  spells: a => [
    { closes: 'sampled', key: a.part },
    { closes: 'audit-task', key: `grade:${a.part}` },
  ],
  summary: a => `Handed back: ${a.why}`,
})

export const auditWithdrawn = recordType('audit-withdrawn', {
  title: 'Audit withdrawn',
  subject: 'audit',
  fields: { why: text('Why is it withdrawn?', { most: 1000 }) },
  spells: () =>
    (['first', 'second'] as const).flatMap(part => [
      { closes: 'sampled' as const, key: part },
      { closes: 'audit-task' as const, key: `grade:${part}` },
    ]),
  summary: a => `Withdrawn: ${a.why}`,
})

export const auditAction = recordType('audit-action', {
  title: 'What must happen for this child',
  subject: 'audit',
  fields: {
    ref: ref('Number'),
    what: text('What must happen?', { most: 1000 }),
    who: oneOf('Who does it?', auditPosts),
    by: day('By when?', {}),
    child,
  },
  spells: a => [
    {
      opens: 'audit-task',
      key: `act:${a.ref}`,
      facts: { what: 'act', post: a.who, child: a.child, by: a.by, ref: a.ref },
    },
  ],
  summary: a => a.what,
})

export const auditActionDone = recordType('audit-action-done', {
  title: 'Done, to be checked',
  subject: 'audit',
  fields: {
    action: ref('Action'),
    what: text('What was done, and where is it in the record?', { most: 2000 }),
    child,
    auditor: worker('Who checks it?', {}),
    until: day('The file is open to the auditor until', {}),
  },
  spells: a => [
    { closes: 'audit-task', key: `act:${a.action}` },
    {
      opens: 'audit-task',
      key: `check:${a.action}`,
      facts: { what: 'check', who: a.auditor, child: a.child, ref: a.action },
    },
    {
      opens: 'sampled',
      key: `check:${a.action}`,
      facts: { by: a.auditor, child: a.child, until: a.until },
    },
  ],
  summary: a => `Action ${a.action} done: ${a.what}`,
})

export const auditActionChecked = recordType('audit-action-checked', {
  title: 'Follow-up checked',
  subject: 'audit',
  fields: {
    action: ref('Action'),
    done: yesNo('Did it happen?', {}),
    why: text('What did you see in the record?', { most: 2000 }),
    again: day('If not: by when now?', { optional: true }),
    child,
    who: oneOf('Who does it?', auditPosts),
  },
  spells: a => [
    { closes: 'sampled', key: `check:${a.action}` },
    { closes: 'audit-task', key: `check:${a.action}` },
    ...(a.done
      ? []
      : [
          {
            opens: 'audit-task' as const,
            key: `act:${a.action}`,
            facts: { what: 'act', post: a.who, child: a.child, by: a.again, ref: a.action },
          },
        ]),
  ],
  summary: a => `Action ${a.action}: ${a.done ? 'it happened' : 'not yet'}`,
  faults: a => (!a.done && !a.again ? { again: 'It is not done yet. Say by when it must be.' } : {}),
})

export const auditResponse = recordType('audit-response', {
  title: 'Read and answered',
  subject: 'audit',
  fields: {
    as: oneOf('You answer as', { worker: 'The child’s worker', manager: 'The worker’s manager' }),
    view: oneOf('Do you recognise what the audit found?', {
      yes: 'Yes',
      partly: 'Partly',
      no: 'No',
    }),
    will: text('What will you do?', { hint: 'Or what the auditor did not see.', most: 2000 }),
  },
  spells: a => [{ closes: 'audit-task', key: `read:${a.as}` }],
  summary: a => a.will,
})

/** Something a manager must hear of today. */
export const auditConcern = recordType('audit-concern', {
  title: 'Concern for a child, told to the manager at once',
  subject: 'audit',
  fields: { ref: ref('Number'), what: text('What worries you?', { most: 2000 }), by: day('By', {}), child },
  spells: a => [
    {
      opens: 'audit-task',
      key: `concern:${a.ref}`,
      facts: { what: 'concern', post: 'manager', child: a.child, by: a.by, ref: a.ref },
    },
  ],
  summary: a => a.what,
})

export const auditConcernAnswered = recordType('audit-concern-answered', {
  title: 'Concern answered',
  subject: 'audit',
  fields: { concern: ref('Concern'), what: text('What have you done?', { most: 2000 }) },
  spells: a => [{ closes: 'audit-task', key: `concern:${a.concern}` }],
  summary: a => a.what,
})

/** Both gradings are there and differ: the two auditors are asked to talk. */
export const auditCompared = recordType('audit-compared', {
  title: 'Two gradings compared',
  subject: 'audit',
  fields: {
    child,
    first: worker('First auditor', {}),
    second: worker('Second auditor', {}),
    differ: wholeNumber('Grades that differ', { from: 0, to: 99 }),
    until: day('The file is open to both until', {}),
  },
  spells: a =>
    a.differ === 0
      ? []
      : (['first', 'second'] as const).flatMap(part => [
          {
            opens: 'audit-task' as const,
            key: `agree:${part}`,
            facts: { what: 'agree', who: a[part], child: a.child },
          },
          {
            opens: 'sampled' as const,
            key: `agree:${part}`,
            facts: { by: a[part], child: a.child, until: a.until },
          },
        ]),
  summary: a => (a.differ === 0 ? 'Both auditors graded alike' : `Two gradings differ in ${a.differ}`),
})

/** What two auditors agreed. The grade of each standard stands beside these answers, as `grades`. */
export const auditAgreed = recordType('audit-agreed', {
  title: 'Grades agreed',
  subject: 'audit',
  fields: {
    overall: oneOf('Over all', grades),
    reason: text('What did you differ about, and what settled it?', { most: 2000 }),
  },
  spells: () =>
    (['first', 'second'] as const).flatMap(part => [
      { closes: 'audit-task' as const, key: `agree:${part}` },
      { closes: 'sampled' as const, key: `agree:${part}` },
    ]),
  summary: a => `Agreed: ${grades[a.overall].toLowerCase()}. ${a.reason}`,
})
