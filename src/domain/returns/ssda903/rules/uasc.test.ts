import { describe, expect, test } from 'vitest'
import { lastUascRules } from './last-uasc.ts'
import { failing } from './sample.ts'
import { uascRules } from './uasc.ts'

describe('unaccompanied children', () => {
  test('104: the end is a day, and not before the year', () => {
    const UASC = ['CHILD,DUC', 'A,31/03/2025', 'B,01/04/2025', 'C,', 'D,April', 'E,01/06/2026']
    expect(failing(uascRules, '104', 2025, { UASC })).toEqual({ UASC: [0, 3] })
  })

  test('105: the XML says yes or no', () => {
    const Header = ['CHILD,UASC', 'A,0', 'B,1', 'C,', 'D,2']
    expect(failing(uascRules, '105', 2025, { Header }, { form: 'xml' })).toEqual({ Header: [2, 3] })
    expect(failing(uascRules, '105', 2025, { Header })).toEqual({})
  })

  test('231: under 11 when the year ended', () => {
    const born = ['A,01/04/2015,1', 'B,31/03/2015,1', 'C,01/04/2015,0', 'D,,1']
    expect(failing(uascRules, '231', 2025, { Header: ['CHILD,DOB,UASC', ...born] })).toEqual({ Header: [0] })
    const Header = ['CHILD,DOB', 'A,01/04/2015', 'B,01/04/2015']
    expect(failing(uascRules, '231', 2025, { Header, UASC: ['CHILD', 'B'] })).toEqual({ Header: [1] })
  })

  test('303: who has an end has the status', () => {
    const UASC = ['CHILD,DUC', 'A,01/06/2025', 'B,01/06/2025', 'C,', 'D,01/06/2025', 'X,01/06/2025']
    const Header = ['CHILD,UASC', 'D,', 'C,0', 'B,0', 'A,1']
    expect(failing(uascRules, '303', 2025, { UASC, Header })).toEqual({ UASC: [1, 3], Header: [0, 2] })
    expect(failing(uascRules, '303', 2025, { UASC, Header: ['CHILD', 'B'] })).toEqual({})
  })

  test('304: the status ends by the eighteenth birthday', () => {
    const UASC = [
      'DOB,DUC',
      '01/06/2007,01/06/2025',
      '01/06/2007,02/06/2025',
      '29/02/2008,01/03/2026',
      ',01/06/2025',
    ]
    expect(failing(uascRules, '304', 2025, { UASC })).toEqual({ UASC: [1] })
  })
})

const xml = { form: 'xml' } as const

describe('unaccompanied children beside last year', () => {
  const Header = ['CHILD,UASC', 'A,0', 'B,0', 'C,1', 'D,1', 'E,0', 'F,1', 'G,0', 'H,0', 'N,1']
  const Header_last = ['CHILD,UASC', 'A,1', 'B,1', 'C,1', 'D,1', 'E,0', 'F,0', 'G,1', 'H,0']
  const UASC = ['CHILD,DUC', 'A,', 'C,', 'D,01/06/2025', 'E,01/06/2025']
  const UASC_last = ['CHILD,DUC', 'A,31/03/2025', 'B,01/04/2025', 'C,31/03/2025', 'D,', 'H,01/05/2024']
  const tables = { Header, Header_last, UASC, UASC_last }

  test('205A: who is one no more ended before the year', () => {
    expect(failing(lastUascRules, '205A', 2025, tables, xml)).toEqual({ Header: [1, 6] })
  })
  test('205B: who still is one had not ended before it', () => {
    expect(failing(lastUascRules, '205B', 2025, tables, xml)).toEqual({ Header: [2], UASC: [1] })
  })
  test('205C: who is one in neither year has no end', () => {
    expect(failing(lastUascRules, '205C', 2025, tables, xml)).toEqual({ Header: [4, 7], UASC: [3] })
  })
  test('205D: who was in last year’s return as none is new among them', () => {
    expect(failing(lastUascRules, '205D', 2025, tables, xml)).toEqual({ Header: [5] })
  })

  test('in CSV files the rows of unaccompanied children say it', () => {
    const csv = {
      Header: ['CHILD', 'A', 'B', 'C', 'D', 'E'],
      Header_last: ['CHILD', 'A', 'B', 'C', 'D'],
      UASC: ['CHILD,DUC', 'C,', 'D,', 'E,'],
      UASC_last: ['CHILD,DUC', 'A,', 'B,31/03/2025', 'C,31/03/2025'],
    }
    expect(failing(lastUascRules, '205A', 2025, csv)).toEqual({ Header: [0] })
    expect(failing(lastUascRules, '205B', 2025, csv)).toEqual({ Header: [2], UASC: [0] })
    expect(failing(lastUascRules, '205C', 2025, csv)).toEqual({})
    expect(failing(lastUascRules, '205D', 2025, csv)).toEqual({ Header: [3], UASC: [1] })
  })
})
