import type { Day } from '../kernel/day.ts'

/** A figure of the digest, of all children or of some. */
export interface IndicatorRef {
  readonly indicator: string
  readonly on: Day
  readonly split?: { readonly by: string; readonly value: string }
  readonly team?: string
}

/** A share of audits that grade a standard well. */
export interface AuditRef {
  readonly audit: string
  readonly standard: string
  readonly on: Day
  readonly team?: string
}

/** A figure that a person put into the plan, with what shows it: it is opened at its action, by its number. */
export interface ActionRef {
  readonly action: string
  readonly on: Day
}

/** Where a stated figure comes from, so that a page can lead from the sentence to what stands behind it. */
export type SourceRef = IndicatorRef | AuditRef | ActionRef

/** One sentence. `toWrite` marks a place that only a person can fill. */
export interface Sentence {
  readonly text: string
  readonly sources: readonly SourceRef[]
  readonly toWrite?: true
  /** Stands right after what is before it, with no space between: a figure in the middle of somebody's sentence. */
  readonly tight?: true
  /** A mark of the plan, in its colour. Its words say it too. */
  readonly mark?: 'blue' | 'green' | 'amber' | 'red'
  /** Where these words lead, as their author said. */
  readonly href?: string
}

/** A chart to be drawn: one value a month, null where there is no figure. */
export interface ChartSpec {
  readonly kind: 'trend'
  readonly months: readonly Day[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly target?: { readonly value: number; readonly label: string }
  readonly unit: 'percent' | 'number'
}

export interface Table {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  /** Each cell holds its sentences; the first cell of a row is its heading. */
  readonly rows: readonly (readonly (readonly Sentence[])[])[]
  /** Shares of the width, one a column. */
  readonly widths?: readonly number[]
  /** A small picture at the head of the cell in one column, row by row. Its figures stand in the words beneath it. */
  readonly sparks?: { readonly column: number; readonly of: readonly (Picture | null)[] }
}

export interface Picture {
  readonly kind: 'figure'
  readonly id: string
  readonly title: string
  readonly alt: string
  readonly chart: ChartSpec
  readonly sources: readonly SourceRef[]
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly number?: string; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Sentence[])[] }
  | {
      readonly kind: 'details'
      readonly rows: readonly { readonly label: string; readonly text: readonly Sentence[] }[]
    }
  /** An address, a date, a name beneath a letter: lines that belong together. */
  | { readonly kind: 'lines'; readonly side: 'left' | 'right'; readonly lines: readonly Sentence[] }
  | Table
  | Picture

/** A run of pages one way up. A wide table gets pages of its own on their side. */
export interface PaperPart {
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly PaperBlock[]
}

/** A paper as a value: what it says and where each figure came from. How it looks is for who prints it. */
export interface Paper {
  readonly title: string
  readonly body: string
  readonly meeting: Day
  /** The day whose figures it states. */
  readonly asAt: Day
  readonly language: 'en-GB'
  readonly parts: readonly PaperPart[]
  /** What stands before the title, where that is not the body and its day: the head of a letter. */
  readonly opening?: readonly PaperBlock[]
  /** On as few pages as can be: small type, narrow margins. */
  readonly sheet?: true
}

export const say = (text: string, ...sources: readonly SourceRef[]): Sentence => ({ text, sources })

/** A place for a person to write in: it cannot be mistaken for something said. */
export const toWrite = (what: string): Sentence => ({
  text: `[To be written: ${what}]`,
  sources: [],
  toWrite: true,
})

/** What was given, or the place to write it in. */
export const given = (text: string | undefined, what: string): Sentence =>
  text === undefined || text.trim() === '' ? toWrite(what) : say(text.trim())

export const cell = (text: string, ...sources: readonly SourceRef[]): readonly Sentence[] => [
  say(text, ...sources),
]

/** A numbered section: its heading, then its paragraphs as 3.1, 3.2 … with whatever else stands between them. */
export function section(
  number: number,
  title: string,
  content: readonly (readonly Sentence[] | PaperBlock)[],
): readonly PaperBlock[] {
  let n = 0
  const blocks = content.map((item): PaperBlock => {
    if ('kind' in item) return item
    n += 1
    return { kind: 'paragraph', number: `${number}.${n}`, sentences: item }
  })
  return [{ kind: 'heading', level: 1, text: `${number}. ${title}` }, ...blocks]
}

/** The lines of a cell: each sentence stands on its own, with those that stand tight behind it. */
export function linesIn(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const lines: Sentence[][] = []
  for (const sentence of sentences) {
    if (sentence.tight) lines.at(-1)?.push(sentence)
    else lines.push([sentence])
  }
  return lines
}

/** Every sentence of a paper, in order. */
export const sentencesOf = (paper: Paper): readonly Sentence[] =>
  [...(paper.opening ?? []), ...paper.parts.flatMap(part => part.blocks)].flatMap(sentencesIn)

export function sentencesIn(block: PaperBlock): readonly Sentence[] {
  if (block.kind === 'paragraph') return block.sentences
  if (block.kind === 'list') return block.items.flat()
  if (block.kind === 'details') return block.rows.flatMap(r => r.text)
  if (block.kind === 'lines') return block.lines
  return block.kind === 'table' ? block.rows.flat(2) : []
}

/** What is still for a person to write before the paper can go. */
export const stillToWrite = (paper: Paper): readonly string[] =>
  sentencesOf(paper)
    .filter(s => s.toWrite)
    .map(s => s.text)
