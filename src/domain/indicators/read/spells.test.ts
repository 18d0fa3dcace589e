import { describe, expect, it } from 'vitest'
import { days, months, workingDays } from '../../kernel/allowance.ts'
import { began, during, ended } from '../say.ts'
import {
  cameBack,
  care,
  ceased,
  decided,
  fileOf,
  findOn,
  placed,
  plan,
  planEnded,
  referred,
  went,
} from '../test-file.ts'

const inCare = during('looked-after')

describe('a spell on the day', () => {
  const file = fileOf(care('2010-05-03'), ceased('2011-10-03'))

  it('runs from its first day until the day before it was over', () => {
    expect(findOn(inCare.onTheDay(), file, '2010-05-02').holds).toBe(false)
    expect(findOn(inCare.onTheDay(), file, '2010-05-03').holds).toBe(true)
    expect(findOn(inCare.onTheDay(), file, '2011-10-02').holds).toBe(true)
    expect(findOn(inCare.onTheDay(), file, '2011-10-03').holds).toBe(false)
  })

  it('says since when, or that it does not run', () => {
    expect(findOn(inCare.onTheDay(), file, '2011-01-01').because).toBe('Looked after since 3 May 2010')
    expect(findOn(inCare.onTheDay(), file, '2012-01-01').because).toBe('Not looked after on 1 January 2012')
  })

  it('may have to have lasted', () => {
    const c = inCare.onTheDay({ lasting: { atLeast: workingDays(20) } })
    expect(findOn(c, file, '2010-05-31')).toEqual({
      holds: false,
      because: 'Looked after since 3 May 2010, less than 20 working days',
    })
    // 31 May was a bank holiday.
    expect(findOn(c, file, '2010-06-01').holds).toBe(true)
  })

  it('is not there where it began and ended on one day', () => {
    const short = fileOf(care('2010-05-03'), ceased('2010-05-03'))
    expect(findOn(inCare.onTheDay(), short, '2010-05-03').holds).toBe(false)
  })

  it('has lasted a year on the same date, and since 29 February on 1 March', () => {
    const c = inCare.onTheDay({ lasting: { atLeast: months(12) } })
    expect(findOn(c, file, '2011-05-02').holds).toBe(false)
    expect(findOn(c, file, '2011-05-03').holds).toBe(true)
    const leap = fileOf(care('2012-02-29'))
    expect(findOn(c, leap, '2013-02-28').holds).toBe(false)
    expect(findOn(c, leap, '2013-03-01').holds).toBe(true)
  })

  it('counts days as days', () => {
    const c = inCare.onTheDay({ lasting: { atLeast: days(10) } })
    expect(findOn(c, file, '2010-05-12').holds).toBe(false)
    expect(findOn(c, file, '2010-05-13').holds).toBe(true)
  })
})

describe('spells in the period', () => {
  const real = during('placement', { where: { fact: 'type', among: false, values: ['T1'] } })

  it('counts what ran into it, and not what was over on its first day', () => {
    const file = fileOf(care('2009-01-01'), placed('2009-01-01'), placed('2010-10-04'), placed('2011-05-01'))
    // The 12 months to 3 October 2011 begin on 4 October 2010, the day the first placement was over.
    expect(findOn(real.inThePeriod({ atLeast: 3 }), file, '2011-10-03')).toEqual({
      holds: false,
      because: '2 placements in the 12 months to 3 October 2011',
    })
    expect(findOn(real.inThePeriod({ atLeast: 3 }), file, '2011-10-02').holds).toBe(true)
  })

  it('leaves out temporary moves and those over on the day they began', () => {
    const file = fileOf(
      care('2011-01-01'),
      placed('2011-01-01'),
      placed('2011-02-01', 'T1'),
      placed('2011-02-05'),
      placed('2011-03-01'),
      placed('2011-03-01', 'K2'),
    )
    expect(findOn(real.inThePeriod({ atLeast: 3 }), file, '2011-10-03').because).toContain('3 placements')
  })

  it('counts a beginning on the first and last day of the period, even of a spell of one day', () => {
    const file = fileOf(referred('2010-10-04'), decided('2010-10-04'))
    const c = began('referral').inThePeriod()
    expect(findOn(c, file, '2010-10-03').holds).toBe(false)
    expect(findOn(c, file, '2010-10-04').holds).toBe(true)
    expect(findOn(c, file, '2011-10-03')).toEqual({
      holds: true,
      because: '1 referral began in the 12 months to 3 October 2011: 4 October 2010',
    })
    expect(findOn(c, file, '2011-10-04').because).toBe('0 referrals began in the 12 months to 4 October 2011')
  })

  it('knows nothing of an end after the day', () => {
    const file = fileOf(went('2011-09-30'), cameBack('2011-10-05'))
    expect(findOn(ended('missing').inThePeriod(), file, '2011-10-04').holds).toBe(false)
    expect(findOn(ended('missing').inThePeriod(), file, '2011-10-05').because).toContain('5 October 2011')
  })
})

describe('a spell after another', () => {
  const ever = began('protection-plan').inThePeriodAfterAnother()
  const again = began('referral').inThePeriodAfterAnother({ withinMonths: 12 })

  it('looks back without limit where none is said', () => {
    const file = fileOf(plan('2001-05-01'), planEnded('2002-05-01'), plan('2011-05-01'))
    expect(findOn(ever, file, '2011-10-03')).toEqual({
      holds: true,
      because: 'The child protection plan of 1 May 2011 came after one of 1 May 2001',
    })
    expect(findOn(ever, fileOf(plan('2011-05-01')), '2011-10-03').because).toBe(
      'No earlier child protection plan',
    )
  })

  it('counts a year back from the later one, its date included', () => {
    const on = (first: string) => findOn(again, fileOf(referred(first), referred('2011-05-01')), '2011-10-03')
    expect(on('2010-05-01').holds).toBe(true)
    expect(on('2010-04-30')).toEqual({
      holds: false,
      because: 'In the 12 months before, no other referral',
    })
    expect(on('2011-05-01').holds).toBe(false)
  })
})

describe('what must follow an end', () => {
  const c = ended('missing').everyOneInThePeriodFollowedBy('interviewOn', { days: 3, words: 'Interview' })
  const back = (interview?: string) => fileOf(went('2011-05-01'), cameBack('2011-05-02', interview))

  it('holds to the last day allowed', () => {
    expect(findOn(c, back('2011-05-05'), '2011-10-03')).toEqual({
      holds: true,
      because: 'Interview within 3 days of the end on 2 May 2011',
    })
    expect(findOn(c, back('2011-05-06'), '2011-10-03')).toEqual({
      holds: false,
      because: 'Interview not within 3 days of the end on 2 May 2011: on 6 May 2011',
    })
    expect(findOn(c, back(), '2011-10-03').because).toContain('not by then or since')
  })

  it('is not late until those days are over', () => {
    expect(findOn(c, back(), '2011-05-05').holds).toBe(true)
    expect(findOn(c, back(), '2011-05-06').holds).toBe(false)
  })

  it('asks it of every one', () => {
    const file = fileOf(
      went('2011-05-01'),
      cameBack('2011-05-02', '2011-05-02'),
      went('2011-06-01'),
      cameBack('2011-06-02'),
    )
    expect(findOn(c, file, '2011-10-03').because).toContain('2 June 2011')
  })
})
