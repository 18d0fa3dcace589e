import { where } from '../../check/frame.ts'
import type { Found } from '../../check/rule.ts'
import type { AnyTable, Return903 } from './data.ts'
import { rule } from './rule.ts'

const ONE = new Set(['M1', 'F1'])
const TWO = new Set(['MM', 'FF', 'MF'])
const SAME = new Set(['MM', 'FF'])

/** The adopters of that legal status of whose gender something is true; a blank gender is ''. */
function ofStatus(r: Return903, status: string, is: (sex: string) => boolean): Found<AnyTable> {
  const statuses = r.now.AD1.text('LS_ADOPTR')
  const sexes = r.now.AD1.text('SEX_ADOPTR')
  return { AD1: where(r.now.AD1, i => statuses[i] === status && is(sexes[i] ?? '')) }
}

const both = { from: 2022, needs: ['AD1'], fields: ['LS_ADOPTR', 'SEX_ADOPTR'] } as const
const todo = 'Check the legal status of the adopters, and their gender.'

/** Whether the number of adopters, their genders and their legal status go together. */
export const adopterCouplesRules = [
  rule('511', {
    from: 2022,
    needs: ['AD1'],
    fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
    says: 'There are two adopters, but their gender is coded as of one.',
    todo: 'Give MM, FF or MF for two adopters, or correct their number.',
    find: r => {
      const many = r.now.AD1.text('NB_ADOPTR')
      const sexes = r.now.AD1.text('SEX_ADOPTR')
      return { AD1: where(r.now.AD1, i => many[i] === '2' && ONE.has(sexes[i] ?? '')) }
    },
  }),
  rule('514', {
    ...both,
    says: 'The legal status L0 means one adopter, but the gender is not coded as of one: M1 or F1.',
    todo,
    find: r => ofStatus(r, 'L0', sex => !ONE.has(sex)),
  }),
  rule('517', {
    ...both,
    says: 'The legal status L3 means an unmarried couple of different genders, but the gender is not MF.',
    todo,
    find: r => ofStatus(r, 'L3', sex => sex !== 'MF'),
  }),
  rule('518', {
    ...both,
    says: 'The legal status L4 means an unmarried couple of the same gender, but the gender is neither MM nor FF.',
    todo,
    find: r => ofStatus(r, 'L4', sex => !SAME.has(sex)),
  }),
  rule('519', {
    ...both,
    says: 'The legal status L2 means a couple in a civil partnership, but the gender is not coded as of a couple.',
    todo,
    find: r => ofStatus(r, 'L2', sex => !TWO.has(sex)),
  }),
  rule('520', {
    ...both,
    says: 'The legal status L11 means a married couple of different genders, but the gender is MM or FF.',
    todo,
    find: r => ofStatus(r, 'L11', sex => SAME.has(sex)),
  }),
  rule('524', {
    ...both,
    says: 'The legal status L12 means a married couple of the same gender, but the gender is neither MM nor FF.',
    todo,
    find: r => ofStatus(r, 'L12', sex => !SAME.has(sex)),
  }),
] as const
