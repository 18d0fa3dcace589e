import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readReport } from '../../domain/improvement/read-report.ts'
import { readDocument } from './read-text.ts'

const SHARED = new URL('../../../../shared/reports/', import.meta.url)

/**
 * Published reports from 2018 on: grades by initial in the order printed, how many areas, how many numbered
 * paragraphs, and a digest of the areas, whose words were compared with the page by eye.
 */
const PUBLISHED = [
  ['dorset-2021-11-ilacs.pdf', 'standard', 'OGGG', 1, 35, 'd160e5092c1f7bee'],
  ['norfolk-2023-01-ilacs.pdf', 'standard', 'GGGG', 3, 55, 'd2d2be1381948a1f'],
  ['bristol-2023-03-ilacs.pdf', 'standard', 'RRGGR', 6, 62, '71d1a75de51aa698'],
  ['birmingham-2023-04-ilacs.pdf', 'standard', 'GGGGG', 4, 62, '67671cbeaea4ab66'],
  ['isle-of-wight-2023-12-ilacs.pdf', 'short', 'GRGGG', 4, 51, 'd06bff2397df841f'],
  ['cornwall-2024-08-ilacs.pdf', 'short', 'GGGOG', 4, 53, '5d787a89e2198897'],
] as const

describe.skipIf(!existsSync(SHARED))('published reports from 2018 on', () => {
  it.each(PUBLISHED)('%s', async (file, kind, grades, areas, paragraphs, digest) => {
    const text = await readDocument(fileURLToPath(new URL(file, SHARED)))
    const read = readReport(text.ok ? text.value : text.error)
    if (!read.ok) throw new Error(read.error)
    const { value } = read
    expect([value.kind, value.judgements.map(j => j.grade?.[0]).join('')]).toEqual([kind, grades])
    expect(value.overall).toBe(value.judgements.at(-1)?.grade)
    const texts = value.areasForImprovement.map(a => a.text)
    expect(texts).toHaveLength(areas)
    const numbers = value.evidence.flatMap(e => (e.number === null ? [] : [Number(e.number)]))
    expect(numbers).toEqual(Array.from({ length: paragraphs }, (_, i) => i + 1))
    expect(createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16)).toBe(digest)
    expect(value.unsure).toEqual(['The day of publication is not printed on the title page.'])
  })
})
