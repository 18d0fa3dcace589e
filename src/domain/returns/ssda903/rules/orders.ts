import { day, dayNumber } from '../../../kernel/day.ts'
import { where } from '../../check/frame.ts'
import { rule } from './rule.ts'

const needs = ['Episodes'] as const
/** The Adoption and Children Act 2002 came into force on 30 December 2005; the rules go by the month. */
const DECEMBER = dayNumber(day('2005-12-01'))
const YEAR_OUT = dayNumber(day('2005-12-31'))

const FOSTERED = new Set(['U1', 'U2', 'U3', 'U4', 'U5', 'U6'])

/** Orders of a court against the placement, the days and the end of the same episode. */
export const orderRules = [
  rule('408', {
    from: 2022,
    needs,
    fields: ['PLACE', 'LS'],
    says: 'The child is placed for adoption with a placement order (A5 or A6), and the legal status is not E1.',
    todo: 'Record the placement order (E1), or check the placement type.',
    find: r => {
      const [place, ls] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('LS')]
      return {
        Episodes: where(r.now.Episodes, i => (place[i] === 'A5' || place[i] === 'A6') && ls[i] !== 'E1'),
      }
    },
  }),
  rule('445', {
    from: 2022,
    to: 2023,
    needs,
    fields: ['LS', 'DECOM'],
    says: 'The episode began after December 2005 with a freeing order (D1), and none was made after that.',
    todo: 'Check the legal status: a placement order is E1.',
    find: r => {
      const [ls, decom] = [r.now.Episodes.text('LS'), r.now.Episodes.days('DECOM')]
      return {
        Episodes: where(r.now.Episodes, i => ls[i] === 'D1' && (decom[i] ?? Number.NaN) > YEAR_OUT),
      }
    },
  }),
  rule('446', {
    from: 2022,
    needs,
    fields: ['LS', 'DECOM'],
    says: 'The episode began before December 2005 with a placement order (E1), and there were none before that.',
    todo: 'Check the legal status and the start of the episode.',
    find: r => {
      const [ls, decom] = [r.now.Episodes.text('LS'), r.now.Episodes.days('DECOM')]
      return {
        Episodes: where(r.now.Episodes, i => ls[i] === 'E1' && (decom[i] ?? Number.NaN) < DECEMBER),
      }
    },
  }),
  rule('451', {
    from: 2022,
    to: 2023,
    needs,
    fields: ['DEC', 'REC', 'LS'],
    says: 'The child is still freed for adoption (D1), and no such order could be asked for since 30 December 2005.',
    todo: 'Check the legal status, or end the episode.',
    find: r => {
      const e = r.now.Episodes
      const [ls, dec, rec] = [e.text('LS'), e.text('DEC'), e.text('REC')]
      return { Episodes: where(e, i => ls[i] === 'D1' && dec[i] === null && rec[i] === null) }
    },
  }),
  rule('516', {
    from: 2022,
    needs,
    fields: ['REC', 'PLACE'],
    says: 'A special guardianship order was made to former foster carers (E45 or E46), and the child was not placed with foster carers (U1 to U6).',
    todo: 'Check the placement type, and why the episode ceased.',
    find: r => {
      const [rec, place] = [r.now.Episodes.text('REC'), r.now.Episodes.text('PLACE')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => (rec[i] === 'E45' || rec[i] === 'E46') && !FOSTERED.has(place[i] ?? ''),
        ),
      }
    },
  }),
] as const
