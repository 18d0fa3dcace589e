import { describe, expect, test } from 'vitest'
import { answerOf, failing, type Sample } from './sample.ts'
import { urnRules } from './urn.ts'
import { wherePlacedRules } from './where-placed.ts'

const rules = [...urnRules, ...wherePlacedRules]
const wrong = (
  code: string,
  year: number,
  Episodes: readonly string[],
  more: Omit<Sample, 'tables'> = {},
  beside: Sample['tables'] = {},
) => failing(rules, code, year, { ...beside, Episodes }, more).Episodes

describe('the number of the provider', () => {
  test('218: is there for what Ofsted inspects in England, in this year', () => {
    const Episodes = [
      'PLACE,LS,DEC,PL_LA,URN',
      ...['U6,C2,,E06000001,', 'U6,C2,,E06000001,SC1', 'U6,C2,01/04/2022,816,', 'U6,C2,31/03/2022,816,'],
      ...[
        'U6,C2,,W06000008,',
        'U6,C2,,NIR,',
        'U6,C2,,CON,',
        'U6,V3,,816,',
        'U6,V4,,816,',
        'U6,C2,,,',
        ',C2,,816,',
      ],
      ...['R3,C2,,816,', 'P1,C2,,816,', 'T4,C2,,816,'],
    ]
    expect(wrong('218', 2022, Episodes)).toEqual([0, 2, 9, 10, 11])
  })

  test('218 and 222: what Ofsted inspects changes with the years', () => {
    const places = ['H5', 'P2', 'K3', 'Z1', 'Z11', 'R5', 'S1']
    const without = ['PLACE,PL_LA,URN', ...places.map(p => `${p},816,`)]
    expect(wrong('218', 2023, without)).toEqual([2, 4, 6])
    expect(wrong('218', 2024, without)).toEqual([0, 1, 2, 4, 6])
    expect(wrong('218', 2025, without)).toEqual([0, 1, 2, 3, 6])
    const given = ['PLACE,URN', ...places.map(p => `${p},SC1`), 'P1,XXXXXXX', 'P1,', ',SC1']
    expect(wrong('222', 2022, given)).toEqual([0, 1, 3, 5])
    expect(wrong('222', 2023, given)).toEqual([1, 3, 5])
    expect(wrong('222', 2024, given)).toEqual([3, 5])
    expect(wrong('222', 2025, given)).toEqual([4, 5])
  })

  test('230: is there for supported accommodation after 28 October 2023', () => {
    const Episodes = [
      'PLACE,DEC,PL_LA,URN',
      ...[
        'H5,28/10/2023,816,',
        'H5,29/10/2023,816,',
        'H5,,816,XXXXXXX',
        'H5,,816,SC1',
        'H5,,SCO,',
        'K2,,816,',
      ],
    ]
    expect(wrong('230', 2023, Episodes)).toEqual([1, 2])
  })

  test('241: has premises where the child lives; not asked without the list', () => {
    const Episodes = [
      'PLACE,URN,PL_LA',
      ...[
        'K3,1,816',
        'K3,1,Ashmoor',
        'K3,1,212',
        'K3,2,212',
        'K2,1,212',
        'K3,XXXXXXX,212',
        'K3,,212',
        'K3,1,',
        'K3,1,351',
      ],
    ]
    const providers = ['URN,LA_CODE_INFERRED,LA_NAME_INFERRED', '1,816,Ashmoor', '1,351,Lowfield']
    expect(wrong('241', 2025, Episodes, { providers })).toEqual([2])
    expect(answerOf(rules, '241', 2025, { tables: { Episodes } })).toMatchObject({ asked: false })
  })

  test('242: XXXXXXX is for adoption', () => {
    expect(wrong('242', 2025, ['PLACE,URN', 'A3,XXXXXXX', 'K2,XXXXXXX', 'K2,SC1', ',XXXXXXX'])).toEqual([
      1, 3,
    ])
  })

  test('243: none outside England', () => {
    const Episodes = [
      'PL_LA,URN',
      'NUK,SC1',
      'S12000005,XXXXXXX',
      'WAL,',
      '816,SC1',
      'Elsby,SC1',
      ',SC1',
      'CON,SC1',
    ]
    expect(wrong('243', 2025, Episodes)).toEqual([0, 1, 6])
  })
})

describe('where the placement is', () => {
  test.each([2024, 2025])('1015 (%i): our own provision is in our own authority', year => {
    const Episodes = [
      'PLACE,LS,PLACE_PROVIDER,PL_LA',
      ...[
        'K2,C2,PR1,816',
        'K2,C2,PR1,212',
        'K2,C2,PR2,212',
        'U6,C2,PR1,212',
        'K3,C2,PR1,212',
        'A4,E1,PR1,212',
      ],
      ...['K2,V3,PR1,212', 'K2,C2,PR1,', ',C2,PR1,212', 'K2,,PR1,212'],
    ]
    expect(wrong('1015', year, Episodes, { authority: '816' })).toEqual([1])
    expect(answerOf(rules, '1015', year, { tables: { Episodes } })).toMatchObject({ asked: false })
  })

  test('164: from 0 to 999.9 miles, but for short breaks and unaccompanied children', () => {
    const Episodes = [
      'CHILD,LS,PL_DISTANCE',
      ...[
        'A,C2,0',
        'A,C2,999.9',
        'A,C2,1000',
        'A,C2,-0.1',
        'A,V4,-1',
        'B,C2,1000',
        'C,C2,1000',
        'A,C2,',
        'A,C2,far',
      ],
    ]
    const beside = { Header_last: ['CHILD,UASC', 'B,1'], UASC_last: ['CHILD,DUC', 'C,01/01/2025', 'A,'] }
    expect(wrong('164', 2025, Episodes, {}, beside)).toEqual([2, 3, 8])
  })

  test('169 and 179: known, but for short breaks', () => {
    const Episodes = [
      'LS,PL_LA,PL_LOCATION',
      'C2,816,IN',
      'C2,,',
      'V3,,',
      'V4,,near',
      'C2,WAL,OUT',
      'C2,212,near',
      ',,',
    ]
    expect(wrong('169', 2025, Episodes)).toEqual([1, 6])
    expect(wrong('179', 2025, Episodes)).toEqual([1, 5, 6])
    expect(answerOf(rules, '179', 2025, { tables: { Episodes: ['LS', 'C2'] } })).toMatchObject({
      asked: false,
    })
  })

  test('214: short breaks need neither postcode nor URN', () => {
    expect(
      wrong('214', 2025, ['LS,PL_POST,URN', 'V3,AB1 0JD,', 'V4,,SC1', 'V3,,', 'C2,AB1 0JD,SC1']),
    ).toEqual([0, 1])
  })
})
