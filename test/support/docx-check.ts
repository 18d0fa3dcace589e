import JSZip from 'jszip'
import { faultIn } from '../../src/store/documents/sample-xml.ts'

// What an accessibility checker of a word processor looks at, read from the document itself.

const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1]

const textIn = (xml: string): string =>
  [...xml.matchAll(/<w:t[ >][^<]*<\/w:t>/g)].map(m => m[0].replace(/<[^>]+>/g, '')).join('')

/** Paragraphs and tables of the body in their order; a table whole, with what is in it. */
const bodyParts = (body: string): readonly string[] =>
  body.match(/<w:tbl>[\s\S]*?<\/w:tbl>|<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g) ?? []

function headings(body: string): readonly string[] {
  const faults: string[] = []
  let level = 0
  for (const p of bodyParts(body)) {
    const style = /<w:pStyle w:val="Heading(\d)"\/>/.exec(p)?.[1]
    if (!style) continue
    const now = Number(style)
    if (now > level + 1) faults.push(`the heading “${textIn(p)}” skips a level: ${level} to ${now}`)
    if (textIn(p).trim() === '') faults.push('a heading has no words')
    level = now
  }
  if ((body.match(/<w:pStyle w:val="Title"\/>/g) ?? []).length !== 1) faults.push('there is not one title')
  return faults
}

function tables(body: string): readonly string[] {
  const all = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? []
  return all.flatMap(table => {
    const rows = table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? []
    const name = textIn(rows[0] ?? '')
    const counts = new Set(rows.map(r => (r.match(/<w:tc>/g) ?? []).length))
    const says = (fault: string) => [`the table “${name}” ${fault}`]
    return [
      ...(rows[0]?.includes('<w:tblHeader') ? [] : says('has no heading row')),
      ...(rows.slice(1).some(r => r.includes('<w:tblHeader')) ? says('has a heading among its rows') : []),
      ...(/<w:(?:gridSpan|vMerge)\b/.test(table) ? says('has cells that span others') : []),
      ...(counts.size > 1 ? says('has rows of different lengths') : []),
      ...(/<w:tblGrid>/.test(table) ? [] : says('does not say how wide its columns are')),
      ...(/<w:tbl>[\s\S]*<w:tbl>/.test(table) ? says('holds another table') : []),
      ...(rows[0]?.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).flatMap(c =>
        textIn(c).trim() === '' ? says('has a column without a heading') : [],
      ),
    ]
  })
}

function pictures(body: string): readonly string[] {
  const drawn = body.match(/<w:drawing>[\s\S]*?<\/w:drawing>/g) ?? []
  return drawn.flatMap(d =>
    (attribute(/<wp:docPr [^>]*>/.exec(d)?.[0] ?? '', 'descr') ?? '').trim().length > 10
      ? []
      : ['a picture has no words for who cannot see it'],
  )
}

function paragraphs(body: string): readonly string[] {
  const loose = body.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, '')
  const all = loose.match(/<w:p[ >][\s\S]*?<\/w:p>|<w:p\/>/g) ?? []
  return all.flatMap(p => {
    const words = textIn(p).trim()
    const holds = /<w:(?:drawing|sectPr)\b/.test(p)
    return [
      ...(words === '' && !holds ? ['an empty paragraph makes room'] : []),
      ...(/^[•*–-]\s/.test(words) && !p.includes('<w:numPr>') ? [`“${words}” is a list made of signs`] : []),
    ]
  })
}

async function links(zip: JSZip, body: string): Promise<readonly string[]> {
  const all = body.match(/<w:hyperlink [\s\S]*?<\/w:hyperlink>/g) ?? []
  const rels = (await zip.file('word/_rels/document.xml.rels')?.async('string')) ?? ''
  return all.flatMap(link => {
    const id = attribute(link, 'r:id') ?? ''
    const words = textIn(link).trim()
    return [
      ...(words === '' || /^https?:/.test(words) ? ['a link has no words'] : []),
      ...(rels.includes(`"${id}"`) ? [] : [`the link “${words}” leads nowhere`]),
    ]
  })
}

/** Everything in a Word document that would stop or hinder a reader; empty where nothing would. */
export async function docxFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(bytes)
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? ''
  const body = await read('word/document.xml')
  const broken: string[] = []
  for (const name of Object.keys(zip.files).filter(n => /\.(?:xml|rels)$/.test(n))) {
    const fault = faultIn(await read(name))
    if (fault) broken.push(`${name} is not well-formed: ${fault}`)
  }
  const footers = await Promise.all(
    Object.keys(zip.files)
      .filter(n => /^word\/footer\d*\.xml$/.test(n))
      .map(read),
  )
  const colours = [...body.matchAll(/<w:color w:val="([\dA-Fa-f]{6})"/g)].map(m => m[1] ?? '')
  return [
    ...broken,
    ...headings(body),
    ...tables(body),
    ...pictures(body),
    ...paragraphs(body),
    ...(await links(zip, body)),
    ...(/<w:lang w:val="en-GB"/.test(await read('word/styles.xml')) ? [] : ['its language is not set']),
    ...(/<dc:title>[^<]+<\/dc:title>/.test(await read('docProps/core.xml')) ? [] : ['it has no title']),
    ...(footers.length > 0 && footers.every(f => f.includes('PAGE')) ? [] : ['its pages have no numbers']),
    ...colours.flatMap(c => (contrast(c) < 4.5 ? [`#${c} is too pale to read`] : [])),
  ]
}

/** Against white (WCAG 2.2, 1.4.3). */
function contrast(hex: string): number {
  const part = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4) + 0.05)
}
