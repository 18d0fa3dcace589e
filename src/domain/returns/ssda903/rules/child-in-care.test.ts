import { describe, expect, test } from 'vitest'
import { childInCareRules } from './child-in-care.ts'
import { motherhoodRules } from './motherhood.ts'
import { failing } from './sample.ts'

describe('who is in care', () => {
  test('1012: nothing but the care leaver’s part without an episode', () => {
    const found = failing(childInCareRules, '1012', 2026, {
      Header: ['CHILD', 'A', 'Z'],
      Episodes: ['CHILD', 'A', 'A', 'B', ''],
      OC3: ['CHILD', 'Z'],
      UASC: ['CHILD', 'Z'],
      Reviews: ['CHILD', 'Z', 'A', ''],
      Missing: ['CHILD', 'A', 'B'],
      DoLo: ['CHILD', 'A', 'Z', 'Z'],
    })
    expect(found).toEqual({ Reviews: [0], DoLo: [1, 2] })
  })

  test('210: UN4 is for whoever had been looked after for a week or less at the year’s end', () => {
    const Header = ['CHILD,UPN', 'A,UN4', 'B,UN4', 'C,UN4', 'D,UN3', 'E,UN4', 'F,UN4', 'G,UN4']
    const Episodes = [
      'CHILD,DECOM,RNE,DEC',
      'A,24/03/2026,S,',
      'B,23/03/2026,S,',
      'C,29/03/2026,P,',
      'C,01/03/2026,S,29/03/2026',
      'D,01/03/2026,S,',
      'E,01/03/2026,S,20/03/2026',
      'F,29/03/2026,S,',
      'F,01/01/2026,S,02/02/2026',
      'G,29/03/2026,P,',
      'G,01/01/2026,S,02/02/2026',
    ]
    // C has been in care since the episode before; F and G came back.
    const found = failing(childInCareRules, '210', 2025, { Header, Episodes })
    expect(found).toEqual({ Header: [1, 2], Episodes: [1, 3] })
  })

  test('442: a pupil number or a reason, unless there were only short breaks', () => {
    const Header = ['CHILD,UPN', 'A,', 'B,UN1', 'C,', 'D,', 'E,']
    const Episodes = ['CHILD,LS', 'A,C2', 'B,C2', 'C,V3', 'C,V4', 'D,V4', 'D,']
    expect(failing(childInCareRules, '442', 2025, { Header, Episodes })).toEqual({ Header: [0, 3] })
  })
})

describe('motherhood', () => {
  test('393: said of every girl who is looked after', () => {
    const Header = ['CHILD,SEX,MOTHER', 'A,F,', 'B,F,0', 'C,M,', 'D,F,', 'E,2,', 'G,F,']
    const Episodes = ['CHILD,LS', 'A,C2', 'A,V3', 'B,C2', 'C,C2', 'D,V4', 'E,C2']
    expect(failing(motherhoodRules, '393', 2025, { Header, Episodes })).toEqual({ Header: [0] })
    expect(failing(motherhoodRules, '393', 2023, { Header, Episodes })).toEqual({ Header: [4] })
  })

  test('607: and of every girl whose care ended in the year, on either day of its ends', () => {
    const Header = ['CHILD,SEX,MOTHER', 'A,F,', 'B,F,1', 'C,M,', 'D,2,']
    const Episodes = [
      'CHILD,DEC,REC,LS',
      'A,01/04/2025,E4A,C2',
      'A,31/03/2025,E4A,C2',
      'A,31/03/2026,E4A,',
      'A,01/04/2026,E4A,C2',
      'A,01/06/2025,X1,C2',
      'A,01/06/2025,,C2',
      'A,01/06/2025,E4A,V3',
      'B,01/06/2025,E4A,C2',
      'C,01/06/2025,E4A,C2',
      'D,01/06/2023,E4A,C2',
    ]
    const now = failing(motherhoodRules, '607', 2025, { Header, Episodes })
    expect(now).toEqual({ Episodes: [0, 2], Header: [0] })
    const before = failing(motherhoodRules, '607', 2023, { Header, Episodes })
    expect(before).toEqual({ Episodes: [9], Header: [3] })
  })

  test('625: the first child was born in care, by the year’s end', () => {
    const Header = ['CHILD,MC_DOB', 'A,02/06/2025', 'B,01/06/2025', 'C,01/04/2026', 'D,31/03/2026', 'E,']
    const Episodes = [
      'CHILD,DEC',
      'A,01/06/2025',
      'A,01/05/2025',
      'B,01/06/2025',
      'C,',
      'C,01/05/2025',
      'D,',
      'D,01/05/2025',
      'E,01/05/2025',
    ]
    const found = failing(motherhoodRules, '625', 2025, { Header, Episodes })
    expect(found).toEqual({ Episodes: [0, 3], Header: [0, 2] })
  })
})
