import { describe, expect, it } from 'vitest'
import { given, givenChild } from '../../../../test/support/given.ts'
import { day } from '../../kernel/day.ts'
import { everyAnswer, had, last, some } from '../say.ts'
import {
  born,
  care,
  expected,
  fileOf,
  findOn,
  folded,
  health,
  immunised,
  review,
  visited,
} from '../test-file.ts'

const reviews = {
  type: 'looked-after-review',
  question: 'participation',
  passOver: ['PN0'],
  fromAge: 4,
  one: 'review',
} as const

describe('something done in the period', () => {
  it('counts from the day after the date a year before, to the day', () => {
    const file = fileOf(health('2010-10-03'))
    expect(findOn(had('health-assessment'), file, '2010-10-02').holds).toBe(false)
    expect(findOn(had('health-assessment'), file, '2010-10-03').because).toBe(
      'Health assessment held on 3 October 2010',
    )
    expect(findOn(had('health-assessment'), file, '2011-10-02').holds).toBe(true)
    expect(findOn(had('health-assessment'), file, '2011-10-03')).toEqual({
      holds: false,
      because: 'Not recorded in the 12 months to 3 October 2011: health assessment held',
    })
  })

  it('looks for what an entry shows, not for its form', () => {
    expect(findOn(had('health-assessment'), fileOf(health('2011-01-05', 'missed')), '2011-10-03').holds).toBe(
      false,
    )
    expect(findOn(had('looked-after-visit'), fileOf(visited('2011-01-05', 'no')), '2011-10-03').holds).toBe(
      false,
    )
  })

  it('passes over an entry that was withdrawn, and reads an amended one as it now stands', () => {
    const child = givenChild().id
    const done = given(child, 'dental-check', { on: day('2011-01-05') })
    const gone = given(child, 'withdrawal', { why: 'Another child.' }, { amends: done.id })
    expect(findOn(had('dental-check'), folded([done, gone]), '2011-10-03').holds).toBe(false)
    const moved = given(
      child,
      'amendment',
      { why: 'Wrong year.', becomes: { on: day('2010-01-05') } },
      { amends: done.id },
    )
    expect(findOn(had('dental-check'), folded([done, moved]), '2011-10-03').holds).toBe(false)
    expect(findOn(had('dental-check'), folded([done, moved]), '2010-10-03').holds).toBe(true)
  })
})

describe('the last entry of a type', () => {
  const c = last('immunisation').inThePeriodShows('immunisations')

  it('decides, though an earlier one said otherwise', () => {
    const file = fileOf(immunised('2011-01-05'), immunised('2011-06-01', false))
    expect(findOn(c, file, '2011-03-01').because).toBe('Immunisations up to date on 5 January 2011')
    expect(findOn(c, file, '2011-10-03')).toEqual({
      holds: false,
      because: 'Immunisations not up to date on 1 June 2011',
    })
  })

  it('is the later written of one day, and must be in the period', () => {
    expect(
      findOn(c, fileOf(immunised('2011-01-05', false), immunised('2011-01-05')), '2011-10-03').holds,
    ).toBe(true)
    expect(findOn(c, fileOf(immunised('2009-01-05')), '2011-10-03').because).toBe(
      'Not recorded in the 12 months to 3 October 2011: immunisations up to date',
    )
  })
})

describe('answers', () => {
  const tookPart = everyAnswer(reviews).wasOneOf('PN1', 'PN6')

  it('must all be among those asked for', () => {
    const file = fileOf(
      born('2000-01-01'),
      care('2010-01-01'),
      review('2011-01-05'),
      review('2011-06-05', 'PN7'),
    )
    expect(findOn(tookPart, file, '2011-10-03')).toEqual({
      holds: false,
      because: 'At the review of 5 June 2011: Absent, sent no views',
    })
    expect(findOn(tookPart, file, '2011-03-01').because).toBe('So at every review: 1 of 1')
  })

  it('counts only reviews from the fourth birthday, and passes over the code for too young', () => {
    const file = fileOf(
      born('2007-02-28'),
      review('2011-02-27', 'PN7'),
      review('2011-02-28', 'PN0'),
      review('2011-03-01', 'PN6'),
    )
    expect(findOn(some(reviews), file, '2011-02-28').holds).toBe(false)
    expect(findOn(some(reviews), file, '2011-10-03').because).toBe(
      '1 review in the 12 months to 3 October 2011',
    )
    expect(findOn(tookPart, file, '2011-10-03').holds).toBe(true)
  })

  it('takes a child born on 29 February as four on 1 March of a common year', () => {
    const fourOn = { ...reviews, fromAge: 3 }
    const held = (on: string) => fileOf(born('2008-02-29'), review(on))
    expect(findOn(some(fourOn), held('2011-02-28'), '2011-10-03').holds).toBe(false)
    expect(findOn(some(fourOn), held('2011-03-01'), '2011-10-03').holds).toBe(true)
  })

  it('counts none of a child who is unborn or whose birth is not known', () => {
    expect(
      findOn(some(reviews), fileOf(expected('2005-01-01'), review('2011-05-01')), '2011-10-03').holds,
    ).toBe(false)
    expect(findOn(some(reviews), fileOf(review('2011-05-01')), '2011-10-03').holds).toBe(false)
  })
})
