import { isNotice } from '../../domain/records/codes-front-door.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { contactDecided } from '../../domain/records/types/contact.ts'

/** A type as one form asks it: some of its questions the record answers itself. */
export const without = (type: RecordType, ...names: readonly string[]): RecordType => ({
  ...type,
  fields: Object.fromEntries(Object.entries(type.fields).filter(([name]) => !names.includes(name))),
})

/**
 * What a manager is asked: the day is today, and which assessment begins is the authority's own rule. Who else is told
 * is asked of notices, and a MARAC only of domestic abuse.
 */
export const decisionAsked = (sort: unknown): RecordType =>
  without(
    contactDecided,
    'decidedOn',
    'assessment',
    ...(isNotice(sort) ? [] : ['passedTo']),
    ...(sort === 'domestic-abuse' ? [] : ['marac']),
  )

/** What the form is called among drafts. */
export const FORM = contactDecided.code

/** The name of a question about the nth child of a contact, counted from 1. */
export const ofChild = (question: string, n: number): string => `${question}-${n}`
