import { where } from '../../check/frame.ts'
import { at } from './cells.ts'
import { rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

/** One episode after another: each begins when the one before it ends. */
export const episodeChainRules = [
  rule('142', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DEC', 'REC'],
    says: 'A later episode has begun, and this one has no end.',
    todo: 'Record the day on which this episode ceased, and why.',
    find: r => {
      const { after } = sequenceOf(r)
      const [dec, rec] = [r.now.Episodes.days('DEC'), r.now.Episodes.text('REC')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => at(after, i) >= 0 && (Number.isNaN(at(dec, i)) || rec[i] == null),
        ),
      }
    },
  }),
  rule('357', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['RNE'],
    says: 'The child’s first episode of the return began this year, and not with the start of care (S).',
    todo: 'Add the episode before it if one was left out. Otherwise the reason for the new episode is S.',
    find: r => {
      const [decom, rne] = [r.now.Episodes.days('DECOM'), r.now.Episodes.text('RNE')]
      const found: number[] = []
      for (const row of sequenceOf(r).first.values())
        if (at(decom, row) >= r.start && rne[row] !== 'S') found.push(row)
      return { Episodes: found }
    },
  }),
  rule('388', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['REC'],
    says: 'The episode is said to be followed by another (X1) and none begins on the day it ceased; or one does, and it is not said.',
    todo: 'Add the episode that is missing, or correct the day or the reason why this one ceased.',
    find: r => {
      const { after, last } = sequenceOf(r)
      const e = r.now.Episodes
      const [child, decom, dec, rec] = [e.text('CHILD'), e.days('DECOM'), e.days('DEC'), e.text('REC')]
      return {
        Episodes: where(e, i => {
          const why = rec[i]
          if (why == null) return false
          const next = at(after, i)
          if (next < 0) return why === 'X1' && last.get(child[i] ?? '') === i
          const [ended, begun] = [at(dec, i), at(decom, next)]
          return why === 'X1' ? ended !== begun && !Number.isNaN(ended) : ended === begun
        }),
      }
    },
  }),
] as const
