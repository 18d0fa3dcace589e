import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayNumber, parts } from '../kernel/day.ts'
import { columnsOf, noticeColumns } from './notice-columns.ts'
import { sameChild } from './notice-gather.ts'
import { findColumns } from './notice-match.ts'
import { sheetDay } from './notice-row.ts'
import { readNotices } from './notices.ts'

const today = day('2026-03-10')
const HEAD = [
  'Incident number',
  'Date of incident',
  'Given names',
  'Family name',
  'Date of birth',
  'What happened',
]
const file = (...rows: readonly (readonly string[])[]) => rows.map((cells, i) => ({ line: i + 2, cells }))
const police = (head: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const read = readNotices('police', head, file(...rows), today)
  if (!read.ok) throw new Error(read.error.join(' '))
  return read.value
}
const sam = ['E1', '1/3/2026', 'Sam', 'Reed', '5/6/2014', 'Shouting']

describe('columns', () => {
  test.each(['police', 'hospital'] as const)('every name of %s leads to one column alone', kind => {
    const seen = new Map<string, string>()
    for (const [field, c] of columnsOf(kind))
      for (const name of [c.title, ...c.also]) {
        const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
        expect(seen.get(plain) ?? field, name).toBe(field)
        seen.set(plain, field)
      }
  })

  test('in any order, whatever their case, marks and slips, and says how they were read', () => {
    const found = findColumns('police', [
      'D.O.B.',
      'SURNAME',
      'Crime Number',
      'incident_date',
      'Circumstances',
      'Shoe',
    ])
    expect(found.ok && Object.fromEntries(found.value.at)).toEqual({
      born: [0],
      familyName: [1],
      number: [2],
      incidentOn: [3],
      concern: [4],
    })
    expect(found.ok && found.value.notes).toEqual([
      '“D.O.B.” was read as Date of birth.',
      '“SURNAME” was read as Family name.',
      '“Crime Number” was read as Incident number.',
      '“incident_date” was read as Date of incident.',
      '“Circumstances” was read as What happened.',
      'Not known, and left out: “Shoe”.',
    ])
    const slip = findColumns('police', ['Incidnet number', 'Date of incident', 'Family nam'])
    expect(slip.ok && [...slip.value.at.keys()]).toEqual(['incidentOn', 'number', 'familyName'])
  })

  test('what is only like a column never takes the place of the one that is there', () => {
    const found = findColumns('police', ['Incident numbers', ...HEAD])
    expect(found.ok && found.value.at.get('number')).toEqual([1])
    expect(found.ok && found.value.notes).toContain('Not known, and left out: “Incident numbers”.')
  })

  test('parts of one answer are put together; two of what can be only one are a fault', () => {
    const { notices } = police(
      [...HEAD, 'Address line 1', 'Address line 2', 'Town', 'Postcode', 'Victim', 'Suspect'],
      [...sam, '3 Mill Row', '', 'Thimble', 'TH1 2AB', 'Ann Reed', 'Lee Reed'],
    )
    expect(notices[0]?.children[0]?.child.address).toBe('3 Mill Row, Thimble, TH1 2AB')
    expect(notices[0]?.received.adults).toBe('Ann Reed; Lee Reed')
    const twice = findColumns('police', [...HEAD, 'DOB'])
    expect(twice.ok ? [] : twice.error).toEqual([
      '“Date of birth” and “DOB” are both read as Date of birth. Take one of them out.',
    ])
  })

  test('what is missing is told all at once, with what the file has', () => {
    const found = findColumns('hospital', ['Age', ''])
    expect(found.ok ? [] : found.error).toEqual([
      expect.stringMatching(/^The column “Attendance number” is missing\..*The file has: Age\.$/),
      expect.stringContaining('“Date of attendance” is missing'),
      expect.stringContaining('No column says who the child is'),
    ])
  })

  test('needed columns are the number and the day', () => {
    for (const kind of ['police', 'hospital'] as const)
      expect(columnsOf(kind).flatMap(([f, c]) => (c.needed ? [f] : []))).toEqual(['number', 'incidentOn'])
    expect(Object.keys(noticeColumns.hospital)).not.toContain('marac')
  })
})

describe('days', () => {
  test.each([
    ['27/03/2026', '2026-03-27'],
    ['27/3/26 14:05', '2026-03-27'],
    ['27.03.2026', '2026-03-27'],
    ['27 Mar 2026', '2026-03-27'],
    ['27-MAR-26 02:05:00 PM', '2026-03-27'],
    ['2026-03-27T14:05:00Z', '2026-03-27'],
    ['20260327', '2026-03-27'],
    ['46108', '2026-03-27'],
    ['46108.58', '2026-03-27'],
    ['3/27/2026', undefined],
    ['31/2/2026', undefined],
    ['soon', undefined],
  ])('%s is %s', (text, is) => expect(sheetDay(text, today)).toBe(is))

  test('every day of a century reads the same as people write it and as Excel counts it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), n => {
        const on = addDays(day('1930-01-01'), n)
        const { year, month, date } = parts(on)
        expect(sheetDay(`${date}/${month}/${year}`, today)).toBe(on)
        expect(sheetDay(String(dayNumber(on) + 25_569), today)).toBe(on)
      }),
    ))
})

describe('rows', () => {
  test('one number is one notice with its children, each once, and its words, each once', () => {
    const { notices, repeated, wrong } = police(
      HEAD,
      sam,
      ['e1', '2026-03-01', 'Ivy', 'Reed', '1/2/2020', 'Shouting'],
      ['E1', '1/3/2026', 'SAM', 'reed', '05/06/2014', 'A broken window'],
      ['E2', '2/3/2026', 'Odd', 'Marl', '', ''],
    )
    expect(wrong).toEqual([])
    expect(repeated).toEqual([{ line: 4, say: 'the same child of E1 as on line 2' }])
    expect(notices.map(n => [n.number, n.children.length, n.received.concern])).toEqual([
      ['E1', 2, 'Shouting\n\nA broken window'],
      ['E2', 1, 'The notice gives no details.'],
    ])
    expect(notices[0]?.received).toMatchObject({
      sort: 'domestic-abuse',
      source: '6',
      danger: false,
      receivedOn: today,
      incidentOn: '2026-03-01',
    })
  })

  test('what can’t be used is told by its line, every fault of it, and the rest is taken', () => {
    const { notices, wrong } = police(
      HEAD,
      ['', '1/3/2026', 'A', 'B', '', ''],
      ['E1', '3/27/2026', 'A', 'B', '', ''],
      ['E2', '1/4/2026', '', '', '31/2/2020', ''],
      ['E3', '1/3/2026', 'Ann', 'Reed', '5/6/1984', ''],
      ['', '', '', '', '', ''],
      ['E5', '1/3/2026', 'A', 'B', '', 'He said', ' and left'],
      ['E6', '1/3/2026', 'A', 'B'],
    )
    expect(notices.map(n => n.number)).toEqual(['E6'])
    expect(wrong.map(w => w.line)).toEqual([2, 3, 4, 5, 7])
    expect(wrong.map(w => w.say)).toEqual([
      'Incident number is blank. Every notice needs it.',
      'Date of incident: “3/27/2026” is not a date. Write it like 27/3/2026.',
      expect.stringMatching(
        /Date of incident: 1 April 2026 is in the future.*Date of birth: “31\/2\/2020” is not a date/,
      ),
      'Date of birth: Born on 5 June 1984, this is not a child now. Check the year.',
      'It has 7 values, and the first line names 6. A value with a comma in it needs quotation marks around it.',
    ])
  })

  test('lines of one number that contradict each other, or say too much together, are told', () => {
    const { notices, wrong } = police(
      HEAD,
      ['E1', '1/3/2026', 'Sam', 'Reed', '', 'a'.repeat(15_000)],
      ['E1', '2/3/2026', 'Ivy', 'Reed', '', ''],
      ['E1', '1/3/2026', 'Odd', 'Reed', '', 'b'.repeat(15_000)],
    )
    expect(notices[0]?.children).toHaveLength(1)
    expect(wrong.map(w => [w.line, w.say])).toEqual([
      [3, expect.stringContaining('E1 has another date on line 2')],
      [4, expect.stringContaining('longer than 20000 characters')],
    ])
  })

  test('a whole name is parted; risk, what was done and MARAC are kept', () => {
    const head = [
      'Incident number',
      'Date',
      'Child name',
      'Risk level',
      'Action taken',
      'MARAC',
      'NHS number',
    ]
    const { notices } = police(
      head,
      ['1', '1/3/2026', 'Reed, Sam Lee', 'High', 'Arrested', 'Y', '9991234567'],
      ['2', '1/3/2026', 'Ivy  May Reed', '', '', 'to be decided', ''],
      ['3', '1/3/2026', 'Marl', '', '', 'No', ''],
    )
    expect(notices.map(n => n.children[0]?.child)).toEqual([
      { givenName: 'Sam Lee', familyName: 'Reed', nhsNumber: '999 123 4567' },
      { givenName: 'Ivy May', familyName: 'Reed' },
      { familyName: 'Marl' },
    ])
    expect(notices.map(n => [n.received.marac, n.received.concern])).toEqual([
      [true, 'Risk: High\nWhat was done: Arrested'],
      [undefined, 'MARAC: to be decided'],
      [false, 'The notice gives no details.'],
    ])
  })

  test('nothing but names of columns is said to be so', () => {
    expect(police(HEAD).notes).toEqual(['It has no line below that of the column names.'])
  })

  test('any cells at all are taken or told, each line once', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 8 }), { maxLength: 12 }), rows => {
        const { notices, wrong, repeated } = police(HEAD, ...rows)
        const lines = [
          ...notices.flatMap(n => n.children.map(c => c.line)),
          ...wrong.map(w => w.line),
          ...repeated.map(r => r.line),
        ]
        expect(new Set(lines).size).toBe(lines.length)
      }),
    ))
})

test('a child is known again by the NHS number where both have one, else by name and birth', () => {
  const a = { givenName: 'Seán', familyName: 'O’Neil', born: '2014-05-06' }
  expect(sameChild(a, { ...a, givenName: 'SEÁN', familyName: 'O Neil' })).toBe(true)
  expect(sameChild(a, { ...a, nhsNumber: '999 123 4567' })).toBe(true)
  expect(sameChild({ ...a, nhsNumber: '9991234567' }, { nhsNumber: '999 123 4567' })).toBe(true)
  expect(sameChild({ ...a, nhsNumber: '9991234567' }, { ...a, nhsNumber: '999 123 4575' })).toBe(false)
  expect(sameChild(a, { ...a, givenName: 'Fern' })).toBe(false)
})
