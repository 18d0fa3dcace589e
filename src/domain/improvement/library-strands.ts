/**
 * What the frameworks have judged under changing names, as lines that can be followed over the years. The judgement of
 * one framework is not that of the next: a line says how a council was graded in this, and not that the same was asked.
 */
export const strands = {
  overall: 'Overall effectiveness',
  protection: 'Help and protection',
  care: 'Children in care and permanence',
  adoption: 'Adoption',
  leavers: 'Care leavers',
  leadership: 'Leaders and managers',
  board: 'Safeguarding board',
} as const
export type Strand = keyof typeof strands

export const strandCodes: readonly Strand[] = [
  'overall',
  'protection',
  'care',
  'adoption',
  'leavers',
  'leadership',
  'board',
]

/** The first row that fits says which; a judgement that no row fits stands in tables alone. */
const rows: readonly (readonly [Strand, section: string | null, title: RegExp])[] = [
  ['board', 'board', /./],
  ['overall', 'overall', /./],
  // Until 2013 there was no grade of the whole: safeguarding and care were each graded overall.
  ['protection', 'safeguarding', /overall effectiveness/i],
  ['care', 'looked-after', /overall effectiveness/i],
  ['protection', null, /need help and protection|help and protection provided/i],
  ['adoption', null, /adoption/i],
  ['care', null, /achieving permanence|children in care/i],
  ['leavers', null, /care leavers/i],
  ['leadership', 'leadership', /./],
  ['leadership', null, /^leadership and (management|governance)/i],
]

/** The line a judgement belongs to, by the part of the report and the title it is printed under; null for none. */
export function strandOf(section: string, title: string): Strand | null {
  const row = rows.find(([, within, words]) => (within === null || within === section) && words.test(title))
  return row?.[0] ?? null
}

/** Grades from 1, the best, to 4, by all the names they have had. */
export const LEVELS: readonly (readonly string[])[] = [
  ['Outstanding', 'Performs excellently'],
  ['Good', 'Performs well'],
  ['Adequate', 'Requires improvement', 'Requires improvement to be good', 'Performs adequately'],
  ['Inadequate', 'Performs poorly'],
]

/** The level of a grade, 1 to 4, whatever framework printed it; null for a word that is no grade. */
export function levelOf(grade: string | null): number | null {
  const at = LEVELS.findIndex(names => names.some(n => n.toLowerCase() === grade?.trim().toLowerCase()))
  return at < 0 ? null : at + 1
}
