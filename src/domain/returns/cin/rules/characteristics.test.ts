import { describe, expect, test } from 'vitest'
import { characteristicsRules as rules } from './characteristics.ts'
import { failing } from './sample.ts'

const eight = ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'NONE']
const children = (...rows: string[]) => ({ Disabilities: ['LAchildID,Disability', ...rows] })

describe('ethnicity and disabilities', () => {
  test('4220: one of the codes', () => {
    const ChildCharacteristics = ['LAchildID,Ethnicity', '1,WBRI', '2,', '3,wbri', '4,NOBT', '5,XXXX']
    expect(failing(rules, '4220', 2022, { ChildCharacteristics })).toEqual({
      ChildCharacteristics: [1, 2, 4],
    })
  })

  test('8540: a child who has been born and whose referral led further has a disability’s code, or NONE', () => {
    const of = {
      ChildIdentifiers: [
        'LAchildID,PersonBirthDate',
        ...'ABCDEF'.split('').map(c => `${c},2015-05-05`),
        'G,',
      ],
      CINdetails: ['LAchildID,ReferralNFA', 'A,0', 'B,0', 'C,false', 'D,1', 'E,1', 'E,0', 'F,', 'G,0'],
      ...children('A,NONE', 'C,MOB', 'C,XX', 'E,XX', 'D,XX'),
    }
    expect(failing(rules, '8540', 2025, of)).toEqual({
      ChildIdentifiers: [1, 2, 4],
      CINdetails: [1, 2, 5],
      Disabilities: [2, 3],
    })
    const none = { ...of, Disabilities: ['LAchildID,Disability'] }
    expect(failing(rules, '8540', 2022, none)).toEqual({
      ChildIdentifiers: [0, 1, 2, 4],
      CINdetails: [0, 1, 2, 5],
    })
  })

  test('8790: none, and this one all the same', () => {
    const of = children('A,NONE', 'A,MOB', 'B,MOB', 'B,LD', 'C,NONE', 'C,', 'D,LD', 'A,LD', ',NONE', ',LD')
    expect(failing(rules, '8790', 2022, of)).toEqual({ Disabilities: [1, 7] })
  })

  test('8794: the same one twice', () => {
    const of = children('A,MOB', 'B,MOB', 'A,LD', 'A,MOB', 'C,', 'C,', ',LD', ',LD')
    expect(failing(rules, '8794', 2025, of)).toEqual({ Disabilities: [0, 3] })
  })

  test('2887Q: fewer than eight codes in the whole return', () => {
    const Header = ['ReferenceDate', '2026-03-31']
    const seven = children('X,', ...eight.slice(1).map((d, i) => `${i},${d}`), '9,LD')
    expect(failing(rules, '2887Q', 2025, { Header, ...seven })).toEqual({ Header: [0] })
    expect(failing(rules, '2887Q', 2025, seven)).toEqual({ Disabilities: [0] })
    expect(
      failing(rules, '2887Q', 2025, { Header, ...children(...eight.map((d, i) => `${i},${d}`)) }),
    ).toEqual({})
  })

  test('2888Q: no child with more than one', () => {
    const Header = ['ReferenceDate', '2026-03-31']
    const one = children('A,MOB', 'B,LD', 'B,LD', 'C,NONE', 'D,NONE', 'D,LD')
    expect(failing(rules, '2888Q', 2022, { Header, ...one })).toEqual({ Header: [0] })
    expect(failing(rules, '2888Q', 2022, { Header, ...children('A,MOB', 'B,LD', 'B,MOB') })).toEqual({})
    expect(failing(rules, '2888Q', 2022, { Header, ...children('A,NONE', 'B,') })).toEqual({})
  })
})
