import type { Found } from '../../check/rule.ts'
import type { AnyTable, Return903 } from './data.ts'
import { rule } from './rule.ts'
import { type UascSide, uascSide } from './uasc-status.ts'

/** Of CSV files, the rows of unaccompanied children say enough where last year's header is not there. */
const rows = ['UASC', 'UASC_last', 'Header'] as const
const all = [...rows, 'Header_last'] as const

/**
 * The children of both years' returns for whom something is true: their rows of this year.
 * @param is looks at what this year's return and last year's say of a child
 */
function children(
  r: Return903,
  is: (child: string, now: UascSide, last: UascSide) => boolean,
): Found<AnyTable> {
  const now = uascSide(r, 'now')
  const last = uascSide(r, 'last')
  const before = r.byChild('last', 'Header')
  const there = (child: string): boolean =>
    r.last.Header.present ? before.of(child).length > 0 : last.hasRow(child)
  const headers = r.byChild('now', 'Header')
  const uascRows = r.byChild('now', 'UASC')
  const header: number[] = []
  const uasc: number[] = []
  for (const child of new Set([...now.all, ...last.all])) {
    const own = headers.of(child)
    if (own.length === 0 || !there(child) || !is(child, now, last)) continue
    header.push(...own)
    uasc.push(...uascRows.of(child))
  }
  return { Header: header, UASC: uasc }
}

/** The status of unaccompanied children beside last year's. */
export const lastUascRules = [
  rule('205A', {
    from: 2022,
    needs: rows,
    fields: ['CHILD', 'UASC'],
    says: 'The child was an unaccompanied asylum seeker last year and is none now, but no end of it before this year is given.',
    todo: 'Check the status, and the date on which it ended. If last year’s return was wrong, tell the Department.',
    find: r =>
      children(r, (c, now, last) => {
        if (!last.is(c) || now.is(c) || last.ended(c) < r.start) return false
        // Rows of both years without an end agree with each other: that the status goes on.
        return !(r.form === 'csv' && !last.hasEnd(c) && now.hasRow(c) && !now.hasEnd(c))
      }),
  }),
  rule('205B', {
    from: 2022,
    needs: rows,
    fields: ['DUC', 'UASC'],
    says: 'The child is an unaccompanied asylum seeker this year as last, but the status had ended before this year began.',
    todo: 'Check the date on which the status ended. If it is right, the child has the status no more.',
    find: r =>
      children(
        r,
        (c, now, last) => last.is(c) && now.is(c) && (last.ended(c) < r.start || now.ended(c) < r.start),
      ),
  }),
  rule('205C', {
    from: 2022,
    needs: all,
    fields: ['DUC', 'UASC'],
    says: 'The child was no unaccompanied asylum seeker in either year, but an end of the status is given.',
    todo: 'Take the date out, or correct the status.',
    find: r => children(r, (c, now, last) => !last.is(c) && !now.is(c) && (now.hasEnd(c) || last.hasEnd(c))),
  }),
  rule('205D', {
    from: 2022,
    needs: all,
    fields: ['UASC', 'CHILD'],
    says: 'The child is an unaccompanied asylum seeker this year, but was in last year’s return as none.',
    todo: 'Check the status. If last year’s return was wrong, tell the Department.',
    find: r => children(r, (c, now, last) => now.is(c) && !last.is(c)),
  }),
] as const
