import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Figure, figure } from './figure.ts'
import { type ShownFigure, suppress } from './suppress.ts'

/** Children who count, and children who don't: a cell, or the sum of some. */
interface Pair {
  readonly yes: number
  readonly no: number
}

const indicator = { code: 'NI66', name: 'Reviews', unit: 'percent' } as const
const sum = (all: readonly Pair[]): Pair => ({
  yes: all.reduce((n, p) => n + p.yes, 0),
  no: all.reduce((n, p) => n + p.no, 0),
})
const row = ({ yes, no }: Pair, split: string | null = null): Figure =>
  figure(indicator, yes, yes + no, split)

/** An indicator split in one way: the whole, and its parts. */
type Page = readonly ShownFigure[]
type Show = (cells: readonly Pair[]) => Page

/** A page as a member sees it. */
const pageOf: Show = cells => suppress([row(sum(cells)), ...cells.map((c, i) => row(c, `Part ${i}`))])

const few = (n: number): boolean => n >= 1 && n <= 4
const key = ({ yes, no }: Pair): string => `${yes} ${no}`
const upTo = (n: number): readonly number[] => Array.from({ length: Math.max(0, n) + 1 }, (_, i) => i)

const agrees = (f: ShownFigure, p: Pair): boolean =>
  (typeof f.denominator !== 'number' || f.denominator === p.yes + p.no) &&
  (typeof f.numerator !== 'number' || f.numerator === p.yes) &&
  (typeof f.value !== 'number' || f.value === row(p).value)

/** Every pair with no more than these, that agrees with what is shown of a figure. */
const agreeing = (f: ShownFigure, most: Pair): readonly Pair[] =>
  upTo(most.yes)
    .flatMap(yes => upTo(most.no).map(no => ({ yes, no })))
    .filter(p => agrees(f, p))

const plus = (a: Pair, b: Pair): Pair => ({ yes: a.yes + b.yes, no: a.no + b.no })
/** What a whole can be: where it is held back, it speaks of few, and that is known. */
const wholesOf = (f: ShownFigure, most: Pair): readonly Pair[] =>
  agreeing(f, most).filter(p =>
    typeof f.denominator !== 'number'
      ? few(p.yes + p.no)
      : typeof f.numerator === 'number' || few(p.yes) || few(p.no),
  )

/** Every way in which parts that agree with a page come to its whole. */
function ways([whole, ...parts]: Page, sum: Pair): readonly (readonly Pair[])[] {
  // A number of children asked about that is held back is not nought, unless all are.
  const someone = (f: ShownFigure, p: Pair) =>
    typeof f.denominator === 'number' || typeof whole?.denominator !== 'number' || p.yes + p.no > 0
  const walk = (at: number, left: Pair): readonly (readonly Pair[])[] => {
    const f = parts[at]
    if (!f) return []
    if (at === parts.length - 1) return agrees(f, left) && someone(f, left) ? [[left]] : []
    return agreeing(f, left)
      .filter(p => someone(f, p))
      .flatMap(p => walk(at + 1, { yes: left.yes - p.yes, no: left.no - p.no }).map(rest => [p, ...rest]))
  }
  return walk(0, sum)
}

/**
 * Whoever writes all the pages of one figure on one day down as equations, and solves them: what the whole, and each part
 * of each split, can be. It finds every solution, so what it can't pin can't be pinned.
 */
function solve(pages: readonly Page[], most: Pair) {
  const [first] = pages[0] ?? []
  // Splits of one whole say nothing of each other but by the whole.
  const solved = (first ? wholesOf(first, most) : []).flatMap(whole => {
    const each = pages.map(page => ways(page, whole))
    return each.some(w => w.length === 0) ? [] : [{ whole, each }]
  })
  return {
    whole: solved.map(s => s.whole),
    parts: pages.map((page, n) =>
      page.slice(1).map((_, i) => solved.flatMap(s => (s.each[n] ?? []).flatMap(way => way[i] ?? []))),
    ),
  }
}

const quantities = {
  yes: (p: Pair) => p.yes,
  no: (p: Pair) => p.no,
  asked: (p: Pair) => p.yes + p.no,
}

/** The cells of one to four that come out as one number and no other. */
function pinned(splits: readonly (readonly Pair[])[], show = pageOf): readonly string[] {
  const whole = sum(splits[0] ?? [])
  const found = solve(splits.map(show), plus(whole, { yes: 5, no: 5 }))
  const cells = [
    { at: 'whole', real: whole, can: found.whole },
    ...splits.flatMap((cells, n) =>
      cells.map((real, i) => ({ at: `split ${n} part ${i}`, real, can: found.parts[n]?.[i] ?? [] })),
    ),
  ]
  return cells.flatMap(({ at, real, can }) => {
    expect(can.map(key)).toContain(key(real))
    return Object.entries(quantities).flatMap(([what, of]) =>
      few(of(real)) && new Set(can.map(of)).size === 1 ? [`${at}: ${of(real)} ${what}`] : [],
    )
  })
}

/** Children of a small authority: in which part of each of two splits each one is, and whether they count. */
const child = fc.record({ yes: fc.boolean(), parts: fc.tuple(fc.nat(2), fc.nat(1)) })
/** Most authorities have one part that is far larger than the others: what is small is then the rest of it. */
const large = fc.record({ yes: fc.nat(9), no: fc.nat(9) })

function splitsOf(children: readonly { yes: boolean; parts: readonly number[] }[], rest: Pair) {
  return [3, 2].map((count, s) =>
    upTo(count - 1).map(part => {
      const own = children.filter(c => c.parts[s] === part)
      const yes = own.filter(c => c.yes).length
      return plus({ yes, no: own.length - yes }, part === 0 ? rest : { yes: 0, no: 0 })
    }),
  )
}

it('pins no cell of one to four for a member who has a figure on a day in every split, and solves them together', () => {
  fc.assert(
    fc.property(fc.array(child, { maxLength: 14 }), large, (children, rest) => {
      expect(pinned(splitsOf(children, rest))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

it('would pin one, were the next smallest not held back', () => {
  const bare: Show = cells =>
    [row(sum(cells)), ...cells.map((c, i) => row(c, `Part ${i}`))].map(f =>
      few(f.numerator) ? { ...f, numerator: 'c', value: 'c' } : f,
    )
  const split = [
    { yes: 3, no: 20 },
    { yes: 9, no: 20 },
  ]
  expect(pinned([split], bare)).toEqual(['split 0 part 0: 3 yes'])
  expect(pinned([split])).toEqual([])
})

it('would pin one across splits, were the same number shown in one of them', () => {
  const showsAll: Show = cells =>
    cells.length === 2 ? [row(sum(cells)), ...cells.map((c, i) => row(c, `Part ${i}`))] : pageOf(cells)
  const three = [
    { yes: 2, no: 20 },
    { yes: 0, no: 20 },
    { yes: 0, no: 20 },
  ]
  const two = [
    { yes: 2, no: 40 },
    { yes: 0, no: 20 },
  ]
  expect(pinned([three, two])).toEqual([])
  expect(pinned([three, two], showsAll)).not.toEqual([])
})

it('shows no part of a whole that is held back: four held of a whole of four would be one each', () => {
  const ones = [
    { yes: 1, no: 9 },
    { yes: 1, no: 9 },
    { yes: 1, no: 9 },
    { yes: 1, no: 9 },
    { yes: 0, no: 30 },
  ]
  const page = pageOf(ones)
  expect(page.map(f => [f.numerator, f.denominator])).toEqual([
    ['c', 70],
    ['c', 10],
    ['c', 10],
    ['c', 10],
    ['c', 10],
    ['c', 30],
  ])
  expect(pageOf([{ yes: 3, no: 0 }]).map(f => f.denominator)).toEqual(['c', 'c'])
})
