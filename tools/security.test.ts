import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// What docs/security.md claims is held to what is there.

const project = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(project, 'docs/security.md'), 'utf8')

const rows = text
  .split('\n')
  .filter(line => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map(line => {
    const [number = '', asked = '', stands = '', test = ''] = line.slice(2, -2).split(' | ')
    return { number, asked, stands, test }
  })

/** How many requirements of levels 1 and 2 each chapter of the standard (5.0.0) has. */
const CHAPTERS = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]

describe('the table of the standard', () => {
  it('has every requirement once, in order', () => {
    const chapters = rows.map(r => Number(r.number.split('.')[0]))
    expect(CHAPTERS.map((_, i) => chapters.filter(c => c === i + 1).length)).toEqual(CHAPTERS)
    expect(new Set(rows.map(r => r.number)).size).toBe(rows.length)
    expect(chapters).toEqual(chapters.toSorted((a, b) => a - b))
  })

  it('says of each how it stands, and its test or why there is none', () => {
    for (const { number, asked, stands, test } of rows) {
      expect(
        [number, asked, stands].every(cell => cell.length > 1),
        number,
      ).toBe(true)
      expect(test, number).toMatch(/^`[\w./-]+` “.+”$|^no, because .{10,}/)
    }
  })

  it('counts them right', () => {
    const none = rows.filter(r => r.test.startsWith('no, because')).length
    expect(text).toContain(
      `${rows.length} requirements of levels 1 and 2: ${rows.length - none} with a test, ${none} with “no, because”.`,
    )
  })
})

describe('every test that is named', () => {
  it('stands in its file', () => {
    const named = [...text.matchAll(/`((?:src|test|tools)\/[\w./-]+\.test\.tsx?)` “([^”]+)”/g)]
    expect(named.length).toBeGreaterThan(100)
    const gone = named.filter(([, path = '', name = '']) => {
      const file = join(project, path)
      const tests = existsSync(file) ? readFileSync(file, 'utf8') : ''
      return !["'", '"', '`'].some(quote => tests.includes(`${quote}${name}${quote}`))
    })
    expect(gone.map(([whole]) => whole)).toEqual([])
  })
})
