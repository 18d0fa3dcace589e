import { describe, expect, test } from 'vitest'
import { details, given } from '../../../test/support/given.ts'
import { foldFile } from '../casework/file.ts'
import { gaps } from '../casework/now.ts'
import { day } from '../kernel/day.ts'
import type { NewEntry } from '../records/entry.ts'
import { earlyHelpOn, referralDue, stepUpWaiting } from './lasting.ts'
import { missingMarks, missingWords, qualityMarks } from './quality.ts'
import { type Week, whyThisWeek } from './weekly.ts'

const S = '01890a5d-ac96-774b-bcce-b302099a8001'
const fold = (...entries: readonly NewEntry[]) =>
  foldFile(
    S,
    [given(S, 'person-details', details('2015-03-02')), ...entries].map((e, i) => ({ ...e, seq: i + 1 })),
  )
const caf = (on: string, more = {}) =>
  given(S, 'early-help-assessment', {
    on: day(on),
    agency: 'Marsh Lane Primary',
    consent: true,
    lead: 'Ada Quill',
    reach: '01632 960 004',
    strengths: 'A',
    needs: 'B',
    views: 'C',
    plan: 'First plan',
    meeting: day('2026-02-16'),
    ...more,
  })
const met = (on: string, more = {}) =>
  given(S, 'early-help-meeting', {
    on: day(on),
    who: 'All',
    views: 'V',
    moved: 'M',
    plan: 'Next plan',
    ...more,
  })
const step = (on: string, which: string, more = {}) =>
  given(S, 'early-help-step', { on: day(on), step: which, why: 'Worse', ...more })
const referral = (on: string) =>
  given(S, 'referral-received', { receivedOn: day(on), source: '5D', concern: 'Worse' })

describe('early help on a day', () => {
  test('is as the assessment says until the team meets, and then as the meeting says', () => {
    const file = fold(caf('2026-02-02'), met('2026-02-20', { lead: 'Bo Reed', next: day('2026-03-20') }))
    expect(earlyHelpOn(file, day('2026-02-19'))).toMatchObject({
      lead: 'Ada Quill',
      reach: '01632 960 004',
      met: null,
      next: '2026-02-16',
      plan: 'First plan',
    })
    expect(earlyHelpOn(file, day('2026-02-20'))).toMatchObject({
      since: '2026-02-02',
      agency: 'Marsh Lane Primary',
      lead: 'Bo Reed',
      // The old number is not that of the new lead.
      reach: null,
      met: '2026-02-20',
      next: '2026-03-20',
      plan: 'Next plan',
    })
  })

  test('a meeting that names nobody leaves the lead; a meeting withdrawn was none', () => {
    const file = fold(caf('2026-02-02'), met('2026-02-20'))
    expect(earlyHelpOn(file, day('2026-03-01'))).toMatchObject({ lead: 'Ada Quill', next: null })
    const meeting = met('2026-02-20')
    const taken = fold(
      caf('2026-02-02'),
      meeting,
      given(S, 'withdrawal', { why: 'X' }, { amends: meeting.id }),
    )
    expect(earlyHelpOn(taken, day('2026-03-01'))?.met).toBeNull()
  })

  test('is none before it and after it ends; what was said in an earlier one is over', () => {
    const file = fold(caf('2026-01-02'), met('2026-01-20'), step('2026-02-02', 'end'))
    expect(earlyHelpOn(file, day('2026-01-01'))).toBeNull()
    expect(earlyHelpOn(file, day('2026-02-02'))).toBeNull()
    const again = fold(
      caf('2026-01-02'),
      met('2026-01-20'),
      step('2026-02-02', 'end'),
      step('2026-03-02', 'down', { lead: 'Cy Dale', reach: 'cy@example.org' }),
    )
    expect(earlyHelpOn(again, day('2026-03-02'))).toMatchObject({
      agency: 'Social care',
      lead: 'Cy Dale',
      met: null,
      plan: '',
    })
  })
})

describe('a step up', () => {
  test('waits until a referral follows, and the child’s page says so', () => {
    const waiting = fold(caf('2026-02-02'), step('2026-03-06', 'up'))
    expect(stepUpWaiting(waiting, day('2026-03-06'))?.happened).toBe('2026-03-06')
    expect(gaps(waiting, day('2026-03-06')).map(g => g.type)).toContain('referral-received')
    const followed = fold(caf('2026-02-02'), step('2026-03-06', 'up'), referral('2026-03-06'))
    expect(stepUpWaiting(followed, day('2026-03-09'))).toBeNull()
    expect(gaps(followed, day('2026-03-09')).map(g => g.type)).not.toContain('referral-received')
  })

  test('is not answered by a referral from before it', () =>
    expect(
      stepUpWaiting(
        fold(referral('2026-02-27'), caf('2026-02-02'), step('2026-03-06', 'up')),
        day('2026-03-09'),
      ),
    ).not.toBeNull())

  test('needs none where social care is at work already', () => {
    const accepted = given(S, 'referral-decided', {
      decidedOn: day('2026-02-28'),
      decision: 'assess',
      need: 'N1',
      reasons: 'R',
      next: 'N',
    })
    const file = fold(caf('2026-02-02'), referral('2026-02-27'), accepted, step('2026-03-06', 'up'))
    expect(stepUpWaiting(file, day('2026-03-09'))).toBeNull()
  })

  test('is overtaken by what came after it', () =>
    expect(
      stepUpWaiting(
        fold(caf('2026-02-02'), step('2026-03-06', 'up'), step('2026-03-08', 'down')),
        day('2026-03-09'),
      ),
    ).toBeNull())

  test('on a Friday becomes a referral by Monday, over Easter by Tuesday', () => {
    expect(referralDue(day('2026-03-06'))).toBe('2026-03-09')
    expect(referralDue(day('2026-04-02'))).toBe('2026-04-07')
  })
})

describe('the marks of quality', () => {
  const good = {
    consent: 'true',
    lead: 'Ada Quill',
    views: 'She wants to see her nan more often.',
    plan: 'Ada Quill rings the GP by 4 May',
  }
  test('all there', () => {
    expect(missingMarks(good)).toEqual([])
    expect(missingWords([])).toBe('')
  })

  test('each missing one is said in words', () => {
    expect(missingMarks({ consent: '', lead: '', views: '', plan: '' })).toEqual(
      qualityMarks.map(m => m.code),
    )
    expect(missingWords(['consent', 'when'])).toBe('missing: the family’s agreement; by when')
  })

  test.each([
    ['lead', 'TBC', false],
    ['lead', 'tba ', false],
    ['lead', 'The school', false],
    ['lead', 'n/a', false],
    ['lead', 'Not yet agreed', false],
    ['lead', 'School nurse Bo Reed', true],
    ['lead', 'Ana', true],
    ['views', 'Happy with this', false],
    ['views', 'Wants dad to visit again soon', true],
    ['plan', 'Support to be put in place', false],
    ['plan', 'Review on Monday', false],
    ['plan', 'School nurse to weigh him each Monday', true],
    ['plan', 'Mum takes him to the clinic', true],
    ['plan', 'We agreed that Bo rings', true],
    ['plan', 'Bo will ring', true],
    ['plan', 'Bo: ring the GP', true],
    ['plan', 'Ms Lark rings', true],
  ] as const)('%s “%s” names somebody: %s', (of, words, is) =>
    expect(missingMarks({ ...good, [of]: words }).filter(c => c !== 'when')).toEqual(
      is ? [] : [of === 'plan' ? 'who' : of],
    ),
  )

  test.each([
    ['Mum rings the GP', false],
    ['Mum rings the GP soon', false],
    ['Mum rings on Tuesday', true],
    ['Mum rings by 4/5', true],
    ['Mum rings by 4th May', true],
    ['Mum rings by May 4', true],
    ['Mum rings within two weeks', true],
    ['Mum rings before half-term', true],
    ['Mum may ring', false],
  ])('“%s” says by when: %s', (plan, is) =>
    expect(missingMarks({ ...good, plan }).includes('when')).toBe(!is),
  )
})

describe('this week’s meeting', () => {
  const on = day('2026-03-10')
  const quiet: Week = {
    since: day('2026-02-10'),
    ended: null,
    step: null,
    steppedDown: false,
    met: day('2026-02-24'),
    next: day('2026-03-24'),
    contacts: 0,
    open: false,
  }
  test('has no reason to speak of a child who is met and met again', () =>
    expect(whyThisWeek(quiet, on)).toEqual([]))

  test.each<[string, Partial<Week>, string | null]>([
    ['new today', { since: on, met: null, next: null }, 'New: since 10 March 2026'],
    ['new six days ago', { since: day('2026-03-04'), met: null }, 'New: since 4 March 2026'],
    ['begun a week ago', { since: day('2026-03-03'), met: null }, null],
    [
      'stepped down',
      { since: on, met: null, steppedDown: true },
      'Stepped down from social care on 10 March 2026',
    ],
    ['stepped up', { ended: on, step: 'up' }, 'Stepped up to social care on 10 March 2026'],
    ['ended well', { ended: on, step: 'end' }, null],
    ['stepped up long ago', { ended: day('2026-03-03'), step: 'up' }, null],
    ['meeting today', { next: on }, null],
    [
      'meeting passed',
      { next: day('2026-03-09') },
      'The meeting planned for 9 March 2026 has passed, and none is recorded',
    ],
    ['not met for six weeks to the day', { met: day('2026-01-27'), since: day('2026-01-01') }, null],
    [
      'not met since',
      { met: day('2026-01-26'), since: day('2026-01-01') },
      'No meeting since 26 January 2026',
    ],
    [
      'never met',
      { met: null, next: null, since: day('2026-01-26') },
      'No meeting of the team around the child yet',
    ],
    ['one contact', { contacts: 1 }, null],
    ['contacts again', { contacts: 2 }, '2 contacts in the last twelve weeks'],
    [
      'contacts, no early help',
      { since: null, met: null, next: null, contacts: 3 },
      '3 contacts in the last twelve weeks',
    ],
    ['contacts, open already', { contacts: 3, open: true }, null],
  ])('%s', (_, is, why) => expect(whyThisWeek({ ...quiet, ...is }, on)).toEqual(why ? [why] : []))
})
