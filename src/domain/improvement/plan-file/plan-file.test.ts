import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../kernel/day.ts'
import { readBrag, readDue } from './cells.ts'
import { planColumnKeys, planColumns } from './columns.ts'
import { chosenMapping, findTable } from './match.ts'
import { readRows } from './rows.ts'

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')

describe('the columns of a plan, as a table', () => {
  it('gives no name to two columns', () => {
    const names = planColumnKeys.flatMap(key => [planColumns[key].title, ...planColumns[key].also].map(plain))
    expect(names.filter((n, i) => n !== '' && names.indexOf(n) !== i)).toEqual([])
  })

  it('finds every column by the name it is written with, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...planColumnKeys], { minLength: 4 }), keys => {
        fc.pre(keys.includes('action') || keys.includes('recommendation'))
        expect(findTable([keys.map(k => planColumns[k].title)])?.mapping).toEqual(keys)
      }),
    )
  })
})

describe('the line of names', () => {
  it.each([
    [
      'a tracker of a council by the sea',
      ['No', 'What?', 'Who?', 'How?', 'When?', 'Success measures', 'Current status'],
      ['ref', 'recommendation', 'owner', 'action', 'due', 'measure', 'delivery'],
    ],
    [
      'a joint plan with health',
      [
        'Outcome (code: yellow, blue)',
        'Lead person (working with)',
        'Date to be completed',
        'Actions',
        'Measures of success and progress',
      ],
      ['outcome', 'owner', 'due', 'action', 'measure'],
    ],
    [
      'a plan marked by colour',
      ['Ref', 'Action', 'Lead officer', 'Deadline', 'Progress report', 'BRAG'],
      ['ref', 'action', 'owner', 'due', 'progress', 'delivery'],
    ],
    ['a list of whats', ['What', 'Who', 'When'], ['action', 'owner', 'due']],
  ])('is read in %s', (_, names, mapping) => {
    expect(findTable([['Improvement plan 2026'], names])).toMatchObject({ head: 1, mapping })
  })

  it('tells what it only guessed, and is not found where nothing is like a plan', () => {
    expect(findTable([['Recomendation', 'Action', 'Owner']])).toMatchObject({
      mapping: ['recommendation', 'action', 'owner'],
      guessed: [0],
    })
    expect(
      findTable([
        ['Name', 'Address', 'Telephone'],
        ['a', 'b', 'c'],
      ]),
    ).toBeUndefined()
    expect(findTable([])).toBeUndefined()
  })

  it('lets a person choose, but nothing twice and not without an action', () => {
    expect(chosenMapping(['action', '', 'due', 'anything'])).toEqual({
      mapping: ['action', null, 'due', null],
    })
    expect(chosenMapping(['action', 'action'])).toMatchObject({
      fault: expect.stringContaining('two columns'),
    })
    expect(chosenMapping(['due', 'owner'])).toMatchObject({ fault: expect.stringContaining('No column') })
  })
})

describe('when something is due', () => {
  const from = day('2025-12-20')
  it.each([
    ['18/02/2026', '2026-02-18', false],
    ['2026-02-28', '2026-02-28', false],
    ['by 3 March 2026', '2026-03-03', false],
    ['18-Feb complete', '2026-02-18', true],
    ['31 March 2026 (completed)', '2026-03-31', false],
    ['29 Feb', '2028-02-29', true],
    ['Mar-26', '2026-03-31', true],
    ['end of February 2028', '2028-02-29', true],
    ['Immediately', '2025-12-20', true],
    ['Immediately complete', '2025-12-20', true],
    ['Q1 2026', '2026-06-30', true],
    ['Q4 2025-26', '2026-03-31', true],
  ])('%s is %s', (text, on, assumed) => {
    const read = readDue(text, from)
    expect(read?.day).toBe(on)
    expect(read?.assumed !== undefined).toBe(assumed)
  })
  it.each(['', 'Ongoing', 'TBC', '31/02/2026', 'Marchtember 2026', '99'])('%s is no day', text => {
    expect(readDue(text, from)).toBeUndefined()
  })
})

describe('a mark', () => {
  it.each([
    ['B', 'blue'],
    ['green', 'green'],
    ['Amber – at risk', 'amber'],
    ['Off track', 'red'],
    ['Complete and embedded', 'blue'],
    ['Target met', 'blue'],
  ])('%s is %s', (text, brag) => expect(readBrag(text)).toBe(brag))
  it.each([
    '',
    'Not complete',
    'Red to amber',
    'A long tale of what was done about it and how it is complete now, in words',
  ])('“%s” is none', text => expect(readBrag(text)).toBeUndefined())
})

const HEAD = ['Recommendation', 'Action', 'Lead', 'By when', 'RAG', 'Progress', 'Partners']
const rowsOf = (...rows: string[][]) => {
  const all = [HEAD, ...rows]
  const found = findTable(all)
  if (!found) throw new Error('No table')
  return readRows(all, found, day('2025-12-20'))
}

describe('the lines of a plan', () => {
  it('reads headings as themes, repeated names of columns as nothing, and a recommendation for all its actions', () => {
    const { actions, left } = rowsOf(
      ['SAFEGUARDING', '', '', '', '', '', ''],
      ['See children', 'Visit on time', 'Pat Wren', '18-Feb', 'G', 'Begun', 'Police\n• Health'],
      ['', 'Visit alone', 'Pat\nWren', 'Ongoing', 'half', '', ''],
      HEAD,
      ['', '', '', '', '', '', ''],
      ['Plans', '', 'Lee Finch', '', '', '', ''],
      ['CARE', 'CARE', 'CARE', 'CARE', 'CARE', 'CARE', 'CARE'],
      ['Reviews', 'Hold them in time', 'Lee Finch', '1/4/2026', 'Blue', '', ''],
    )
    expect(actions).toMatchObject([
      {
        line: 3,
        theme: 'SAFEGUARDING',
        recommendation: 'See children',
        what: 'Visit on time',
        owner: 'Pat Wren',
        due: '2026-02-18',
        delivery: 'green',
        said: ['Begun'],
        partners: ['Police', 'Health'],
      },
      {
        line: 4,
        theme: 'SAFEGUARDING',
        recommendation: 'See children',
        what: 'Visit alone',
        owner: 'Pat, Wren',
        said: ['Delivery: half'],
      },
      { line: 9, theme: 'CARE', recommendation: 'Reviews', delivery: 'blue', due: '2026-04-01' },
    ])
    expect(actions[0]?.notes).toEqual([expect.stringContaining('has no year')])
    expect(actions[1]?.due).toBeUndefined()
    expect(actions[1]?.notes).toEqual([expect.stringContaining('no day'), expect.stringContaining('no mark')])
    expect(left).toEqual([{ line: 7, why: 'It says no action.' }])
  })

  it('loses no words, whatever stands in the cells', () => {
    const cell = fc.string({ maxLength: 12 }).filter(t => t.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell, cell, cell), { maxLength: 6 }), rows => {
        const distinct = rows.map(r => r.map((c, i) => `${i}${c.trim()}`))
        const { actions, left } = rowsOf(...distinct)
        expect(actions.length + left.length).toBe(distinct.length)
        for (const [i, a] of actions.entries()) {
          expect(a.what).toBe(distinct[i]?.[1])
          expect(a.said.join(' ')).toContain(distinct[i]?.[5])
        }
      }),
    )
  })
})
