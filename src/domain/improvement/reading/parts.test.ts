import { describe, expect, it } from 'vitest'
import { agenciesOf } from './agencies.ts'
import { councilName, shortName } from './authority.ts'
import { readDay, readSpan } from './dates.ts'
import { joinLines, vocabulary } from './words.ts'

describe('days as reports print them', () => {
  it.each([
    ['3 -14 October 2011', '2011-10-03', '2011-10-14'],
    ['28 January–5 February 2014', '2014-01-28', '2014-02-05'],
    ['2 June 2014 – 25 June 2014', '2014-06-02', '2014-06-25'],
    ['Monday 28th November to Friday 9th December 2011', '2011-11-28', '2011-12-09'],
    ['12 December – 6 January 2012', '2011-12-12', '2012-01-06'],
    ['1 to 5 July 2024', '2024-07-01', '2024-07-05'],
    ['27 June 2011', '2011-06-27', '2011-06-27'],
  ])('%s', (text, from, to) => expect(readSpan(text)).toEqual({ from, to }))

  it('makes nothing of a span that runs backwards or a day that is none', () => {
    expect(readSpan('14 – 3 October 2011')).toBeUndefined()
    expect(readDay('31 February 2012')).toBeUndefined()
  })
})

describe('who must act', () => {
  const of = (text: string) => agenciesOf(text, 'Eastmere', 'Eastmere Council')
  it.each([
    ['NHS Wold and Fen and Eastmere Council to agree a pathway', ['NHS Wold and Fen', 'Eastmere Council']],
    ['Eastmere and Holt NHS Trust should see to it', ['Eastmere and Holt NHS Trust']],
    ['NHS Wold, Holt Hospital Trust and the police authority must agree', ['Eastmere Council']],
    ['The council and its partners need to agree', ['Eastmere Council', 'Partner agencies']],
    ['the safeguarding children board to publish', ['Eastmere Safeguarding Children Board']],
    ['Ensure that the Council and its partners work to one plan', ['Eastmere Council']],
    ['Work with NHS Wold to shorten waits', ['Eastmere Council']],
    ['ensure that visits are made', ['Eastmere Council']],
  ])('%s', (text, agencies) => expect(of(text)).toEqual(agencies))
})

describe('places', () => {
  it.each([
    ['Metropolitan Borough of Fenwick Council', 'Fenwick'],
    ['Fenwick Metropolitan Borough Council', 'Fenwick'],
    ['London Borough of Fenwick', 'Fenwick'],
    ['Fenwick County Council', 'Fenwick'],
    ['the Isle of Fen', 'Isle of Fen'],
  ])('%s is %s', (printed, short) => expect(shortName(printed)).toBe(short))

  it('takes the council’s own name from the text', () => {
    expect(councilName('Fenwick', 'Fenwick County Council and Fenwick NHS')).toBe('Fenwick County Council')
    expect(councilName('Fenwick', 'nothing')).toBe('Fenwick Council')
  })
})

describe('a word broken over a line', () => {
  const known = vocabulary('working multi-agency co-located')
  it.each([
    ['one work-', 'ing day', 'one working day'],
    ['a multi-', 'agency plan', 'a multi-agency plan'],
    ['the mid-', '2012 figure', 'the mid-2012 figure'],
    ['a well-', 'kept file', 'a well-kept file'],
    ['hos\u00ad', 'pital', 'hospital'],
    ['two lines', 'of words', 'two lines of words'],
  ])('%s|%s', (above, below, whole) => expect(joinLines(above, below, known)).toBe(whole))
})
