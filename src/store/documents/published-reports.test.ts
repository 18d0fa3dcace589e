import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { frameworkOf } from '../../domain/improvement/frameworks.ts'
import { type Report, readReport } from '../../domain/improvement/read-report.ts'
import { readDocument } from './read-text.ts'

const SHARED = new URL('../../../../shared/reports/', import.meta.url)

/** None of their sentences stands here: a list is told by how long it is and by its SHA-256. */
const sha = (list: readonly string[]) =>
  createHash('sha256')
    .update(list.join('\n\n').replace(/[^\S\n]+/g, ' '))
    .digest('hex')
    .slice(0, 16)

/**
 * File, framework, council, grades by initial, the grade of the whole and of the board, areas for improvement (of
 * them the board's), their sum with section and band, paragraphs found, and their sum. The sums were taken after every
 * area had been read beside the page, and every area and paragraph found letter for letter in what another program
 * took from the same files.
 */
const PUBLISHED = `
medway-2011.txt | slac-2009 | Medway | AAAAAGAAGAAAAAGGAAAAAA | null | null | 18 | 0 | f0156294ab6be3c4 | 114 | 36a51f55e745e5ed
norfolk-2013-08-lac.pdf | lac-2013 | Norfolk | IIIII | Inadequate | null | 17 | 0 | 4af621980d65a6f0 | 72 | ce0db2986bfa1b04
coventry-2014-03-sif.pdf | sif-2013 | Coventry | IIRRRII | Inadequate | Inadequate | 27 | 6 | 7716b94c09ef785c | 115 | 98b51b2e396948f1
birmingham-2014-05-sif.pdf | sif-2013 | Birmingham | IIIIIII | Inadequate | Inadequate | 28 | 12 | 0696550cf8a746ff | 119 | 0cd9216e3326a2a5
barnsley-2014-08-sif.pdf | sif-2013 | Barnsley | RRRRGRR | Requires improvement | Requires improvement | 32 | 7 | 91fdf37c03e8f229 | 128 | dedb4b459f1abd54
norfolk-2015-10-sif.pdf | sif-2013 | Norfolk | IRIRIRR | Inadequate | Requires improvement | 25 | 6 | 24d1f6800297f851 | 189 | a7335241d40b3e55
doncaster-2015-11-sif.pdf | sif-2013 | Doncaster | IIRGRRR | Inadequate | Requires improvement | 29 | 9 | 611ee1d7784ce8d5 | 188 | d0fc0f2201b07706
dorset-2021-11-ilacs.pdf | ilacs-2018 | Dorset | OGGG | Good | null | 1 | 0 | 397f018a8e5e7e40 | 37 | 8a5b2a3a6f9cec17
norfolk-2023-01-ilacs.pdf | ilacs-2018 | Norfolk | GGGG | Good | null | 3 | 0 | 6d5b54f7611f6872 | 58 | 269c32d3b1c63093
bristol-2023-03-ilacs.pdf | ilacs-2018 | Bristol | RRGGR | Requires improvement to be good | null | 6 | 0 | 5158ad09c8a801b0 | 66 | 124d68315341b6fe
birmingham-2023-04-ilacs.pdf | ilacs-2018 | Birmingham | GGGGG | Good | null | 4 | 0 | 1db9c9441bbd4769 | 64 | a0b5e6605ff0e3be
isle-of-wight-2023-12-ilacs.pdf | ilacs-2018 | Isle of Wight | GRGGG | Good | null | 4 | 0 | 45d295f2a1becaa4 | 53 | 3a642a6bbbd03299
cornwall-2024-08-ilacs.pdf | ilacs-2018 | Cornwall | GGGOG | Good | null | 4 | 0 | af965d08367d1396 | 56 | 04c4748ce8e48ee2
`
  .trim()
  .split('\n')
  .map(line => line.split(' | '))

async function read(file: string): Promise<Report> {
  const text = await readDocument(fileURLToPath(new URL(file, SHARED)))
  const report = readReport(text.ok ? text.value : text.error)
  if (!report.ok) throw new Error(report.error)
  return report.value
}

describe.skipIf(!existsSync(SHARED))('published reports', () => {
  it.each(PUBLISHED)(
    '%s is read whole, and no paragraph is missing among those it numbers',
    async (...row) => {
      const [file = '', framework, authority, grades, overall, lscb, areas, board, sum, found, foundSum] = row
      const report = await read(file)
      const { areasForImprovement: list, recommendations, evidence } = report
      expect(report).toMatchObject({ framework, authority })
      expect([report.overall, report.lscb].map(String)).toEqual([overall, lscb])
      expect(report.judgements.map(j => j.grade?.[0]).join('')).toBe(grades)
      const titles = frameworkOf(report.framework).judgements.flatMap(j => [j.title, ...(j.also ?? [])])
      expect(report.judgements.filter(j => !titles.includes(j.area))).toEqual([])
      expect([list.length, list.filter(a => a.section === 'board').length].map(String)).toEqual([
        areas,
        board,
      ])
      expect(recommendations.map(r => r.text)).toEqual(list.map(a => a.text))
      expect(sha(list.map(a => [a.section, a.band, a.text].join(' ')))).toBe(sum)
      expect(String(evidence.length)).toBe(found)
      expect(sha(evidence.map(e => [e.number, e.section, e.text].join(' ')))).toBe(foundSum)
      const printed = [...evidence.map(e => e.number), ...recommendations.map(r => r.mark)]
      const numbers = printed.filter(n => n !== null).map(Number)
      expect(new Set(numbers)).toEqual(new Set(Array.from({ length: Math.max(...numbers) }, (_, i) => i + 1)))
      expect(report.unsure.filter(u => !u.includes('publication'))).toEqual([])
    },
  )

  it('a paper about an inspection is told from its report', async () => {
    await expect(read('medway-cabinet-2012-01.txt')).rejects.toThrow(
      'This is not an inspection report: it speaks of one',
    )
  })
})
