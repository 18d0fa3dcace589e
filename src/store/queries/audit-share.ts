import { decide } from '../../domain/access/decide.ts'
import type { Role, Viewer } from '../../domain/access/roles.ts'
import { addMonths, type Day } from '../../domain/kernel/day.ts'
import { barred } from '../../domain/quality/independence.ts'
import { shareOut } from '../../domain/quality/share-out.ts'
import type { AuditTool } from '../../domain/quality/tool.ts'
import type { Db } from '../connection.ts'
import type { Framed } from './audit-frame.ts'
import { auditTies } from './audit-ties.ts'

interface Sharing {
  readonly tool: AuditTool
  readonly on: Day
  readonly seed: string
  readonly auditors: readonly { readonly id: string; readonly role: Role }[]
}

/** A restricted file is open to those named on it, as far as their role opens such files at all. */
export const opensRestricted = (
  a: { readonly id: string; readonly role: Role },
  named: readonly string[],
) => {
  const viewer: Viewer = { ...a, name: '', team: null }
  return (
    named.includes(a.id) &&
    decide(viewer, 'open', { sensitivity: 'restricted', relationships: ['named'] }).allow
  )
}

/** Who grades what: each file to one who may have it, and those drawn for it to another as well. */
export async function shareFiles(
  db: Db,
  asked: Sharing,
  files: readonly Framed[],
  second: readonly string[],
) {
  const byCode = new Map(files.map(f => [f.code, f]))
  const from = addMonths(asked.on, -asked.tool.months)
  const ids = asked.auditors.map(a => a.id)
  const tied = await auditTies(
    db,
    ids,
    files.map(f => f.id),
    from,
    asked.on,
  )
  const may = (auditor: string, code: string): boolean => {
    const file = byCode.get(code)
    const who = asked.auditors.find(a => a.id === auditor)
    if (!file || !who) return false
    return barred(auditor, file.id, tied, file.restricted && !opensRestricted(who, file.named)) === null
  }
  const sharing = { auditors: ids, seed: asked.seed }
  const first = shareOut({ ...sharing, files: files.map(f => f.code), may })
  const other = shareOut({ ...sharing, files: second, may: (a, f) => first.get(f) !== a && may(a, f) })
  return { first, other }
}
