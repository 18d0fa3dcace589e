import { frameworks } from '../../improvement/frameworks.ts'
import { BRAGS, type Brag, DELIVERY_WORDS, IMPACT_WORDS, PRIORITIES } from '../../improvement/plan.ts'
import { indicators } from '../../indicators/indicators.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { worker } from '../kinds/reference.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'
import { benchmark, benchmarkFaults, FIGURE, targetFaults } from './plan-measures.ts'

// The answers these types hold are read by the fold of the improvement plan: see PlanFacts.

const sections = Object.fromEntries(
  frameworks.toReversed().flatMap(f => f.sections.map(s => [s.code, s.title] as const)),
)
const bands = Object.fromEntries(frameworks.flatMap(f => f.bands.map(b => [b.code, b.title] as const)))
const marksOf = (words: Readonly<Record<Brag, string>>) =>
  Object.fromEntries(BRAGS.map(b => [b, `${words[b]} (${b})`]))
const onDay = (label: string) => day(label, { notAfter: 'today', start: 'today' })
const actors = (required: boolean) =>
  text('Who must act?', { hint: 'One name a line.', most: 1000, ...(required ? {} : { optional: true }) })

/** A published report as read. Its judgements and areas are kept beside these answers, as they were read. */
export const reportLoaded = recordType('inspection-report-loaded', {
  title: 'Inspection report',
  subject: 'inspection',
  fields: {
    file: line('Where the report came from', { most: 200 }),
    framework: oneOf('Framework', Object.fromEntries(frameworks.map(f => [f.code, f.name]))),
    authority: line('Council inspected', { optional: true, most: 150 }),
    inspectedFrom: day('Inspection began on', { optional: true }),
    inspectedTo: day('Inspection ended on', { optional: true }),
    published: day('Report published on', {
      optional: true,
      hint: 'Every time that the report gives counts from this day.',
    }),
    received: day('Report received on', {
      optional: true,
      hint: 'The statement of action, and some other duties, count from this day.',
    }),
  },
  summary: a => `Report of ${a.authority ?? 'an inspection'} loaded from ${a.file}`,
  faults: a =>
    a.inspectedFrom && a.inspectedTo && a.inspectedTo < a.inspectedFrom
      ? { inspectedTo: 'This is before the inspection began. Check both days.' }
      : a.inspectedTo && a.published && a.published < a.inspectedTo
        ? { published: 'This is before the inspection ended. Check both days.' }
        : {},
})

/** What a person checked against the report: an answer left out stands as it was read. */
export const findingConfirmed = recordType('finding-confirmed', {
  title: 'Area for improvement confirmed',
  subject: 'inspection',
  fields: {
    finding: line('Area', { most: 40 }),
    text: text('The words of the report', { optional: true, most: 4000 }),
    section: oneOf('Part of the report', sections, { optional: true }),
    band: oneOf('Time given', bands, { optional: true }),
    due: day('Due', {
      optional: true,
      hint: 'Change the time alone, and this is counted again from publication.',
    }),
    agencies: actors(false),
    paragraph: line('Paragraph of the report', { optional: true, most: 20 }),
  },
  summary: a => `Area ${a.finding} confirmed`,
})

export const findingAdded = recordType('finding-added', {
  title: 'Area for improvement added',
  subject: 'inspection',
  help: 'For what the report asks and was not read from it.',
  fields: {
    text: text('The words of the report', { most: 4000 }),
    section: oneOf('Part of the report', sections),
    band: oneOf('Time given', bands, { optional: true }),
    due: day('Due', { optional: true, hint: 'Left blank, it is counted from publication.' }),
    agencies: actors(true),
    paragraph: line('Paragraph of the report', { optional: true, most: 20 }),
  },
  summary: a => `Area added: ${a.text}`,
})

export const findingSetAside = recordType('finding-set-aside', {
  title: 'Area for improvement set aside',
  subject: 'inspection',
  fields: { finding: line('Area', { most: 40 }), why: text('Why is it set aside?', { most: 1000 }) },
  summary: a => `Area ${a.finding} set aside: ${a.why}`,
})

export const actionPlanned = recordType('action-planned', {
  title: 'Action',
  subject: 'action',
  help: 'Say first what will be better for children; then what will be done to bring it about.',
  fields: {
    inspection: line('Inspection', { most: 40 }),
    finding: line('Area for improvement', { most: 40 }),
    outcome: text('What will be better for children?', { most: 1000 }),
    what: text('What will be done?', { most: 1000 }),
    lead: line('Who leads it?', { hint: 'Name and post, here or with a partner.', most: 150 }),
    owner: worker('Is that somebody here?', {
      hint: 'Choose them, so that what waits reaches them. They never close it themselves.',
      optional: true,
    }),
    sponsor: line('Who stands behind it?', { hint: 'The senior sponsor.', optional: true, most: 150 }),
    partners: text('With which partners?', { hint: 'One a line.', optional: true, most: 1000 }),
    theme: line('Theme', { optional: true, most: 80 }),
    priority: oneOf('Priority', PRIORITIES, { optional: true }),
    start: day('Starts on', { optional: true }),
    due: day('Done by', {}),
  },
  summary: a => a.what,
  faults: a => (a.start && a.due < a.start ? { due: 'This is before it starts. Check both days.' } : {}),
})

export const milestoneSet = recordType('milestone-set', {
  title: 'Milestone',
  subject: 'action',
  fields: { what: line('What will have happened?', { most: 300 }), by: day('By when?', {}) },
  summary: a => `Milestone: ${a.what}`,
})

export const milestoneMet = recordType('milestone-met', {
  title: 'Milestone met',
  subject: 'action',
  fields: { milestone: line('Milestone', { most: 40 }), on: onDay('When was it met?') },
  happened: a => a.on,
  summary: () => 'Milestone met',
})

/** The outcome bound to an indicator, so that whether it came about is counted and not claimed. */
export const measureBound = recordType('measure-bound', {
  title: 'Measure of success',
  subject: 'action',
  fields: {
    indicator: oneOf('Which figure?', Object.fromEntries(indicators.map(i => [i.code, i.name]))),
    splitBy: oneOf(
      'Of which children?',
      { age: 'By age', sex: 'By sex', ethnicity: 'By ethnicity' },
      { optional: true },
    ),
    splitValue: line('Which group?', { when: a => a.splitBy !== undefined, most: 60 }),
    team: line('Of which team?', { optional: true, most: 60 }),
    baseline: line('Where it began', { shape: FIGURE, example: '72.5' }),
    baselineOn: day('Figure of', { notAfter: 'today' }),
    target: line('Target', { shape: FIGURE, example: '95' }),
    targetBy: day('By when?', {}),
    good: oneOf('Which way is better?', { high: 'Higher is better', low: 'Lower is better' }),
    unit: oneOf('Counted as', { percent: 'A percentage', number: 'A number' }),
    ...benchmark,
  },
  summary: a => `Measured by ${a.indicator}: from ${a.baseline} to ${a.target}`,
  faults: a => ({
    ...(a.targetBy <= a.baselineOn ? { targetBy: 'This is not after the day where it began.' } : {}),
    ...targetFaults(a, a.good),
    ...benchmarkFaults(a),
  }),
})

export const actionProgress = recordType('action-progress', {
  title: 'Progress',
  subject: 'action',
  help: 'What has changed since the last note, what stands in the way, and what comes next.',
  fields: {
    on: onDay('As at'),
    note: text('What has happened, and what did children or families notice?', { most: 4000 }),
  },
  happened: a => a.on,
  summary: a => a.note,
})

/** Was the work done? Blue claims that it is complete and embedded; the figure may yet contradict it. */
export const deliveryMarked = recordType('delivery-marked', {
  title: 'Delivery',
  subject: 'action',
  help: 'Is the work being done? Whether it helps children is marked apart, as impact.',
  fields: {
    on: onDay('As at'),
    brag: oneOf('How does the work stand?', marksOf(DELIVERY_WORDS)),
    why: text('Why?', { optional: true, most: 2000 }),
  },
  happened: a => a.on,
  summary: a => `Delivery: ${a.brag}`,
})

/** Is it better for children? */
export const impactMarked = recordType('impact-marked', {
  title: 'Impact',
  subject: 'action',
  help: 'Is it better for children? Whether the work is done is marked apart, as delivery.',
  fields: {
    on: onDay('As at'),
    brag: oneOf('What difference has it made?', marksOf(IMPACT_WORDS)),
    why: text('How do you know?', { optional: true, most: 2000 }),
  },
  happened: a => a.on,
  summary: a => `Impact: ${a.brag}`,
})

export const dueDateRevised = recordType('due-date-revised', {
  title: 'New due date',
  subject: 'action',
  help: 'The first date stays in view beside the new one.',
  fields: {
    on: onDay('Agreed on'),
    due: day('New due date', {}),
    why: text('Why was it moved?', { most: 1000 }),
    agreedBy: line('Who agreed it?', {
      hint: 'A person or a board: not whoever leads the action.',
      most: 150,
    }),
  },
  happened: a => a.on,
  summary: a => `Due date moved to ${a.due}: ${a.why}`,
})
