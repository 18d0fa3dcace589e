import type { Indicator } from './indicator.ts'
import { indicators } from './indicators.ts'

const HEAD = ['Code', 'Indicator', 'Question', 'Good is', 'Shown as', 'Looks back', 'Ages', 'Source', 'Notes']

const back = (months: number | null) => (months === null ? 'the day alone' : `${months} months`)

const row = (i: Indicator): readonly string[] => [
  i.code,
  i.name,
  i.question,
  i.good,
  i.unit,
  back(i.months),
  i.ageBands.map(b => b.label).join('; '),
  `${i.source} (${i.standing})`,
  i.notes.join(' '),
]

const line = (cells: readonly string[]) => `| ${cells.map(c => c.replaceAll('|', '\\|')).join(' | ')} |`

/** The indicators as a table in markdown, for the documentation. */
export const drawIndicators = (all: readonly Indicator[] = indicators): string =>
  [line(HEAD), line(HEAD.map(() => '---')), ...all.map(i => line(row(i)))].join('\n')
