import JSZip from 'jszip'
import { beforeAll, describe, expect, it } from 'vitest'
import { cell, type Paper, say, toWrite } from '../../domain/improvement/paper.ts'
import { day } from '../../domain/kernel/day.ts'
import { paperToDocx } from './docx.ts'
import { pngOf } from './png.ts'
import { faultIn } from './sample-xml.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="280" viewBox="0 0 640 280" font-family="Arial, sans-serif"><path d="M20 200L600 40" stroke="#12436d" stroke-width="4" fill="none"/><text x="20" y="260" font-size="15">May</text></svg>'
const ALT = 'Line chart of NI 66. It went from 62.5% in May 2026 to 71.2% in June 2026.'

const paper: Paper = {
  title: 'What was found & what is being done',
  body: 'Cabinet',
  meeting: day('2026-11-17'),
  asAt: day('2026-10-31'),
  language: 'en-GB',
  parts: [
    {
      orientation: 'portrait',
      blocks: [
        { kind: 'details', rows: [{ label: 'Author', text: [toWrite('author')] }] },
        { kind: 'heading', level: 1, text: '1. Findings' },
        { kind: 'heading', level: 2, text: 'Immediately' },
        { kind: 'paragraph', number: '1.1', sentences: [say('One <thing>.'), say('Then another.')] },
        { kind: 'list', items: [cell('visit each child'), cell('write it down')] },
      ],
    },
    {
      orientation: 'landscape',
      blocks: [
        {
          kind: 'table',
          caption: 'The action plan',
          head: ['Area', 'Due'],
          rows: [[cell('1. hold reviews'), cell('12 Sep 2026')]],
          widths: [70, 30],
        },
        {
          kind: 'figure',
          id: 'figure-a1',
          title: 'Action 1: NI 66',
          alt: ALT,
          sources: [],
          chart: {
            kind: 'trend',
            months: [day('2025-05-31'), day('2026-05-31'), day('2026-06-30')],
            series: [{ name: 'NI 66', values: [null, 62.5, 71.23] }],
            unit: 'percent',
          },
        },
      ],
    },
  ],
}
const image = { id: 'figure-a1', svg: SVG, width: 640, height: 280, alt: ALT }
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*|<\/w:p>/g)]
    .map(m => m[0])
    .join('')
    .replace(/<w:t[^>]*>/g, '')
    .replaceAll('</w:p>', '\n')

describe('a paper as a Word document', () => {
  let zip: JSZip
  let body = ''
  beforeAll(async () => {
    zip = await JSZip.loadAsync(await paperToDocx(paper, [image]))
    body = (await zip.file('word/document.xml')?.async('string')) ?? ''
  })

  it('holds its words in order, safely written', () => {
    expect(textOf(body)).toContain('What was found &amp; what is being done')
    expect(body).toMatch(/1\.1<\/w:t><w:tab\/>/)
    expect(textOf(body)).toContain('1.1One &lt;thing&gt;. Then another.')
    expect(body.indexOf('visit each child')).toBeGreaterThan(body.indexOf('Immediately'))
  })

  it('has real headings, marks what is to be written, and heads its tables', () => {
    const styleOf = (text: string) => {
      const at = body.lastIndexOf('<w:pStyle', body.indexOf(text))
      return /w:val="([^"]+)"/.exec(body.slice(at))?.[1]
    }
    expect([styleOf('1. Findings'), styleOf('Immediately'), styleOf('What was found')]).toEqual([
      'Heading1',
      'Heading2',
      'Title',
    ])
    expect(body).toMatch(/<w:highlight w:val="yellow"\/>.*?\[To be written: author\]/s)
    const tables = body.split('<w:tbl>').slice(1)
    expect(tables).toHaveLength(2)
    for (const table of tables) expect(table.match(/<w:tblHeader/g)).toHaveLength(1)
    expect(tables[0]?.indexOf('<w:tblHeader')).toBeLessThan(tables[0]?.indexOf('1. hold reviews') ?? 0)
  })

  it('turns the wide part on its side, and numbers its pages', async () => {
    const sections = body.match(/<w:pgSz [^>]*>/g) ?? []
    expect(sections).toHaveLength(2)
    expect(sections[0]).toContain('w:w="11906"')
    expect(sections[1]).toMatch(/w:w="16838".*w:orient="landscape"|w:orient="landscape".*w:w="16838"/)
    const footer = await zip.file('word/footer1.xml')?.async('string')
    expect(footer).toContain('PAGE')
    expect(footer).toContain('NUMPAGES')
  })

  it('carries its title and its language', async () => {
    expect(await zip.file('docProps/core.xml')?.async('string')).toContain('<dc:title>What was found &amp;')
    expect(await zip.file('word/styles.xml')?.async('string')).toContain('<w:lang w:val="en-GB"')
  })

  it('holds the chart as SVG and PNG, with words and its numbers as a table', async () => {
    const media = Object.keys(zip.files).filter(name => name.startsWith('word/media/') && !name.endsWith('/'))
    expect(media.map(name => name.split('.').at(-1)).sort()).toEqual(['png', 'svg'])
    expect(body).toContain(`descr="${ALT}"`)
    expect(body).toContain('svgBlip')
    const svg = media.find(name => name.endsWith('svg')) ?? ''
    expect(await zip.file(svg)?.async('string')).toBe(SVG)
    expect(textOf(body)).toContain(
      ['Year', 'May', 'Jun', '2025', '–', '–', '2026', '62.5%', '71.2%'].join('\n'),
    )
  })

  it('is well-formed in every part', async () => {
    const parts = Object.keys(zip.files).filter(name => /\.(?:xml|rels)$/.test(name))
    expect(parts.length).toBeGreaterThan(8)
    for (const name of parts)
      expect([name, faultIn((await zip.file(name)?.async('string')) ?? '')]).toEqual([name, undefined])
  })

  it('says in words what a missing chart would have shown', async () => {
    const bare = await JSZip.loadAsync(await paperToDocx(paper, []))
    const words = textOf((await bare.file('word/document.xml')?.async('string')) ?? '')
    expect(words).toContain(ALT)
    expect(Object.keys(bare.files).filter(name => /\.png$/.test(name))).toEqual([])
  })
})

describe('a PNG of a chart', () => {
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

  it('is a PNG of twice the width, in the same shape', async () => {
    const png = await pngOf(SVG, 320)
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(sizeOf(png)).toEqual([640, 280])
  })

  it('has its words drawn, though the machine may have no fonts', async () => {
    const without = SVG.replace(/<text.*<\/text>/, '')
    expect((await pngOf(SVG, 320)).equals(await pngOf(without, 320))).toBe(false)
  })
})
