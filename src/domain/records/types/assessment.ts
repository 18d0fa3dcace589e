import { assessmentFactors, factorGroups } from '../codes-factors.ts'
import { assessmentKinds } from '../codes-front-door.ts'
import { manyOf, oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line, text } from '../kinds/words.ts'
import type { Mark } from '../record-type.ts'
import { recordType } from '../record-type.ts'

/** A new assessment on a case that is open already. The first one begins with the accepted referral. */
export const assessmentBegun = recordType('assessment-begun', {
  title: 'Assessment begun',
  fields: {
    on: day('From which day does it count?', {
      notAfter: 'today',
      start: 'today',
      hint: 'The day of the referral, or of the news that makes a new assessment needed.',
    }),
    kind: oneOf('Which assessment?', assessmentKinds),
    why: text('Why is it needed, and what should it find out?', {}),
  },
  happened: a => a.on,
  spells: a => [
    { opens: 'in-need', keeps: true },
    { opens: 'assessment', key: a.kind },
  ],
  summary: a => `${assessmentKinds[a.kind]} begun`,
})

const outcomes = {
  'child-in-need': 'Child in need plan',
  protect: 'Strategy discussion: the child may be suffering significant harm',
  care: 'The child should be looked after',
  core: 'A core assessment',
  'early-help': 'Step down to early help, and close',
  close: 'Close: no further social care',
} as const

const done: Readonly<Record<keyof typeof assessmentKinds, Mark>> = {
  initial: 'initial-assessment',
  core: 'core-assessment',
  single: 'single-assessment',
}

/**
 * The assessment itself (requirement AS1). It is done when a manager has authorised it, and not before (rules R05–R07,
 * R10): its clock is met, and its outcome takes effect, on the day of the signature.
 */
export const assessment = recordType('assessment', {
  title: 'Assessment',
  help: 'What is known of the child is filled in already. Say what has changed, and what it all means for this child.',
  fields: {
    on: day('When was it finished?', { notAfter: 'today', start: 'today' }),
    kind: oneOf('Which assessment?', assessmentKinds, { start: 'single' }),
    seen: oneOf(
      'Was the child seen?',
      { alone: 'Yes, alone', 'with-others': 'Yes, with others', no: 'No' },
      { own: true },
    ),
    seenOn: day('When were they last seen?', {
      notAfter: 'today',
      notBefore: 'birth',
      when: a => a.seen === 'alone' || a.seen === 'with-others',
      own: true,
    }),
    whyNotSeen: text('Why not?', { when: a => a.seen === 'no', own: true }),
    views: text('What did the child say they feel and want?', {
      own: true,
      young: 'What did you see of the child, and what does it tell you of how they feel?',
      hint: 'In their words where you can. For a child who does not speak: what you saw, and what it tells you.',
    }),
    identity: text('Culture, religion, language, disability: who the child is, and what it means to them', {
      own: true,
      carry: true,
    }),
    history: text('What has happened before', { carry: true }),
    risks: text('What are the risks?', {}),
    protects: text('What protects the child?', {}),
    parenting: text('What the parents can do, and what gets in the way', { carry: true }),
    family: text('Wider family and others who help', { carry: true }),
    agencies: text('What other services said', {}),
    parents: text('What the parents think', {}),
    impact: text('What is it like to be this child, day to day?', { own: true }),
    analysis: text('What does it all mean, and how do you know?', { own: true }),
    factors: manyOf('Which of these is behind it?', assessmentFactors, {
      optional: true,
      own: true,
      groups: factorGroups,
      hint: 'All that the analysis speaks of. The national return asks for these.',
    }),
    outcome: oneOf('What should happen?', outcomes, { own: true }),
    plan: text('The plan: what must change, who does what, by when', { when: a => a.outcome !== 'close' }),
  },
  happened: a => a.on,
  marks: a => (a.seen === 'no' ? [] : ['child-seen']),
  chronology: a => `${assessmentKinds[a.kind]} finished: ${outcomes[a.outcome].toLowerCase()}`,
  summary: a => `${assessmentKinds[a.kind]}: ${outcomes[a.outcome].toLowerCase()}`,
  writtenBy: ['social-worker', 'team-manager', 'out-of-hours'],
  signedBy: ['team-manager', 'director'],
  onSigned: a => ({
    marks: [done[a.kind]],
    spells: [
      { closes: 'assessment', key: a.kind },
      ...(a.outcome === 'core' ? [{ opens: 'assessment', key: 'core' } as const] : []),
      // The plan that was agreed in it begins with it: nobody is asked again.
      ...(a.outcome === 'child-in-need' ? [{ opens: 'need-plan', keeps: true } as const] : []),
    ],
  }),
  faults: a => ({
    ...(a.outcome === 'core' && a.kind !== 'initial'
      ? { outcome: 'Only an initial assessment leads on to a core assessment.' }
      : {}),
    ...(a.factors?.includes('21') && a.factors.length > 1
      ? { factors: `“${assessmentFactors[21]}” goes with no other answer. Untick it, or the others.` }
      : {}),
  }),
})

const specialist = {
  disability: 'Disabled child',
  parenting: 'Parenting',
  fostering: 'Private fostering arrangement',
  age: 'Age of an unaccompanied child',
} as const

/** Assessments for a purpose of their own (requirement AS3). */
export const specialistAssessment = recordType('specialist-assessment', {
  title: 'Specialist assessment',
  fields: {
    on: day('When was it finished?', { notAfter: 'today', start: 'today' }),
    kind: oneOf('Of what?', specialist),
    by: line('Who made it?', { most: 200 }),
    found: text('What was found, and how?', {}),
    views: text('What the child thinks', {}),
    analysis: text('What does it mean for the child’s plan?', {}),
  },
  happened: a => a.on,
  chronology: a => `Specialist assessment: ${specialist[a.kind].toLowerCase()}`,
  summary: a => specialist[a.kind],
  signedBy: ['team-manager', 'director'],
})

/** What another service was asked, and what it answered: gathered once, read in every assessment. */
export const agencyInformation = recordType('agency-information', {
  title: 'Asked of another service',
  fields: {
    asked: day('When were they asked?', { notAfter: 'today', start: 'today' }),
    agency: line('Which service, and whom?', { most: 150 }),
    question: line('What were they asked?', { optional: true, most: 300 }),
    answered: day('When did they answer?', { notAfter: 'today', optional: true }),
    answer: text('What did they say?', { optional: true }),
  },
  happened: a => a.asked,
  summary: a => `${a.agency}: ${a.answered ? 'answered' : 'asked, no answer yet'}`,
  faults: a =>
    a.answered && a.answered < a.asked
      ? { answered: 'They answered before they were asked. Check both days.' }
      : {},
})
