import { describe, expect, it } from 'vitest'
import { aged, all, always, any, during, not } from '../say.ts'
import { born, care, expected, fileOf, findOn, plan } from '../test-file.ts'

const inCare = during('looked-after').onTheDay()
const withPlan = during('protection-plan').onTheDay()
const on = '2011-10-03'
const file = fileOf(born('2000-05-01'), care('2011-01-01'))

describe('all, any and not', () => {
  it('all: the one that fails is the reason; where all hold, every one is', () => {
    expect(findOn(all(inCare, withPlan), file, on)).toEqual({
      holds: false,
      because: 'No child protection plan on 3 October 2011',
    })
    expect(findOn(all(inCare, not(withPlan)), file, on)).toEqual({
      holds: true,
      because: 'Looked after since 1 January 2011; no child protection plan on 3 October 2011',
    })
  })

  it('any: the one that holds is the reason; where none does, every one is', () => {
    expect(findOn(any(withPlan, inCare), file, on)).toEqual({
      holds: true,
      because: 'Looked after since 1 January 2011',
    })
    expect(findOn(any(withPlan, inCare), fileOf(born('2000-05-01')), on)).toEqual({
      holds: false,
      because: 'No child protection plan on 3 October 2011; not looked after on 3 October 2011',
    })
    expect(findOn(any(withPlan, inCare), fileOf(plan('2011-01-01')), on).because).toBe(
      'Child protection plan since 1 January 2011',
    )
  })

  it('not: the same fact, the other way', () => {
    expect(findOn(not(inCare), file, on)).toEqual({
      holds: false,
      because: 'Looked after since 1 January 2011',
    })
    expect(findOn(always, file, on).holds).toBe(true)
    expect(findOn(not(always), file, on).holds).toBe(false)
  })
})

describe('aged', () => {
  it('counts from the birthday to the day before the next', () => {
    const c = aged({ from: 4, to: 16 })
    const child = fileOf(born('2000-05-01'))
    const holds = (d: string) => findOn(c, child, d).holds
    expect([holds('2004-04-30'), holds('2004-05-01')]).toEqual([false, true])
    expect([holds('2017-04-30'), holds('2017-05-01')]).toEqual([true, false])
    expect(findOn(c, child, '2011-10-03').because).toBe('Aged 11 years')
  })

  it('takes a birthday on 29 February as 1 March in a common year', () => {
    const child = fileOf(born('2008-02-29'))
    expect(findOn(aged({ from: 3 }), child, '2011-02-28').holds).toBe(false)
    expect(findOn(aged({ from: 3 }), child, '2011-03-01').holds).toBe(true)
    expect(findOn(aged({ from: 4 }), child, '2012-02-29').holds).toBe(true)
  })

  it('says nothing of a child who is unborn, not yet born, or whose birth is not known', () => {
    const c = aged({ from: 0 })
    expect(findOn(c, fileOf(expected('2011-01-01')), on)).toEqual({
      holds: false,
      because: 'Not yet born',
    })
    expect(findOn(c, file, '1999-01-01').holds).toBe(false)
    expect(findOn(c, fileOf(care('2011-01-01')), on)).toEqual({ holds: false, because: 'Age not known' })
  })
})
