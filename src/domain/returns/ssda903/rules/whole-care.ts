import { where } from '../../check/frame.ts'
import { rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const base = { from: 2022, needs: ['Episodes'] } as const
const ADOPTED = new Set(['E11', 'E12'])

/** What must hold through all of a child's episodes, or all of a period of care. */
export const wholeCareRules = [
  rule('199', {
    ...base,
    fields: ['CHILD'],
    says: 'The child was adopted in an earlier episode, of this year’s return or of last year’s.',
    todo: 'Correct why the earlier episode ceased. An adopted child who comes into care again gets a new identifier.',
    find: r => {
      const adopted = new Map<string, number>()
      for (const { Episodes } of [r.last, r.now]) {
        const children = Episodes.text('CHILD')
        const rec = Episodes.text('REC')
        const decom = Episodes.days('DECOM')
        for (let i = 0; i < Episodes.rows; i += 1) {
          const on = decom[i] ?? Number.NaN
          const child = children[i]
          if (child == null || Number.isNaN(on) || !ADOPTED.has(rec[i] ?? '')) continue
          if (!((adopted.get(child) ?? Number.NaN) <= on)) adopted.set(child, on)
        }
      }
      const children = r.now.Episodes.text('CHILD')
      const decom = r.now.Episodes.days('DECOM')
      return {
        Episodes: where(
          r.now.Episodes,
          i => (decom[i] ?? Number.NaN) > (adopted.get(children[i] ?? '') ?? Number.NaN),
        ),
      }
    },
  }),
  rule('426', {
    ...base,
    fields: ['LS'],
    says: 'Short breaks of one child are recorded under both V3 and V4 in one year.',
    todo: 'Record each break (V3), or the agreement to have them (V4): one of the two for the whole year.',
    find: r => {
      const ls = r.now.Episodes.text('LS')
      const children = r.now.Episodes.text('CHILD')
      const [each, agreed] = [new Set<string>(), new Set<string>()]
      for (let i = 0; i < ls.length; i += 1) {
        const child = children[i]
        if (child != null && ls[i] === 'V3') each.add(child)
        if (child != null && ls[i] === 'V4') agreed.add(child)
      }
      const both = (child: string) => each.has(child) && agreed.has(child)
      return {
        Episodes: where(r.now.Episodes, i => (ls[i] === 'V3' || ls[i] === 'V4') && both(children[i] ?? '')),
      }
    },
  }),
  rule('504', {
    ...base,
    fields: ['CIN'],
    says: 'The category of need is not that with which this period of care began.',
    todo: 'Give the category of need of the day on which the child started to be looked after. It stays the same throughout.',
    find: r => {
      const e = r.now.Episodes
      const { before, after, first } = sequenceOf(r)
      const [cin, rec, decom, dec] = [e.text('CIN'), e.text('REC'), e.days('DECOM'), e.days('DEC')]
      const Episodes: number[] = []
      for (const start of first.values()) {
        let began = start
        for (let i = after[start] ?? -1; i >= 0; i = after[i] ?? -1) {
          const b = before[i] ?? -1
          if (decom[i] !== dec[b] || rec[b] !== 'X1') began = i
          else if (cin[i] !== cin[began]) Episodes.push(i)
        }
      }
      return { Episodes }
    },
  }),
] as const
