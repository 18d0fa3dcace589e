import { describe, expect, it } from 'vitest'
import { day } from '../src/domain/kernel/day.ts'
import { census, fold } from './census.ts'
import { generate } from './generate.ts'
import { medway2011 } from './profiles/index.ts'

const seed = generate(medway2011, day('2026-11-21'))
const files = fold(seed)
const now = census(files, day('2011-10-03'))

describe('the authority of 3 October 2011', () => {
  it('stands on its own day, not on today', () => {
    expect(seed.today).toBe('2011-10-03')
  })

  it('looks after 441 children, of the ages published, none in short breaks', () => {
    expect(now.lookedAfter).toBe(441)
    expect([now.lookedAfterUnder5, now.lookedAfter5to16, now.lookedAfter17]).toEqual([119, 203, 119])
    expect(now.shortBreaks).toBe(0)
  })

  it('has 343 children with a plan, of the sex, ages and categories published', () => {
    expect(now.plans).toBe(343)
    expect([now.girls, now.boys, now.unborn]).toEqual([172, 165, 6])
    expect([now.plansUnder5, now.plans5to11, now.plans12andOver]).toEqual([154, 137, 52])
    expect(now.categories).toEqual([158, 106, 51, 28])
    expect(census(files, day('2009-09-30')).plans).toBe(230)
  })

  it('gives the published health figures of the 276 looked after for a year', () => {
    expect(now.cohort).toBe(276)
    expect([now.healthAssessments, now.dentalChecks, now.immunised]).toEqual([222, 204, 234])
  })

  it('gives the published figures of taking part and of private fostering', () => {
    expect(now.tookPart).toBe(86)
    expect(now.fosteredPrivately).toBe(19)
  })

  it('is plausible in what was not published', () => {
    const between = (value: number, from: number, to: number) => {
      expect(value).toBeGreaterThanOrEqual(from)
      expect(value).toBeLessThanOrEqual(to)
    }
    between(now.reviewsOnTime, 84, 92)
    between(now.visitsOnTime, 70, 82)
    between(now.conferencesOnTime, 91, 98)
    between(now.threePlacements, 8, 14)
    between(now.repeatPlans, 9, 17)
    between(now.referredAgain, 18, 26)
    between(now.unallocated, 1, 12)
  })

  it('uses no code that came after its day', () => {
    const used = (type: string, field: string) =>
      new Set(seed.entries.filter(e => e.type === type).map(e => String(e.answers[field])))
    expect(
      [...used('placement', 'type')].filter(c => ['K3', 'Z11', 'Z12', 'Z13', 'Z14'].includes(c)),
    ).toEqual([])
    expect(
      [...used('ceased-looked-after', 'reason')].filter(c => ['E14', 'E15', 'E16', 'E17'].includes(c)),
    ).toEqual([])
  })

  it('grew month by month to where it is', () => {
    const plans = ['2009-03-31', '2009-09-30', '2010-03-31', '2010-09-30', '2011-03-31', '2011-09-30'].map(
      d =>
        files.filter(f =>
          f.file.spells.some(s => s.kind === 'protection-plan' && s.from <= d && (s.to ?? '9') > d),
        ).length,
    )
    expect(plans).toEqual(plans.toSorted((a, b) => a - b))
  })
})
