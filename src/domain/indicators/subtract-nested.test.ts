import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Figure, figure } from './figure.ts'
import { findIndicator } from './indicators.ts'
import { type ShownFigure, SUPPRESSED, suppress } from './suppress.ts'
import { reader, type Sum } from './test-reader.ts'

/** Children of one kind: which indicators ask about them, and of which they are a yes. */
interface Kind {
  readonly asked: readonly string[]
  readonly yes: readonly string[]
}

const both = (...asked: string[]): readonly Kind[] => [
  { asked, yes: [] },
  { asked, yes: asked },
]

/** What a reader of the questions knows of some indicators of one day, written down apart from what holds them back. */
interface Known {
  readonly codes: readonly string[]
  readonly kinds: readonly Kind[]
  /** Sums that are never less than nought. */
  readonly rests: readonly Sum[]
}

const lookedAfter = ['LAC', 'LACVISITS', 'LACSEEN']
const cases: Readonly<Record<string, Known>> = {
  'looked after, for twenty days, for a year, aged 4 to 16, and newly': {
    codes: ['LAC', 'NI66', 'HEALTH', 'SDQ', 'IHA'],
    kinds: [
      ...both('LAC'),
      ...both('LAC', 'NI66', 'IHA'),
      ...both('LAC', 'NI66', 'HEALTH'),
      ...both('LAC', 'NI66', 'HEALTH', 'SDQ'),
      ...both('IHA'),
    ],
    rests: [
      { LAC: 1, NI66: -1 },
      { NI66: 1, HEALTH: -1 },
      { HEALTH: 1, SDQ: -1 },
      { IHA: 1, NI66: -1, HEALTH: 1 },
    ],
  },
  'looked after, and who took part in reviews': {
    codes: ['LAC', 'NI66', 'PARTICIPATION'],
    kinds: [
      ...both('LAC'),
      ...both('LAC', 'NI66'),
      ...both('LAC', 'PARTICIPATION'),
      ...both('LAC', 'NI66', 'PARTICIPATION'),
    ],
    rests: [
      { LAC: 1, NI66: -1 },
      { LAC: 1, PARTICIPATION: -1 },
    ],
  },
  'visited on time, and no visit overdue': {
    codes: ['LAC', 'LACVISITS', 'LACSEEN'],
    kinds: [
      { asked: lookedAfter, yes: [] },
      { asked: lookedAfter, yes: ['LACSEEN'] },
      { asked: lookedAfter, yes: ['LACSEEN', 'LACVISITS'] },
    ],
    rests: [{ 'LACSEEN yes': 1, 'LACVISITS yes': -1 }],
  },
  'with a plan, for three months, and begun in the year': {
    codes: ['CP', 'NI67', 'NI65'],
    kinds: [...both('NI65'), ...both('CP', 'NI65'), ...both('CP', 'NI67', 'NI65'), ...both('CP', 'NI67')],
    rests: [
      { CP: 1, NI67: -1 },
      { NI65: 1, CP: -1, NI67: 1 },
    ],
  },
  'plans of four categories, and of several': {
    codes: ['CP', 'CPCAT-NEG', 'CPCAT-EMO', 'CPCAT-PHY', 'CPCAT-SAB'],
    kinds: ['', 'CPCAT-NEG', 'CPCAT-EMO', 'CPCAT-PHY', 'CPCAT-SAB'].map(yes => ({
      asked: ['CP', 'CPCAT-NEG', 'CPCAT-EMO', 'CPCAT-PHY', 'CPCAT-SAB'],
      yes: [yes],
    })),
    rests: [{ CP: 1, 'CPCAT-NEG yes': -1, 'CPCAT-EMO yes': -1, 'CPCAT-PHY yes': -1, 'CPCAT-SAB yes': -1 }],
  },
}

/** Indicators that ask about the same children as another. */
const asksAlike: Readonly<Record<string, string>> = {
  LACVISITS: 'LAC',
  LACSEEN: 'LAC',
  ...Object.fromEntries(['NEG', 'EMO', 'PHY', 'SAB'].map(c => [`CPCAT-${c}`, 'CP'])),
}

/** So many children of each kind in each part of a split. */
type World = readonly (readonly number[])[]
type Show = (figures: readonly Figure[]) => readonly ShownFigure[]
const few = (n: number): boolean => n >= 1 && n <= 4
const isCount = (code: string) => findIndicator(code)?.unit === 'count'

function figuresOf({ codes, kinds }: Known, world: World, parts: readonly string[]): readonly Figure[] {
  const count = (has: (k: Kind) => boolean, part: number | null) =>
    kinds.reduce(
      (n, kind, k) =>
        has(kind)
          ? n + (world[k] ?? []).reduce((m, c, p) => (part === null || p === part ? m + c : m), 0)
          : n,
      0,
    )
  return codes.flatMap(code => {
    const i = findIndicator(code)
    if (!i) throw new Error(`There is no ${code}.`)
    const row = (part: number | null) => {
      const asked = count(k => k.asked.includes(code), part)
      const yes = isCount(code) ? asked : count(k => k.yes.includes(code), part)
      return figure(i, yes, asked, part === null ? null : (parts[part] ?? ''))
    }
    return [row(null), ...parts.map((_, p) => row(p))]
  })
}

/** Every small number of a day that its reader makes out from some splits of it, as "LAC less NI66 in A: 3". */
function pinned(
  known: Known,
  pages: readonly (readonly [World, readonly string[]])[],
  show: Show,
): readonly string[] {
  const real: Record<string, number> = {}
  const tables = pages.map(([world, parts]) => figuresOf(known, world, parts))
  const same = (code: string) => asksAlike[code] ?? code
  const name = (cell: string, place: string | null) => `${cell} in ${place ?? 'all'}`
  const cellsOf = (code: string) => [same(code), ...(isCount(code) ? [] : [`${code} yes`])]
  const cells = [...new Set(known.codes.flatMap(cellsOf))]
  for (const f of tables.flat()) {
    real[name(same(f.code), f.split)] = f.denominator
    if (!isCount(f.code)) real[name(`${f.code} yes`, f.split)] = f.numerator
  }
  const r = reader(real)
  const rests: readonly Sum[] = [
    ...cells.map(c => ({ [c]: 1 })),
    ...known.codes.filter(c => !isCount(c)).map(c => ({ [same(c)]: 1, [`${c} yes`]: -1 })),
    ...known.rests,
  ]
  const places = [null, ...pages.flatMap(([, parts]) => parts)]
  const at = (sum: Sum, place: string | null): Sum =>
    Object.fromEntries(Object.entries(sum).map(([cell, times]) => [name(cell, place), times]))
  for (const place of places) for (const rest of rests) r.tell(at(rest, place), 0)
  for (const [, parts] of pages)
    for (const c of cells)
      r.tell({ [name(c, null)]: -1, ...Object.fromEntries(parts.map(p => [name(c, p), 1])) }, 0, 0)
  for (const f of tables.flatMap(show)) {
    const { denominator: all, numerator: yes } = f
    // Of the figure that is kept first, a part that is held back is not nought, unless all are.
    const first = f.code === known.codes[0] && f.split !== null && all === SUPPRESSED
    if (first && !few(r.is({ [name(same(f.code), null)]: 1 })))
      r.tell({ [name(same(f.code), f.split)]: 1 }, 1)
    if (typeof all === 'number') r.tell({ [name(same(f.code), f.split)]: 1 }, all, all)
    if (typeof yes === 'number' && !isCount(f.code)) r.tell({ [name(`${f.code} yes`, f.split)]: 1 }, yes, yes)
  }
  // What several rests together leave is as small.
  return places.flatMap(place =>
    [...rests, ...unions(known.rests)].flatMap(rest => {
      const sum = at(rest, place)
      if (!few(r.is(sum)) || r.doubts(sum, 0, 500)) return []
      return [`${said(rest)} in ${place ?? 'all'}: ${r.is(sum)}`]
    }),
  )
}

const said = (sum: Sum): string => {
  const named = (sign: number) => Object.keys(sum).filter(cell => sum[cell] === sign)
  return [named(1).join(' and '), ...named(-1)].join(' less ')
}

/** Of rests that follow on each other, what the first leaves beside the last. */
function unions(rests: readonly Sum[]): readonly Sum[] {
  const add = (a: Sum, b: Sum): Sum => {
    const cells = [...new Set([...Object.keys(a), ...Object.keys(b)])]
    return Object.fromEntries(cells.map(c => [c, (a[c] ?? 0) + (b[c] ?? 0)]).filter(([, n]) => n !== 0))
  }
  const follows = (a: Sum, b: Sum) =>
    Object.keys(a).some(c => (a[c] ?? 0) < 0 && (b[c] ?? 0) > 0) &&
    Object.keys(b).length === 2 &&
    Object.keys(a).length === 2
  const two = rests.flatMap(a => rests.filter(b => follows(a, b)).map(b => add(a, b)))
  const three = two.flatMap(a => rests.filter(b => follows(a, b)).map(b => add(a, b)))
  return [...two, ...three]
}

const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 3, arbitrary: fc.nat(14) },
)
const worldOf = (kinds: number, parts: number) =>
  fc.array(fc.array(cell, { minLength: parts, maxLength: parts }), { minLength: kinds, maxLength: kinds })

/** The same children split in another way: each part of the one gives some of its own to each of the other. */
const resplit = (world: World, by: readonly number[]): World =>
  world.map((row, k) => {
    const all = row.reduce((n, c) => n + c, 0)
    const first = Math.min(all, Math.floor((all * (by[k % by.length] ?? 0)) / 10))
    return [first, all - first]
  })

it.each(Object.entries(cases))(
  'pins no small number: %s',
  (_, known) => {
    fc.assert(
      fc.property(
        worldOf(known.kinds.length, 3),
        fc.array(fc.nat(10), { minLength: 5, maxLength: 5 }),
        (world, by) => {
          const pages = [
            [world, ['A', 'B', 'C']],
            [resplit(world, by), ['D', 'E']],
          ] as const
          expect(pinned(known, pages, suppress)).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  },
  60_000,
)

const reviews: Known = {
  codes: ['LAC', 'NI66'],
  kinds: [...both('LAC'), ...both('LAC', 'NI66')],
  rests: [{ LAC: 1, NI66: -1 }],
}
const each: Show = figures => [...Map.groupBy(figures, f => f.code).values()].flatMap(suppress)

it('would pin them, did each indicator hold back for itself', () => {
  const world = [
    [3, 8],
    [0, 0],
    [20, 20],
    [20, 20],
  ]
  const pages = [[world, ['A', 'B']]] as const
  expect(pinned(reviews, pages, each)).toContain('LAC less NI66 in A: 3')
  expect(pinned(reviews, pages, suppress)).toEqual([])
  expect(pinned(reviews, [[world.map(row => row.slice(0, 1)), ['A']]], each)).toContain(
    'LAC less NI66 in all: 3',
  )
})

it('would pin one, did a figure show a part that another holds back', () => {
  // Of the 8 in the first two parts at least 7 are in the second.
  const world = [
    [0, 0, 5],
    [0, 0, 0],
    [0, 0, 0],
    [1, 7, 5],
  ]
  const pages = [[world, ['A', 'B', 'C']]] as const
  expect(pinned(reviews, pages, each)).toContain('LAC in A: 1')
  expect(pinned(reviews, pages, suppress)).toEqual([])
})

it('keeps the figure that most others stand on, and shows the rest where nothing can be told by them', () => {
  const figures = (all: number, forTwenty: number, forAYear: number) =>
    ['LAC', 'NI66', 'HEALTH'].flatMap((code, n) => {
      const i = findIndicator(code)
      const asked = [all, forTwenty, forAYear][n] ?? 0
      return i ? [figure(i, code === 'LAC' ? asked : 40, asked)] : []
    })
  const asked = (...n: [number, number, number]) => suppress(figures(...n)).map(f => f.denominator)
  expect(asked(100, 90, 60)).toEqual([100, 90, 60])
  expect(asked(100, 100, 60)).toEqual([100, 100, 60])
  expect(asked(100, 95, 90)).toEqual([100, 95, 90])
  expect(asked(100, 97, 60)).toEqual([100, 'c', 60])
  expect(asked(100, 90, 88)).toEqual([100, 'c', 88])
  expect(asked(100, 90, 90)).toEqual([100, 90, 90])
  expect(asked(100, 99, 97)).toEqual([100, 'c', 'c'])
})

it('asks for the figures of one day at a time', () => {
  const lac = findIndicator('LAC')
  if (!lac) throw new Error('There is no LAC.')
  expect(() => suppress([figure(lac, 9, 9), figure(lac, 2, 2)])).toThrow('a day at a time')
})
