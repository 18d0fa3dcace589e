import { longDay } from '../../kernel/day.ts'
import { figureSaid } from '../impact.ts'
import { type Sentence, say, toWrite } from '../paper.ts'
import type { Bound, Content } from './part.ts'

/** A figure named between braces, or words that lead somewhere: {NI66}, [the report](https://…). */
const SPECIAL = /\{([^{}\n]{1,60})\}|\[([^[\]\n]{1,200})\]\(((?:https?:\/\/|mailto:)[^\s()]{1,500})\)/g
/** What XML has no place for, and characters that only steer a terminal: a document with one of them does not open. */
const NEVER = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const POINT = /^\s*[-•*–]\s+/

/** Words as they can stand on any page and in any document. */
export const cleanWords = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(NEVER, '')

/** A figure is named alike however it is typed: "{ni66}" and "{NI66}". */
export const boundName = (name: string): string => name.trim().toUpperCase().replace(/\s+/g, ' ')

/** The figures that words name, each once. */
export const namedIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(SPECIAL)].flatMap(([, name]) => (name === undefined ? [] : [boundName(name)])),
  ),
]

/** "71.2% (52 of 73) on 31 October 2026" */
function boundSaid({ figure, unit, source }: Bound): Sentence {
  if (figure === 'held') return say('a figure held back, as it speaks of few children')
  if (figure === null) return say(`no figure on ${longDay(source.on)}`)
  const { numerator: _, ...bare } = figure
  return say(`${figureSaid(unit === 'percent' ? figure : bare, unit)} on ${longDay(figure.on)}`, source)
}

/** One line of the author's, its figures filled in and dated. A name that means no figure says so, and is to be mended. */
export function saidBy(line: string, bound: ReadonlyMap<string, Bound>): readonly Sentence[] {
  const said: Sentence[] = []
  const put = (s: Sentence) => void said.push(said.length === 0 ? s : { ...s, tight: true })
  let from = 0
  for (const found of line.matchAll(SPECIAL)) {
    const [whole, name, words, href] = found
    if (found.index > from) put(say(line.slice(from, found.index)))
    from = found.index + whole.length
    if (words !== undefined && href !== undefined) put({ ...say(words), href })
    else if (name !== undefined) {
      const figure = bound.get(boundName(name))
      put(
        figure ? boundSaid(figure) : toWrite(`no figure is called ${name.trim()}: choose one from the list`),
      )
    }
  }
  if (from < line.length) put(say(line.slice(from)))
  return said
}

/** The author's words as paragraphs and lists: a line is a paragraph; lines that begin with a dash are points of a list. */
export function writtenContent(text: string, bound: ReadonlyMap<string, Bound>, points = false): Content {
  const lines = cleanWords(text)
    .split('\n')
    .map(l => l.trim())
    .filter(l => l !== '')
  const content: (readonly Sentence[] | { kind: 'list'; items: (readonly Sentence[])[] })[] = []
  for (const line of lines) {
    const isPoint = points || POINT.test(line)
    const said = saidBy(isPoint ? line.replace(POINT, '') : line, bound)
    const last = content.at(-1)
    if (!isPoint) content.push(said)
    else if (last && 'kind' in last) last.items.push(said)
    else content.push({ kind: 'list', items: [said] })
  }
  return content
}
