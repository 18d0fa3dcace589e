import type { AuditStandard } from './tool.ts'

// What audits grade for children looked after, children with protection plans, and at the front door.

export const permanence: AuditStandard = {
  code: 'permanence',
  title: 'Permanence',
  questions: ['Is there one plan for where the child will grow up, and one beside it?', 'Is there drift?'],
  looksLike: {
    outstanding:
      'Settled early and together with the child, with a second plan run alongside until it was sure.',
    good: 'A clear plan by the second review, followed without delay.',
    'requires-improvement': 'A plan that is late, or changed without saying why.',
    inadequate: 'No plan for permanence, or delay that harmed the child.',
  },
  training: 'Permanence planning',
}

export const placement: AuditStandard = {
  code: 'placement',
  title: 'Where the child lives',
  questions: [
    'Does it meet this child’s needs?',
    'What was done to keep brothers and sisters, school and friends?',
  ],
  looksLike: {
    outstanding: 'The child thrives there, and the carers are helped before they ask.',
    good: 'Matched to the child’s needs, near what matters, and stable.',
    'requires-improvement': 'Good enough, but matched to what was free, or help for it came late.',
    inadequate: 'Unsuitable or unstable, with no plan to change it.',
  },
  training: 'Matching and stability',
}

export const health: AuditStandard = {
  code: 'health',
  title: 'Health and education',
  questions: [
    'Are checks, immunisations and the personal education plan current, and did they lead to help?',
  ],
  looksLike: {
    outstanding: 'Needs are met early, and the child does better than anyone expected.',
    good: 'Current, and what they asked for was done.',
    'requires-improvement': 'Current, but what they asked for was not all done.',
    inadequate: 'Out of date, or a need goes unmet.',
  },
  training: 'Health and education of looked after children',
}

export const lifeStory: AuditStandard = {
  code: 'life-story',
  title: 'Life story and family time',
  questions: ['Does the child know why they are looked after?', 'Is time with family what the child needs?'],
  looksLike: {
    outstanding: 'The child owns their story, and family time is shaped with them.',
    good: 'Life story work is under way and family time is reviewed.',
    'requires-improvement': 'Planned and not begun, or family time left as it was.',
    inadequate: 'None, or family time that harms.',
  },
  training: 'Life story work',
}

export const review: AuditStandard = {
  code: 'review',
  title: 'Independent review and challenge',
  questions: ['Did reviews hold people to the plan?', 'Was drift challenged between them?'],
  looksLike: {
    outstanding: 'The child takes part as they wish, and challenge moved things on.',
    good: 'In time, with the child’s view, and decisions checked between reviews.',
    'requires-improvement': 'In time, but decisions come back undone.',
    inadequate: 'Late or missing, or drift was not challenged.',
  },
  mayNotApply: true,
  training: 'Review and escalation',
}

export const enquiry: AuditStandard = {
  code: 'enquiry',
  title: 'Strategy discussion and enquiry',
  questions: ['Were the right agencies there, in time?', 'Was the decision right for the risk?'],
  looksLike: {
    outstanding: 'Swift and thorough, with the child’s account at the centre of it.',
    good: 'In time, with police and health, and a clear decision with reasons.',
    'requires-improvement': 'In time, but an agency was missing or the reasons are thin.',
    inadequate: 'Late or not held, and the child was left at risk.',
  },
  training: 'Strategy discussions and section 47',
}

export const coreGroup: AuditStandard = {
  code: 'core-group',
  title: 'Core groups and conferences',
  questions: ['Do they test whether the child is safer?', 'Are they in time and are the right people there?'],
  looksLike: {
    outstanding: 'They test change, adapt the plan, and parents take part as partners.',
    good: 'In time, with the right people, and progress is judged against the plan.',
    'requires-improvement': 'They meet, but pass on news rather than judge whether the child is safer.',
    inadequate: 'Missed or empty, and the plan stands still.',
  },
  training: 'Core groups that move the plan',
}

export const threshold: AuditStandard = {
  code: 'threshold',
  title: 'Threshold and decision',
  questions: ['Was the decision right, on what was known?', 'Is the reason written down?'],
  looksLike: {
    outstanding: 'Right, swift and reasoned, with history and the referrer’s view weighed.',
    good: 'Right, and the reason is clear.',
    'requires-improvement': 'Right, but the reason cannot be found, or history was not looked at.',
    inadequate: 'Wrong for this child.',
  },
  training: 'Thresholds',
}

export const gathering: AuditStandard = {
  code: 'gathering',
  title: 'Consent and gathering information',
  questions: ['Did the family know, or is it said why not?', 'Was what others know asked for in proportion?'],
  looksLike: {
    outstanding: 'The family was a partner from the first call, and those who know the child were asked.',
    good: 'Consent sought or its absence explained; what was needed was gathered in time.',
    'requires-improvement': 'Consent is not clear, or somebody who should have been asked was not.',
    inadequate: 'Information that mattered was not sought or not read.',
  },
  training: 'Consent and information sharing',
}

export const timeliness: AuditStandard = {
  code: 'timeliness',
  title: 'Timeliness and reply',
  questions: ['Was it decided within a working day?', 'Did the referrer hear what came of it?'],
  looksLike: {
    outstanding: 'At the pace the child needed, and everyone knew what would happen next.',
    good: 'In time, and the referrer was told.',
    'requires-improvement': 'A little late, or the referrer was not told.',
    inadequate: 'So late that the child was left at risk.',
  },
  training: 'Timely decisions at the front door',
}
