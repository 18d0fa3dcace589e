import type { AuditStandard } from './tool.ts'

// What is graded when somebody sits in on a meeting or on practice.

export const takingPart: AuditStandard = {
  code: 'taking-part',
  title: 'The child and family take part',
  questions: ['Did the child, or somebody for them, say how it is?', 'Did parents understand and speak?'],
  looksLike: {
    outstanding:
      'The meeting was shaped by the child and family, and each knew at the end what was decided and why.',
    good: 'Prepared beforehand, heard in the meeting, and what they said is in the plan.',
    'requires-improvement': 'Present or spoken for, but professionals talked to each other.',
    inadequate: 'Absent without good reason, or lost in it.',
  },
  training: 'Families at meetings',
}
export const chairing: AuditStandard = {
  code: 'chairing',
  title: 'Chairing',
  questions: ['Was the purpose plain, and time well used?', 'Were differences drawn out and settled?'],
  looksLike: {
    outstanding: 'Warm and firm: hard things were said safely, and drift was named.',
    good: 'Clear, fair and to time; everybody spoke and was asked for evidence.',
    'requires-improvement': 'Kept to a list; differences were passed over.',
    inadequate: 'Confused, or one voice ruled.',
  },
  training: 'Chairing meetings',
}
export const riskAnalysis: AuditStandard = {
  code: 'risk-analysis',
  title: 'Analysis of risk',
  questions: [
    'Is it plain what might happen to this child, how likely and how bad?',
    'Is strength tested too?',
  ],
  looksLike: {
    outstanding: 'History, harm, strength and what is not known were weighed together in plain words.',
    good: 'Danger and safety were told apart, with evidence.',
    'requires-improvement': 'Events were listed; what they mean for the child was left open.',
    inadequate: 'Real danger was missed or made small.',
  },
  training: 'Analysis of risk',
}
export const outcomes: AuditStandard = {
  code: 'outcomes',
  title: 'Outcomes and contingency',
  questions: ['Will anybody see whether it is better for the child?', 'What if it is not?'],
  looksLike: {
    outstanding:
      'Few, clear changes for the child, each with a name and a date, and a plan should they not come.',
    good: 'Changes can be seen and dated; it is said what happens otherwise.',
    'requires-improvement': 'Tasks and services, vague dates, no other plan.',
    inadequate: 'No plan that would keep the child safe.',
  },
  training: 'Plans and contingency',
}
export const partners: AuditStandard = {
  code: 'partners',
  title: 'Partners come, and reports come before',
  questions: ['Who should have been there and was not?', 'Had the family read the reports beforehand?'],
  looksLike: {
    outstanding: 'All came with reports shared with the family days before, and took on parts of the plan.',
    good: 'Those who matter came; reports were shared before the meeting.',
    'requires-improvement': 'Somebody important was missing, or reports came on the day.',
    inadequate: 'The meeting could not do its work for want of partners or reports.',
  },
  training: 'Working with other agencies',
}
export const record: AuditStandard = {
  code: 'record',
  title: 'The record',
  questions: ['Does the record say what happened, why, and who does what by when? Was it sent in time?'],
  looksLike: {
    outstanding: 'Written so that the child could read it later; sent within days.',
    good: 'True to the meeting, clear on decisions, sent in time.',
    'requires-improvement': 'Late, or hard to find the decision in.',
    inadequate: 'None, or not what happened.',
  },
  training: 'Recording',
}
export const reflection: AuditStandard = {
  code: 'reflection',
  title: 'Thinking about children',
  questions: ['Was there time to think about children and families, or only about tasks?'],
  looksLike: {
    outstanding: 'They thought together in ways that changed what happens next for children.',
    good: 'Curious questions about what life is like for the child.',
    'requires-improvement': 'A list of tasks and dates.',
    inadequate: 'Children were hardly spoken of.',
  },
  training: 'Reflective supervision',
}
export const decisions: AuditStandard = {
  code: 'decisions',
  title: 'Decisions and direction',
  questions: ['Were decisions made and reasons given?', 'Was what was asked last time looked at?'],
  looksLike: {
    outstanding: 'Drift was spotted and ended; reasons would stand before a court.',
    good: 'Clear decisions with reasons and dates; the last ones were followed up.',
    'requires-improvement': 'Decisions without reasons, or nobody looked back.',
    inadequate: 'No direction where the child needed one.',
  },
  training: 'Management oversight',
}
export const support: AuditStandard = {
  code: 'support',
  title: 'Support of the worker',
  questions: ['Was the worker’s load, safety and growth part of it?'],
  looksLike: {
    outstanding: 'The worker left with more strength, a lighter load where needed and something learned.',
    good: 'Load and wellbeing were asked about, and acted on.',
    'requires-improvement': 'Asked about in passing.',
    inadequate: 'Not asked, with signs that it should have been.',
  },
  training: 'Supporting staff',
}
export const response: AuditStandard = {
  code: 'response',
  title: 'How callers are met',
  questions: ['Was the caller heard, and did they know what happens next?'],
  looksLike: {
    outstanding: 'Patient, curious, and kind under pressure; callers would ring again.',
    good: 'Heard, asked well, and told what comes next.',
    'requires-improvement': 'Hurried, or led by the form.',
    inadequate: 'Put off or turned away.',
  },
  training: 'Talking with callers',
}
export const gathering: AuditStandard = {
  code: 'duty-gathering',
  title: 'What was looked up and whom they asked',
  questions: ['Was what is known already read?', 'Were checks right, with consent or a reason without?'],
  looksLike: {
    outstanding: 'The history was weighed at once and the right people asked within the hour.',
    good: 'History read, checks right and lawful.',
    'requires-improvement': 'History skimmed, or checks made as a matter of course.',
    inadequate: 'Not looked up.',
  },
  training: 'Information gathering',
}
