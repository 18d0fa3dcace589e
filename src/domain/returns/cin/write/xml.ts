import { escapeXml } from '../../xml/escape.ts'
import { type Content, standing } from './content.ts'
import { type BlockName, type CensusYear, inForce, isBlock, shape } from './shape.ts'

/** A block as XML, its elements in the order of the schema, and only those that the census of the year has. */
export function blockXml(name: BlockName, content: Content, year: number): string {
  let text = ''
  for (const e of shape[name]) {
    if (!inForce(e, year)) continue
    for (const value of standing(content, e.name)) {
      const inside =
        typeof value === 'string' ? escapeXml(value) : isBlock(e.of) ? blockXml(e.of, value, year) : ''
      text += `<${e.name}>${inside}</${e.name}>`
    }
  }
  return text
}

/** Who sends a census, and when it was written. */
export interface Sender {
  /** The authority’s three-figure number. */
  readonly authority: string
  /** The version of the product. */
  readonly release: string
  /** When the file was written: the one moment in a census, all else is days. */
  readonly written: string
  /** Which file of the year it is. */
  readonly serial?: number
}

/** Everything before the first child. */
export function censusHead(of: CensusYear, sender: Sender): string {
  const header = blockXml(
    'Header',
    {
      CollectionDetails: {
        Collection: 'CIN',
        Year: of.last.slice(0, 4),
        ReferenceDate: of.last,
      },
      Source: {
        SourceLevel: 'L',
        LEA: sender.authority,
        SoftwareCode: 'Golden Thread',
        Release: sender.release,
        SerialNo: String(sender.serial ?? 1).padStart(3, '0'),
        DateTime: sender.written.replace(/\.\d+(?=Z)/, ''),
      },
    },
    of.year,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message><Header>${header}</Header><Children>\n`
}

export const childXml = (child: Content, year: number): string =>
  `<Child>${blockXml('Child', child, year)}</Child>\n`

export const CENSUS_END = '</Children></Message>\n'

/** A census in pieces, a child at a time: none is held once it is written. */
export function* censusXml(of: CensusYear, sender: Sender, children: Iterable<Content>): Generator<string> {
  yield censusHead(of, sender)
  for (const child of children) yield childXml(child, of.year)
  yield CENSUS_END
}
