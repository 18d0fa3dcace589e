import type { Found } from '../../check/rule.ts'
import { sameDay } from './both-years.ts'
import { rowsOf } from './cells.ts'
import type { AnyTable, Return903 } from './data.ts'
import { rule } from './rule.ts'

type Born = 'AD1' | 'PlacedAdoption' | 'Missing' | 'OC2' | 'OC3' | 'PrevPerm' | 'Reviews' | 'UASC'

/** What each table holds of a child, in words. */
const holds: { readonly [T in Born | 'Episodes']: string } = {
  AD1: 'an adoption',
  PlacedAdoption: 'a decision to place for adoption',
  Episodes: 'an episode',
  Missing: 'a time of being missing',
  OC2: 'health and behaviour',
  OC3: 'a care leaver’s row',
  PrevPerm: 'an earlier permanence option',
  Reviews: 'a review',
  UASC: 'an unaccompanied asylum seeker’s row',
}

/** Children of a table who have no row in the header: a row without a child among them. */
const stranger = (code: string, table: Born | 'Episodes') =>
  rule(code, {
    from: 2022,
    needs: ['Header', table],
    fields: ['CHILD'],
    says: `There is ${holds[table]} for a child who has no row in the header.`,
    todo: 'Give the child a row in the header, or correct the child’s identifier.',
    find: r => {
      const headers = r.byChild('now', 'Header')
      return { [table]: rowsOf(r.now[table].text('CHILD'), child => headers.of(child).length === 0) }
    },
  })

/** Rows whose date of birth is another than the header's. A blank one is not another. */
function bornOtherwise(r: Return903, table: Born): Found<AnyTable> {
  const children = r.now[table].text('CHILD')
  const text = r.now.Header.text('DOB')
  const days = r.now.Header.days('DOB')
  const headers = r.byChild('now', 'Header')
  const own = r.now[table].days('DOB')
  return {
    [table]: rowsOf(r.now[table].text('DOB'), (dob, i) => {
      if (dob === null) return false
      for (const h of headers.of(children[i]))
        if (text[h] !== null && !sameDay(dob, text[h], own[i], days[h])) return true
      return false
    }),
  }
}

const otherBirth = (code: string, table: Born) =>
  rule(code, {
    from: 2022,
    needs: ['Header', table],
    fields: ['DOB'],
    says: `The date of birth beside ${holds[table]} is not the one in the header.`,
    todo: 'Find out which date is right, and give it in both places.',
    find: r => bornOtherwise(r, table),
  })

const twice = (code: string, table: 'AD1' | 'Header' | 'OC2' | 'OC3' | 'PrevPerm' | 'UASC') =>
  rule(code, {
    from: 2022,
    needs: [table],
    fields: ['CHILD'],
    says:
      table === 'Header'
        ? 'The child has more than one row in the header.'
        : `The child has more than one row where there may be one: ${holds[table]}.`,
    todo: 'Keep the one row that is right.',
    find: r => {
      const rows = r.byChild('now', table)
      const found: number[] = []
      rows.each(of => {
        if (of.length > 1) found.push(...of)
      })
      return { [table]: found }
    },
  })

/** Whether the tables agree with each other about who is in the return. */
export const internalRules = [
  stranger('INT01', 'AD1'),
  stranger('INT02', 'PlacedAdoption'),
  stranger('INT03', 'Episodes'),
  stranger('INT04', 'Missing'),
  stranger('INT05', 'OC2'),
  stranger('INT06', 'OC3'),
  stranger('INT07', 'PrevPerm'),
  stranger('INT08', 'Reviews'),
  stranger('INT09', 'UASC'),
  otherBirth('INT11', 'AD1'),
  otherBirth('INT12', 'PlacedAdoption'),
  otherBirth('INT13', 'Missing'),
  otherBirth('INT14', 'OC2'),
  otherBirth('INT15', 'OC3'),
  otherBirth('INT16', 'PrevPerm'),
  otherBirth('INT17', 'Reviews'),
  otherBirth('INT18', 'UASC'),
  rule('INT21', {
    from: 2022,
    needs: ['Header', 'UASC'],
    fields: ['SEX'],
    says: 'The sex in the unaccompanied asylum seeker’s row is not the one in the header.',
    todo: 'Find out which is right, and give it in both places.',
    find: r => {
      const sex = r.now.Header.text('SEX')
      const children = r.now.UASC.text('CHILD')
      const headers = r.byChild('now', 'Header')
      return {
        UASC: rowsOf(
          r.now.UASC.text('SEX'),
          (own, i) => own !== null && headers.of(children[i]).some(h => sex[h] != null && sex[h] !== own),
        ),
      }
    },
  }),
  twice('INT31', 'AD1'),
  twice('INT32', 'Header'),
  twice('INT33', 'OC2'),
  twice('INT34', 'OC3'),
  twice('INT35', 'PrevPerm'),
  twice('INT36', 'UASC'),
  rule('EPI', {
    from: 2022,
    severity: 'query',
    needs: ['Header', 'Episodes'],
    fields: ['CHILD'],
    says: 'The child has a row in the header, but no episode: most rules can’t be asked of them.',
    todo: 'Give the child’s episodes, or take the child out of the header.',
    find: r => {
      const episodes = r.byChild('now', 'Episodes')
      const leavers = r.byChild('now', 'OC3')
      return {
        Header: rowsOf(
          r.now.Header.text('CHILD'),
          // Who left care in an earlier year is in the return as a care leaver, without episodes.
          child => episodes.of(child).length === 0 && leavers.of(child).length === 0,
        ),
      }
    },
  }),
] as const
