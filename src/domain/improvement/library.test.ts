import { describe, expect, it, test } from 'vitest'
import { invented } from '../../../test/support/library.ts'
import { day } from '../kernel/day.ts'
import { frameworks } from './frameworks.ts'
import { corrected, councilKey, datedOf, headline } from './library.ts'
import { levelOf, strandOf } from './library-strands.ts'
import { thenAndNow } from './library-told.ts'

describe('a council', () => {
  test.each([
    ['Tarn', 'tarn'],
    ['Tarn City Council', 'tarn'],
    ['City of Tarn', 'tarn'],
    ['Metropolitan Borough of Tarn', 'tarn'],
    ['London Borough of Tarn & Holt', 'tarn-and-holt'],
    ['Tarn Local Authority', 'tarn'],
    ['Tarn upon Marsh', 'tarn-upon-marsh'],
    ['Tarn Children’s Services', 'tarn'],
    ['Château Council', 'chateau'],
    ['County Council', 'county-council'],
  ])('%s is known as %s', (name, key) => {
    expect(councilKey(name)).toBe(key)
  })

  it('is not known where none was read', () => {
    expect([councilKey(null), councilKey(''), councilKey('—')]).toEqual([null, null, null])
  })
})

describe('a report', () => {
  it('is placed by its publication, else by the end of the inspection', () => {
    const inspectedFrom = day('2022-03-07')
    const inspectedTo = day('2022-03-18')
    const published = day('2022-05-01')
    expect(datedOf({ inspectedFrom, inspectedTo, published })).toBe(published)
    expect(datedOf({ inspectedFrom, inspectedTo, published: null })).toBe(inspectedTo)
    expect(datedOf({ inspectedFrom, inspectedTo: null, published: null })).toBe(inspectedFrom)
    expect(datedOf({ inspectedFrom: null, inspectedTo: null, published: null })).toBeNull()
  })

  it('is known by the grade of the whole, or else of the part that was graded overall', () => {
    expect(headline(invented())).toEqual({ grade: 'Requires improvement to be good', level: 3, of: null })
    const parts = [
      { section: 'safeguarding', area: 'Overall effectiveness', grade: null },
      { section: 'looked-after', area: 'Overall effectiveness', grade: 'Adequate' },
    ] as const
    expect(headline({ overall: null, judgements: parts })).toEqual({
      grade: 'Adequate',
      level: 3,
      of: 'care',
    })
    expect(headline({ overall: null, judgements: [] })).toEqual({ grade: null, level: null, of: null })
  })

  it('is put right whole: grades by their place, and the grade of the whole with its judgement', () => {
    const read = { ...invented(), file: 'a.pdf', hash: 'x' }
    const cover = {
      authority: 'Holt',
      kind: 'short',
      inspectedFrom: null,
      inspectedTo: null,
      published: null,
    } as const
    const right = corrected(read, { ...cover, grades: ['Good', 'Good', 'Good', 'Good'] })
    expect([right.authority, right.kind, right.inspectedTo, right.overall]).toEqual([
      'Holt',
      'short',
      null,
      'Good',
    ])
    expect(right.judgements.map(j => j.grade)).toEqual(['Good', 'Good', 'Good', 'Good'])
    expect(right.areasForImprovement).toBe(read.areasForImprovement)
    expect(corrected(read, { ...cover, grades: [] }).overall).toBeNull()
    expect(corrected(read, undefined)).toBe(read)
  })
})

describe('judgements over the years', () => {
  it('every framework that grades has a line for its whole or a part, and a level for every grade', () => {
    for (const f of frameworks.filter(f => f.grades.length > 0)) {
      const lines = f.judgements.map(j => strandOf(j.section, j.title))
      expect(
        lines.includes('overall') || lines.includes('protection') || lines.includes('care'),
        f.code,
      ).toBe(true)
      for (const g of f.grades) expect(levelOf(g.name), `${f.code} ${g.name}`).toBe(g.number)
    }
    expect([levelOf('requires improvement'), levelOf('Met'), levelOf(null)]).toEqual([3, null, null])
  })

  test.each([
    ['board', 'The effectiveness of the Local Safeguarding Children Board (LSCB)', 'board'],
    ['overall', 'Overall effectiveness', 'overall'],
    ['safeguarding', 'Overall effectiveness', 'protection'],
    ['looked-after', 'Overall effectiveness', 'care'],
    ['looked-after', 'Adoption performance', 'adoption'],
    ['looked-after', 'The experiences and progress of children in care and care leavers', 'care'],
    ['looked-after', 'Experiences and progress of care leavers', 'leavers'],
    ['leadership', 'The impact of leaders on social work practice with children and families', 'leadership'],
    ['safeguarding', 'Equality and diversity', null],
  ])('%s: %s is on the line %s', (section, title, strand) => {
    expect(strandOf(section, title)).toBe(strand)
  })
})

describe('what came after a council was told', () => {
  const report = (subject: string, level: number | null) => ({
    subject,
    dated: day('2020-01-01'),
    level,
    grade: level === null ? null : 'Good',
  })
  const [a, b, c] = [report('a', 4), report('b', null), report('c', 2)]
  const asks = (anything: string[], list: string[]) => ({ anything: new Set(anything), this: new Set(list) })

  it('counts from the first telling to the latest grade', () => {
    expect(thenAndNow([a, b, c], asks(['a', 'c'], ['a']))).toEqual({
      first: a,
      latest: c,
      moved: 2,
      again: false,
    })
    expect(thenAndNow([a, b, c], asks(['a', 'b', 'c'], ['a', 'c']))?.again).toBe(true)
  })

  it('passes over a visit without a grade, and a report that asks nothing', () => {
    expect(thenAndNow([c, b], asks(['c', 'b'], ['c', 'b']))).toMatchObject({
      latest: null,
      moved: null,
      again: true,
    })
    expect(thenAndNow([a, c], asks(['a'], ['a']))).toMatchObject({ moved: 2, again: null })
    expect(thenAndNow([b, c], asks(['b'], ['b']))).toMatchObject({ first: b, latest: c, moved: null })
  })

  it('says nothing of a council that was not told', () => {
    expect(thenAndNow([a], asks(['a'], []))).toBeUndefined()
  })
})
