import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeName, sniff } from './sniff.ts'

const bytes = (text: string) => Uint8Array.from([...text].map(c => c.charCodeAt(0)))
const zip = (inside: string) => bytes(`PK\u0003\u0004${inside}`)
const ole = (inside: string) => bytes(`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${inside}`)

const honest: readonly (readonly [string, Uint8Array, string])[] = [
  ['letter.pdf', bytes('%PDF-1.7 …'), 'application/pdf'],
  ['Letter.DOCX', zip('[Content_Types].xml word/document.xml'), 'wordprocessingml'],
  ['a.odt', zip('.......mimetypeapplication/vnd.oasis.opendocument.text'), 'opendocument.text'],
  ['a.jpg', bytes('\u00ff\u00d8\u00ff\u00e0'), 'image/jpeg'],
  ['a.JPEG', bytes('\u00ff\u00d8\u00ff\u00e1'), 'image/jpeg'],
  ['a.png', bytes('\u0089PNG\r\n\u001a\n'), 'image/png'],
  ['a.heic', bytes('\0\0\0\u0018ftypheic\0'), 'image/heic'],
  ['a.msg', ole('_\0_\0s\0u\0b\0s\0t\0g\u00001\0.\u00000\0_\0'), 'ms-outlook'],
  ['a.eml', bytes('From: a@example.org\r\nTo: b@example.org\r\n\r\nHello'), 'rfc822'],
  ['a.txt', bytes('He said: <b>no</b>'), 'text/plain'],
]

describe('a file that is what it says', () => {
  test.each(honest)('%s', (name, b, type) => {
    const found = sniff(name, b)
    expect(found.ok && found.value.type).toContain(type)
  })
})

describe('a file that lies', () => {
  test.each(
    honest.flatMap(([name, b, is]) =>
      honest
        .filter(([other, , type]) => !/txt|eml/.test(name + other) && type !== is)
        .map(([other]) => [other, name, b] as const),
    ),
  )('named %s, with what %s has in it', (name, _, b) => {
    const found = sniff(name, b)
    expect(!found.ok && found.error).toMatch(/is named as .*, but .* is in it/)
  })

  test.each([
    ['photo.jpg', bytes('MZ\u0090'), 'a program'],
    ['plan.pdf', bytes('\u007fELF'), 'a program'],
    ['note.txt', bytes('MZ this program'), 'a program'],
    ['note.txt', bytes(' <!DOCTYPE html><script>alert(1)</script>'), 'a web page'],
    ['note.txt', bytes('%PDF-1.4'), 'a PDF'],
    ['a.docx', zip('word/document.xml word/vbaProject.bin'), 'a Word document with macros'],
    ['a.docx', zip('xl/workbook.xml'), 'a spreadsheet'],
    ['a.pdf', bytes('GIF89a'), 'a GIF picture'],
    ['a.msg', ole('WordDocument'), 'an old Office file'],
  ])('%s with %s', (name, b, what) => {
    const found = sniff(name, b)
    expect(!found.ok && found.error).toContain(`but ${what} is in it`)
  })

  test('says what to do where nobody can tell what it is', () => {
    const found = sniff('a.png', bytes('\u0001\u0002'))
    expect(!found.ok && found.error).toBe(
      '“a.png” is named as a PNG picture, but that is not what is in it. Open it, save it as a PDF, and send that; or leave it out.',
    )
  })
})

describe('a kind that is not taken', () => {
  test.each(['virus.exe', 'page.html', 'sheet.xlsx', 'old.doc', 'noending', '.pdf/../x.sh'])('%s', name => {
    const found = sniff(name, bytes('%PDF-1.7'))
    expect(!found.ok && found.error).toContain('Save it as a PDF')
  })
})

describe('a name', () => {
  test.each([
    ['C:\\Users\\ada\\letter.pdf', 'letter.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie: x.pdf'],
    ['gpj.\u202efdp.pdf', 'gpj.fdp.pdf'],
    ['', 'file'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe))

  test('is always one that the record can keep', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), name => {
        expect(safeName(`${name}.pdf`)).toMatch(/^[^\n/\\]{1,200}$/)
        expect(safeName(name)).not.toMatch(/[\p{Cc}]/u)
      }),
    ))
})
