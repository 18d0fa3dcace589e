import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RelationshipKind, relationshipKinds } from '../records/types/relationship.ts'
import { apart } from './apart.ts'
import { type FamilyDrawing, type Line, measures, type Placed, type Point } from './drawing.ts'
import type { Place } from './kin.ts'
import { layOut } from './layout.ts'
import { familyPlan } from './plan.ts'
import type { Relative } from './relatives.ts'
import { relative, self } from './test-family.ts'

const place: Place = { key: 'place', words: ['Foster care', 'Mill Lane'], carer: 'Mill Lane' }
const draw = (relatives: readonly Relative[], home: Place | null = null, me = self): FamilyDrawing =>
  layOut(familyPlan(me, relatives, home))
const at = (d: FamilyDrawing, key: string): Placed => {
  const found = d.figures.find(f => f.key === key)
  if (!found) throw new Error(`${key} is not drawn`)
  return found
}
const ends = (l: Line) => [l.points[0], l.points.at(-1)] as const

const kinds = Object.keys(relationshipKinds) as RelationshipKind[]
const anybody = fc
  .record({
    kind: fc.constantFrom(...kinds),
    sex: fc.constantFrom('F' as const, 'M' as const, null),
    born: fc.constantFrom(null, '1985', '2010-01-01', '2014-05-06', '2020-02-02'),
    side: fc.constantFrom('mother' as const, 'father' as const, null),
    household: fc.boolean(),
    ended: fc.boolean(),
    unborn: fc.boolean(),
  })
  .map(({ kind, ...more }) => relative(kind, { ...more, household: more.household && !more.ended }))
const family = fc.uniqueArray(anybody, { selector: r => r.key, maxLength: 24 })
const home = fc.constantFrom(place, null)

const inside = (p: Point, shape: readonly Point[]): boolean => {
  let is = false
  shape.forEach((a, i) => {
    const b = shape[(i + 1) % shape.length]
    if (b && a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) is = !is
  })
  return is
}

describe('any family', () => {
  test('is drawn whole, each once, nobody over anybody, all within the picture', () => {
    fc.assert(
      fc.property(family, home, (relatives, where) => {
        const d = draw(relatives, where)
        const drawn = relatives.filter(r => r.kind !== 'professional')
        const twice = where ? drawn.filter(r => r.kind === 'carer' && r.name === where.carer).length : 0
        expect(d.figures).toHaveLength(drawn.length + 1 + (where ? 1 : 0) - twice)
        expect(new Set(d.figures.map(f => f.key)).size).toBe(d.figures.length)
        for (const a of d.figures) {
          expect(a.x - measures.slot / 2).toBeGreaterThanOrEqual(0)
          expect(a.x + measures.slot / 2).toBeLessThanOrEqual(d.width)
          expect(a.y + measures.symbol / 2 + measures.words).toBeLessThanOrEqual(d.height)
          for (const b of d.figures)
            if (a !== b && a.row === b.row) expect(Math.abs(a.x - b.x)).toBeGreaterThan(measures.slot - 0.001)
        }
      }),
    )
  })

  test('has its generations in order, from grandparents down to the child’s own children', () => {
    const generation = (kind: RelationshipKind) =>
      kind === 'grandparent'
        ? 0
        : ['mother', 'father', 'parent', 'step-parent', 'carer', 'relative'].includes(kind)
          ? 1
          : kind === 'child'
            ? 3
            : 2
    fc.assert(
      fc.property(family, relatives => {
        const d = draw(relatives)
        const drawn = relatives.filter(r => r.kind !== 'professional')
        for (const a of drawn) {
          for (const b of drawn)
            if (generation(a.kind) < generation(b.kind)) expect(at(d, a.key).y).toBeLessThan(at(d, b.key).y)
          if (generation(a.kind) === 2) expect(at(d, a.key).y).toBe(at(d, self.key).y)
        }
      }),
    )
  })

  test('has no line through anybody’s words', () => {
    fc.assert(
      fc.property(family, home, (relatives, where) => {
        const d = draw(relatives, where)
        for (const line of d.lines)
          line.points.forEach((p, i) => {
            const q = line.points[i + 1]
            if (!q || Math.abs(p.x - q.x) > 0.01) return
            for (const f of d.figures) {
              const top = f.y + measures.symbol / 2
              const through = Math.min(p.y, q.y) < top + measures.words - 1 && Math.max(p.y, q.y) > top + 1
              if (through) expect(Math.abs(p.x - f.x)).toBeGreaterThan(measures.slot / 2 - 0.01)
            }
          })
      }),
    )
  })

  test('outlines those who live with the child, and nobody else', () => {
    fc.assert(
      fc.property(family, home, (relatives, where) => {
        const d = draw(relatives, where)
        for (const f of d.figures)
          expect(
            d.outlines.some(o => inside(f, o)),
            f.words.join(', '),
          ).toBe(f.household)
      }),
    )
  })
})

describe('the conventions', () => {
  const mother = relative('mother', { sex: 'F', household: true })
  const father = relative('father', { sex: 'M' })
  const older = relative('sibling', { sex: 'M', born: '2012-01-01', household: true })

  test('men are squares, women circles, the not known diamonds, the unborn triangles; this child stands out', () => {
    const unborn = relative('sibling', { unborn: true, born: '2026-06-01', sex: 'M' })
    const unknown = relative('half-sibling', { side: 'mother' })
    const d = draw([mother, father, older, unborn, unknown])
    expect([mother, father, older, unborn, unknown].map(r => at(d, r.key).shape)).toEqual([
      'circle',
      'square',
      'square',
      'triangle',
      'diamond',
    ])
    expect(d.figures.filter(f => f.self).map(f => f.key)).toEqual([self.key])
  })

  test('father left, mother right, children between and under them, the eldest first', () => {
    const d = draw([mother, father, older])
    expect(at(d, father.key).x).toBeLessThan(at(d, mother.key).x)
    expect(at(d, older.key).x).toBeLessThan(at(d, self.key).x)
    const middle = (at(d, father.key).x + at(d, mother.key).x) / 2
    expect((at(d, older.key).x + at(d, self.key).x) / 2).toBeCloseTo(middle)
    const [couple] = d.lines.filter(l => l.kind === 'couple')
    expect(couple && ends(couple).map(p => p?.x)).toEqual([
      at(d, father.key).x + measures.symbol / 2,
      at(d, mother.key).x - measures.symbol / 2,
    ])
  })

  test('half-siblings hang from the parent they share, and from nobody where it is not known which', () => {
    const his = relative('half-sibling', { side: 'father' })
    const hers = relative('half-sibling', { side: 'mother' })
    const whose = relative('half-sibling')
    const plan = familyPlan(self, [mother, father, his, hers, whose], null)
    const parentsOf = (key: string) => plan.descents.filter(x => x.children.includes(key)).map(x => x.parents)
    expect(parentsOf(his.key)).toEqual([[father.key]])
    expect(parentsOf(hers.key)).toEqual([[mother.key]])
    expect(parentsOf(whose.key)).toEqual([])
    expect(parentsOf(self.key)).toEqual([[father.key, mother.key]])
  })

  test('twins leave the line together, triplets too; brothers and sisters of other ages do not', () => {
    const twin = relative('sibling', { born: self.born })
    const d = draw([mother, older, twin])
    const feet = d.lines.filter(l => l.kind === 'born' && l.points.length === 2).map(ends)
    const above = (key: string) =>
      feet.find(([, foot]) => foot?.x === at(d, key).x && foot.y < at(d, key).y)?.[0]?.x
    expect(above(twin.key)).toBe(above(self.key))
    expect(above(older.key)).toBe(at(d, older.key).x)
    expect(above(twin.key)).not.toBe(at(d, twin.key).x)
  })

  test('one year alone makes no twins', () => {
    const plan = familyPlan({ ...self, born: '2014' }, [relative('sibling', { born: '2014' })], null)
    expect(plan.descents.flatMap(x => x.twins)).toEqual([])
  })

  test('what has ended is drawn as ended', () => {
    const gone = relative('partner', { ended: true, to: null })
    const d = draw([gone])
    expect(d.lines.filter(l => l.kind === 'couple').map(l => l.ended)).toEqual([true])
    expect(at(d, gone.key).ended).toBe(true)
  })

  test('a child who is looked after is outlined with the placement, whose carer is drawn once', () => {
    const carer = relative('carer', { name: 'Mill Lane', household: true })
    const d = draw(
      [mother, carer].map(r => ({ ...r, household: false })),
      place,
    )
    expect(d.figures.map(f => f.key)).not.toContain(carer.key)
    expect(d.figures.filter(f => f.household).map(f => f.key)).toEqual(['place', self.key])
    expect(d.lines.filter(l => l.kind === 'care').length).toBeGreaterThan(0)
  })

  test('a child without a recorded family stands alone, without an outline', () => {
    const d = draw([])
    expect([d.figures.length, d.lines, d.outlines]).toEqual([1, [], []])
  })
})

describe('a row', () => {
  test('keeps its order and its distance, and moves as little as it can', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 12 }), wanted => {
        const xs = apart(wanted, 10)
        xs.forEach((x, i) => {
          if (i > 0) expect(x - (xs[i - 1] ?? 0)).toBeGreaterThan(10 - 1e-6)
        })
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
        expect(sum(xs)).toBeCloseTo(sum(wanted), 4)
      }),
    )
    expect(apart([0, 100], 10)).toEqual([0, 100])
    expect(apart([5, 5], 10)).toEqual([0, 10])
  })
})
