import { describe, expect, test } from 'vitest'
import { healthRules } from './health.ts'
import { failing } from './sample.ts'

const rows = (code: string, ...OC2: string[]) => failing(healthRules, code, 2025, { OC2 }).OC2 ?? []
const four = 'IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE'

describe('answers about health and outcomes', () => {
  test('158 and 159: whether help was offered is asked where none was received, and only there', () => {
    const help = 'SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED'
    const given = [help, '1,1,', '1,1,0', '1,0,', '1,0,1', '0,0,', '1,,1', ',,']
    expect(rows('158', ...given)).toEqual([1])
    expect(rows('159', ...given)).toEqual([2])
  })

  test('180: a score is a whole number from 0 to 40, or blank', () => {
    expect(rows('180', 'SDQ_SCORE', '0', '40', '41', '-1', '12.5', '12.0', 'x', '')).toEqual([2, 3, 4, 6])
  })

  test('181: every answer is 0, 1 or blank; a row is told of once', () => {
    expect(rows('181', `${four},CONVICTED`, '0,1,,1,0', '2,2,1,1,1', '1,1,1,1,Y', ',,,,')).toEqual([1, 2])
  })

  test('182: all four, or nothing at all', () => {
    const given = [`${four},HEALTH_CHECK`, '1,1,1,1,', '1,1,1,,', ',,,,0', ',,,,', '1,0,1,0,1']
    expect(rows('182', ...given)).toEqual([1, 2])
  })

  test('544 and 547: with convictions or health checks, all four', () => {
    const given = ['1,1,1,1,1,1', '1,1,1,,1,', '1,1,1,,,0', '1,1,1,,,']
    const head = `${four},CONVICTED,HEALTH_CHECK`
    expect(rows('544', head, ...given)).toEqual([1])
    expect(rows('547', head, ...given)).toEqual([2])
  })

  test('192 and 193: help is answered where there is a problem, and only there', () => {
    const help = 'SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED'
    const given = [help, '1,,', '1,0,1', '0,,', '0,0,', '0,,1', ',1,', ',,']
    expect(rows('192', ...given)).toEqual([0])
    expect(rows('193', ...given)).toEqual([3, 4, 5])
  })

  test('196 and 197a: one of five reasons, and not beside a score', () => {
    const given = ['SDQ_SCORE,SDQ_REASON', ',SDQ1', ',SDQ5', ',SDQ6', ',sdq2', ',', '7,SDQ2', '0,']
    expect(rows('196', ...given)).toEqual([2, 3])
    expect(rows('197a', ...given)).toEqual([5])
  })
})
