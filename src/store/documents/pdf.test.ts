import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import type { Paper } from '../../domain/improvement/paper.ts'
import { say } from '../../domain/improvement/paper.ts'
import { day } from '../../domain/kernel/day.ts'
import { paperToPdf } from './pdf.ts'

const long = 'A long story of a visit, in which much was said. '.repeat(120)
const paper: Paper = {
  title: 'What is held about you',
  body: 'Thimble Council',
  meeting: day('2026-03-10'),
  asAt: day('2026-03-10'),
  language: 'en-GB',
  parts: [
    {
      orientation: 'portrait',
      blocks: [
        { kind: 'heading', level: 1, text: 'Your file' },
        { kind: 'paragraph', sentences: [say(`${long}The end. Żółć, Ελλάδα, Київ. \u0000\u0007`)] },
        { kind: 'heading', level: 2, text: '3 May 2010: Case note' },
        { kind: 'list', items: [[say('One')], [say('Two')]] },
        { kind: 'details', rows: [{ label: 'What was said?', text: [say('That all is well.')] }] },
        {
          kind: 'table',
          caption: 'Who looked',
          head: ['When', 'Who'],
          rows: [[[say('Today')], [say('Amy')]]],
        },
      ],
    },
  ],
}

/** The tags of a tree of structure, however deep. */
const roles = (node: unknown): readonly string[] =>
  [...JSON.stringify(node).matchAll(/"role":"(\w+)"/g)].map(m => m[1] ?? '')

describe('a paper as PDF', () => {
  test('is tagged, in its language, with its title, and every word can be read out', async () => {
    const bytes = await paperToPdf(paper)
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'What is held about you', Language: 'en-GB' })
    const marked: unknown = await pdf.getMarkInfo()
    expect(marked instanceof Map && marked.get('Marked')).toBe(true)
    expect(pdf.numPages).toBeGreaterThan(1)
    const tags = new Set<string>()
    let text = ''
    for (let n = 1; n <= pdf.numPages; n += 1) {
      const page = await pdf.getPage(n)
      for (const r of roles(await page.getStructTree())) tags.add(r)
      for (const item of (await page.getTextContent()).items) text += 'str' in item ? `${item.str} ` : ''
    }
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody'])
      expect([...tags]).toContain(tag)
    for (const words of ['Your file', 'Żółć', 'Ελλάδα', 'Київ', 'That all is well.', 'Who: Amy'])
      expect(text).toContain(words)
    expect(bytes.toString('latin1')).toContain('pdfuaid')
  })
})
