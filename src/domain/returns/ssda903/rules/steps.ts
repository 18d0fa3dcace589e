import { where } from '../../check/frame.ts'
import type { Return903 } from './data.ts'
import { samePostcode } from './postcode.ts'
import { type Rule903, rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const base = { from: 2022, needs: ['Episodes'] } as const
const TODO_RNE = 'Check the reason for the new episode, and the days of both episodes.'

/** The rows of which something is true beside the episode before. */
const beside =
  (is: (r: Return903) => (row: number, before: number) => boolean): Rule903['find'] =>
  r => {
    const { before } = sequenceOf(r)
    const holds = is(r)
    return {
      Episodes: where(r.now.Episodes, i => (before[i] ?? -1) >= 0 && holds(i, before[i] ?? -1)),
    }
  }

type Step = (row: number, before: number) => boolean

/** Whether the legal status, and whether anything of the placement, changed with an episode. */
function changes(r: Return903): {
  readonly legal: Step
  readonly placement: Step
} {
  const e = r.now.Episodes
  const [ls, posts] = [e.text('LS'), e.text('PL_POST')]
  const [place, urn, whose] = [e.text('PLACE'), e.text('URN'), e.text('PLACE_PROVIDER')]
  return {
    legal: (i, b) => ls[i] !== ls[b],
    placement: (i, b) =>
      place[i] !== place[b] ||
      urn[i] !== urn[b] ||
      whose[i] !== whose[b] ||
      !samePostcode(posts[i] ?? null, posts[b] ?? null),
  }
}

const PLACEMENT = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER']

/** What a reason for a new episode says of legal status and placement, against the two episodes. */
const reason = (
  code: string,
  reasons: readonly string[],
  wanted: { legal: boolean; placement: boolean },
  fields: readonly string[],
  says: string,
): Rule903 =>
  rule(code, {
    ...base,
    fields,
    says,
    todo: 'Check the reason for the new episode. Then check the legal status, placement, postcode, URN and provider of both episodes.',
    find: beside(r => {
      const rne = r.now.Episodes.text('RNE')
      const { legal, placement } = changes(r)
      return (i, b) =>
        reasons.includes(rne[i] ?? '') &&
        (legal(i, b) !== wanted.legal || placement(i, b) !== wanted.placement)
    }),
  })

const GOES_ON = ['P', 'L', 'T', 'U', 'B']

/** Each episode beside the one before. */
export const stepRules = [
  rule('431', {
    ...base,
    fields: ['RNE', 'DECOM'],
    says: 'The episode says that the child started to be looked after, and the one before ended on the same day.',
    todo: TODO_RNE,
    find: beside(r => {
      const e = r.now.Episodes
      const [rne, decom, dec] = [e.text('RNE'), e.days('DECOM'), e.days('DEC')]
      return (i, b) => rne[i] === 'S' && decom[i] === dec[b]
    }),
  }),
  rule('432', {
    ...base,
    fields: ['RNE'],
    says: 'The episode before ended care, and this one does not say that the child started to be looked after.',
    todo: TODO_RNE,
    find: beside(r => {
      const [rne, rec] = [r.now.Episodes.text('RNE'), r.now.Episodes.text('REC')]
      return (i, b) => rec[b] != null && rec[b] !== 'X1' && rne[i] !== 'S'
    }),
  }),
  rule('433', {
    ...base,
    fields: ['RNE', 'DECOM'],
    says: 'The episode says that it carries on from the one before, and does not begin on the day on which that ended.',
    todo: TODO_RNE,
    find: beside(r => {
      const e = r.now.Episodes
      const [rne, decom, dec] = [e.text('RNE'), e.days('DECOM'), e.days('DEC')]
      return (i, b) => GOES_ON.includes(rne[i] ?? '') && decom[i] !== dec[b]
    }),
  }),
  reason(
    '434',
    ['L'],
    { legal: true, placement: false },
    ['RNE', 'LS', ...PLACEMENT],
    'The new episode is for a change of legal status alone: but the status did not change, or the placement did.',
  ),
  reason(
    '435',
    ['P', 'T'],
    { legal: false, placement: true },
    ['LS', ...PLACEMENT],
    'The new episode is for a change of placement alone: but the placement did not change, or the legal status did.',
  ),
  reason(
    '436',
    ['B', 'U'],
    { legal: true, placement: true },
    ['RNE', 'LS', ...PLACEMENT],
    'The new episode is for a change of both legal status and placement: but one of them did not change.',
  ),
  rule('437', {
    ...base,
    fields: ['REC'],
    says: 'The episode ended because the child died or was 18, and there are later episodes.',
    todo: 'Correct why the episode ceased, or take the later episodes out.',
    find: r => {
      const { after } = sequenceOf(r)
      const rec = r.now.Episodes.text('REC')
      return {
        Episodes: where(r.now.Episodes, i => (rec[i] === 'E2' || rec[i] === 'E15') && (after[i] ?? -1) >= 0),
      }
    },
  }),
  rule('501', {
    ...base,
    fields: ['DECOM', 'DEC'],
    says: 'The episode began before the one before it had ended.',
    todo: 'Correct the start of the episode, or the end of the one before.',
    find: beside(r => {
      const [decom, dec] = [r.now.Episodes.days('DECOM'), r.now.Episodes.days('DEC')]
      return (i, b) => (decom[i] ?? Number.NaN) < (dec[b] ?? Number.NaN)
    }),
  }),
] as const
