import { describe, expect, it } from 'vitest'
import { day } from '../../domain/kernel/day.ts'
import { LadderChart, ladderTable, standaloneSvg } from './index.ts'

const rung = (on: string, level: number, word: string, era = 'Old') => ({ on: day(on), level, word, era })
const levels = [['Outstanding'], ['Good'], ['Adequate', 'Requires improvement'], ['Inadequate']]
const data = {
  lanes: [
    { name: 'Whole', rungs: [rung('2012-01-01', 3, 'Adequate'), rung('2018-01-01', 2, 'Good', 'New')] },
    { name: 'Board', rungs: [{ ...rung('2012-01-01', 4, 'Inadequate'), until: day('2018-01-01') }] },
  ],
  levels,
  to: day('2024-01-01'),
  eraTitle: 'Framework',
}
const svg = (more: Partial<typeof data> = {}) =>
  standaloneSvg(<LadderChart id="c" title="Grades" {...data} {...more} />)

/** The steps drawn: from, to and dash of each line in a series colour. */
const lines = (text: string) =>
  [
    ...text.matchAll(/<line x1="([\d.]+)" x2="([\d.]+)" y1="([\d.]+)" y2="([\d.]+)" stroke="#12436d"[^>]*>/g),
  ].map(([whole, x1, x2, y1, y2]) => ({
    from: Number(x1),
    to: Number(x2),
    rise: Number(y2) - Number(y1),
    dotted: whole?.includes('dasharray') ?? false,
  }))

describe('a ladder of grades', () => {
  it('stands until the next grade and then to the end, with a dotted riser where the rules changed', () => {
    const [first, riser, last] = lines(svg())
    expect(first?.to).toBe(last?.from)
    expect(riser).toMatchObject({ from: first?.to, to: first?.to, rise: -24, dotted: true })
    expect(last?.to).toBe(704)
  })

  it('has a whole riser under the same rules, and none where the grade stayed', () => {
    const same = [
      { name: 'Whole', rungs: [rung('2012-01-01', 3, 'Adequate'), rung('2018-01-01', 2, 'Good')] },
    ]
    expect(lines(svg({ lanes: same }))[1]).toMatchObject({ rise: -24, dotted: false })
    const stays = [{ name: 'Whole', rungs: [rung('2012-01-01', 2, 'Good'), rung('2018-01-01', 2, 'Good')] }]
    expect(lines(svg({ lanes: stays })).map(l => l.rise)).toEqual([0, 0])
  })

  it('ends where a thing is graded no more', () => {
    const all = lines(svg())
    expect(all).toHaveLength(4)
    expect(all[3]?.to).toBe(all[0]?.to)
  })

  it('says in words what it draws, and has no number that is none', () => {
    expect(svg()).toContain('Whole: Adequate on 1 January 2012, then Good on 1 January 2018.')
    expect(svg()).toContain('>Adequate / Requires improvement<')
    expect(svg({ lanes: [] })).not.toMatch(/NaN|Infinity|undefined/)
    expect(svg()).not.toMatch(/NaN|Infinity|undefined| style=/)
  })

  it('has its table: a row a day, in the words given', () => {
    expect(ladderTable(data)).toEqual({
      head: ['Day', 'Framework', 'Whole', 'Board'],
      rows: [
        ['1 January 2012', 'Old', 'Adequate', 'Inadequate'],
        ['1 January 2018', 'New', 'Good', 'not graded'],
      ],
    })
  })
})
