import type { Measured } from './measure.ts'

const HEAD = ['Task', 'Pages', 'Must answer', 'Keys', 'Letters', 'Recorded at', 'On one page']

const cells = (m: Measured): readonly string[] => [
  m.task,
  String(m.counts.pages),
  String(m.asked),
  String(m.counts.keys),
  String(m.counts.letters),
  m.counts.where || '(found)',
  m.onePage ? 'yes' : 'no',
]

/** What each asks that was not filled in beforehand, to be held against what the record knows. */
export const questionsOf = (all: readonly Measured[]): string =>
  [
    'What must be answered:',
    ...all.filter(m => m.questions.length > 0).map(m => `  ${m.task}: ${m.questions.join(' · ')}`),
    '',
  ].join('\n')

/**
 * The figures as a table of plain text. Pages: opened after the home page, the one that is sent among them. Must answer:
 * questions that must be answered and were not filled in beforehand. Keys: presses to get there, choose and send;
 * letters: what was typed as answers.
 */
export function tableOf(all: readonly Measured[]): string {
  const rows = [HEAD, ...all.map(cells)]
  const widths = HEAD.map((_, i) => Math.max(...rows.map(r => r[i]?.length ?? 0)))
  const isNumber = (i: number) => i >= 1 && i <= 4
  const line = (r: readonly string[]) =>
    r
      .map((c, i) => (isNumber(i) ? c.padStart(widths[i] ?? 0) : c.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [
    '',
    line(HEAD),
    widths.map(w => '-'.repeat(w)).join('  '),
    ...all.map(m => line(cells(m))),
    '',
  ].join('\n')
}
