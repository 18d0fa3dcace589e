import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { read903 } from './read-903.ts'
import { checkReturn903 } from './run.ts'

const HEADER =
  'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\na,1,01/02/2012,WBRI,UN1,,\nb,2,01/02/2013,WBRI,UN1,,\n'
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\na,01/05/2025,S,C2,N1,U1,PR1,,,,AA1 1AA,AA1 1AA,SC1\n'

let folder = ''
const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-903-'))
  await put('header.csv', HEADER)
  await put('episodes.csv', EPISODES)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The children in the header, and what is said of the files; what can't be read at all is thrown. */
async function read(path = folder) {
  const found = await read903(path)
  if (!found.ok) throw new Error(found.error.map(n => `${n.file}: ${n.wrong} ${n.todo}`).join('\n'))
  const { tables, notes, form } = found.value
  return {
    children: tables.Header?.text('CHILD'),
    tables,
    form,
    notes: notes.map(n => `${n.file}: ${n.wrong} ${n.todo}`),
  }
}

async function check(more: { last?: string; providers?: string; postcodes?: string } = {}) {
  const checked = await checkReturn903({ year: 2025, now: folder, ...more })
  if (!checked.ok) throw new Error(checked.error.map(n => n.wrong).join('\n'))
  const { asked, notes, children, rows } = checked.value
  return { notes: notes.map(n => `${n.file}: ${n.wrong}`), children, rows, asked }
}

test('a folder of files, whatever the case of their names', async () => {
  await put(
    'Placed_for_Adoption.CSV',
    'CHILD,DATE_PLACED,DATE_PLACED_CEASED,REASON_PLACED_CEASED\na,01/05/2025,,\n',
  )
  const { children, tables, form, notes } = await read()
  expect([children, tables.PlacedAdoption?.rows, form, notes]).toEqual([['a', 'b'], 1, 'csv', []])
})

describe('a file that can’t be read is told, and the others are read', () => {
  const ZIP = Buffer.from('PK\x03\x04letters', 'latin1')
  test.each([
    ['empty', '', 'The file is empty.'],
    ['blank', ' \n\n', 'The file has nothing but blanks.'],
    ['a ZIP', ZIP, 'This is a ZIP file, not CSV.'],
    [
      'a workbook',
      Buffer.concat([ZIP, Buffer.from('xl/workbook.xml')]),
      'This is an Excel workbook, not CSV.',
    ],
    [
      'bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
      'This is not text, so it is not CSV.',
    ],
    ['XML', '<?xml version="1.0"?><a/>', 'This is XML or a web page, not CSV.'],
    [
      'without its names',
      'a,1,01/02/2012\nb,2,01/02/2012\n',
      'Its first line has none of the names of columns that this file should have.',
    ],
    [
      'one endless line',
      'nonsense '.repeat(500_000),
      'Its first line has none of the names of columns that this file should have.',
    ],
    [
      'a quote that does not close',
      'CHILD,DOB,REVIEW,REVIEW_CODE\na,"01/02/2012,x\nb\n',
      'It can’t be read as CSV',
    ],
  ])('%s', async (_, content, wrong) => {
    await put('reviews.csv', content)
    const { children, tables, notes } = await read()
    expect([children, tables.Reviews, notes.length]).toEqual([['a', 'b'], undefined, 1])
    expect(notes[0]).toContain(`reviews.csv: ${wrong}`)
    expect((await check()).asked.some(a => a.answer.asked)).toBe(true)
  })

  test('larger than any return', async () => {
    const file = await open(join(folder, 'oc2.csv'), 'w')
    await file.truncate(2 ** 31)
    await file.close()
    expect((await read()).notes).toEqual([
      'oc2.csv: It is larger than any return, and was not read. Check that this is the file you mean.',
    ])
  })

  test('a folder of a file’s name', async () => {
    await mkdir(join(folder, 'oc2.csv'))
    expect((await read()).notes[0]).toContain('oc2.csv: It is not a file that can be read.')
  })
})

test('encodings: a mark, two bytes a character, and Windows’ own with a note', async () => {
  await put('header.csv', `\uFEFF${HEADER}`)
  expect([(await read()).children, (await read()).notes]).toEqual([['a', 'b'], []])
  await put('header.csv', Buffer.from(`\uFEFF${HEADER}`, 'utf16le'))
  expect((await read()).children).toEqual(['a', 'b'])
  await put('header.csv', Buffer.from(HEADER.replace('a,1', 'Zo\u00eb,1'), 'latin1'))
  const { children, notes } = await read()
  expect(children).toEqual(['Zoë', 'b'])
  expect(notes[0]).toContain('Windows-1252')
})

test('a file that is no part of the return, and one that stands twice, are told', async () => {
  await put('notes.txt', 'x')
  await put('Header.csv', HEADER)
  const { notes } = await read()
  expect(notes.filter(n => n.includes('not one of the return’s files'))).toHaveLength(1)
  expect(notes.filter(n => n.includes('two files of Header'))).toHaveLength(1)
})

test('without its children’s column a file stops the rules that look at it, and no more', async () => {
  await put('header.csv', HEADER.replace('CHILD', 'PERSON'))
  const { notes, children, asked } = await check()
  expect(notes).toEqual(['header.csv: The column CHILD is missing. Rules that look at it were not asked.'])
  expect(children).toBe(0)
  const because = asked.map(a => (a.answer.asked ? 'asked' : a.answer.because))
  expect(because).toContain('asked')
  expect(because).toContain('not checked: a file came without the column CHILD')
})

test('a table that did not come: the rules that need it say so', async () => {
  await rm(join(folder, 'episodes.csv'))
  const { asked, children } = await check()
  expect(children).toBe(2)
  for (const { rule, answer } of asked)
    if (rule.needs.includes('Episodes')) expect([rule.code, answer.asked]).toEqual([rule.code, false])
})

test('last year’s return, providers and postcodes that can’t be read are told, and the rest is checked', async () => {
  const none = join(folder, 'none')
  const { notes, asked } = await check({ last: none, providers: none, postcodes: none })
  expect(notes).toHaveLength(3)
  expect(notes[0]).toContain('last year’s')
  expect(asked.some(a => a.answer.asked)).toBe(true)
  for (const { rule, answer } of asked)
    if (rule.lookups?.includes('providers')) expect([rule.code, answer.asked]).toEqual([rule.code, false])
})

test('what is not there, or is nothing of a return', async () => {
  await expect(read(join(folder, 'gone'))).rejects.toThrow('There is nothing of this name.')
  await expect(read(join(folder, 'header.csv'))).rejects.toThrow('one file, and not the XML form')
  const empty = join(folder, 'empty')
  await mkdir(empty)
  await expect(read(empty)).rejects.toThrow('no file of the return in this folder')
})

test('the XML form', async () => {
  const path = join(folder, 'return.xml')
  await writeFile(path, '<EXPSSDA903><CHILD><HEADER><CHILDID>a</CHILDID></HEADER></CHILD></EXPSSDA903>')
  const { children, form } = await read(path)
  expect([children, form]).toEqual([['a'], 'xml'])
})
