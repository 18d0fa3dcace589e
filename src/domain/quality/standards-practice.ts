import type { AuditStandard } from './tool.ts'

// What most audits grade, whatever the child's plan. The same standard in two tools can be read side by side.

export const assessment: AuditStandard = {
  code: 'assessment',
  title: 'Assessment',
  questions: [
    'Are risks and what protects the child both weighed, with the family’s history?',
    'Does it say what daily life is like for this child, and what must change?',
  ],
  looksLike: {
    outstanding:
      'Sharp and current. History, risk and protection are weighed together, fathers and others who matter are in it, and the family recognises it.',
    good: 'Current and analysed. It says what the child’s life is like, what the risks and strengths are, and what follows from them.',
    'requires-improvement':
      'Facts are gathered, but what they mean for the child is thin, or it is out of date.',
    inadequate: 'Missing, or so weak that a risk to the child is not seen.',
  },
  training: 'Analysis and risk in assessment',
}

export const identity: AuditStandard = {
  code: 'identity',
  title: 'Culture and identity',
  questions: [
    'Is it said what the child’s ethnicity, language, faith, disability and family culture mean for this child?',
    'Does it change what is done?',
  ],
  looksLike: {
    outstanding: 'Who the child is runs through assessment, plan and visits, and has shaped the help given.',
    good: 'What the child’s identity means for daily life and for the help is understood and written down.',
    'requires-improvement': 'Described in a line or a code, with nothing said of what it means.',
    inadequate: 'Not recorded, wrong, or guessed.',
  },
  training: 'Culture, identity and anti-racist practice',
}

export const voice: AuditStandard = {
  code: 'voice',
  title: 'The child’s voice',
  questions: [
    'Can you hear what the child says, shows and wants, in the child’s own words?',
    'What was done about it?',
  ],
  looksLike: {
    outstanding:
      'The child is heard in every record, by ways that suit age and need, and can be seen to have changed decisions.',
    good: 'Wishes and feelings are sought, recorded in the child’s words, and weighed in plans.',
    'requires-improvement': 'The child was spoken to, but the words are the worker’s, or nothing followed.',
    inadequate: 'The child is not heard in the record.',
  },
  training: 'Direct work and hearing children',
}

export const chronology: AuditStandard = {
  code: 'chronology',
  title: 'Chronology',
  questions: ['Can the story be followed in ten minutes?', 'Are events that matter there, and used?'],
  looksLike: {
    outstanding:
      'Complete, readable, and plainly used: patterns are drawn from it in assessment and decisions.',
    good: 'Up to date, with what matters and its effect on the child.',
    'requires-improvement': 'A list with gaps, or so much in it that the pattern is lost.',
    inadequate: 'There is none to follow, or what matters most is not in it.',
  },
  training: 'Chronologies that are used',
}

export const plan: AuditStandard = {
  code: 'plan',
  title: 'The plan, and what if it fails',
  questions: [
    'Could the family say what must change, who does what, and by when?',
    'Does it say what happens if things do not change?',
  ],
  looksLike: {
    outstanding:
      'The family’s own plan: clear about change, reviewed as life changes, with a contingency that everyone knows.',
    good: 'Outcomes for the child, steps with names and dates, how change will be seen, and what happens if it is not.',
    'requires-improvement':
      'Tasks rather than change, dates such as “ongoing”, or no word on what if it fails.',
    inadequate: 'No current plan, or one that leaves the child at risk.',
  },
  mayNotApply: true,
  training: 'Plans with outcomes, dates and contingency',
}

export const oversight: AuditStandard = {
  code: 'oversight',
  title: 'Management oversight and supervision',
  questions: [
    'Are decisions recorded with their reasons?',
    'Does supervision move the work on, and go back to what it asked for?',
  ],
  looksLike: {
    outstanding:
      'Regular, reflective and challenging. Drift is seen early and the child’s life is better for it.',
    good: 'Regular, with decisions, reasons and steps with dates that are followed up.',
    'requires-improvement': 'It happens, but lists tasks, or the same tasks come back unanswered.',
    inadequate: 'Long gaps, or nobody noticed drift or risk.',
  },
  training: 'Reflective supervision and recording decisions',
}

export const visits: AuditStandard = {
  code: 'visits',
  title: 'Visits and relationships',
  questions: ['Is the child seen, alone, as often as the child needs?', 'Does the worker know the child?'],
  looksLike: {
    outstanding: 'The child has somebody who comes as promised, is trusted, and works directly with purpose.',
    good: 'Seen in time and alone, at home and elsewhere, with purpose.',
    'requires-improvement': 'Some visits late or without purpose, or many changes of worker.',
    inadequate: 'Not seen for a long time, or not seen alone where that mattered.',
  },
  training: 'Purposeful visits',
}

export const agencies: AuditStandard = {
  code: 'agencies',
  title: 'Working with other agencies',
  questions: ['Are those who know the child in it, and do they act?', 'Is information shared in time?'],
  looksLike: {
    outstanding: 'School, health and others work as one with the family, and challenge each other well.',
    good: 'The right people share, meet and do what they agreed.',
    'requires-improvement': 'Somebody who matters is missing, or what was agreed is not followed up.',
    inadequate: 'Agencies do not know what others know, and the child is less safe for it.',
  },
  training: 'Working together across agencies',
}

export const impact: AuditStandard = {
  code: 'impact',
  title: 'Impact for the child',
  questions: ['What is better for this child because of us?', 'How do you know?'],
  looksLike: {
    outstanding: 'Life is plainly better, it will last, and the family would say so.',
    good: 'Change for the better is shown, and the child is safer.',
    'requires-improvement': 'A good deal was done, but little is better yet, or nobody can tell.',
    inadequate: 'The child is no better off, or worse.',
  },
  training: 'Evidencing impact',
}
