import { frameworks } from '../../improvement/frameworks.ts'
import { indicators } from '../../indicators/indicators.ts'
import { auditTools } from '../../quality/tools.ts'
import { documentKinds } from '../../readiness/document-kinds.ts'
import { manyOf, oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** A standard of an audit tool, as a self-evaluation names it: "case-file/plan". */
const standards = auditTools.flatMap(t =>
  t.standards.map(s => ({ code: `${t.code}/${s.code}`, title: `${s.title} (${t.title.toLowerCase()})` })),
)

/**
 * What the authority says of itself in one area of a framework, in the three questions that inspectors put (users 2.4).
 * Written again in whole each time: the entries before it are its history.
 */
export const selfEvaluation = recordType('self-evaluation', {
  title: 'Self-evaluation',
  subject: 'authority',
  help: 'Say what is weak as plainly as what is strong. Speak of practice and of children’s lives, and not of figures alone.',
  fields: {
    framework: oneOf('Framework', Object.fromEntries(frameworks.map(f => [f.code, f.name]))),
    area: line('Area', { most: 60 }),
    know: text('What do you know about the quality and impact of social work practice?', { most: 20_000 }),
    how: text('How do you know it?', { most: 20_000 }),
    plans: text('What are your plans for the next 12 months?', { most: 20_000 }),
    figures: manyOf('Which figures show it?', Object.fromEntries(indicators.map(i => [i.code, i.name])), {
      optional: true,
      groups: [{ title: 'Figures of the digest', codes: indicators.map(i => i.code) }],
    }),
    standards: manyOf(
      'Which findings of audits show it?',
      Object.fromEntries(standards.map(s => [s.code, s.title])),
      {
        optional: true,
        groups: auditTools.map(t => ({
          title: t.title,
          codes: t.standards.map(s => `${t.code}/${s.code}`),
        })),
      },
    ),
    figuresOn: day('Figures of', {
      notAfter: 'today',
      start: 'today',
      hint: 'The figures are kept as of this day, and shown beside those of the day of reading.',
    }),
    evidence: text('Other evidence', {
      optional: true,
      most: 4000,
      hint: 'One a line: an action of the plan, such as A4; the address of a page here, such as /audits; or words.',
    }),
    documents: documents('Documents', { optional: true }),
  },
  summary: a => `Self-evaluation: ${a.area}`,
})

/** What inspectors ask for on paper, kept with the day by which it is to be looked at again. */
export const readyDocument = recordType('ready-document', {
  title: 'Document made ready',
  subject: 'authority',
  fields: {
    title: line('What is it?', { most: 200 }),
    kind: oneOf('Kind', documentKinds),
    agreed: day('Agreed on', { optional: true, notAfter: 'today' }),
    review: day('To be looked at again by', { optional: true, hint: 'Such as 27/3/2026' }),
    documents: documents('File', {}),
  },
  summary: a => a.title,
})

export const readyDocumentTakenOut = recordType('ready-document-taken-out', {
  title: 'Document taken out',
  subject: 'authority',
  fields: { document: line('Document', { most: 40 }), why: line('Why?', { optional: true }) },
  summary: () => 'A document made ready was taken out',
})
