import { describe, expect, it } from 'vitest'
import { namedIn } from '../src/domain/improvement/papers/author.ts'
import { placesLeft } from '../src/domain/improvement/papers/compose.ts'
import { outlines } from '../src/domain/improvement/papers/outlines.ts'
import { foldPaper } from '../src/domain/improvement/papers/paper-file.ts'
import { sampleInput } from '../src/domain/improvement/papers/sample-paper.ts'
import { findIndicator } from '../src/domain/indicators/indicators.ts'
import { day } from '../src/domain/kernel/day.ts'
import { londonDay } from '../src/domain/kernel/london.ts'
import { paperEntries } from './papers.ts'
import { cabinetWords, highlightWords } from './words/papers.ts'

const setting = {
  staff: [
    { id: 'an', role: 'performance-analyst' as const },
    { id: 'di', role: 'director' as const },
  ],
  inspection: 'insp',
  published: day('2026-06-12'),
  board: 'The Improvement Board',
}

describe('the invented papers', () => {
  it('are a highlight report of last month to be made final, and a Cabinet paper with places still to be written', () => {
    for (const today of ['2026-11-21', '2026-12-01', '2027-02-28'].map(day)) {
      const [highlight, cabinet] = paperEntries(setting, today).map(p => ({
        ...p,
        file: foldPaper(
          p.subject.code,
          p.entries.map((e, n) => ({ ...e, seq: n + 1 })),
        ),
      }))
      expect(highlight?.final?.type).toBe('paper-finished')
      expect(highlight?.file).toMatchObject({
        kind: 'highlight',
        body: 'The Improvement Board',
        state: 'draft',
      })
      const left = (kind: 'highlight' | 'cabinet', written: Readonly<Record<string, string>>) =>
        placesLeft(
          outlines[kind],
          sampleInput(kind, {
            written: new Map(Object.entries(written)),
            names: { author: 'Ada Finch', director: 'Di Vale', portfolioHolder: 'Cllr Roe' },
          }),
        ).map(l => l.ask.key)
      expect(left('highlight', highlightWords)).toEqual([])
      expect(left('cabinet', cabinetWords)).toEqual(['finance', 'legal', 'recommendation', 'reasons'])
      expect(cabinet?.file?.asAt).toBe(today)
      const all = [
        ...(highlight?.entries ?? []),
        ...(highlight?.final ? [highlight.final] : []),
        ...(cabinet?.entries ?? []),
      ]
      for (const e of all) expect(londonDay(e.recorded) <= today).toBe(true)
    }
  })

  it('are the same for the same day, and none while the plan is young', () => {
    const on = day('2026-11-21')
    expect(paperEntries(setting, on)).toEqual(paperEntries(setting, on))
    expect(paperEntries(setting, day('2026-07-20'))).toEqual([])
  })

  it('name figures that there are', () => {
    const names = [...Object.values(cabinetWords), ...Object.values(highlightWords)].flatMap(namedIn)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(findIndicator(name.replace(/ BEFORE$/, '')), name).toBeDefined()
  })
})
