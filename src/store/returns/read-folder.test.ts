import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readReturnFolder } from './read-folder.ts'

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\nE101,F,14/11/2012,WBRI,UN1,,\r\n'
const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\nE101,01/05/2025,S,V2,N1,U6,PR1,,,,,,'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'return-'))
  await put('header.csv', HEADER)
  await put('episodes.csv', EPISODES)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content)

async function good() {
  const read = await readReturnFolder(folder)
  if (!read.ok) throw new Error(read.error.map(f => `${f.file}: ${f.wrong} ${f.todo}`).join('\n'))
  return read.value
}
async function faults(path = folder): Promise<string[]> {
  const read = await readReturnFolder(path)
  return read.ok ? [] : read.error.map(f => `${f.file}: ${f.wrong} ${f.todo}`)
}
const cellsOf = async (table: string) => (await good()).tables.find(t => t.table === table)?.rows

describe('text', () => {
  test('with or without a last line end, and with CRLF', async () => {
    expect(await cellsOf('header')).toEqual([
      { line: 2, cells: ['E101', 'F', '14/11/2012', 'WBRI', 'UN1', '', ''] },
    ])
    expect((await cellsOf('episodes'))?.[0]?.cells).toHaveLength(13)
  })

  test('with a byte order mark', async () => {
    await put('header.csv', `\uFEFF${HEADER}`)
    expect((await good()).tables[1]?.columns[0]).toBe('CHILD')
  })

  test.each([
    ['little', [0xff, 0xfe], false],
    ['big', [0xfe, 0xff], true],
    ['little, unmarked', [], false],
  ] as const)('in UTF-16 (%s end first), with a note', async (_, mark, swap) => {
    const bytes = Buffer.from(HEADER, 'utf16le')
    await put('header.csv', Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes]))
    expect((await cellsOf('header'))?.[0]?.cells[0]).toBe('E101')
    expect((await good()).notes.join()).toContain('header.csv: It is in UTF-16')
  })

  test('in Windows-1252, with a note', async () => {
    await put(
      'previous_permanence.csv',
      Buffer.from('CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\nE101,,P1,Caf\xe9shire,\n', 'latin1'),
    )
    expect((await cellsOf('previous_permanence'))?.[0]?.cells[3]).toBe('Caféshire')
    expect((await good()).notes.join()).toContain('Windows-1252')
  })

  test('parted by semicolons or tabs, with a note', async () => {
    await put('header.csv', HEADER.replaceAll(',', ';'))
    expect((await cellsOf('header'))?.[0]?.cells[1]).toBe('F')
    expect((await good()).notes.join()).toContain('“;”')
  })

  test('with quotes, commas and line breaks inside values; lines still count from the file', async () => {
    const rows = 'E101,14/11/2012,P1,"Here, and there",\r\n"E1\r\n02",,Z1,,\r\nE103,,P4,"say ""no""",\r\n'
    await put('previous_permanence.csv', `CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\r\n${rows}`)
    const read = await cellsOf('previous_permanence')
    expect(read?.map(r => [r.line, r.cells[3]])).toEqual([
      [2, 'Here, and there'],
      [3, ''],
      [5, 'say "no"'],
    ])
  })

  test('with blank lines, which keep the count of lines', async () => {
    await put('header.csv', `${HEADER}\r\nE102,F,14/11/2012,WBRI,UN1,,\r\n`)
    expect((await cellsOf('header'))?.at(-1)?.line).toBe(4)
  })

  test('with a quote that is never closed is refused, with the place', async () => {
    await put('header.csv', `${HEADER}"E102,F,14/11/2012\r\n`)
    expect(await faults()).toEqual([
      expect.stringMatching(/^header.csv: It can’t be read as CSV near line \d\. .*quotation mark/),
    ])
  })
})

describe('a file that is not CSV is named for what it is', () => {
  test.each([
    ['an Excel workbook', Buffer.from('PK\x03\x04 xl/workbook.xml', 'latin1')],
    ['a ZIP file', Buffer.from('PK\x03\x04 letters.docx', 'latin1')],
    ['an old Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a gzip file', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['XML', Buffer.from('<?xml version="1.0"?><CHILDREN/>')],
    ['JSON', Buffer.from('[{"CHILD": 1}]')],
    ['not text', Buffer.from([0x43, 0x00, 0x01, 0x02, 0x00, 0x00, 0x44, 0x45])],
    ['empty', Buffer.alloc(0)],
    ['nothing but blanks', Buffer.from('\r\n  \r\n')],
  ])('%s', async (what, bytes) => {
    await put('episodes.csv', bytes)
    expect(await faults()).toEqual([expect.stringContaining(what)])
  })
})

describe('columns', () => {
  test('that are renamed are told with the nearest header', async () => {
    await put('episodes.csv', EPISODES.replace('DECOM', 'DECOMM').replace('PL_POST', 'PLACEMENT_POSTCODE'))
    expect(await faults()).toEqual([
      'episodes.csv: The column DECOM is missing. The nearest header is “DECOMM”. If that is the one, rename it to DECOM.',
      expect.stringContaining('The column PL_POST is missing.'),
    ])
  })
})

describe('the folder', () => {
  test('may hold files under other names and in capitals, and files that are not of the return', async () => {
    const liberty = 'CHILD,DOB,DOLO_START,DOLO_END\nE101,14/11/2012,01/06/2025,\n'
    await put('DoLo.CSV', liberty)
    await put('placed_for_adoption_errors.csv', 'CHILD\n')
    await put('.hidden', 'x')
    const read = await good()
    expect(read.tables.map(t => t.table).sort()).toEqual(['dolo', 'episodes', 'header'])
    expect(read.notes).toContain(
      'placed_for_adoption_errors.csv is not one of the return’s files, and was not read.',
    )
    expect(read.notes.join()).not.toContain('hidden')
    expect(read.notes.at(-1)).toMatch(/^Not in the folder, and not needed: reviews.csv, /)
  })

  test('needs header and episodes', async () => {
    await rm(join(folder, 'episodes.csv'))
    expect(await faults()).toEqual([
      expect.stringMatching(/^episodes.csv: There is no episodes.csv in the folder/),
    ])
  })

  test('that has a file in another form says which', async () => {
    await rm(join(folder, 'header.csv'))
    await put('Header.xlsx', 'x')
    expect((await faults())[0]).toContain('“Header.xlsx”: save it as CSV')
  })

  test('that has one file twice is refused', async () => {
    await put('prev_perm.csv', 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n')
    await put('previous_permanence.csv', 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n')
    expect((await faults())[0]).toMatch(/^prev_perm.csv, previous_permanence.csv: /)
  })

  test('that holds the return a folder down says where', async () => {
    const inner = join(folder, 'this')
    await mkdir(inner)
    await writeFile(join(inner, 'header.csv'), HEADER)
    await rm(join(folder, 'header.csv'))
    expect((await faults())[0]).toContain('It is in the folder this: give that folder.')
  })

  test('that is not there, or is a file, is told as such', async () => {
    expect((await faults(join(folder, 'nowhere')))[0]).toContain('There is no such folder.')
    expect((await faults(join(folder, 'header.csv')))[0]).toContain('This is a file, not a folder.')
  })

  test('is left as it was', async () => {
    await good()
    expect(await readFile(join(folder, 'header.csv'), 'utf8')).toBe(HEADER)
  })
})
