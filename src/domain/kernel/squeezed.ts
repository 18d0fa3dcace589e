/** Blanks and signs in a row, and letters in a row: no report, plan or letter has nearly so many. */
const RUNS = /[\s\p{P}\p{S}]{200,}|[\p{L}\p{N}_]{500,}/gu

/**
 * A text whose long runs of blanks and signs, or of letters without a blank, are cut to 200. Patterns that look for words
 * may take time that grows with the square of such a run; somebody who means harm sends a million of them.
 */
export const squeezed = (text: string): string => text.replace(RUNS, run => run.slice(0, 200))
