import { where } from '../../check/frame.ts'
import { birthdayOf } from './ages.ts'
import { at } from './cells.ts'
import type { Return903 } from './data.ts'
import { TEMPORARY } from './placement-codes.ts'
import { samePostcode } from './postcode.ts'
import { type Rule903, rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const temporary: ReadonlySet<string> = new Set(TEMPORARY)

const needless = (years: { from: number; to?: number }): Rule903 =>
  rule('226', {
    ...years,
    needs: ['Episodes'],
    fields: ['REASON_PLACE_CHANGE', 'PLACE'],
    says: 'A reason for a change of placement is given for a move into or out of a temporary placement.',
    todo: 'Take the reason out. Temporary placements need none.',
    find: r => {
      const [place, why] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('REASON_PLACE_CHANGE')]
      const { after } = sequenceOf(r)
      const isTemporary = (row: number): boolean => temporary.has(place[row] ?? '')
      return {
        Episodes: where(r.now.Episodes, i => why[i] != null && (isTemporary(i) || isTemporary(at(after, i)))),
      }
    },
  })

/** Episodes in a temporary placement, the placement before it and the one after it; of which something is true. */
function returning(
  r: Return903,
  wrong: (normal: number, next: number) => boolean,
): { readonly Episodes: readonly number[] } {
  const place = r.now.Episodes.text('PLACE')
  const { before, after } = sequenceOf(r)
  const isTemporary = (row: number): boolean => temporary.has(place[row] ?? '')
  return {
    Episodes: where(r.now.Episodes, i => {
      if (!isTemporary(i)) return false
      let [normal, next] = [at(before, i), at(after, i)]
      while (normal >= 0 && isTemporary(normal)) normal = at(before, normal)
      while (next >= 0 && isTemporary(next)) next = at(after, next)
      return normal >= 0 && next >= 0 && wrong(normal, next)
    }),
  }
}

const comesBack = {
  needs: ['Episodes'],
  says: 'The child did not go back from a temporary placement to the one before it.',
  todo: 'Check the placements before and after. Where the child moved on elsewhere, this was not a temporary placement.',
} as const

/** Hospital, holidays and other short absences: from a placement, and back to it. */
export const temporaryRules = [
  needless({ from: 2022, to: 2024 }),
  needless({ from: 2025 }),
  rule('377', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE'],
    says: 'More than two temporary placements because of the foster carers’ holidays (T3) began within 12 months.',
    todo: 'Check the placement types. Only two in any 12 months can be for holidays.',
    find: r => {
      const [place, decom] = [r.now.Episodes.text('PLACE'), r.now.Episodes.days('DECOM')]
      const found: number[] = []
      r.byChild('now', 'Episodes', 'DECOM', 'DEC').each(rows => {
        if (rows.length < 3) return
        const holidays = rows.filter(i => place[i] === 'T3')
        for (const [n, i] of holidays.entries()) {
          const third = holidays[n + 2]
          if (third !== undefined && at(decom, third) < birthdayOf(at(decom, i), 1))
            found.push(...holidays.slice(n, n + 3))
        }
      })
      return { Episodes: found }
    },
  }),
  rule('380', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE', 'RNE'],
    says: 'A temporary placement does not begin with a change of placement (P or B).',
    todo: 'Add the placement that the child was away from, or correct the reason for the new episode.',
    find: r => {
      const [place, rne] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('RNE')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => temporary.has(place[i] ?? '') && rne[i] !== 'P' && rne[i] !== 'B',
        ),
      }
    },
  }),
  rule('381', {
    from: 2022,
    needs: ['Episodes'],
    fields: ['PLACE', 'REC'],
    says: 'The child ceased to be looked after from a temporary placement.',
    todo: 'Add the return to the usual placement, or correct the reason why the episode ceased.',
    find: r => {
      const [place, rec] = [r.now.Episodes.text('PLACE'), r.now.Episodes.text('REC')]
      return {
        Episodes: where(
          r.now.Episodes,
          i => temporary.has(place[i] ?? '') && rec[i] != null && rec[i] !== 'X1',
        ),
      }
    },
  }),
  rule('383', {
    ...comesBack,
    from: 2022,
    to: 2024,
    fields: ['PLACE'],
    find: r => {
      const place = r.now.Episodes.text('PLACE')
      return returning(r, (normal, next) => place[normal] !== place[next])
    },
  }),
  rule('383', {
    ...comesBack,
    from: 2025,
    fields: ['PLACE', 'RNE', 'PL_POST'],
    find: r => {
      const e = r.now.Episodes
      const [place, rne, post] = [e.text('PLACE'), e.text('RNE'), e.text('PL_POST')]
      return returning(
        r,
        (normal, next) =>
          place[normal] !== place[next] ||
          !samePostcode(post[normal] ?? null, post[next] ?? null) ||
          (rne[next] !== 'P' && rne[next] !== 'B'),
      )
    },
  }),
] as const
