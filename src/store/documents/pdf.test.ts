import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { faultsOfPdf } from '../../../test/support/pdf-check.ts'
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
    for (const tag of [
      'Document',
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'LBody',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TD',
    ])
      expect([...tags]).toContain(tag)
    for (const words of ['Your file', 'Żółć', 'Ελλάδα', 'Київ', 'That all is well.', 'Amy'])
      expect(text).toContain(words)
    expect(bytes.toString('latin1')).toContain('pdfuaid')
  })

  const table = (rows: number, words = 'Amy Thistle') => ({
    kind: 'table' as const,
    caption: 'Who looked',
    head: ['When', 'Who', 'At what'],
    rows: Array.from({ length: rows }, (_, i) => [[say(`Day ${i}`)], [say(words)], [say('A page & more')]]),
  })
  const withBlocks = (...blocks: Paper['parts'][number]['blocks']): Paper => ({
    ...paper,
    parts: [{ orientation: 'portrait', blocks: [...(paper.parts[0]?.blocks ?? []), ...blocks] }],
  })

  test.each<readonly [string, Paper]>([
    ['of all kinds of words', paper],
    ['with a name that XML would stumble over', { ...paper, title: 'A & B <i>', body: 'Fish & Chips' }],
    ['with a table of many pages', withBlocks(table(200))],
    ['with a cell that is longer than a page', withBlocks(table(2, long.repeat(3)), table(3))],
    [
      'with a list of many pages',
      withBlocks({ kind: 'list', items: Array.from({ length: 150 }, (_, i) => [say(`Item ${i}`)]) }),
    ],
    ['with nothing said', withBlocks({ kind: 'list', items: [[say(' ')]] }, table(0))],
  ])('%s has no fault that a checker of PDF/UA finds by machine', async (_, of) => {
    expect(await faultsOfPdf(await paperToPdf(of))).toEqual([])
  })

  test('every word of a table is on paper, whatever page it came on', async () => {
    const bytes = await paperToPdf(withBlocks(table(120), table(1, long)))
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    let text = ''
    for (let n = 1; n <= pdf.numPages; n += 1)
      for (const item of (await (await pdf.getPage(n)).getTextContent()).items)
        text += 'str' in item ? `${item.str} ` : ''
    for (let i = 0; i < 120; i += 1) expect(text).toContain(`Day ${i} `)
    expect(text.split('story').length - 1).toBe(240)
  })

  // The checker is shown what is wrong: it would find nothing in a file that it does not understand.
  const spoiled: readonly (readonly [string, (raw: string) => string, RegExp])[] = [
    ['a heading that skips a level', raw => raw.replace('/S /H2', '/S /H4'), /skips a level/],
    ['a table without heads', raw => raw.replaceAll('/S /TH', '/S /TD'), /has no head/],
    [
      'heads that say not of what',
      raw => raw.replaceAll('/Scope /Column', '/Xcope /Column'),
      /no headings of its/,
    ],
    ['a list of paragraphs', raw => raw.replaceAll('/S /LI', '/S /P '), /P stands in L/],
    ['no language', raw => raw.replace(/\/Lang \(/, '/Xang ('), /no language/],
    ['not marked', raw => raw.replace('/Marked true', '/Xarked true'), /not tagged/],
    [
      'another title in its metadata',
      raw => raw.replace('x-default">What', 'x-default">That'),
      /not in its metadata/,
    ],
  ]
  test.each(spoiled)('%s is found', async (_, spoil, says) => {
    const raw = (await paperToPdf(paper)).toString('latin1')
    expect(spoil(raw)).not.toBe(raw)
    expect((await faultsOfPdf(Buffer.from(spoil(raw), 'latin1'))).join('\n')).toMatch(says)
  })
})
