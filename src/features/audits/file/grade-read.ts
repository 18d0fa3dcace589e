import type { Day } from '../../../domain/kernel/day.ts'
import { readDay } from '../../../domain/records/kinds/day.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { type AuditPost, auditPosts } from '../../../domain/records/types/audit.ts'

/** Rows for actions on the page of an audit; more can be asked for afterwards. */
export const ACTIONS = [1, 2, 3, 4] as const

export const actionField = (n: number, part: 'what' | 'who' | 'by'): string => `action${n}_${part}`

const isPost = (code: string): code is AuditPost => Object.hasOwn(auditPosts, code)

/** The actions that were typed, and what is wrong in them. An empty row is no action. */
export function readActions(
  typed: Typed,
  today: Day,
): { readonly actions: readonly Answers[]; readonly faults: Faults } {
  const faults: Record<string, string> = {}
  const actions: Answers[] = []
  for (const n of ACTIONS) {
    const [what, who, by] = (['what', 'who', 'by'] as const).map(part => textOf(typed, actionField(n, part)))
    if (!what && !by) continue
    const due = by ? readDay(by, today) : undefined
    if (!what) faults[actionField(n, 'what')] = `Say what must happen in action ${n}, or take its date out.`
    if (!who || !isPost(who)) faults[actionField(n, 'who')] = `Choose who does action ${n}.`
    if (!due) faults[actionField(n, 'by')] = `Say by when action ${n} must be done, like 27/3/2026.`
    else if (due < today) faults[actionField(n, 'by')] = `Action ${n} is due before today. Check the day.`
    if (what && what.length > 1000)
      faults[actionField(n, 'what')] = `Action ${n} is too long: say it in 1000 characters.`
    if (what && who && due) actions.push({ ref: String(actions.length + 1), what, who, by: due })
  }
  return { actions, faults }
}
