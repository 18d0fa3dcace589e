import { where } from '../../check/frame.ts'
import { inCareAllYear, inCareBeyondBreaks, inCareThisYear } from './care.ts'
import { rowsOf } from './cells.ts'
import type { Return903 } from './data.ts'
import { ADOPTION, anyFilled, childrenWith, HEALTH, LEAVER, textOf } from './filled.ts'
import { rule } from './rule.ts'

const MALE = new Set(['1', 'M'])
const FEMALE = new Set(['2', 'F'])

/** The children reported as care leavers; where the file has none of the answers, all whom it names. */
function leavers(r: Return903): ReadonlySet<string> {
  if (LEAVER.some(name => r.now.OC3.given.has(name))) return childrenWith(r.now.OC3, LEAVER)
  return new Set(r.now.OC3.text('CHILD').filter(child => child !== null))
}

const never: ReadonlySet<string> = new Set()

/** What does not go together with being a care leaver (OC3), or with being in care all year. */
export const leaverBesideRules = [
  rule('134', {
    from: 2022,
    needs: ['OC3', 'AD1'],
    fields: [...LEAVER, ...ADOPTION],
    says: 'The young person is reported as a care leaver, and as adopted too.',
    todo: 'Take the adoption out; or the care leaver’s answers, if the child was adopted.',
    find: r => {
      const left = childrenWith(r.now.OC3, LEAVER)
      const [child, adoption] = [r.now.AD1.text('CHILD'), textOf(r.now.AD1, ADOPTION)]
      return { AD1: where(r.now.AD1, i => anyFilled(adoption, i) && left.has(child[i] ?? '')) }
    },
  }),
  rule('165', {
    from: 2022,
    needs: ['Header', 'Episodes'],
    fields: ['MOTHER', 'SEX', ...LEAVER, 'DECOM'],
    says: 'Whether she is a mother is missing, or neither 0 nor 1; or it is answered for a boy.',
    todo: 'Record 1 (a mother) or 0 for every girl and young woman looked after in the year, and nothing for a boy.',
    find: r => {
      const [child, sex] = [r.now.Header.text('CHILD'), r.now.Header.text('SEX')]
      const inCare = inCareBeyondBreaks(r)
      const wrong = rowsOf(r.now.Header.text('MOTHER'), (mother, i) => {
        if (mother === null) return FEMALE.has(sex[i] ?? '') && inCare.has(child[i] ?? '')
        return (mother !== '0' && mother !== '1') || MALE.has(sex[i] ?? '')
      })
      const children = wrong.length === 0 ? never : new Set(wrong.map(i => child[i] ?? ''))
      const leaver = r.now.OC3.text('CHILD')
      return { Header: wrong, OC3: where(r.now.OC3, i => leaver[i] != null && children.has(leaver[i] ?? '')) }
    },
  }),
  rule('187', {
    from: 2022,
    needs: ['Episodes'],
    fields: [...ADOPTION, ...LEAVER],
    says: 'The child was looked after for the 12 months to 31 March, and is reported as adopted or as a care leaver.',
    todo: 'Take the adoption or the care leaver’s answers out; or give the end of care in the episodes.',
    find: r => {
      const children = inCareAllYear(r)
      const [leaver, adopted] = [r.now.OC3.text('CHILD'), r.now.AD1.text('CHILD')]
      const [left, adoption] = [textOf(r.now.OC3, LEAVER), textOf(r.now.AD1, ADOPTION)]
      return {
        OC3: where(r.now.OC3, i => anyFilled(left, i) && children.has(leaver[i] ?? '')),
        AD1: where(r.now.AD1, i => anyFilled(adoption, i) && children.has(adopted[i] ?? '')),
      }
    },
  }),
  rule('215', {
    from: 2022,
    needs: ['OC2', 'OC3'],
    fields: [...LEAVER, ...HEALTH],
    says: 'The young person is reported as a care leaver, and as a child who was looked after all year.',
    todo: 'Keep the care leaver’s answers or those about health and outcomes: nobody has both.',
    find: r => {
      const [left, kept] = [childrenWith(r.now.OC3, LEAVER), childrenWith(r.now.OC2, HEALTH)]
      const [leaver, child] = [r.now.OC3.text('CHILD'), r.now.OC2.text('CHILD')]
      const both = (who: string | null | undefined) => who != null && left.has(who) && kept.has(who)
      return {
        OC2: where(r.now.OC2, i => both(child[i])),
        OC3: where(r.now.OC3, i => both(leaver[i])),
      }
    },
  }),
  rule('628', {
    from: 2022,
    needs: ['Header', 'Episodes', 'OC3'],
    fields: ['MOTHER'],
    says: 'It is answered whether the care leaver is a mother, who was not looked after in the year.',
    todo: 'Leave it blank: it is asked of children looked after in the year.',
    find: r => {
      const [left, inCare] = [leavers(r), inCareThisYear(r)]
      const child = r.now.Header.text('CHILD')
      const asked = (who: string | null | undefined) => who == null || inCare.has(who) || !left.has(who)
      return { Header: rowsOf(r.now.Header.text('MOTHER'), (is, i) => is !== null && !asked(child[i])) }
    },
  }),
  rule('1014', {
    from: 2022,
    needs: ['UASC', 'OC3', 'Episodes'],
    fields: [...LEAVER, 'DUC'],
    says: 'The care leaver was not looked after in the year, and is in the list of children seeking asylum alone.',
    todo: 'Take the young person out of that list: it is of children looked after in the year.',
    find: r => {
      const [left, inCare] = [childrenWith(r.now.OC3, LEAVER), inCareThisYear(r)]
      const listed = childrenWith(r.now.UASC, ['DUC'])
      const [leaver, child] = [r.now.OC3.text('CHILD'), r.now.UASC.text('CHILD')]
      const wrong = (who: string | null | undefined) =>
        who != null && left.has(who) && listed.has(who) && !inCare.has(who)
      return {
        UASC: where(r.now.UASC, i => wrong(child[i])),
        OC3: where(r.now.OC3, i => wrong(leaver[i])),
      }
    },
  }),
] as const
