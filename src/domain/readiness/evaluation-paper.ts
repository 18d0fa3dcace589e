import { cell, type Paper, type PaperBlock, say } from '../improvement/paper.ts'
import { type Day, longDay, shortDay } from '../kernel/day.ts'
import type { Evidence } from './evidence.ts'

/** A figure that an area of a self-evaluation rests on: as it was then, and as it is on the day of reading. */
export interface BoundFigure {
  readonly code: string
  readonly name: string
  readonly before: string
  readonly beforeOn: Day
  readonly now: string
}

/** What audits find of one standard, then and now, in words. */
export interface BoundStandard {
  readonly title: string
  readonly before: string
  readonly now: string
}

/** One area, as it is read: its three answers, and what they rest on. */
export interface ReadArea {
  readonly code: string
  readonly title: string
  /** Null where nothing is written yet. */
  readonly said: {
    readonly know: string
    readonly how: string
    readonly plans: string
    readonly on: Day
    readonly by: string
    readonly figures: readonly BoundFigure[]
    readonly standards: readonly BoundStandard[]
    readonly evidence: readonly Evidence[]
    /** Files kept with it, by hash and name. */
    readonly documents: readonly { readonly hash: string; readonly name: string }[]
  } | null
}

/** The three questions that inspectors put (users 2.4). */
export const questions = [
  ['know', 'What do you know about the quality and impact of social work practice?'],
  ['how', 'How do you know it?'],
  ['plans', 'What are your plans for the next 12 months?'],
] as const

const paragraphs = (text: string): readonly PaperBlock[] =>
  text
    .split(/\n+/)
    .map(t => t.trim())
    .filter(t => t !== '')
    .map(t => ({ kind: 'paragraph', sentences: [say(t)] }))

const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly PaperBlock[] =>
  rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows: rows.map(r => r.map(text => cell(text))) }]

function areaBlocks({ title, said }: ReadArea, asAt: Day): readonly PaperBlock[] {
  const heading: PaperBlock = { kind: 'heading', level: 1, text: title }
  if (!said) return [heading, { kind: 'paragraph', sentences: [say('Nothing is written of this area yet.')] }]
  const also = [...said.evidence.map(e => e.text), ...said.documents.map(d => d.name)]
  return [
    heading,
    ...questions.flatMap(([name, question]): readonly PaperBlock[] => [
      { kind: 'heading', level: 2, text: question },
      ...paragraphs(said[name]),
    ]),
    ...table(
      `${title}: figures`,
      ['Figure', 'When it was written', `On ${shortDay(asAt)}`],
      said.figures.map(f => [`${f.name} (${f.code})`, `${f.before} on ${shortDay(f.beforeOn)}`, f.now]),
    ),
    ...table(
      `${title}: audits that find it good or better`,
      ['Standard', 'When it was written', `On ${shortDay(asAt)}`],
      said.standards.map(s => [s.title, s.before, s.now]),
    ),
    ...(also.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: 'Other evidence' } as const,
          { kind: 'list', items: also.map(text => [say(text)]) } as const,
        ]),
    { kind: 'paragraph', sentences: [say(`Written by ${said.by}, ${longDay(said.on)}.`)] },
  ]
}

/** The self-evaluation as a paper, to be read in Word. */
export function evaluationPaper(asked: {
  readonly council: string
  readonly framework: string
  readonly asAt: Day
  readonly areas: readonly ReadArea[]
}): Paper {
  return {
    title: 'Self-evaluation of social work practice',
    body: `${asked.council}: ${asked.framework}`,
    meeting: asked.asAt,
    asAt: asked.asAt,
    language: 'en-GB',
    parts: [{ orientation: 'portrait', blocks: asked.areas.flatMap(a => areaBlocks(a, asked.asAt)) }],
  }
}
