import { SOURCE_KINDS } from '../../improvement/source.ts'
import { oneOf } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { documents } from '../kinds/documents.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

const { inspection: _, ...others } = SOURCE_KINDS
/** An address on the web, or a page of the product. */
export const LINK = [/^(https?:\/\/\S+|\/\S*)$/, 'Enter the whole address, such as https://… '] as const

/** What tells a service to do better, and is no inspection report: those are loaded and read. */
export const sourceAdded = recordType('source-added', {
  title: 'Source of the plan',
  subject: 'inspection',
  help: 'Give what it recommends in its own words. Each line is then confirmed, with its time and who must act.',
  fields: {
    kind: oneOf('What kind of source is it?', others),
    title: line('What is it called?', { hint: 'Such as: Peer review of the front door', most: 150 }),
    date: day('Its date', { notAfter: 'today' }),
    body: line('Whom did it come from?', {
      hint: 'The body or the people, such as: Safeguarding partners',
      most: 150,
    }),
    link: line('Where it can be read', {
      hint: 'A web address, or a page of this product.',
      optional: true,
      shape: LINK,
      example: 'https://example.org/review.pdf',
      most: 300,
    }),
    documents: documents('The document', { optional: true }),
    recommendations: text('What does it recommend?', {
      hint: 'Word for word, one a line. Paste them all at once. More can be added later.',
      optional: true,
      most: 20_000,
    }),
  },
  happened: a => a.date,
  summary: a => `${others[a.kind]}: ${a.title}`,
})
