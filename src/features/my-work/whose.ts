import type { Db } from '../../store/connection.ts'
import type { Whose } from '../../store/queries/work-parts.ts'
import type { Ctx } from '../../web/page.ts'

/** Whose work is asked for: a manager’s is their team’s, unless they ask for their own. */
export function whoseOf({ viewer, query }: Pick<Ctx<Db>, 'viewer' | 'query'>): {
  readonly manages: boolean
  readonly whose: Whose
} {
  const manages = viewer.role === 'team-manager'
  return { manages, whose: query.whose === 'mine' || !manages ? 'mine' : 'team' }
}
