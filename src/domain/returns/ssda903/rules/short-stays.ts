import { where } from '../../check/frame.ts'
import { type Rule903, rule } from './rule.ts'

const longest = (code: string, place: string, days: number, says: string): Rule903 =>
  rule(code, {
    from: 2022,
    needs: ['Episodes'],
    fields: ['DECOM', 'PLACE'],
    says,
    todo: 'Check the days. Where the child stayed on, record the placement as what it became.',
    find: r => {
      const e = r.now.Episodes
      const [at, decom, dec] = [e.text('PLACE'), e.days('DECOM'), e.days('DEC')]
      return {
        Episodes: where(e, i => at[i] === place && (dec[i] ?? Number.NaN) - (decom[i] ?? Number.NaN) > days),
      }
    },
  })

/** How long a temporary placement may have lasted when it ended. */
export const shortStayRules = [
  longest(
    '375',
    'T1',
    42,
    'A stay in hospital is recorded as temporary (T1), and lasted for more than six weeks.',
  ),
  longest(
    '376',
    'T3',
    21,
    'A stay while the foster carers were on holiday (T3) lasted for more than three weeks.',
  ),
  longest('379', 'T4', 7, 'A temporary placement for no given reason (T4) lasted for more than seven days.'),
] as const
