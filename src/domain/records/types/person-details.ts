import { disabilities, ethnicities, sexes } from '../codes.ts'
import { withoutUpn } from '../codes-care.ts'
import { manyOf, oneOf, yesNo } from '../kinds/choice.ts'
import { day } from '../kinds/day.ts'
import { line } from '../kinds/words.ts'
import { recordType } from '../record-type.ts'

/** Who a child is. Written again in whole when something changes: a name, a birth. */
export const personDetails = recordType('person-details', {
  title: 'Person details',
  fields: {
    asOf: day('From which day is this right?', { notAfter: 'today', start: 'today' }),
    unborn: yesNo('Is the child unborn?', { start: 'no' }),
    givenName: line('Given names', { optional: true, most: 100 }),
    familyName: line('Family name', { optional: true, most: 100 }),
    otherNames: line('Other or earlier names', { optional: true, most: 300 }),
    expected: day('Expected date of birth', { when: a => a.unborn === true }),
    born: day('Date of birth', { notAfter: 'today', when: a => a.unborn !== true }),
    sex: oneOf('Sex', sexes),
    ethnicity: oneOf('Ethnicity', ethnicities),
    identity: line('Culture, religion and language, and what they mean to this child', {
      optional: true,
      most: 2000,
    }),
    disability: yesNo('Is the child disabled?', { optional: true }),
    disabilities: manyOf('How does it affect the child?', disabilities, {
      when: a => a.disability === true,
      optional: true,
    }),
    nhsNumber: line('NHS number', {
      optional: true,
      shape: [/^\d{3} ?\d{3} ?\d{4}$/, 'An NHS number has 10 figures.'],
      example: '999 123 4567',
    }),
    upn: line('Unique pupil number', {
      optional: true,
      shape: [/^[A-Z]\d{11}[\dA-Z]$/, 'A UPN is a letter, 11 figures, and a figure or letter.'],
      example: 'A123456789012',
    }),
    upnUnknown: oneOf('If there is no pupil number, why?', withoutUpn, { optional: true }),
    address: line('Home address', { optional: true, most: 300 }),
  },
  happened: a => a.asOf,
  summary: a => (a.unborn ? 'Unborn child' : 'Details of the child'),
  faults: a =>
    a.born && a.asOf < a.born ? { asOf: 'This is before the child was born. Check both days.' } : {},
})
