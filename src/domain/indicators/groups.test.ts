import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { careBands, childBands } from './bands.ts'
import { ageGroup, ethnicGroup, groupOrder, sexGroup, teamOn } from './groups.ts'
import { allocated, allocationEnded, fileOf } from './test-file.ts'

const on = day('2011-10-03')
const child = (born: string | null, unborn = false) => ({ born: born === null ? null : day(born), unborn })

describe('groups', () => {
  it('puts a child in the band of the age on the day', () => {
    const band = (born: string) => ageGroup(careBands, child(born), on)
    expect([band('2006-10-04'), band('2006-10-03')]).toEqual(['Under 5', '5 to 16'])
    expect([band('1994-10-04'), band('1994-10-03')]).toEqual(['5 to 16', 'Over 16'])
  })

  it('puts an unborn child in the youngest, even past the expected day', () => {
    expect(ageGroup(childBands, child('2012-01-01', true), on)).toBe('Under 5')
    expect(ageGroup(childBands, child('1999-01-01', true), on)).toBe('Under 5')
    expect(ageGroup(childBands, child(null, true), on)).toBe('Under 5')
    expect(ageGroup(childBands, child('2012-01-01'), on)).toBe('Under 5')
    expect(ageGroup(childBands, child(null), on)).toBe('Age not known')
  })

  it('counts an unborn child apart from girls and boys', () => {
    const sex = (s: string | null, born: string, unborn = false) =>
      sexGroup({ ...child(born, unborn), sex: s }, on)
    expect([sex('F', '2000-01-01'), sex('M', '2000-01-01'), sex('U', '2000-01-01')]).toEqual([
      'Female',
      'Male',
      'Not known',
    ])
    expect([sex('F', '2012-01-01', true), sex('M', '2011-10-04'), sex(null, '2011-10-03')]).toEqual([
      'Unborn',
      'Unborn',
      'Not known',
    ])
  })

  it('knows the broad ethnic group', () => {
    const codes = ['WBRI', 'MWBC', 'BOTH', 'REFU', 'XXXX', null]
    expect(codes.map(ethnicity => ethnicGroup({ ethnicity }))).toEqual([
      'White',
      'Mixed',
      'Black or Black British',
      'Not known',
      'Not known',
      'Not known',
    ])
  })

  it('takes the team of the worker on the day, not of the reviewing officer', () => {
    const file = fileOf(
      allocated('2011-01-01', 'North'),
      allocated('2011-01-01', 'Reviewing', 'reviewing'),
      allocated('2011-06-01', 'South'),
      allocationEnded('2011-10-03'),
    )
    const teams = ['2010-12-31', '2011-05-31', '2011-06-01', '2011-10-02', '2011-10-03']
    expect(teams.map(d => teamOn(file, day(d)))).toEqual([
      'Unallocated',
      'North',
      'South',
      'South',
      'Unallocated',
    ])
  })

  it('orders every group that can be met', () => {
    expect(groupOrder('age', careBands)).toEqual(['Under 5', '5 to 16', 'Over 16', 'Age not known'])
    expect(groupOrder('sex', careBands)).toEqual(['Female', 'Male', 'Unborn', 'Not known'])
    expect(groupOrder('ethnicity', careBands)).toContain('Not known')
    expect(groupOrder('team', careBands)).toEqual([])
  })
})
