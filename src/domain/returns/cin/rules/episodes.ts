import type { Numbers } from '../../check/column.ts'
import { at } from '../../ssda903/rules/cells.ts'
import type { Census } from './data.ts'
import { overlapping } from './periods.ts'
import { rule } from './rule.ts'
import { severalOpen } from './several-open.ts'
import { blocksOf, isYes } from './together.ts'

const base = { from: 2022, needs: ['CINdetails'] } as const
const REFERRED = 'CINreferralDate'
const CLOSED = 'CINclosureDate'
const NO_ACTION = 'ReferralNFA'

/** Whether a case is open: it has not closed, and its referral did not end with no further action. */
function isOpen(r: Census): (row: number) => boolean {
  const [closed, noAction] = [r.tables.CINdetails.text(CLOSED), r.tables.CINdetails.text(NO_ACTION)]
  return i => closed[i] === null && !isYes(noAction[i])
}

/** Ends where rows that have none and yet don't run end before all days; the other blanks stay. */
export function endsOf(ends: Numbers, runs: (row: number) => boolean): Numbers {
  const found = new Float64Array(ends.length)
  for (let i = 0; i < ends.length; i += 1) {
    const end = at(ends, i)
    found[i] = Number.isNaN(end) && !runs(i) ? Number.NEGATIVE_INFINITY : end
  }
  return found
}

/** The cases of one child beside each other. */
export const episodeRules = [
  rule('8815', {
    ...base,
    fields: [NO_ACTION, CLOSED],
    says: 'The child has two open cases or more at once.',
    todo: 'Write the day on which the earlier ones closed, or join them.',
    find: r => ({ CINdetails: severalOpen(blocksOf(r, 'CINdetails', 'child'), isOpen(r)) }),
  }),
  rule('8816', {
    ...base,
    fields: [REFERRED, NO_ACTION],
    says: 'The case is open, and is not the child’s latest.',
    todo: 'Write the day on which it closed, or check the days of the referrals.',
    find: r => {
      const open = isOpen(r)
      const referred = r.tables.CINdetails.days(REFERRED)
      const found: number[] = []
      r.by('CINdetails', 'LAchildID').each(rows => {
        if (rows.length < 2) return
        let latest: number | undefined
        for (const i of rows)
          if (latest === undefined ? !Number.isNaN(at(referred, i)) : at(referred, i) > at(referred, latest))
            latest = i
        // Of two that came on the same day, the one returned first counts as the latest.
        for (const i of rows)
          if (i !== latest && open(i) && at(referred, i) <= at(referred, latest)) found.push(i)
      })
      return { CINdetails: found }
    },
  }),
  rule('8820', {
    ...base,
    fields: [REFERRED, CLOSED],
    says: 'The case begins while another of the same child runs.',
    todo: 'Check the days on which both began and closed.',
    find: r => ({
      CINdetails: overlapping(blocksOf(r, 'CINdetails', 'child'), {
        start: r.tables.CINdetails.days(REFERRED),
        end: endsOf(r.tables.CINdetails.days(CLOSED), isOpen(r)),
        until: r.end,
        touching: false,
      }),
    }),
  }),
  rule('8890', {
    from: 2022,
    needs: ['Section47'],
    fields: ['S47ActualStartDate', 'DateOfInitialCPC', 'ICPCnotRequired'],
    says: 'The section 47 enquiry starts while another about the same child runs.',
    todo: 'Check the days. Write the conference of the earlier one, or that none was needed.',
    find: r => {
      const notNeeded = r.tables.Section47.text('ICPCnotRequired')
      return {
        Section47: overlapping(blocksOf(r, 'Section47', 'child'), {
          start: r.tables.Section47.days('S47ActualStartDate'),
          end: endsOf(r.tables.Section47.days('DateOfInitialCPC'), i => !isYes(notNeeded[i])),
          until: r.end,
          touching: false,
        }),
      }
    },
  }),
]
