import { describe, expect, test } from 'vitest'
import { FamilyChart } from './family-chart.tsx'
import type { FamilyDrawing, FamilyFigure } from './family-drawing.ts'
import { standaloneSvg } from './index.ts'

const figure = (more: Partial<FamilyFigure>): FamilyFigure => ({
  key: 'a',
  shape: 'circle',
  x: 90,
  y: 40,
  self: false,
  died: false,
  ended: false,
  household: false,
  words: ['Mother', 'Ruth Pebble'],
  ...more,
})
const drawing = (figures: readonly FamilyFigure[], more: Partial<FamilyDrawing> = {}): FamilyDrawing => ({
  width: 200,
  height: 160,
  symbol: 44,
  figures,
  lines: [],
  outlines: [],
  ...more,
})
const svgOf = (d: FamilyDrawing) => standaloneSvg(<FamilyChart id="f" title="Family" drawing={d} />)
const pathsIn = (svg: string) => svg.match(/<path/g)?.length ?? 0

describe('the family diagram', () => {
  test('has a title and says in words who is drawn and how they are marked', () => {
    const svg = svgOf(
      drawing([
        figure({ died: true }),
        figure({ key: 'b', y: 200, words: ['Wren', '11 years'], self: true }),
      ]),
    )
    expect(svg).toContain('role="img" aria-labelledby="f-title f-desc"')
    expect(/<desc[^>]*>([^<]*)/.exec(svg)?.[1]).toBe('Mother Ruth Pebble, has died. Wren 11 years.')
    expect(svg).not.toMatch(/NaN|undefined| style=/)
  })

  test('doubles the outline of the child, crosses who has died, dashes what has ended', () => {
    const plain = pathsIn(svgOf(drawing([figure({})])))
    expect(pathsIn(svgOf(drawing([figure({ self: true })])))).toBe(plain + 1)
    expect(pathsIn(svgOf(drawing([figure({ died: true })])))).toBe(plain + 1)
    expect(svgOf(drawing([figure({})]))).not.toContain('stroke-dasharray')
    expect(svgOf(drawing([figure({ ended: true })]))).toContain('stroke-dasharray="5 4"')
    const points = [
      { x: 1, y: 2 },
      { x: 3, y: 4 },
    ]
    const line = (ended: boolean) => svgOf(drawing([], { lines: [{ kind: 'born', ended, points }] }))
    expect(line(true)).toContain('stroke-dasharray="6 4"')
    expect(line(false)).not.toContain('stroke-dasharray')
  })

  test('draws each shape differently, and the household as a dashed outline', () => {
    const shapes = ['square', 'circle', 'diamond', 'triangle', 'place'] as const
    const drawn = shapes.map(shape => / d="([^"]*)"/.exec(svgOf(drawing([figure({ shape })])))?.[1])
    expect(new Set(drawn).size).toBe(shapes.length)
    const outlines = [
      [
        { x: 1, y: 1 },
        { x: 9, y: 1 },
        { x: 9, y: 9 },
      ],
    ]
    expect(svgOf(drawing([], { outlines }))).toMatch(/d="M1 1L9 1L9 9Z"[^>]*stroke-dasharray="8 5"/)
  })

  test('keeps a hostile or a very long name in its place', () => {
    const svg = svgOf(
      drawing([figure({ words: ['<script>alert(1)</script>', 'x'.repeat(300), ...'abcdefgh'] })]),
    )
    expect(svg).not.toContain('<script')
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(m => m[1] ?? '')
    expect(lines).toHaveLength(5)
    for (const l of lines) expect(l.replace(/&\w+;/g, '.').length).toBeLessThanOrEqual(17)
  })
})
