import { where } from '../../check/frame.ts'
import { birthdayOf, under } from './ages.ts'
import { at, notOneOf, rowsOf } from './cells.ts'
import { anyBlank, anyFilled, LEAVER, textOf } from './filled.ts'
import { rule } from './rule.ts'

const base = { from: 2022, needs: ['OC3'] } as const

const IN_TOUCH = new Set(['YES', 'NO', 'DIED', 'REFU', 'NREQ', 'RHOM'])
const ACTIVITIES = new Set('F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0'.split(' '))
/** Homeless (S) and in custody (X) are never suitable: they have no code that ends in 1. */
const HOMES = new Set(
  'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0'.split(' '),
)
const HOME_OR_DIED = new Set(['DIED', 'RHOM'])
const FORMER_CARERS = new Set(['Z1', 'Z2'])

/** Care leavers (OC3): what an answer may be, what goes with what, and at what age. */
export const leaverRules = [
  rule('131', {
    ...base,
    fields: ['IN_TOUCH'],
    says: 'Whether the authority is in touch with the care leaver is missing, or is no code of the list.',
    todo: 'Choose YES, NO, DIED, REFU (refused), NREQ (no longer required) or RHOM (returned home).',
    find: r => ({ OC3: notOneOf(r.now.OC3.text('IN_TOUCH'), IN_TOUCH) }),
  }),
  rule('132', {
    ...base,
    fields: ['ACTIV'],
    says: 'The care leaver’s main activity is missing, or is no code of the list.',
    todo: 'Choose the activity; 0 where it is not asked.',
    find: r => ({ OC3: notOneOf(r.now.OC3.text('ACTIV'), ACTIVITIES) }),
  }),
  rule('133', {
    ...base,
    fields: ['ACCOM'],
    says: 'Where the care leaver lives is missing, or is no code of the list.',
    todo: 'Choose the accommodation and whether it is suitable; 0 where it is not asked.',
    find: r => ({ OC3: notOneOf(r.now.OC3.text('ACCOM'), HOMES) }),
  }),
  rule('153', {
    ...base,
    fields: [...LEAVER],
    says: 'Some of what is asked about the care leaver is answered, and some is not.',
    todo: 'Answer all three: in touch, activity and accommodation; or leave all three blank.',
    find: r => {
      const cells = textOf(r.now.OC3, LEAVER)
      return { OC3: where(r.now.OC3, i => anyFilled(cells, i) && anyBlank(cells, i)) }
    },
  }),
  rule('3001', {
    ...base,
    needs: ['OC3', 'Header'],
    fields: ['ACCOM'],
    says: 'The young person became 17 in the year, and is said to live with former foster carers.',
    todo: 'Choose other accommodation: staying put with foster carers begins at 18.',
    find: r => {
      const dob = r.now.Header.days('DOB')
      const header = r.byChild('now', 'Header')
      const child = r.now.OC3.text('CHILD')
      const seventeen = (i: number) => birthdayOf(at(dob, header.of(child[i])[0]), 17)
      return {
        OC3: rowsOf(
          r.now.OC3.text('ACCOM'),
          (home, i) => FORMER_CARERS.has(home ?? '') && seventeen(i) >= r.start && seventeen(i) <= r.end,
        ),
      }
    },
  }),
  rule('344', {
    ...base,
    fields: [...LEAVER],
    says: 'The young person has died or returned home, and an activity or accommodation is given.',
    todo: 'Give 0 for both; or correct whether the authority is in touch.',
    find: r => {
      const [activity, home] = [r.now.OC3.text('ACTIV'), r.now.OC3.text('ACCOM')]
      const given = (text: string | null | undefined) => text != null && text !== '0'
      return {
        OC3: rowsOf(
          r.now.OC3.text('IN_TOUCH'),
          (touch, i) => HOME_OR_DIED.has(touch ?? '') && (given(activity[i]) || given(home[i])),
        ),
      }
    },
  }),
  rule('345', {
    ...base,
    fields: [...LEAVER],
    says: 'The authority is in touch with the young person, and the activity or the accommodation is 0.',
    todo: 'Record what the young person does and where they live.',
    find: r => {
      const [activity, home] = [r.now.OC3.text('ACTIV'), r.now.OC3.text('ACCOM')]
      return {
        OC3: rowsOf(
          r.now.OC3.text('IN_TOUCH'),
          (touch, i) => touch === 'YES' && (activity[i] === '0' || home[i] === '0'),
        ),
      }
    },
  }),
  rule('347', {
    ...base,
    from: 2023,
    fields: ['DOB', 'ACCOM'],
    says: 'The care leaver was not yet 18 when the year began, and is said to live in a foyer.',
    todo: 'Choose other accommodation, or check the date of birth.',
    find: r => {
      const dob = r.now.OC3.days('DOB')
      return {
        OC3: rowsOf(
          r.now.OC3.text('ACCOM'),
          (home, i) => (home ?? '').startsWith('T') && under(at(dob, i), 18, r.start),
        ),
      }
    },
  }),
  rule('348', {
    ...base,
    from: 2025,
    needs: ['OC3', 'OC3_last'],
    fields: ['IN_TOUCH'],
    says: 'Last year’s return says that this care leaver had died; this year’s does not.',
    todo: 'Check who this is, and correct the one or the other.',
    find: r => {
      const [before, touch] = [r.last.OC3.text('CHILD'), r.last.OC3.text('IN_TOUCH')]
      const died = new Set(before.filter((child, i) => child !== null && touch[i] === 'DIED'))
      const [child, now] = [r.now.OC3.text('CHILD'), r.now.OC3.text('IN_TOUCH')]
      const cells = textOf(r.now.OC3, LEAVER)
      return {
        OC3: where(r.now.OC3, i => now[i] !== 'DIED' && anyFilled(cells, i) && died.has(child[i] ?? '')),
      }
    },
  }),
  // Those of 22 to 25 who ask for help are reported too since 2022-23: only who is too young is wrong here.
  rule('391', {
    ...base,
    fields: ['DOB', ...LEAVER],
    says: 'The young person was not yet 17 when the year ended, and is reported as a care leaver.',
    todo: 'Take the answers out, or check the date of birth.',
    find: r => {
      const [cells, dob] = [textOf(r.now.OC3, LEAVER), r.now.OC3.days('DOB')]
      return { OC3: where(r.now.OC3, i => under(at(dob, i), 17, r.end) && anyFilled(cells, i)) }
    },
  }),
] as const
