import { where } from '../../check/frame.ts'
import { asylumSeekers } from './asylum.ts'
import { at } from './cells.ts'
import { ADOPTIVE, FOSTER, isShortBreak, SEMI_INDEPENDENT } from './placement-codes.ts'
import { rule } from './rule.ts'

/** An authority's own foster carers, adopters and semi-independent homes may well be elsewhere. */
const mayBeElsewhere: ReadonlySet<string> = new Set([...ADOPTIVE, ...FOSTER, ...SEMI_INDEPENDENT])

const ownProvision = (from: number, to?: number) =>
  rule('1015', {
    from,
    ...(to === undefined ? {} : { to }),
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    lookups: ['authority'],
    fields: ['PL_LA'],
    says: 'The placement is recorded as our own provision, and is in another authority.',
    todo: 'Check the placement provider and the placement’s postcode.',
    find: r => {
      const e = r.now.Episodes
      const [place, ls, whose] = [e.text('PLACE'), e.text('LS'), e.text('PLACE_PROVIDER')]
      const authority = e.text('PL_LA')
      return {
        Episodes: where(e, i => {
          const [kind, la] = [place[i], authority[i]]
          return (
            whose[i] === 'PR1' &&
            la != null &&
            la !== r.authority &&
            kind != null &&
            !mayBeElsewhere.has(kind) &&
            ls[i] != null &&
            !isShortBreak(ls[i])
          )
        }),
      }
    },
  })

/** Where the placement is: its authority, whether inside ours, and how far from home. Short breaks have no need of it. */
export const wherePlacedRules = [
  ownProvision(2022, 2024),
  ownProvision(2025),
  rule('164', {
    from: 2022,
    needs: ['Episodes'],
    derived: ['Episodes.PL_DISTANCE'],
    fields: ['PL_DISTANCE'],
    says: 'The distance from home to the placement is not one from 0 to 999.9 miles.',
    todo: 'Check both postcodes. Where the child has no home in England the distance is 999.9.',
    find: r => {
      const e = r.now.Episodes
      const [child, ls] = [e.text('CHILD'), e.text('LS')]
      const [miles, given] = [e.numbers('PL_DISTANCE'), e.text('PL_DISTANCE')]
      const seekers = asylumSeekers(r)
      return {
        Episodes: where(
          e,
          i =>
            given[i] != null &&
            !(at(miles, i) >= 0 && at(miles, i) <= 999.9) &&
            !isShortBreak(ls[i]) &&
            !seekers.has(child[i] ?? ''),
        ),
      }
    },
  }),
  rule('169', {
    from: 2022,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LA'],
    fields: ['PL_LA'],
    says: 'Which authority the placement is in is not known.',
    todo: 'Check the placement’s postcode.',
    find: r => {
      const [ls, la] = [r.now.Episodes.text('LS'), r.now.Episodes.text('PL_LA')]
      return { Episodes: where(r.now.Episodes, i => la[i] == null && !isShortBreak(ls[i])) }
    },
  }),
  rule('179', {
    from: 2022,
    needs: ['Episodes'],
    derived: ['Episodes.PL_LOCATION'],
    fields: ['PL_LOCATION'],
    says: 'Whether the placement is inside the authority (IN) or outside (OUT) is not known.',
    todo: 'Check the placement’s postcode.',
    find: r => {
      const [ls, side] = [r.now.Episodes.text('LS'), r.now.Episodes.text('PL_LOCATION')]
      return {
        Episodes: where(r.now.Episodes, i => side[i] !== 'IN' && side[i] !== 'OUT' && !isShortBreak(ls[i])),
      }
    },
  }),
  rule('214', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PL_POST', 'URN'],
    says: 'A short break (V3 or V4) has a placement postcode or a URN.',
    todo: 'Leave both blank for short breaks, or correct the legal status.',
    find: r => {
      const e = r.now.Episodes
      const [ls, post, urn] = [e.text('LS'), e.text('PL_POST'), e.text('URN')]
      return { Episodes: where(e, i => isShortBreak(ls[i]) && (post[i] != null || urn[i] != null)) }
    },
  }),
] as const
