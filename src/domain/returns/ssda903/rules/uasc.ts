import { where } from '../../check/frame.ts'
import { birthdayOf, under } from './ages.ts'
import { notOneOf, rowsOf } from './cells.ts'
import { rule } from './rule.ts'

const STATUS = new Set(['0', '1'])

/** Children who came alone to seek asylum: the status, and when it ended. */
export const uascRules = [
  rule('104', {
    from: 2022,
    needs: ['UASC'],
    fields: ['DUC'],
    says: 'The date on which the unaccompanied asylum-seeking status ended is no day, or lies before the year.',
    todo: 'Correct the date. If the status ended before the year began, the child has no row here.',
    find: r => {
      const ended = r.now.UASC.days('DUC')
      return {
        UASC: rowsOf(r.now.UASC.text('DUC'), (text, i) => text !== null && !((ended[i] ?? 0) >= r.start)),
      }
    },
  }),
  rule('105', {
    from: 2022,
    needs: ['Header'],
    fields: ['UASC'],
    says: 'The unaccompanied asylum-seeking status is missing, or is neither 0 nor 1.',
    todo: 'Say whether the child had the status at any time in the year: 1 for yes, 0 for no.',
    // Only the XML carries the status in the child's row.
    find: r => (r.form === 'xml' ? { Header: notOneOf(r.now.Header.text('UASC'), STATUS) } : {}),
  }),
  rule('231', {
    from: 2024,
    severity: 'query',
    needs: ['Header'],
    fields: ['DOB', 'UASC'],
    says: 'The child is an unaccompanied asylum seeker, and was under 11 when the year ended: few are so young.',
    todo: 'Check the date of birth. If it is right, tell the Department about the child.',
    find: r => {
      const born = r.now.Header.days('DOB')
      const children = r.now.Header.text('CHILD')
      const asked = r.now.Header.given.has('UASC')
      const status = asked ? r.now.Header.text('UASC') : []
      const rows = r.byChild('now', 'UASC')
      return {
        Header: where(
          r.now.Header,
          i =>
            under(born[i] ?? Number.NaN, 11, r.end) &&
            (asked ? status[i] === '1' : rows.of(children[i]).length > 0),
        ),
      }
    },
  }),
  rule('303', {
    from: 2022,
    needs: ['UASC', 'Header'],
    fields: ['DUC', 'UASC'],
    says: 'An end of the unaccompanied asylum-seeking status is given, but the child’s row says that there was none.',
    todo: 'Give the child the status 1, or take the date out.',
    find: r => {
      // In CSV files the row of the end is itself what says that the child has the status.
      if (!r.now.Header.given.has('UASC')) return {}
      const status = r.now.Header.text('UASC')
      const written = r.now.UASC.text('DUC')
      const ends = r.byChild('now', 'UASC')
      const headers = r.byChild('now', 'Header')
      const header: number[] = []
      const uasc: number[] = []
      ends.each((ended, child) => {
        const rows = headers.of(child)
        const filled = ended.filter(i => written[i] != null)
        if (rows.length === 0 || filled.length === 0 || rows.some(i => status[i] === '1')) return
        header.push(...rows)
        uasc.push(...filled)
      })
      return { UASC: uasc, Header: header }
    },
  }),
  rule('304', {
    from: 2022,
    needs: ['UASC'],
    fields: ['DUC'],
    says: 'The unaccompanied asylum-seeking status ended after the eighteenth birthday.',
    todo: 'Correct the date: the status ends on the eighteenth birthday at the latest.',
    find: r => {
      const born = r.now.UASC.days('DOB')
      const ended = r.now.UASC.days('DUC')
      return {
        UASC: where(r.now.UASC, i => (ended[i] ?? Number.NaN) > birthdayOf(born[i] ?? Number.NaN, 18)),
      }
    },
  }),
] as const
