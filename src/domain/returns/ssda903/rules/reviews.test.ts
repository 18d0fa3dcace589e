import { describe, expect, test } from 'vitest'
import { reviewRules } from './reviews.ts'
import { failing } from './sample.ts'

describe('reviews', () => {
  test('166 and 167: a day, and how the child took part', () => {
    const Reviews = [
      'REVIEW,REVIEW_CODE',
      '01/05/2025,PN0',
      ',PN7',
      '32/05/2025,PN8',
      '01/05/2025,',
      '01/05/2025,pn1',
    ]
    expect(failing(reviewRules, '166', 2025, { Reviews })).toEqual({ Reviews: [1, 2] })
    expect(failing(reviewRules, '167', 2025, { Reviews })).toEqual({ Reviews: [2, 3, 4] })
  })

  test('399: short breaks alone have no reviews, and no word on motherhood', () => {
    const Episodes = ['CHILD,LS', 'A,V3', 'A,V4', 'B,V4', 'C,V3', 'C,C2', 'D,V3', 'E,V4', 'E,']
    const Header = ['CHILD,MOTHER', 'A,', 'B,0', 'C,1', 'D,', 'E,1']
    const Reviews = ['CHILD,REVIEW,REVIEW_CODE', 'A,01/05/2025,', 'C,01/05/2025,PN1', 'D,,', 'A,,PN1', 'A,,']
    expect(failing(reviewRules, '399', 2025, { Episodes, Header, Reviews })).toEqual({
      Episodes: [0, 1, 2],
      Header: [1],
      Reviews: [0, 3],
    })
  })

  test('440 and 441: PN0 until the fourth birthday, the others from it on', () => {
    const Reviews = [
      'DOB,REVIEW,REVIEW_CODE',
      ...['02/05/2021,01/05/2025,PN0', '01/05/2021,01/05/2025,PN0', '02/05/2021,01/05/2025,PN3'],
      ...['01/05/2021,01/05/2025,PN3', ',01/05/2025,PN0', '01/05/2021,,PN1', '02/05/2021,01/05/2025,'],
    ]
    expect(failing(reviewRules, '440', 2025, { Reviews })).toEqual({ Reviews: [1] })
    expect(failing(reviewRules, '441', 2025, { Reviews })).toEqual({ Reviews: [2] })
  })
})
