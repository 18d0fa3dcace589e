import { type DayForm, daysOf, type Source, ukDayAt } from '../../domain/returns/check/column.ts'

/** Where the cells of a file begin and end in its text, row after row. */
export interface Cut {
  readonly width: number
  readonly rows: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly uneven: readonly number[]
}

const COMMA = 44
const NEWLINE = 10
const SPACE = 32

function linesIn(text: string, from: number): number {
  let lines = 1
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return lines
}

/** Finds the cells of a text that has no quotes. Blanks around a value are left out; blank lines are no rows. */
export function cutLines(text: string, begin: number, width: number, mostTold: number): Cut {
  const size = linesIn(text, begin) * width
  const [from, to] = [new Int32Array(size), new Int32Array(size)]
  const uneven: number[] = []
  let rows = 0
  let at = begin
  for (let line = 2; at < text.length; line += 1) {
    const base = rows * width
    let column = 0
    let filled = false
    for (let more = true; more; column += 1) {
      let start = at
      let code = NEWLINE
      for (; at < text.length; at += 1) {
        code = text.charCodeAt(at)
        if (code === COMMA || code === NEWLINE) break
      }
      if (at >= text.length) code = NEWLINE
      let end = at
      while (start < end && text.charCodeAt(start) <= SPACE) start += 1
      while (end > start && text.charCodeAt(end - 1) <= SPACE) end -= 1
      if (end > start) filled = true
      if (column < width) {
        from[base + column] = start
        to[base + column] = end
      }
      at += 1
      more = code === COMMA
    }
    for (let i = column; i < width; i += 1) to[base + i] = from[base + i] = 0
    if (!filled) continue
    if (column !== width && uneven.length < mostTold) uneven.push(line)
    rows += 1
  }
  return { width, rows, from, to, uneven }
}

/** A column of a text that was cut: its cells are made when they are asked for, and its days without them. */
export function sourceOf(text: string, cut: Cut, column: number): Source {
  const { from, to, rows, width } = cut
  const cells = () => {
    const made = new Array<string | null>(rows)
    let before = ''
    for (let i = 0, at = column; i < rows; i += 1, at += width) {
      const start = from[at] ?? 0
      const end = to[at] ?? 0
      if (start === end) {
        made[i] = null
        continue
      }
      // A child's rows come together, and so the same cell comes again and again: it is cut out once.
      if (end - start !== before.length || !text.startsWith(before, start)) before = text.slice(start, end)
      made[i] = before
    }
    return made
  }
  const days = (form: DayForm) => {
    if (form !== 'uk') return daysOf(cells(), form)
    const made = new Float64Array(rows)
    for (let i = 0, at = column; i < rows; i += 1, at += width) {
      const start = from[at] ?? 0
      const end = to[at] ?? 0
      made[i] =
        start === end
          ? Number.NaN
          : (ukDayAt(text, start, end) ?? daysOf([text.slice(start, end)], form)[0] ?? Number.NaN)
    }
    return made
  }
  return { cells, days }
}
