import { describe, expect, it } from 'vitest'
import { all, clock, every, noneOverdue, some } from '../say.ts'
import {
  care,
  ceased,
  decided,
  fileOf,
  findOn,
  health,
  placed,
  referred,
  review,
  visited,
} from '../test-file.ts'

const due = clock('looked-after-review').dueInThePeriod()
const met = every(due).wasMetInTime()

// Looked after from Monday 10 January 2011: the first review is due on 7 February, the second three months after it.
const start = care('2011-01-10')

describe('clocks due in the period', () => {
  it('are met in time on their due day, and late the day after', () => {
    expect(findOn(met, fileOf(start, review('2011-02-07')), '2011-03-01')).toEqual({
      holds: true,
      because: 'In time, 1 of 1 in the 12 months to 1 March 2011: looked after review',
    })
    expect(findOn(met, fileOf(start, review('2011-02-08')), '2011-03-01')).toEqual({
      holds: false,
      because: 'Due on 7 February 2011: looked after review. It was done late, on 8 February 2011',
    })
  })

  it('say that it was not done, and do not know what came after the day', () => {
    const file = fileOf(start, review('2011-03-01'))
    expect(findOn(met, file, '2011-02-07').holds).toBe(true)
    expect(findOn(met, file, '2011-02-08').because).toBe(
      'Due on 7 February 2011: looked after review. It had not been done by 8 February 2011',
    )
  })

  it('do not count where the child had left by the due day, and do where overdue before that', () => {
    expect(findOn(some(due), fileOf(start, ceased('2011-02-07')), '2011-03-01').holds).toBe(false)
    const left = fileOf(start, ceased('2011-02-10'))
    expect(findOn(some(due), left, '2011-03-01').because).toBe(
      '1 clock fell due in the 12 months to 1 March 2011: looked after review',
    )
    expect(findOn(met, left, '2011-03-01').because).toContain('It was never done')
  })

  it('are forgotten a year on: one late review does not count for ever', () => {
    const file = fileOf(start, review('2011-02-08'), review('2011-05-06'), review('2011-11-01'))
    expect(findOn(met, file, '2012-02-06').holds).toBe(false)
    expect(findOn(met, file, '2012-02-07').holds).toBe(true)
  })

  it('hold where none fell due', () => {
    expect(findOn(met, fileOf(start), '2011-01-20').because).toBe(
      'None fell due in the 12 months to 20 January 2011: looked after review',
    )
  })

  it('include a decision that is asked for once', () => {
    const decision = every(clock('referral-decision').dueInThePeriod()).wasMetInTime()
    expect(findOn(decision, fileOf(referred('2011-05-03'), decided('2011-05-04')), '2011-06-01').holds).toBe(
      true,
    )
    expect(findOn(decision, fileOf(referred('2011-05-03'), decided('2011-05-05')), '2011-06-01').holds).toBe(
      false,
    )
  })
})

describe('clocks started in the period', () => {
  const first = clock('health-assessment', 'health-assessment.first').startedInThePeriod({
    whileStill: 'looked-after',
  })

  it('are asked about once due, of children still in care then', () => {
    expect(findOn(some(first), fileOf(start), '2011-02-06').holds).toBe(false)
    expect(findOn(some(first), fileOf(start), '2011-02-07').holds).toBe(true)
    const left = fileOf(start, health('2011-01-20'), ceased('2011-02-07'))
    expect(findOn(some(first), left, '2011-03-01').holds).toBe(false)
    const later = fileOf(start, health('2011-01-20'), ceased('2011-02-08'))
    expect(findOn(every(first).wasMetInTime(), later, '2011-03-01').holds).toBe(true)
  })

  it('leave out those that started before it', () => {
    expect(findOn(some(first), fileOf(start), '2012-01-09').holds).toBe(true)
    expect(findOn(some(first), fileOf(start), '2012-01-10').holds).toBe(false)
  })
})

describe('none overdue', () => {
  const c = all(
    every(clock('looked-after-visit').dueInThePeriod()).wasMetInTime(),
    noneOverdue('looked-after-visit'),
  )
  const file = fileOf(start, placed('2011-01-10'), visited('2011-01-14'))

  it('sees a clock that fell due long before the period', () => {
    // Due on 25 February; in August it is no longer among those due in three months.
    expect(findOn(c, file, '2011-02-25', 3)).toEqual({
      holds: true,
      because:
        'In time, 2 of 2 in the 3 months to 25 February 2011: visit to a looked after child; none overdue on 25 February 2011',
    })
    expect(findOn(c, file, '2011-08-01', 3)).toEqual({
      holds: false,
      because:
        'Due on 25 February 2011: visit to a looked after child. It had not been done by 1 August 2011',
    })
  })
})
