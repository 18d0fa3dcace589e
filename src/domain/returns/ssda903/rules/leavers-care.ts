import { where } from '../../check/frame.ts'
import { birthdayOf } from './ages.ts'
import { at } from './cells.ts'
import type { Return903, TableName } from './data.ts'
import { anyFilled, LEAVER, textOf } from './filled.ts'
import { seemsRelevant } from './relevant.ts'
import { rule } from './rule.ts'
import { sequenceOf } from './sequence.ts'

const base = { from: 2022, needs: ['OC3', 'Episodes'], fields: [...LEAVER] } as const
const twoYears = { ...base, needs: ['OC3', 'Episodes', 'Episodes_last'] } as const
const remove = 'Leave the care leaver’s answers out; or correct the episodes.'

/** The care leavers of whom something is answered, and who pass a test. */
function answered(r: Return903, is: (child: string, dob: number) => boolean): readonly number[] {
  const [child, dob, cells] = [r.now.OC3.text('CHILD'), r.now.OC3.days('DOB'), textOf(r.now.OC3, LEAVER)]
  return where(r.now.OC3, i => {
    const who = child[i]
    return who != null && anyFilled(cells, i) && is(who, at(dob, i))
  })
}

/** All care leavers who pass a test, answered or not. */
function listed(r: Return903, is: (child: string, row: number) => boolean): readonly number[] {
  const child = r.now.OC3.text('CHILD')
  return where(r.now.OC3, i => {
    const who = child[i]
    return who != null && is(who, i)
  })
}

/** The day in the year on which somebody became 17 or 18; NaN for all others. */
function birthdayInYear(r: Return903, dob: number): number {
  for (const age of [17, 18])
    if (birthdayOf(dob, age) <= r.end && birthdayOf(dob, age + 1) > r.end) return birthdayOf(dob, age)
  return Number.NaN
}

const rowsOfChild = (r: Return903, year: 'now' | 'last', child: string): readonly number[] =>
  r.byChild(year, 'Episodes' satisfies TableName, 'DECOM', 'DEC').of(child)

/** Care leavers (OC3) beside their episodes: who is one, and who is none or not yet. */
export const leaverCareRules = [
  rule('1000', {
    ...base,
    says: 'The young person died in care, and is reported as a care leaver.',
    todo: remove,
    find: r => {
      const died = new Set<string>()
      for (const { Episodes } of [r.now, r.last]) {
        const [child, rec] = [Episodes.text('CHILD'), Episodes.text('REC')]
        child.forEach((who, i) => {
          if (who !== null && rec[i] === 'E2') died.add(who)
        })
      }
      return { OC3: listed(r, child => died.has(child)) }
    },
  }),
  // By its text it finds fault wrongly with whoever left care before last year: so it asks, and does not refuse.
  rule('1001', {
    ...twoYears,
    severity: 'query',
    needs: [...twoYears.needs, 'Header'],
    says: 'By the episodes of this year and last, the young person is no care leaver: not looked after for 13 weeks since the age of 14, or not at 16, or adopted.',
    todo: 'Leave the answers out; or check the episodes. All is well where the time in care was in earlier years.',
    find: r => {
      const [header, born] = [r.byChild('now', 'Header'), r.now.Header.days('DOB')]
      const own = r.now.OC3.days('DOB')
      const dob = (child: string, row: number) => {
        const known = at(born, header.of(child)[0])
        return Number.isNaN(known) ? at(own, row) : known
      }
      return { OC3: listed(r, (child, row) => !seemsRelevant(r, child, dob(child, row))) }
    },
  }),
  // As 1001: two years' episodes can't show what was before them.
  rule('1002', {
    ...twoYears,
    severity: 'query',
    says: 'The young person is reported as a care leaver, and no episode of care has ended in this year or last.',
    todo: 'Leave the answers out; or check the episodes. All is well where the time in care was in earlier years.',
    find: r => {
      const ended = new Set<string>()
      for (const { Episodes } of [r.now, r.last]) {
        const [child, dec] = [Episodes.text('CHILD'), Episodes.text('DEC')]
        child.forEach((who, i) => {
          if (who !== null && dec[i] != null) ended.add(who)
        })
      }
      return { OC3: listed(r, child => !ended.has(child)) }
    },
  }),
  rule('1007', {
    ...base,
    says: 'The young person was still looked after on becoming 17 or 18 in the year, and is reported as a care leaver.',
    todo: remove,
    find: r => {
      const { Episodes } = r.now
      const [decom, dec, ended] = [Episodes.days('DECOM'), Episodes.days('DEC'), Episodes.text('DEC')]
      return {
        OC3: answered(r, (child, dob) => {
          const day = birthdayInYear(r, dob)
          return rowsOfChild(r, 'now', child).some(
            i => at(decom, i) <= day && (ended[i] == null || at(dec, i) > day),
          )
        }),
      }
    },
  }),
  rule('1010', {
    ...twoYears,
    says: 'Last year ended with an open episode; this year has no episode, and reports a care leaver.',
    todo: 'Give this year’s episodes, with the end of the one that was open.',
    find: r => {
      const { last } = sequenceOf(r, 'last')
      const ended = r.last.Episodes.text('DEC')
      const here = new Set(r.now.Episodes.text('CHILD'))
      const open = (row: number | undefined) => row !== undefined && ended[row] === null
      return { OC3: listed(r, child => !here.has(child) && open(last.get(child))) }
    },
  }),
  rule('1011', {
    ...base,
    says: 'The last episode says that care passed to another authority, and the young person is reported as a care leaver.',
    todo: 'Leave the answers out: the other authority reports them. Or correct why the episode ceased.',
    find: r => {
      const { last } = sequenceOf(r)
      const rec = r.now.Episodes.text('REC')
      return { OC3: answered(r, child => rec[last.get(child) ?? -1] === 'E3') }
    },
  }),
  rule('1016', {
    ...base,
    from: 2023,
    says: 'Care ended after the birthday on which the young person became 17 or 18 in the year, and they are reported as a care leaver.',
    todo: 'Leave the answers out: they are asked around the birthday, and the young person was still looked after. Or correct the episodes.',
    find: r => {
      const { last } = sequenceOf(r)
      const dec = r.now.Episodes.days('DEC')
      return { OC3: answered(r, (child, dob) => at(dec, last.get(child)) > birthdayInYear(r, dob)) }
    },
  }),
] as const
