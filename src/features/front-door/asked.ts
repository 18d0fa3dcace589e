import type { RecordType } from '../../domain/records/record-type.ts'
import { contactDecided } from '../../domain/records/types/contact.ts'

/** A type as one form asks it: some of its questions the record answers itself. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})

/** What a manager is asked: the day is today, and which assessment begins is the authority's own rule. */
export const decisionAsked = without(contactDecided, 'decidedOn', 'assessment')

/** What the form is called among drafts. */
export const FORM = contactDecided.code

/** The name of a question about the nth child of a contact, counted from 1. */
export const ofChild = (question: string, n: number): string => `${question}-${n}`
