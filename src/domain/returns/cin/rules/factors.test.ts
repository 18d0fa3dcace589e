import { expect, test } from 'vitest'
import { isFactor } from './factor-codes.ts'
import { factorRules } from './factors.ts'
import { answerOf, failing, type Sample } from './sample.ts'

const found = (code: string, of: Sample, year = 2025) => failing(factorRules, code, year, of)

test('8614: factors only where the assessment is finished', () => {
  const Assessments = [
    'AssessmentFactors,AssessmentAuthorisationDate',
    '1A 2B,',
    '1A,2025-06-02',
    ',',
    ',2025-06-02',
    '21,',
  ]
  expect(found('8614', { Assessments })).toEqual({ Assessments: [0, 4] })
})

test('8614: from the list of factors, where the assessment has none of its own', () => {
  const Assessments = ['LAchildID,AssessmentID,AssessmentAuthorisationDate', 'a,1,', 'a,2,2025-06-02', 'b,1,']
  const AssessmentFactorsList = [
    'LAchildID,AssessmentID,AssessmentFactor',
    'a,1,1A',
    'a,1,2A',
    'a,2,1A',
    'b,2,1A',
  ]
  expect(found('8614', { Assessments, AssessmentFactorsList })).toEqual({ Assessments: [0] })
})

test('8869: 21 stands alone', () => {
  const Assessments = ['AssessmentFactors', '21', '21 1A', '1A 2A 21', '1A 2A', '', '21 21']
  expect(found('8869', { Assessments })).toEqual({ Assessments: [1, 2] })
})

test('8873Q: a case whose one assessment found nothing is closed as RC8 or RC9', () => {
  const CINdetails = [
    'LAchildID,CINdetailsID,ReasonForClosure',
    'a,1,RC8',
    'a,2,RC9',
    'a,3,RC1',
    'b,1,RC1',
    'c,1,',
    'd,1,RC1',
    'e,1,RC1',
  ]
  const Assessments = [
    'LAchildID,CINdetailsID,AssessmentFactors,AssessmentAuthorisationDate',
    'a,1,21,2025-06-02',
    'a,2,21,2025-06-02',
    'a,3,21,2025-06-02',
    'b,1,21,2025-06-02', // two assessments
    'b,1,1A,2025-07-02',
    'c,1,21,2025-06-02', // still open
    'd,1,1A,2025-06-02',
    'e,1,21,', // not finished
  ]
  expect(found('8873Q', { CINdetails, Assessments })).toEqual({ Assessments: [2], CINdetails: [2] })
})

test('8897Q: an assessment finished within the year has a factor that the census knows', () => {
  const Assessments = [
    'AssessmentFactors,AssessmentAuthorisationDate',
    ',2025-04-01',
    '99,2026-03-31',
    '99 1A,2025-06-02',
    '21,2025-06-02',
    ',2025-03-31',
    ',2026-04-01',
    ',',
  ]
  expect(found('8897Q', { Assessments })).toEqual({ Assessments: [0, 1] })
})

test('8898: each factor once', () => {
  const Assessments = ['AssessmentFactors', '1A 2A 1A', '1A 1B', '1A', '']
  expect(found('8898', { Assessments })).toEqual({ Assessments: [0] })
})

test('8945Q and 8950Q: 18A and 19A are split, since 2024-25', () => {
  const Assessments = ['AssessmentFactors', '18A 1A', '18a', '18B 18C', '19A', '1A 19a', '19B 19C', '']
  expect(found('8945Q', { Assessments }, 2024)).toEqual({ Assessments: [0, 1] })
  expect(found('8950Q', { Assessments })).toEqual({ Assessments: [3, 4] })
  expect(() => answerOf(factorRules, '8945Q', 2023, { Assessments })).toThrow('no rule 8945Q')
})

test('the factors that the census takes', () => {
  for (const code of ['1A', '6C', '7A', '8B', '8F', '18C', '20', '21', '24A'])
    expect([code, isFactor(code)]).toEqual([code, true])
  for (const code of ['8A', '7B', '20A', '25A', '0A', '1', '', '1a'])
    expect([code, isFactor(code)]).toEqual([code, false])
})
