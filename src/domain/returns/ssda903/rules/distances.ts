import { where } from '../../check/frame.ts'
import { asylumSeekers } from './asylum.ts'
import { isPostcode, samePostcode } from './postcode.ts'
import { rule } from './rule.ts'

const base = { from: 2022, needs: ['Episodes'] } as const
const isShortBreak = (ls: string | null | undefined): boolean => ls === 'V3' || ls === 'V4'
const POSTCODES = 'Record the postcode of the child’s home and that of the placement.'

/** Home, placement, and how far apart they are. */
export const distanceRules = [
  rule('392a', {
    ...base,
    derived: ['Episodes.PL_DISTANCE'],
    fields: ['PL_DISTANCE'],
    says: 'There is no distance between home and placement.',
    todo: `${POSTCODES} A child who was an unaccompanied asylum seeker before last year needs none.`,
    find: r => {
      const [ls, distance] = [r.now.Episodes.text('LS'), r.now.Episodes.text('PL_DISTANCE')]
      const [children, exempt] = [r.now.Episodes.text('CHILD'), asylumSeekers(r)]
      return {
        Episodes: where(
          r.now.Episodes,
          i => distance[i] === null && !isShortBreak(ls[i]) && !exempt.has(children[i] ?? ''),
        ),
      }
    },
  }),
  rule('392b', {
    ...base,
    fields: ['HOME_POST', 'PL_POST'],
    says: 'The postcode of the home or of the placement is missing.',
    todo: `${POSTCODES} A child who was an unaccompanied asylum seeker before last year needs none.`,
    find: r => {
      const e = r.now.Episodes
      const [ls, home, there] = [e.text('LS'), e.text('HOME_POST'), e.text('PL_POST')]
      const [children, exempt] = [e.text('CHILD'), asylumSeekers(r)]
      return {
        Episodes: where(
          e,
          i =>
            (home[i] === null || there[i] === null) && !isShortBreak(ls[i]) && !exempt.has(children[i] ?? ''),
        ),
      }
    },
  }),
  rule('392c', {
    ...base,
    fields: ['HOME_POST', 'PL_POST'],
    says: 'A postcode is not written as one.',
    todo: 'Correct the postcode: all of it, such as AB1 2CD.',
    find: r => {
      const [home, there] = [r.now.Episodes.text('HOME_POST'), r.now.Episodes.text('PL_POST')]
      const wrong = (text: string | null | undefined) => text != null && !isPostcode(text)
      return { Episodes: where(r.now.Episodes, i => wrong(home[i]) || wrong(there[i])) }
    },
  }),
  rule('392d', {
    ...base,
    fields: ['HOME_POST', 'PL_POST', 'PLACE'],
    says: 'Home and placement have one postcode, and the child is not placed with parents (P1).',
    todo: 'Check both postcodes and the placement type.',
    find: r => {
      const e = r.now.Episodes
      const [home, there, place] = [e.text('HOME_POST'), e.text('PL_POST'), e.text('PLACE')]
      return {
        Episodes: where(
          e,
          i => home[i] != null && place[i] !== 'P1' && samePostcode(home[i] ?? null, there[i] ?? null),
        ),
      }
    },
  }),
  rule('398', {
    ...base,
    fields: ['LS', 'HOME_POST', 'PL_POST'],
    says: 'There is a postcode for a short break (V3 or V4), which has none.',
    todo: 'Take the postcodes out, or check the legal status.',
    find: r => {
      const e = r.now.Episodes
      const [ls, home, there] = [e.text('LS'), e.text('HOME_POST'), e.text('PL_POST')]
      return { Episodes: where(e, i => isShortBreak(ls[i]) && (home[i] !== null || there[i] !== null)) }
    },
  }),
  rule('406', {
    ...base,
    needs: ['Episodes', 'Header'],
    derived: ['Episodes.PL_DISTANCE'],
    fields: ['PL_DISTANCE'],
    says: 'There is a distance from home for a child who is or was an unaccompanied asylum seeker.',
    todo: 'Take out the home postcode, or check the child’s status.',
    find: r => {
      const distance = r.now.Episodes.text('PL_DISTANCE')
      const [children, exempt] = [r.now.Episodes.text('CHILD'), asylumSeekers(r)]
      return {
        Episodes: where(r.now.Episodes, i => distance[i] !== null && exempt.has(children[i] ?? '')),
      }
    },
  }),
  rule('411', {
    ...base,
    lookups: ['postcodes', 'authority'],
    derived: ['Episodes.PL_LA', 'Episodes.PL_LOCATION'],
    fields: ['PL_LOCATION'],
    says: 'The placement is given as inside our area and its authority is another, or the other way round.',
    todo: 'Check the postcode of the placement.',
    find: r => {
      const [location, la] = [r.now.Episodes.text('PL_LOCATION'), r.now.Episodes.text('PL_LA')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => la[i] != null && location[i] === (la[i] === r.authority ? 'OUT' : 'IN'),
        ),
      }
    },
  }),
  rule('420', {
    ...base,
    derived: ['Episodes.PL_LA'],
    fields: ['PL_LA'],
    says: 'There is an authority of the placement for a short break (V3 or V4), which has none.',
    todo: 'Take the placement’s postcode out, or check the legal status.',
    find: r => {
      const [ls, la] = [r.now.Episodes.text('LS'), r.now.Episodes.text('PL_LA')]
      return { Episodes: where(r.now.Episodes, i => isShortBreak(ls[i]) && la[i] !== null) }
    },
  }),
  rule('454', {
    ...base,
    from: 2025,
    derived: ['Episodes.PL_DISTANCE'],
    fields: ['PL_DISTANCE'],
    says: 'The placement is more than 350 miles from home.',
    todo: 'Check both postcodes.',
    find: r => {
      const distance = r.now.Episodes.numbers('PL_DISTANCE')
      const [children, exempt] = [r.now.Episodes.text('CHILD'), asylumSeekers(r)]
      return {
        Episodes: where(
          r.now.Episodes,
          i => (distance[i] ?? Number.NaN) > 350 && !exempt.has(children[i] ?? ''),
        ),
      }
    },
  }),
] as const
