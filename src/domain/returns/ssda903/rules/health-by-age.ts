import { where } from '../../check/frame.ts'
import { atLeast, under } from './ages.ts'
import { inCareAllYear } from './care.ts'
import { at } from './cells.ts'
import type { ColumnOf, Return903 } from './data.ts'
import { rule } from './rule.ts'

/** The rows of children of an age, whose answer is there or is not. */
function answered(
  r: Return903,
  column: ColumnOf<'OC2'>,
  there: boolean,
  aged: (dob: number) => boolean,
): readonly number[] {
  const [cells, dob] = [r.now.OC2.text(column), r.now.OC2.days('DOB')]
  return where(r.now.OC2, i => (cells[i] != null) === there && aged(at(dob, i)))
}

/** Those of some rows whose child was looked after for 12 months. */
function allYear(r: Return903, rows: readonly number[]): readonly number[] {
  const [child, children] = [r.now.OC2.text('CHILD'), inCareAllYear(r)]
  return rows.filter(i => children.has(child[i] ?? ''))
}

/** What is asked of some ages only: convictions from 10 on, health checks (the young child’s surveillance) under 5. */
export const healthByAgeRules = [
  rule('542', {
    from: 2022,
    needs: ['OC2'],
    fields: ['CONVICTED'],
    says: 'The child was not yet 10 at 31 March, and convictions are answered.',
    todo: 'Leave it blank; or check the date of birth.',
    find: r => ({ OC2: answered(r, 'CONVICTED', true, dob => under(dob, 10, r.end)) }),
  }),
  rule('543', {
    from: 2022,
    needs: ['OC2', 'Episodes'],
    fields: ['DOB', 'CONVICTED'],
    says: 'The child was looked after for 12 months and was 10 or older at 31 March, and convictions are not answered.',
    todo: 'Record whether the child was convicted, or had a final warning or reprimand, in the year.',
    find: r => ({
      OC2: allYear(
        r,
        answered(r, 'CONVICTED', false, dob => atLeast(dob, 10, r.end)),
      ),
    }),
  }),
  rule('545', {
    from: 2022,
    needs: ['OC2', 'Episodes'],
    fields: ['DOB', 'HEALTH_CHECK'],
    says: 'The child was looked after for 12 months and was not yet 5 at 31 March, and health checks are not answered.',
    todo: 'Record whether the child’s health checks were up to date.',
    find: r => ({
      OC2: allYear(
        r,
        answered(r, 'HEALTH_CHECK', false, dob => under(dob, 5, r.end)),
      ),
    }),
  }),
  rule('546', {
    from: 2022,
    needs: ['OC2'],
    fields: ['DOB', 'HEALTH_CHECK'],
    says: 'The child was 5 or older at 31 March, and health checks are answered.',
    todo: 'Leave it blank: it is asked of children under 5. Or check the date of birth.',
    find: r => ({ OC2: answered(r, 'HEALTH_CHECK', true, dob => atLeast(dob, 5, r.end)) }),
  }),
] as const
