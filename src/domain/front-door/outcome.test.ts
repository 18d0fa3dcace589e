import { describe, expect, test } from 'vitest'
import { day, type Instant } from '../kernel/day.ts'
import { contactOutcomes, isAccepted } from '../records/codes-front-door.ts'
import { clockHours } from './age.ts'
import { calledInContact, firstDetails, inChildsFile } from './outcome.ts'
import { repeats } from './repeats.ts'

const received = { receivedOn: day('2026-03-09'), sort: 'worry', source: '2A', concern: 'Left alone' }
const decidedAs = (outcome: string) => ({
  reference: 'C7K3M9Q2',
  received,
  decided: {
    decidedOn: day('2026-03-10'),
    outcome,
    level: '3',
    need: 'N1',
    reasons: 'Why',
    next: 'Next',
    ...(outcome === 'assess' ? { assessment: 'single' } : {}),
  },
})

describe('what a decision adds to a child’s file', () => {
  test.each(Object.keys(contactOutcomes))('%s', outcome => {
    const made = inChildsFile(decidedAs(outcome), false)
    const types = made.map(f => f.type.code)
    expect(types).toEqual(isAccepted(outcome) ? ['referral-received', 'referral-decided'] : ['contact'])
    for (const { type, answers } of made)
      for (const [name, field] of Object.entries(type.fields)) {
        const asked = field.required && (field.options.when?.(answers) ?? true)
        if (asked) expect(answers[name], `${type.code} ${name}`).toBeDefined()
      }
  })

  test('a child who is open is not referred again, and a new assessment begins where one was asked', () => {
    expect(inChildsFile(decidedAs('assess'), true).map(f => f.type.code)).toEqual([
      'contact',
      'assessment-begun',
    ])
    expect(inChildsFile(decidedAs('protect'), true).map(f => f.type.code)).toEqual(['contact'])
  })
})

describe('the first entry of a new file', () => {
  const today = day('2026-03-10')
  test('says what was told, and leaves open what was not', () => {
    expect(
      firstDetails({ givenName: 'Sam', familyName: '', address: '1 Lane', age: '7' }, today).answers,
    ).toEqual({
      asOf: today,
      unborn: false,
      givenName: 'Sam',
      sex: 'U',
      ethnicity: 'NOBT',
      address: '1 Lane',
    })
  })
  test('a day to come is when the baby is expected; today is a birth', () => {
    expect(firstDetails({ familyName: 'Reed', born: day('2026-03-11') }, today).answers).toMatchObject({
      unborn: true,
      expected: '2026-03-11',
    })
    expect(firstDetails({ familyName: 'Reed', born: today }, today).answers).toMatchObject({
      unborn: false,
      born: today,
    })
  })
  test('a child without a name is called by where it lives', () => {
    expect(calledInContact({ address: '3 Mill Lane' })).toBe('A child at 3 Mill Lane')
    expect(calledInContact({})).toBe('A child not named')
  })
})

describe('repeats', () => {
  const past = (receivedOn: string, sort = 'worry') => ({
    code: receivedOn,
    receivedOn: day(receivedOn),
    sort,
    incidentOn: null,
    outcome: null,
  })
  const now = { receivedOn: day('2026-03-10'), sort: 'domestic-abuse' }

  test('nothing before it, or nothing within the year, is nothing to say', () => {
    expect(repeats(now, [])).toEqual([])
    expect(repeats(now, [past('2025-03-10')])).toEqual([])
  })
  test('the same notice again stands out; another contact is counted', () => {
    expect(repeats(now, [past('2025-03-11', 'domestic-abuse'), past('2026-01-01')])).toEqual([
      { say: '2 police notices of domestic abuse in 12 months', standsOut: true },
      { say: '3 contacts in 12 months', standsOut: false },
    ])
  })
  test('notices before a call stand out where there were several', () => {
    const two = [past('2026-01-01', 'hospital'), past('2026-02-01', 'hospital')]
    expect(repeats({ ...now, sort: 'worry' }, two)).toContainEqual({
      say: 'Before it: 2 A&E attendances',
      standsOut: true,
    })
  })
})

test.each([
  ['2026-03-10T11:59:10.000Z', '0 minutes'],
  ['2026-03-10T11:01:00.000Z', '59 minutes'],
  ['2026-03-10T11:00:00.000Z', '1 hour'],
  ['2026-03-08T12:00:00.000Z', '2 days'],
  ['2026-03-07T08:00:00.000Z', '3 days 4 hours'],
  ['2026-03-10T13:00:00.000Z', '0 minutes'],
])('waiting since %s: %s', (since, say) =>
  expect(clockHours(since as Instant, '2026-03-10T12:00:00.000Z' as Instant)).toBe(say),
)
