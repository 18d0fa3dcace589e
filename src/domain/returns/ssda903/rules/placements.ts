import { type Day, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { at } from './cells.ts'
import { ADOPTIVE, FOSTER, TEMPORARY } from './placement-codes.ts'
import { rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const dayIn = (text: string): number => dayNumber(text as Day)
const SAME_CARERS_FROM = dayIn('2015-04-01')
const P2_ENDED = dayIn('2023-10-28')

const adoptive: ReadonlySet<string> = new Set(ADOPTIVE)
const temporary: ReadonlySet<string> = new Set(TEMPORARY)
/** What may come right before a placement for adoption with the carers who fostered the child. */
const withFosterers: ReadonlySet<string> = new Set([...FOSTER, 'A3', 'A5'])
const moves: ReadonlySet<string> = new Set(['P', 'T', 'B', 'U'])

/** Placements beside legal status, and beside why an episode began, why it ceased and why the child moved. */
export const placementRules = [
  rule('217', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE', 'DECOM', 'RNE'],
    says: 'A placement for adoption with the current foster carers (A3 or A5) does not begin with S, T or U.',
    todo: 'The carers stay the same: the reason for the new episode is T, or U where the legal status changed as well.',
    find: r => {
      const e = r.now.Episodes
      const [place, decom, rne] = [e.text('PLACE'), e.days('DECOM'), e.text('RNE')]
      return {
        Episodes: where(
          e,
          i =>
            (place[i] === 'A3' || place[i] === 'A5') &&
            at(decom, i) >= SAME_CARERS_FROM &&
            rne[i] !== 'S' &&
            rne[i] !== 'T' &&
            rne[i] !== 'U',
        ),
      }
    },
  }),
  rule('217t', {
    from: 2023,
    to: 2023,
    needs: ['Episodes'],
    fields: ['PLACE', 'DECOM'],
    says: 'An episode in independent living (P2) began on or after 28 October 2023, when the code ended.',
    todo: 'Choose the placement type that has applied since. Supported accommodation is H5 this year.',
    find: r => {
      const [place, decom] = [r.now.Episodes.text('PLACE'), r.now.Episodes.days('DECOM')]
      return { Episodes: where(r.now.Episodes, i => place[i] === 'P2' && at(decom, i) >= P2_ENDED) }
    },
  }),
  rule('225', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE'],
    says: 'The child moved at the end of this episode, and the reason for the change of placement is missing.',
    todo: 'Record the reason on the episode that ceased, not on the one that began.',
    find: r => {
      const e = r.now.Episodes
      const [place, rne, rec] = [e.text('PLACE'), e.text('RNE'), e.text('REC')]
      const why = e.text('REASON_PLACE_CHANGE')
      const { after } = sequenceOf(r)
      return {
        Episodes: where(e, i => {
          const next = at(after, i)
          return (
            rec[i] === 'X1' &&
            why[i] == null &&
            moves.has(rne[next] ?? '') &&
            !temporary.has(place[i] ?? '') &&
            !temporary.has(place[next] ?? '')
          )
        }),
      }
    },
  }),
  rule('233', {
    from: 2025,
    needs: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE', 'DEC'],
    says: 'A reason for a change of placement is given, and the episode goes on.',
    todo: 'Record the day on which the episode ceased, or take the reason out.',
    find: r => {
      const [dec, why] = [r.now.Episodes.text('DEC'), r.now.Episodes.text('REASON_PLACE_CHANGE')]
      return { Episodes: where(r.now.Episodes, i => dec[i] == null && why[i] != null) }
    },
  }),
  rule('336', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE'],
    says: 'The child is placed for adoption with the current foster carers (A3 or A5), and was not in foster care right before.',
    todo: 'Check the placement before this one. With other carers, the placement type is A4 or A6.',
    find: r => {
      const place = r.now.Episodes.text('PLACE')
      const { before } = sequenceOf(r)
      return {
        Episodes: where(r.now.Episodes, i => {
          if (place[i] !== 'A3' && place[i] !== 'A5') return false
          const from = place[at(before, i)]
          return from != null && !withFosterers.has(from)
        }),
      }
    },
  }),
  rule('378', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE', 'LS'],
    says: 'A child who is accommodated under section 20 (V2) is placed with parents (P1).',
    todo: 'Check both. A child who is at home under section 20 is not looked after.',
    find: r => {
      const [place, ls] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('LS')]
      return { Episodes: where(r.now.Episodes, i => place[i] === 'P1' && ls[i] === 'V2') }
    },
  }),
  rule('390', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE', 'REC'],
    says: 'The child was adopted (E11 or E12) from a placement that is not one for adoption (A3 to A6).',
    todo: 'Add the placement for adoption, or correct the reason why the episode ceased.',
    find: r => {
      const [place, rec] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('REC')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => (rec[i] === 'E11' || rec[i] === 'E12') && !adoptive.has(place[i] ?? ''),
        ),
      }
    },
  }),
] as const
