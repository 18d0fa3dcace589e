/** Plain form for comparing headings: one case, no closing colon, straight quotes, single spaces. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.?]+$/, '')
    .trim()
}

/** Every word of a text in small letters, hyphenated words also whole: the evidence for mending broken words. */
export function vocabulary(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? [])
}

/**
 * Joins a line to the one it runs on to. A hyphen at the end of a line is kept ("multi-agency"), unless the same
 * report writes the word without it elsewhere and never with it.
 */
export function joinLines(above: string, below: string, known: ReadonlySet<string>): string {
  if (above.endsWith('\u00ad')) return above.slice(0, -1) + below
  const left = /([A-Za-z]+)-$/.exec(above)?.[1]
  const right = /^[A-Za-z]+/.exec(below)?.[0]
  if (left === undefined || !/^[A-Za-z0-9]/.test(below)) return `${above} ${below}`
  const whole = `${left}${right ?? ''}`.toLowerCase()
  const hyphened = `${left}-${right ?? ''}`.toLowerCase()
  const broken = right !== undefined && known.has(whole) && !known.has(hyphened)
  return broken ? above.slice(0, -1) + below : above + below
}

const OPEN_ENDED =
  /(?:,|-|\b(?:a|an|the|of|to|and|or|in|for|with|by|that|on|at|from|as|is|are|be|been|their|its|which|who|not|into|than|this|these|between|within|including|all|any|they|it|how|when|where))$/i

/** Whether a paragraph broken off here plainly runs on into the next one, as at the foot of a page. */
export function runsOn(above: string, below: string): boolean {
  if (/[.;:!?]['’”")]*$/.test(above)) return false
  return /^[a-z(]/.test(below) || OPEN_ENDED.test(above)
}

/** The words of an area for improvement, without the stop or "; and" that ties it to the list. */
export const trimmed = (text: string): string =>
  text
    .trim()
    .replace(/[;,]\s+and$/, '')
    .replace(/[.;]\s*$/, '')
    .trim()
