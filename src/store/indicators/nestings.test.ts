import fc from 'fast-check'
import { expect, it } from 'vitest'
import { givenChild } from '../../../test/support/given.ts'
import { answer } from '../../domain/indicators/answer.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { alike, type Cell, cellKey, families, relatives } from '../../domain/indicators/nestings.ts'
import { fileOf, folded } from '../../domain/indicators/test-file.ts'
import { edgeFiles } from './edge-files.ts'
import { actsOf } from './kept/test-acts.ts'
import { askedOn, randomFile } from './random-files.ts'

// What is declared of indicators that count some of the children of others is held against files, by the plain reader: all
// that is declared is so, and what is so is declared.

const files = [
  ...fc
    .sample(randomFile, { numRuns: 6000, seed: 7 })
    .map(w => folded(actsOf(givenChild().id, w).flatMap(a => [a.entry, ...a.later]))),
  ...askedOn.flatMap(edgeFiles).map(said => fileOf(...said)),
]

/** What is shown of figures: of a count, not of how many. */
const shown: readonly Cell[] = indicators.flatMap(i => [
  ...(i.unit === 'percent' ? [{ code: i.code, of: 'asked' as const }] : []),
  { code: i.code, of: 'yes' as const },
])

const keyOf = (c: Cell): string => {
  const of = indicators.find(i => i.code === c.code)?.yes.is === 'always' ? 'asked' : c.of
  return cellKey({ ...c, of })
}
const named = (c: Cell): string => `${c.of} ${c.code}`

/** Of each file and day: the cells in which the child is, by name. Alike ones once. */
const inside: readonly ReadonlySet<string>[] = [
  ...new Map(
    files
      .flatMap(file =>
        askedOn.map(on =>
          indicators.flatMap(i => {
            const a = answer(i, file, on)
            return a.in ? [`asked ${i.code}`, ...(a.yes ? [`yes ${i.code}`] : [])] : []
          }),
        ),
      )
      .map(cells => [cells.join(), new Set(cells)]),
  ).values(),
]
const count = (cells: readonly Cell[], where: ReadonlySet<string>) =>
  cells.filter(c => where.has(named(c))).length

/** In every child, the first is there only where the second is. */
const within = (inner: Cell, outer: Cell): boolean =>
  inside.every(where => !where.has(named(inner)) || where.has(named(outer)))

it('every rest that is declared is of children: nobody is in it less than not at all, or twice', () => {
  for (const { rests } of families)
    for (const { of, less } of rests) {
      const worth = new Set(inside.map(where => count(of, where) - count(less, where)))
      expect([...worth].sort(), `${of.map(named)} less ${less.map(named)}`).toEqual([0, 1])
    }
})

it('indicators that are declared to ask about the same children do, and no others', () => {
  const asked = indicators.map((i): Cell => ({ code: i.code, of: 'asked' }))
  for (const a of asked)
    for (const b of asked)
      expect([named(a), named(b), within(a, b) && within(b, a)]).toEqual([
        named(a),
        named(b),
        cellKey(a) === cellKey(b),
      ])
  expect(alike.flat().every(code => indicators.some(i => i.code === code))).toBe(true)
})

/** As the declarations have it: by a rest of two, by being a yes, or by several of these. */
function declared(inner: Cell, outer: Cell): boolean {
  const steps = [
    ...families.flatMap(f => f.rests).filter(r => r.of.length === 1 && r.less.length === 1),
    ...families
      .flatMap(f => f.rests)
      .filter(r => r.of.length === 1)
      .flatMap(r => r.less.map(less => ({ of: r.of, less: [less] }))),
    ...shown.map(c => ({ of: [{ ...c, of: 'asked' as const }], less: [c] })),
  ].map(r => [r.less.map(keyOf)[0], r.of.map(keyOf)[0]] as const)
  const above = new Set([keyOf(inner)])
  for (let size = 0; size < above.size; ) {
    size = above.size
    for (const [from = '', to = ''] of steps) if (above.has(from)) above.add(to)
  }
  return above.has(keyOf(outer))
}

it('no cell that is shown is within another of which that is not declared', () => {
  for (const a of shown)
    for (const b of shown)
      if (keyOf(a) !== keyOf(b))
        expect([named(a), named(b), within(a, b)]).toEqual([named(a), named(b), declared(a, b)])
})

it('no two cells share out a third, and no two leave children who are all in a third, but those declared', () => {
  const once = [...new Map(shown.map(c => [keyOf(c), c])).values()]
  const nested = once.flatMap(outer =>
    once.filter(inner => inner !== outer && within(inner, outer)).map(inner => [inner, outer] as const),
  )
  const left = (inner: Cell, outer: Cell) => inside.filter(w => w.has(named(outer)) && !w.has(named(inner)))
  const known = new Set(
    families.flatMap(f =>
      f.rests
        .filter(r => r.of.length > 1 || r.less.length === 2)
        .map(r =>
          (r.of.length > 1 ? [...r.less, ...r.of.toReversed()] : [...r.of, ...r.less]).map(keyOf).join(', '),
        ),
    ),
  )
  const found = new Set<string>()
  for (const [inner, outer] of nested) {
    const rest = left(inner, outer)
    for (const third of once) {
      if (third === inner || third === outer) continue
      const says = [outer, inner, third].map(keyOf).join(', ')
      // Within the outer one and apart from the inner; or with all in it whom the inner one leaves of the outer.
      const apart = within(third, outer) && inside.every(w => !w.has(named(third)) || !w.has(named(inner)))
      const all = !within(outer, third) && rest.every(w => w.has(named(third)))
      if (apart || all) found.add(says)
    }
  }
  const both = (says: string) => {
    const [a, b, c] = says.split(', ')
    return [says, `${a}, ${c}, ${b}`]
  }
  const undeclared = [...found].filter(says => !both(says).some(s => known.has(s)))
  expect(undeclared).toEqual([])
  expect([...known].filter(says => !both(says).some(s => found.has(s)))).toEqual([])
})

it('a family is split by age in the same bands, so that its parts are parts of each other', () => {
  for (const { code } of indicators) {
    const bands = relatives([code]).map(c => indicators.find(i => i.code === c)?.ageBands)
    expect(new Set(bands).size, code).toBe(1)
  }
})

it('in a family every cell comes after those that bound it, and each is bounded by the rests of cells before it alone', () => {
  for (const { cells, rests } of families) {
    const keys = cells.map(cellKey)
    for (const r of rests) {
      const places = [...r.of, ...r.less].map(c => keys.indexOf(cellKey(c)))
      expect(places).not.toContain(-1)
      // Of three that bound each other the last is the one that has all who are between the others.
      if (r.of.length > 1) expect(Math.max(...places)).toBe(places[0])
    }
  }
})
