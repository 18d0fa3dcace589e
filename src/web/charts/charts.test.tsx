import type { JSX } from 'preact'
import { describe, expect, test } from 'vitest'
import { addMonths, day } from '../../domain/kernel/day.ts'
import { series } from './chart.tsx'
import {
  BarChart,
  barTable,
  percent,
  Spark,
  sparkTable,
  standaloneSvg,
  Timeline,
  TrendChart,
  timelineTable,
  trendTable,
} from './index.ts'

const months = (n: number) => Array.from({ length: n }, (_, index) => addMonths(day('2025-04-01'), index))
const trend = (values: (number | null)[]) => ({
  months: months(values.length),
  series: [{ name: 'Reviews', values }],
})
const base = { id: 'c', title: 'A <title> & more' }
const lanes = [
  {
    name: 'Placement',
    spans: [
      { from: day('2024-01-10'), to: day('2025-06-30'), label: 'Foster carers' },
      { from: day('2025-07-01'), label: 'Kinship' },
    ],
  },
  {
    name: 'Events',
    marks: [
      { on: day('2025-08-02'), label: 'Missing' },
      { on: day('2025-09-02'), label: 'Visit', quiet: true },
    ],
  },
  { name: 'Plan' },
]
const timeline = { from: day('2025-01-01'), to: day('2025-12-31'), lanes }
const bars = [
  { label: 'North', value: 12 },
  { label: 'South', value: null, note: 'fewer than 5' },
]

const all: readonly (readonly [string, JSX.Element])[] = [
  ['trend', <TrendChart {...base} {...trend([80, null, 85])} target={{ value: 90 }} format={percent} />],
  ['trend of nothing', <TrendChart {...base} months={[]} series={[]} />],
  ['trend of gaps only', <TrendChart {...base} {...trend([null, null])} />],
  ['bars', <BarChart {...base} bars={bars} comparator={{ value: 9, label: 'England' }} />],
  ['no bars', <BarChart {...base} bars={[]} />],
  ['spark', <Spark {...base} months={months(3)} values={[1, 2, null]} />],
  ['timeline', <Timeline {...base} {...timeline} today={day('2025-12-01')} />],
  ['empty timeline', <Timeline {...base} {...timeline} lanes={[]} />],
]

describe.each(all)('%s', (_, chart) => {
  const svg = standaloneSvg(chart)

  test('is a picture with a name and a description', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="c-title c-desc" width="\d+" height="\d+" viewBox="/,
    )
    expect(svg).toContain('<title id="c-title">A &lt;title> &amp; more</title>')
    expect(svg).toMatch(/<desc id="c-desc">[^<]*<\/desc>/)
  })

  test('brings no style of its own, and numbers that are numbers', () => {
    expect(svg).not.toMatch(/ style=|<style/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
  })

  test('is well formed, so that other programs can read it', () => {
    const open: string[] = []
    for (const [, closing, name = '', attributes = '', empty] of svg.matchAll(
      /<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    )) {
      if (closing) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
      expect(attributes).not.toContain('<')
    }
    expect(open).toEqual([])
    expect(svg.replaceAll(/<(\/?)([\w-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g, '')).not.toContain('<')
  })
})

describe('a trend', () => {
  const path = (values: (number | null)[]) =>
    /<path d="([^"]*)" fill="none"/.exec(standaloneSvg(<TrendChart {...base} {...trend(values)} />))?.[1] ??
    ''
  const markers = (values: (number | null)[]) =>
    standaloneSvg(<TrendChart {...base} {...trend(values)} />).match(/<path d="[^"]*" transform/g)?.length ??
    0

  test('a month without a figure is a gap, never a nought', () => {
    expect(path([5, 6, 7]).match(/M/g)).toHaveLength(1)
    expect(path([5, 6, null, 7, 8]).match(/M/g)).toHaveLength(2)
  })

  test('the last value, and a value between gaps, have a marker', () => {
    expect(markers([5, 6, 7])).toBe(1)
    expect(markers([5, null, 7, null, 8, 9])).toBe(3)
    expect(markers([4])).toBe(1)
    expect(markers([null])).toBe(0)
  })

  test('all zeros lie on the foot, under an axis from 0 to 1', () => {
    const svg = standaloneSvg(<TrendChart {...base} {...trend([0, 0, 0])} height={280} />)
    expect(path([0, 0, 0])).toMatch(/^M[\d.]+,244L[\d.]+,244L[\d.]+,244$/)
    expect([...svg.matchAll(/text-anchor="end">([^<]*)</g)].map(match => match[1])).toEqual(['0', '1'])
  })

  test('the last figure is written, with its month when newer months have none', () => {
    const svg = (values: (number | null)[]) =>
      standaloneSvg(<TrendChart {...base} {...trend(values)} format={percent} />)
    expect(svg([80, 85.25])).toContain('>85.3%</text>')
    expect(svg([80, 85, null])).toContain('>85% (May 2025)</text>')
  })

  test('several series are told apart without colour: by name, dash and marker', () => {
    const two = {
      ...trend([1, 2]),
      series: [
        { name: 'Girls', values: [1, 2] },
        { name: 'Boys', values: [2, 1] },
      ],
    }
    const svg = standaloneSvg(<TrendChart {...base} {...two} />)
    expect(svg).toContain('>Girls</text>')
    expect(svg).toContain('>Boys</text>')
    expect(svg).toContain('stroke-dasharray="8 4"')
    const shapes = [...svg.matchAll(/<path d="([^"]*)" transform/g)].map(match => match[1])
    expect(new Set(shapes).size).toBe(2)
  })
})

describe('tables', () => {
  test('a trend: a row a month, the target beside', () => {
    expect(
      trendTable({ ...trend([80, null]), target: { value: 90, label: 'Goal' }, format: percent }),
    ).toEqual({
      head: ['Month', 'Reviews', 'Goal'],
      rows: [
        ['Apr 2025', '80%', '90%'],
        ['May 2025', 'no figure', '90%'],
      ],
    })
  })

  test('bars: what is withheld is said, not drawn as nought', () => {
    expect(
      barTable({
        bars,
        what: { label: 'Team', value: 'Children' },
        comparator: { value: 9, label: 'England' },
      }),
    ).toEqual({
      head: ['Team', 'Children'],
      rows: [
        ['North', '12'],
        ['South', 'fewer than 5'],
        ['England', '9'],
      ],
    })
  })

  test('a timeline: oldest first in each lane, quiet marks too, nothing outside its days', () => {
    const early = { from: day('2023-01-01'), to: day('2023-02-01'), label: 'Before' }
    const withEarly = lanes.map(lane =>
      lane.name === 'Placement' ? { ...lane, spans: [...(lane.spans ?? []), early] } : lane,
    )
    expect(timelineTable({ ...timeline, lanes: withEarly }).rows).toEqual([
      ['Placement', 'Foster carers', '10 Jan 2024', '30 Jun 2025'],
      ['Placement', 'Kinship', '1 Jul 2025', 'now'],
      ['Events', 'Missing', '2 Aug 2025', ''],
      ['Events', 'Visit', '2 Sep 2025', ''],
    ])
  })

  test('a spark', () => {
    expect(sparkTable({ months: months(1), values: [3] }, 'Visits')).toEqual({
      head: ['Month', 'Visits'],
      rows: [['Apr 2025', '3']],
    })
  })
})

test('words in every series colour can be read on white, and dark words on every tint', () => {
  for (const { colour, tint } of series) {
    expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#0b0c0c', tint)).toBeGreaterThanOrEqual(4.5)
  }
})

/** The ratio of WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}
