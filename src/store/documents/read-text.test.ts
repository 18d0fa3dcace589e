import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument, readDocumentBytes } from './read-text.ts'
import { pdfOf } from './sample-pdf.ts'

const root = new URL('../../../', import.meta.url)
const bytes = (text: string) => new TextEncoder().encode(text)

const old = (part: string) => Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from(part, 'utf16le')])

async function failure(name: string, data: Uint8Array): Promise<string> {
  const result = await readDocumentBytes(name, data)
  return result.ok ? 'it was read' : result.error
}

describe('text', () => {
  const words = 'A child’s file: seen, heard, helped'
  const sixteen = (order: 'le' | 'be') => {
    const buffer = Buffer.from(`\ufeff${words}`, 'utf16le')
    return order === 'le' ? buffer : buffer.swap16()
  }

  it.each([
    ['UTF-8', bytes(words)],
    ['UTF-16, little end first', sixteen('le')],
    ['UTF-16, big end first', sixteen('be')],
    ['the Windows set', Buffer.from(words.replace('’', '\u0092'), 'latin1')],
  ])('is read as %s', async (_, data) => {
    const result = await readDocumentBytes('report.txt', data)
    expect(result).toEqual({ ok: true, value: words })
  })

  it('is read from disk', async () => {
    const path = fileURLToPath(new URL('seed/eastmere-report.txt', root))
    expect(await readDocument(path)).toEqual({ ok: true, value: await readFile(path, 'utf8') })
  })
})

describe('a PDF', () => {
  it('gives paragraphs, bullets and table rows in reading order, without running heads', async () => {
    const head = (n: number) => ({ x: 72, y: 810, size: 8, text: `Inspection of Eastmere services ${n}` })
    const result = await readDocumentBytes(
      'report.pdf',
      pdfOf([
        [
          head(1),
          { x: 72, y: 700, size: 12, text: 'The quality of practice with' },
          { x: 72, y: 686, size: 12, text: 'children and families' },
          { x: 400, y: 700, size: 12, text: 'Good' },
          { x: 400, y: 656, size: 12, text: 'Requires' },
          { x: 72, y: 649, size: 12, text: '2. Children in care' },
          { x: 400, y: 642, size: 12, text: 'improvement' },
        ],
        [
          head(2),
          { x: 72, y: 700, size: 12, text: '-' },
          { x: 90, y: 700, size: 12, text: 'visit each child' },
          { x: 90, y: 686, size: 12, text: 'as often as is needed' },
          { x: 72, y: 665, size: 12, text: '-' },
          { x: 90, y: 665, size: 12, text: 'write it down' },
          { x: 300, y: 30, size: 12, text: '2' },
        ],
        [head(3), { x: 72, y: 700, size: 12, text: 'The end' }],
      ]),
    )
    expect(result).toEqual({
      ok: true,
      value: [
        'The quality of practice with children and families\tGood',
        '2. Children in care\tRequires improvement',
        '- visit each child\nas often as is needed',
        '- write it down',
        'The end',
      ].join('\n\n'),
    })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['nothing', 'a.txt', new Uint8Array(), 'is empty'],
    ['a PDF in name only', 'a.pdf', bytes('hello'), 'is called a PDF but is none'],
    ['a broken PDF', 'a.pdf', bytes('%PDF-1.7\nno more'), 'damaged'],
    ['a PDF of pictures', 'a.pdf', pdfOf([[]]), 'holds pictures of pages and no text'],
    ['a broken Word file', 'a.docx', bytes('PK\u0003\u0004rest'), 'Word file is damaged'],
    ['a Word file in name only', 'a.docx', bytes('hello'), 'is called a Word file but is none'],
    ['an old Word file', 'a.doc', old(''), 'an old Word or Excel file'],
    ['a Word file with a password', 'a.docx', old('EncryptedPackage'), 'locked with a password'],
    ['a web page', 'a.html', bytes('<p>'), 'a .html file'],
    ['a program', 'a.txt', new Uint8Array([77, 90, 0, 0, 3]), 'is not text'],
  ])('%s is refused with what to do', async (_, name, data, words) => {
    const told = await failure(name, data)
    expect(told).toContain(words)
    expect(told).toMatch(/Give|Save|Download|give/)
  })

  describe('on disk', () => {
    let folder = ''
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'documents-'))
      await writeFile(join(folder, 'big.pdf'), 'not one')
    })
    afterAll(() => rm(folder, { recursive: true }))

    it('tells of a file that is not there, and of a folder', async () => {
      const gone = await readDocument(join(folder, 'gone.pdf'))
      expect(gone).toMatchObject({ ok: false, error: expect.stringContaining('There is no file') })
      expect(await readDocument(folder)).toMatchObject({
        ok: false,
        error: expect.stringContaining('is a folder'),
      })
    })
  })
})
