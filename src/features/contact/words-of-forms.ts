import { publicSorts } from '../../domain/front-door/contact-form.ts'
import type { Field } from '../../domain/records/kinds/field.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { contactChild, contactReceived } from '../../domain/records/types/contact.ts'

interface Said {
  readonly label?: string
  readonly hint?: string
}

/** A record type as one page asks it: the same questions and answers, in other words. */
function inWords(type: RecordType, said: Readonly<Record<string, Said>>): RecordType {
  const fields = Object.entries(type.fields).map(([name, field]): [string, Field<unknown>] => {
    const { label, hint } = said[name] ?? {}
    const options = hint ? { ...field.options, hint } : field.options
    return [name, { ...field, ...(label ? { label } : {}), options }]
  })
  return { ...type, fields: Object.fromEntries(fields) }
}

/** Only what anybody may send is offered to anybody. */
function fewerSorts(type: RecordType): RecordType {
  const { sort } = type.fields
  if (!sort) return type
  const choices = Object.fromEntries(publicSorts.map(s => [s, sort.kind.choices?.[s] ?? s]))
  return { ...type, fields: { ...type.fields, sort: { ...sort, kind: { ...sort.kind, choices } } } }
}

/** The questions as anybody is asked them, and why. */
export const publicContact: RecordType = fewerSorts(
  inWords(contactReceived, {
    concern: { hint: 'Use your own words. Say what you know yourself, and what others told you.' },
    referrer: { hint: 'You need not say who you are, unless you work with children. It helps us if you do.' },
    email: { hint: 'Only if it is safe to write to you there' },
    number: { hint: 'Such as the number of your own file' },
  }),
)

/** The questions as somebody fills them in who listens to a caller. */
export const callTaken: RecordType = inWords(contactReceived, {
  concern: { label: 'What are they worried about, and what was seen or heard?' },
  wanted: { label: 'What have they done so far, and what do they think should happen?' },
  told: { label: 'Does the family know that they are telling us?' },
  source: { label: 'Who are they?' },
  referrer: { label: 'Their name' },
  organisation: { label: 'Where they work' },
  number: { label: 'Their own reference' },
})

/** The questions about a child. None needs an answer but a name or an address, and the page says so once. */
export const childTold: RecordType = (() => {
  const type = inWords(contactChild, {
    born: { label: 'Date of birth, or due date' },
    age: { label: 'Or age', hint: 'Such as 7, or about 2' },
  })
  const fields = Object.entries(type.fields).map(([name, f]) => [name, { ...f, required: true }])
  return { ...type, fields: Object.fromEntries(fields) }
})()
