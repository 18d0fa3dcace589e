import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { cellAt, entriesAt } from '../../domain/returns/live/checked.ts'
import type { Line } from '../../domain/returns/live/lines.ts'
import { type Mend, mends } from '../../domain/returns/live/mend.ts'
import type { Db } from '../../store/connection.ts'
import { listable } from '../../store/queries/listable.ts'
import { type EntryNamed, entriesNamed, openTo } from '../../store/queries/returns-scope.ts'
import type { Ctx } from '../../web/page.ts'
import type { Shown } from './load.ts'

/** Where something is put right: a page, or words alone where it is not for this person to do. */
export interface Way {
  readonly text: string
  readonly href: string | null
}

/** An issue with the words and ways that its reader may have. */
export interface NamedLine {
  readonly line: Line
  /** What the child is called; null where the file is closed to the reader, or it is about no child. */
  readonly called: string | null
  readonly code: string | null
  /** The page of the child, where the reader may open it. */
  readonly opens: boolean
  readonly worker: string | null
  /** What stands in the return in the columns of which the rule speaks. */
  readonly says: readonly string[]
  readonly ways: readonly Way[]
}

const MANY = 4

function saysOf({ ready }: Shown, { issue }: Line): readonly string[] {
  return issue.rule.fields
    .flatMap(column => {
      const cell = cellAt(ready.checked, issue, column)
      return cell === undefined ? [] : [`${column} ${cell ?? 'blank'}`]
    })
    .slice(0, MANY)
}

function wayOf(ctx: Ctx<Db>, code: string, mend: Mend, entries: ReadonlyMap<string, EntryNamed>): Way {
  if ('record' in mend) {
    const type = knownRecordType(mend.record)
    const href = writes(type, ctx.viewer.role) ? `/child/${code}/record/${type.code}` : null
    return { text: `Record: ${type.title}`, href }
  }
  const { title } = knownRecordType(mend.type)
  const on = entries.get(mend.amend)?.happened
  return {
    text: `${title}${on ? `, ${longDay(on)}` : ''}`,
    href: `/child/${code}/amend/${mend.amend}#${mend.field}`,
  }
}

/** Gives issues the names of the children that the reader may see, and the ways to put each right. */
export async function named(
  ctx: Ctx<Db>,
  shown: Shown,
  lines: readonly Line[],
): Promise<readonly NamedLine[]> {
  const subjects = [...new Set(lines.flatMap(l => (l.subject !== null && !l.hidden ? [l.subject] : [])))]
  const names = await listable(ctx.tx, ctx.viewer, ctx.now, subjects)
  const open = await openTo(ctx.tx, ctx.viewer, ctx.now, subjects)
  const ids = [...new Set(lines.flatMap(l => entriesAt(shown.ready.checked, l.issue)))]
  const entries = await entriesNamed(ctx.tx, ids)
  return lines.map(line => {
    const child = line.subject !== null && !line.hidden ? names.get(line.subject) : undefined
    const opens = child !== undefined && open.has(child.subject)
    const told = child !== undefined || line.subject === null
    const found =
      child && opens
        ? mends(shown.asked.collection, shown.ready.checked, line.issue, id => entries.get(id)?.type)
        : []
    return {
      line,
      called: child ? calledBy(child, child.code) : null,
      code: child?.code ?? null,
      opens,
      worker: child && line.worker !== null ? (shown.names.get(line.worker) ?? null) : null,
      says: told ? saysOf(shown, line) : [],
      ways: child ? found.map(m => wayOf(ctx, child.code, m, entries)) : [],
    }
  })
}
