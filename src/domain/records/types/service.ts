import { manyOf, yesNo } from '../kinds/choice.ts'
import { wholeNumber } from '../kinds/number.ts'
import { line, text } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

export const helpWith = {
  parenting: 'Parenting',
  behaviour: 'Behaviour',
  school: 'School and learning',
  health: 'Health',
  mind: 'Feelings and mental health',
  disability: 'Disability and special needs',
  abuse: 'Domestic abuse',
  alcohol: 'Alcohol and drugs',
  money: 'Money and housing',
  young: 'Babies and under-fives',
  carers: 'Young carers',
} as const

/** A service that families can be helped by: who it is for, and how to reach it (requirement FD6). */
export const serviceDetails = recordType('service-details', {
  title: 'Service',
  subject: 'service',
  fields: {
    name: line('Name', { most: 120 }),
    helps: manyOf('What does it help with?', helpWith),
    who: text('Who is it for?', { most: 2000 }),
    fromAge: wholeNumber('From what age?', { from: 0, to: 25, optional: true }),
    toAge: wholeNumber('Up to what age?', { from: 0, to: 25, optional: true }),
    where: line('Where?', { optional: true, most: 200 }),
    reach: text('How does one reach it?', { most: 2000 }),
    phone: line('Telephone', { optional: true, most: 30 }),
    email: line('Email', { optional: true, most: 200 }),
    web: line('Web page', {
      optional: true,
      most: 300,
      shape: [/^https?:\/\/\S+$/, 'Begin with https://'],
      example: 'https://example.org',
    }),
    open: yesNo('Does it take new families now?', { start: 'yes' }),
  },
  summary: a => a.name,
  faults: a =>
    a.fromAge !== undefined && a.toAge !== undefined && a.toAge < a.fromAge
      ? { toAge: 'This is under the youngest age. Check both.' }
      : {},
})
