import { grants } from '../../src/domain/access/grants.ts'
import type { Action, Relationship, Sensitivity, Viewer } from '../../src/domain/access/roles.ts'
import { writes } from '../../src/domain/records/record-type.ts'
import { findRecordType } from '../../src/domain/records/registry.ts'
import type { Page } from '../../src/web/page.ts'
import type { Held } from './matrix-world.ts'

// Who may do what, told from the table of grants and from what was said by hand of the children of the matrix: it asks
// nothing of the product's own readers, so that the two can be held against each other.

function relations(v: Viewer, h: Held): readonly Relationship[] {
  const said: Relationship[] = ['any']
  // The sealed file ended with an adoption; every other is of a child who is looked after, of eleven but for one.
  if (h.key !== 'sealed') said.push('looked-after')
  if (h.key === 'leaver') said.push('leaving-care')
  if (h.worker?.id === v.id) said.push('allocated')
  if (h.worker?.team && h.worker.team === v.team) said.push('team')
  if (!h.worker) said.push('unallocated')
  if (h.reviewing?.id === v.id) said.push('reviewing')
  if (h.named?.some(n => n.id === v.id)) said.push('named')
  if (h.self?.id === v.id) said.push('self')
  if (h.carer?.id === v.id) said.push('caring')
  if (h.sampledBy.some(n => n.id === v.id)) said.push('sampled')
  return said
}

/** @param h the child it is about; null where it is about none */
export const may = (v: Viewer, action: Action, h: Held | null, as: Sensitivity = 'ordinary'): boolean =>
  grants.some(
    g =>
      g.role === v.role &&
      g.action === action &&
      g.sensitivity === (h?.named ? 'restricted' : as) &&
      (h ? relations(v, h) : ['any']).includes(g.relationship),
  )

/** Pages that write a record at an address of their own. Who may not write such a record is not let in. */
const writesAt: Readonly<Record<string, string>> = {
  '/child/:child/assess-together': 'assessment',
  '/child/:child/join': 'merged',
}

/** What a page asks beyond its permission, told from the record types. */
function mayMore(path: string, v: Viewer, h: Held | null): boolean {
  const code = writesAt[path] ?? /record\/(.+)$/.exec(path)?.[1]
  const type = code ? findRecordType(code) : undefined
  if (type) return writes(type, v.role)
  if (path.endsWith('/reason')) return grants.some(g => g.role === v.role && g.relationship === 'reason')
  if (path.startsWith('/child/:child/audit')) return may(v, 'audit-read', null)
  return !path.includes('/child/:child/amend/') || may(v, 'record', h) || may(v, 'decide', h)
}

/** True where a page opens to somebody; otherwise they are refused. */
export const opens = (page: Pick<Page<never>, 'path' | 'permission'>, v: Viewer, h: Held | null): boolean =>
  may(v, page.permission, h) && mayMore(page.path, v, h)
