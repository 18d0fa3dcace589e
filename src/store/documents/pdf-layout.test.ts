import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfPages } from './pdf-paragraphs.ts'
import type { Page, Piece } from './pdf-pieces.ts'
import { readPdf } from './read-pdf.ts'
import { pdfOf } from './sample-pdf.ts'

const at = (x: number, y: number, text: string, more: Partial<Piece> = {}): Piece => ({
  text,
  x,
  y,
  width: text.length * 6,
  size: 12,
  ...more,
})
const page = (...pieces: readonly Piece[]): Page => ({ width: 595, height: 842, pieces })
const FULL = 'The staff of the office on the quay know each child they help and write it'
/** A page with a paragraph on it, so that the usual distance between lines and their reach are known. */
const usual = page(...[0, 1, 2, 3, 4, 5].map(n => at(72, 700 - n * 14.5, FULL)), at(72, 560, 'It is done.'))
const read = (...pages: readonly Page[]) =>
  textOfPages([usual, ...pages])
    .split('\n\n')
    .slice(2)

describe('a line', () => {
  it('takes a bullet that stands a little higher, lower, or in a font of pictures', () => {
    for (const y of [703.5, 696.5])
      expect(read(page(at(72, y, '\uf0b7'), at(90, 700, 'see each child')))).toEqual([
        '\uf0b7 see each child',
      ])
    const pictured = page(at(72, 700, 'n', { font: 'W' }), at(90, 700, 'see each child', { font: 'T' }))
    expect(read(pictured)).toEqual(['• see each child'])
  })

  it('raises no "th", and drops the mark of a footnote with the footnote', () => {
    const raised = page(
      at(72, 700, 'after their 16'),
      at(156, 705, 'th', { size: 8, width: 8 }),
      at(168, 700, 'birthday'),
      at(216, 705, '2', { size: 8, width: 4 }),
      at(72, 90, '2', { size: 6.5, width: 4 }),
      at(78, 86, 'As told by the council.', { size: 10 }),
    )
    expect(read(raised)).toEqual(['after their 16th birthday'])
  })

  it('reads letters drawn one by one, twice over, joined in one sign, or set with Word’s own space', () => {
    const letters = [...'seen'].map((c, i) => at(72 + i * 6, 700, c, { width: 6 }))
    expect(read(page(...letters, ...letters))).toEqual(['seen'])
    expect(read(page(at(72, 700, 'ﬁve ofﬁces')))).toEqual(['five offices'])
    expect(read(page(at(72, 700, 'one\uf020two')))).toEqual(['one two'])
  })
})

describe('a table', () => {
  it('keeps labels and grades together though either is wrapped and stands half a line off', () => {
    const rows = page(
      at(72, 700, 'Whether children are heard'),
      at(400, 700, 'Good'),
      at(72, 672, 'Whether what is planned for children is'),
      at(400, 665, 'Adequate'),
      at(72, 658, 'done in time'),
      at(400, 637, 'Requires'),
      at(72, 630, 'Whether staff stay'),
      at(400, 623, 'improvement'),
    )
    expect(read(rows)).toEqual([
      'Whether children are heard\tGood',
      'Whether what is planned for children is done in time\tAdequate',
      'Whether staff stay\tRequires improvement',
    ])
  })

  it('takes a narrow gap for a column where the rows beside it have one there', () => {
    const rows = page(
      at(72, 700, 'Label'),
      at(340, 700, 'Grade'),
      at(72, 672, 'How well children are looked after in time', { width: 260 }),
      at(340, 672, 'Good'),
    )
    expect(read(rows)).toEqual(['Label\tGrade', 'How well children are looked after in time\tGood'])
  })

  it('is not seen in a line filled to the margin with wide gaps', () => {
    const words = ['children', 'are', 'seen', 'by', 'staff', 'in', 'time']
    const line = page(...words.map((w, i) => at(72 + i * 70, 700, w, { width: 40 })))
    expect(read(line)).toEqual(['children are seen by staff in time'])
  })
})

describe('a page', () => {
  it('reads one column of text after the other', () => {
    const rows = Array.from({ length: 9 }, (_, n) => 700 - n * 14.5)
    const two = page(
      ...rows.flatMap((y, n) => [
        at(50, y, `left words of line ${n} go on here`),
        at(310, y, `right words of line ${n} go on here`),
      ]),
    )
    const text = read(two).join(' ')
    expect(text.lastIndexOf('left')).toBeLessThan(text.indexOf('right'))
  })

  it('leaves out running heads and feet, the number of the page in any form', () => {
    for (const number of ['7', 'Page 7 of 9', '– 7 –', '7 | Page']) {
      const paged = [1, 2, 3].map(n =>
        page(at(72, 760, 'A report on Fen'), at(72, 400, `Words of page ${n}.`), at(290, 40, number)),
      )
      expect(read(...paged)).toEqual(['Words of page 1.', 'Words of page 2.', 'Words of page 3.'])
    }
  })

  it('ends no paragraph: it goes on in a full line’s place on the next', () => {
    const first = page(at(72, 100, '7.'), at(100, 100, FULL), at(100, 85.5, `${FULL}.`))
    const second = page(at(100, 740, 'Nobody waits.'), at(72, 710, '8.'), at(100, 710, 'It is done.'))
    expect(read(first, second)).toEqual([`7. ${FULL}\n${FULL}.\nNobody waits.`, '8. It is done.'])
  })

  it('takes no wrapped figure for a number: "at the age of / 16. This…"', () => {
    const wrapped = page(at(72, 700, '7.'), at(100, 700, FULL), at(100, 685.5, '16. This is late.'))
    expect(read(wrapped)).toEqual([`7. ${FULL} 16. This is late.`])
  })
})

describe('whatever draws it', () => {
  const words = fc.constantFrom('Children', 'are', 'seen', 'by', 'their', 'workers', 'in', 'time')
  const sentence = fc.array(words, { minLength: 14, maxLength: 60 }).map(list => list.join(' '))
  const lined = (text: string) => text.match(/.{1,70}(?: |$)/g)?.map(l => l.trim()) ?? []
  const drawn = (list: readonly string[], shift: number, wave: readonly number[]): Page => {
    let y = 740
    return page(
      ...list.flatMap((text, n) => {
        y -= 12
        return lined(text).flatMap((line, i) => {
          y -= 14.5
          const mark = i === 0 ? [at(72 + shift, y, `${n + 1}.`)] : []
          return [...mark, at(100 + shift, y + (wave[(n + i) % wave.length] ?? 0), line)]
        })
      }),
    )
  }

  it('a numbered list reads the same: shifted, uneven, in any order of drawing', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: -20, max: 20 }),
        fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (list, shift, wave, backwards) => {
          const plain = drawn(list, shift, wave)
          const pieces = backwards ? plain.pieces.toReversed() : plain.pieces
          const text = read({ ...plain, pieces }).map(p => p.replace(/\n/g, ' '))
          expect(text).toEqual(list.map((s, n) => `${n + 1}. ${s}`))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a file that is no report', () => {
  const told = async (bytes: Uint8Array) => {
    const result = await readPdf(bytes)
    return result.ok ? 'it was read' : result.error
  }
  const line = { x: 72, y: 700, size: 12, text: 'Words enough to be read' }

  it('of 301 pages is refused, and what to give instead is said', async () => {
    expect(await told(pdfOf(Array.from({ length: 301 }, () => [line])))).toContain(
      'has 301 pages; at most 300',
    )
  })

  it('that was cut short is refused whole', async () => {
    const whole = pdfOf(Array.from({ length: 60 }, () => [line]))
    expect(await told(whole)).toBe('it was read')
    for (const share of [0.3, 0.6, 0.95])
      expect(await told(whole.subarray(0, whole.length * share))).toContain('damaged')
  })

  it('of pictures with a page of words among them is told to be pictures', async () => {
    expect(await told(pdfOf([[line], [], [], []]))).toContain('pictures of pages')
  })
})
