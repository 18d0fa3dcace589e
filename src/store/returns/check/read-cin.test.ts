import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCin } from './read-cin.ts'
import { checkCensusFile } from './run.ts'

const child = (id: string) =>
  `<Child><ChildIdentifiers><LAchildID>${id}</LAchildID></ChildIdentifiers></Child>`
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const message = (...children: readonly string[]) =>
  `${HEAD}<Message><Children>${children.join('')}</Children></Message>`

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-cin-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function read(content: string | Uint8Array) {
  const path = join(folder, 'census.xml')
  await writeFile(path, content)
  const found = await readCin(path)
  return found.ok
    ? { children: found.value.tables.ChildIdentifiers.text('LAchildID'), notes: found.value.notes }
    : { wrong: found.error.wrong, todo: found.error.todo, file: found.error.file }
}

describe('encodings', () => {
  const text = message(child('Zoë'))
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['two bytes a character, with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['two bytes a character, without', Buffer.from(text, 'utf16le')],
    ['the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Latin-1, where it says so', Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ children: ['Zoë'], notes: [] })
  })

  test('bytes that are no character are told', async () => {
    const { children, notes } = await read(Buffer.from(text, 'latin1'))
    expect(children).toEqual(['Zo\uFFFD'])
    expect(notes?.[0]).toContain('not all in UTF-8')
  })
})

describe('what is no census is refused, and named', () => {
  const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(20)}">`).join(
    '',
  )
  test.each([
    ['empty', '', 'There is no XML in it.'],
    ['a ZIP', Buffer.from('PK\x03\x04census.xml', 'latin1'), 'This is a ZIP file, not XML.'],
    ['a PDF', '%PDF-1.7', 'This is a PDF, not XML.'],
    ['CSV', 'LAchildID,UPN\na,\n', 'It is not XML: there is text outside its elements.'],
    [
      'nonsense',
      Buffer.from(Array.from({ length: 300_000 }, (_, i) => 1 + ((i * 7919) % 250))),
      'It is not XML: there is text outside its elements.',
    ],
    [
      'a billion laughs',
      `<!DOCTYPE m [<!ENTITY l0 "ha">${laughs}]><Message>&l20;</Message>`,
      'It declares a document type, which a return has no need of.',
    ],
    [
      'cut short',
      message(child('a'), child('b')).slice(0, -'</Children></Message>'.length),
      'It ends in the middle: “Children” is still open.',
    ],
    ['an endless tag', `<Message ${'x'.repeat(1_000_000)}`, 'A text or a tag in it does not end.'],
  ])('%s', async (_, content, wrong) => {
    const found = await read(content)
    expect(found).toMatchObject({ wrong, file: 'census.xml' })
    expect(found.todo).toMatch(/\.$/)
  })

  test('larger than any census', async () => {
    const path = join(folder, 'huge.xml')
    const file = await open(path, 'w')
    await file.truncate(2 ** 31)
    await file.close()
    const found = await readCin(path)
    expect(found.ok || found.error.wrong).toBe('It is larger than any return, and was not read.')
  })

  test('not there', async () => {
    const found = await readCin(join(folder, 'none.xml'))
    expect(found.ok || found.error.wrong).toBe('There is no file of this name.')
  })
})

test('a census is checked, and what was not read in it is told', async () => {
  const path = join(folder, 'census.xml')
  await writeFile(path, message(child('a'), child('a'), '<Child><Shoe>3</Shoe></Child>'))
  const checked = await checkCensusFile(path, 2025)
  if (!checked.ok) throw new Error('It can’t be read')
  const { children, id, notes, asked } = checked.value
  expect([children, id, notes.map(n => n.wrong)]).toEqual([
    3,
    'LAchildID',
    ['“Shoe” is not an element that this census has here, and was not read.'],
  ])
  expect(asked.every(a => a.answer.asked)).toBe(true)
})
