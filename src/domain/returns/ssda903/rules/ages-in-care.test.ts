import { describe, expect, test } from 'vitest'
import { agesInCareRules } from './ages-in-care.ts'
import { failing } from './sample.ts'

const header = (...dobs: string[]) => ['CHILD,DOB', ...dobs.map((dob, i) => `${i},${dob}`)]

describe('ages in care', () => {
  test('302: only the first episode counts, and the day of birth itself is well', () => {
    const Header = header('05/06/2020', '05/06/2020', '', '05/06/2020')
    const Episodes = [
      'CHILD,DECOM',
      '0,05/06/2020',
      '1,04/06/2020',
      '1,01/06/2020',
      '2,01/06/2020',
      '3,',
      '9,01/01/1999',
    ]
    expect(failing(agesInCareRules, '302', 2025, { Header, Episodes })).toEqual({
      Episodes: [2],
      Header: [1],
    })
  })

  test('352: nobody starts on the 18th birthday or later', () => {
    const Header = header('05/06/2007', '06/06/2007', '05/06/2007', '')
    const Episodes = [
      'CHILD,RNE,DECOM',
      '0,S,05/06/2025',
      '1,S,05/06/2025',
      '2,P,05/06/2025',
      '3,S,05/06/2025',
      '0,S,',
    ]
    expect(failing(agesInCareRules, '352', 2025, { Header, Episodes })).toEqual({ Episodes: [0] })
  })

  test('358: the criminal courts’ legal statuses are from the tenth birthday on', () => {
    const Header = header('05/06/2015', '06/06/2015', '06/06/2015', '')
    const Episodes = [
      'CHILD,LS,DECOM',
      '0,J1,05/06/2025',
      '1,J2,05/06/2025',
      '2,C2,05/06/2025',
      '3,J3,05/06/2025',
    ]
    const found = failing(agesInCareRules, '358', 2025, { Header, Episodes })
    expect(found).toEqual({ Episodes: [1], Header: [1] })
  })

  test('359: an episode ends on the 18th birthday, unless V2 in K2; an open one goes to the year’s end', () => {
    const Header = header('05/06/2007', '05/06/2007', '31/03/2008', '30/03/2008', '')
    const Episodes = [
      'CHILD,DEC,LS,PLACE',
      '0,05/06/2025,C2,U1',
      '0,06/06/2025,C2,U1',
      '1,06/06/2025,V2,K2',
      '1,06/06/2025,V2,K1',
      '2,,C2,U1',
      '3,,C2,U1',
      '4,,C2,U1',
    ]
    expect(failing(agesInCareRules, '359', 2025, { Header, Episodes })).toEqual({ Episodes: [1, 3, 5] })
  })

  test.each([
    ['370', 2022, 'P2', 15],
    ['370', 2023, 'P2', 16],
    ['371', 2022, 'H5', 14],
    ['371', 2023, 'H5', 16],
    ['371', 2024, 'H5', 16],
    ['371', 2026, 'K3', 16],
    ['372', 2025, 'R5', 10],
    ['373', 2025, 'S1', 4],
    ['374', 2025, 'P3', 14],
  ])('%s in %i: %s from the birthday of %i on', (code, year, place, age) => {
    const Header = header(`05/06/${2020 - age}`, `06/06/${2020 - age}`, '')
    const Episodes = [
      'CHILD,PLACE,DECOM',
      `0,${place},05/06/2020`,
      `1,${place},05/06/2020`,
      '1,U1,05/06/2020',
      `1,${place},`,
      `2,${place},05/06/2020`,
    ]
    expect(failing(agesInCareRules, code, year, { Header, Episodes })).toEqual({ Episodes: [1] })
  })
})
