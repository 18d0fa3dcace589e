import { describe, expect, test } from 'vitest'
import { providerRules } from './providers.ts'
import { answerOf, failing } from './sample.ts'

const list = ['URN,REG_END,POSTCODE,PLACE_CODES,PROVIDER_CODES,LA_CODE_INFERRED,LA_NAME_INFERRED']
const of = (code: string, year: number, Episodes: string[], rows: string[], authority = '') =>
  failing(providerRules, code, year, { Episodes }, { providers: [...list, ...rows], authority })

describe('episodes against the list of providers', () => {
  test('1008: a URN is on the list, whatever its case; blank and XXXXXXX are nobody', () => {
    const Episodes = ['CHILD,URN', 'A,SC01', 'B,sc01', 'C,SC02', 'D,', 'E,XXXXXXX']
    expect(of('1008', 2022, Episodes, ['SC01,,,,,,'])).toEqual({ Episodes: [2] })
  })

  test('219 and 224: the list names the placement types and whose provision it is', () => {
    // Commas part the cells of a sample, so its lists are parted by semicolons: both are read.
    const rows = ['1,,,U1;U2,PR1;PR4,,', '2,,,,,,', '2,,,K2,PR2,,', '3,,,,,,']
    const Episodes = [
      'CHILD,URN,PLACE,PLACE_PROVIDER',
      'A,1,U2,PR4',
      'B,1,U,PR',
      'C,2,K2,PR2',
      'D,3,K2,PR2',
      'E,1,,',
      'F,9,K2,PR2',
      'G,XXXXXXX,K2,PR2',
    ]
    expect(of('219', 2025, Episodes, rows)).toEqual({ Episodes: [1, 3] })
    expect(of('224', 2025, Episodes, rows)).toEqual({ Episodes: [1, 3] })
  })

  test('a list without a column fails nobody: the rule is not asked', () => {
    const answer = answerOf(providerRules, '224', 2025, {
      tables: { Episodes: ['CHILD,URN,PLACE_PROVIDER', 'A,1,PR1'] },
      providers: ['URN,REG_END', '1,'],
    })
    expect(answer).toEqual({ asked: false, because: expect.stringContaining('PROVIDER_CODES') })
    expect(answerOf(providerRules, '1008', 2025, { tables: { Episodes: ['URN', '1'] } }).asked).toBe(false)
  })

  test('221: postcodes match without spaces, for what Ofsted inspects at its address; H5 since 2023, K3 since 2024', () => {
    const rows = ['1,,ZA1 1AA,,,,', '2,,,,,,']
    const Episodes = [
      'CHILD,URN,LS,PLACE,PL_POST',
      'A,1,V2,K2,za11aa',
      'B,1,V2,K2,ZA1 1AB',
      'C,1,V3,K2,ZA1 1AB',
      'D,1,V2,U1,ZA1 1AB',
      'E,1,V2,H5,ZA1 1AB',
      'F,1,V2,K3,ZA1 1AB',
      'G,2,V2,S1,ZA1 1AA',
      'H,1,V2,K1,',
    ]
    expect(of('221', 2022, Episodes, rows)).toEqual({ Episodes: [1, 6] })
    expect(of('221', 2023, Episodes, rows)).toEqual({ Episodes: [1, 4, 6] })
    expect(of('221', 2026, Episodes, rows)).toEqual({ Episodes: [1, 4, 5, 6] })
  })

  test('227 and 228: registration lasts to its last day; an open episode lasts to the year’s end', () => {
    const rows = ['1,01/10/2025,,,,,', '2,,,,,,', '3,31/03/2026,,,,,', '4,30/03/2026,,,,,']
    const Episodes = [
      'CHILD,URN,DECOM,DEC',
      'A,1,01/10/2025,01/10/2025',
      'B,1,02/10/2025,02/10/2025',
      'C,2,02/10/2025,',
      'D,3,02/10/2025,',
      'E,4,02/10/2025,',
      'F,1,,31/02/2026',
    ]
    expect(of('227', 2025, Episodes, rows)).toEqual({ Episodes: [1] })
    expect(of('228', 2025, Episodes, rows)).toEqual({ Episodes: [1, 4] })
  })

  test('229: our own provision is ours, another authority’s is not', () => {
    const rows = ['1,,,,,E09,Fenwick', '2,,,,,E10,Marsh', '3,,,,,,']
    const Episodes = [
      'CHILD,URN,PLACE_PROVIDER',
      'A,1,PR1',
      'B,2,PR1',
      'C,1,PR2',
      'D,2,PR2',
      'E,2,PR4',
      'F,3,PR1',
      'G,,PR1',
    ]
    expect(of('229', 2022, Episodes, rows, 'Fenwick')).toEqual({ Episodes: [1, 2, 5] })
    expect(of('229', 2025, Episodes, rows, 'E09')).toEqual({ Episodes: [1, 2, 5] })
  })
})
