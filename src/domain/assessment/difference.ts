/** A stretch of text that stands as it stood, is new, or is gone. */
export interface Piece {
  readonly is: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond this many comparisons words give way to sentences, and sentences to the whole text. */
const MOST = 4_000_000

/** Texts that share less of their words than this are told as one text in place of another. */
const LEAST_SHARED = 0.25

const words = (text: string): readonly string[] => text.trim().match(/\S+\s*/g) ?? []
const sentences = (text: string): readonly string[] =>
  text.trim().match(/[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+$/g) ?? []
/** Blanks and line ends are no words: moving one changes nothing. */
const alike = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim()

/** The lengths of what two lists share, from each pair of places to their ends. */
function shared(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  const width = after.length + 1
  const table = new Uint16Array((before.length + 1) * width)
  const at = (i: number, j: number) => table[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * width + j] = alike(before[i], after[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  return at
}

/** The middle of two lists whose ends are the same already: what was taken out stands before what was put in. */
function middle(before: readonly string[], after: readonly string[]): Piece[] {
  const at = shared(before, after)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && alike(before[i], after[j])) {
      pieces.push({ is: 'same', text: after[j] ?? '' })
      i += 1
      j += 1
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ is: 'removed', text: before[i] ?? '' })
      i += 1
    } else {
      pieces.push({ is: 'added', text: after[j] ?? '' })
      j += 1
    }
  }
  return pieces
}

/** Stretches of one sort in one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = []
  for (const p of pieces) {
    const last = out.at(-1)
    if (last?.is === p.is) out[out.length - 1] = { is: p.is, text: last.text + p.text }
    else if (p.text !== '') out.push(p)
  }
  return out
}

const whole = (before: string, after: string): readonly Piece[] =>
  joined([
    { is: 'removed', text: before.trim() },
    { is: 'added', text: after.trim() },
  ])

function compare(before: readonly string[], after: readonly string[]): readonly Piece[] | undefined {
  let head = 0
  while (head < before.length && head < after.length && alike(before[head], after[head])) head += 1
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && alike(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const [b, a] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  if (b.length * a.length > MOST) return undefined
  const same = (list: readonly string[]): Piece => ({ is: 'same', text: list.join('') })
  return joined([same(after.slice(0, head)), ...middle(b, a), same(after.slice(after.length - tail))])
}

const count = (text: string) => words(text).length

/**
 * What became of a text, word by word; in whole sentences, or as one text in place of another, where it is very long or
 * hardly anything of it stayed. The pieces that are not removed are the text as it is now.
 */
export function difference(before: string, after: string): readonly Piece[] {
  const found =
    compare(words(before), words(after)) ??
    compare(sentences(before), sentences(after)) ??
    whole(before, after)
  const stayed = found.reduce((n, p) => n + (p.is === 'same' ? count(p.text) : 0), 0)
  return stayed < LEAST_SHARED * Math.max(count(before), count(after)) ? whole(before, after) : found
}
