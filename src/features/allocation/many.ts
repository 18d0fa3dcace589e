import { formDay } from '../../domain/records/kinds/day.ts'
import { parse, type Typed, textOf } from '../../domain/records/parse.ts'
import { writes } from '../../domain/records/record-type.ts'
import { allocation } from '../../domain/records/types/allocation.ts'
import { targetOf } from '../../store/access.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import type { WorkerLoad } from '../../store/queries/workload.ts'
import { writable } from '../../store/queries/workload-writable.ts'
import type { Ctx } from '../../web/page.ts'
import { sameAllocation, writeAbout } from './write.ts'

/** A child in a list of which several are given to workers at once. */
export interface Row {
  readonly subject: string
  readonly code: string
  readonly called: string
  /** How far the file goes; null where the viewer may not write in it. */
  readonly seq: number | null
}

/** The rows in which the viewer may write, by role and by child. */
export async function rowsOf(
  ctx: Ctx<Db>,
  children: readonly { readonly subject: string; readonly code: string; readonly called: string }[],
): Promise<readonly Row[]> {
  const may = writes(allocation, ctx.viewer.role)
    ? await writable(
        ctx.tx,
        ctx.viewer,
        ctx.now,
        children.map(c => c.subject),
      )
    : new Map<string, number>()
  return children.map(c => ({ ...c, seq: may.get(c.subject) ?? null }))
}

/** What each row's questions are called. */
export const asked = {
  to: (code: string) => `to-${code}`,
  despite: (code: string) => `despite-${code}`,
  entry: (code: string) => `entry-${code}`,
  basis: (code: string) => `basis-${code}`,
} as const

export interface Given {
  /** The codes of the children given to somebody. */
  readonly done: readonly string[]
  readonly faults: Readonly<Record<string, string>>
}

/** Gives one child to whom its row says. */
async function giveOne(ctx: Ctx<Db>, row: Row, to: WorkerLoad, typed: Typed): Promise<Given> {
  const { code } = row
  const { today } = ctx
  const answers = parse(
    allocation,
    {
      from: formDay(today),
      as: 'worker',
      worker: to.id,
      team: to.team ?? 'No team',
      despite: textOf(typed, asked.despite(code)),
    },
    { today, born: null, unborn: false },
  )
  const target = await targetOf(ctx.tx, row.subject, ctx.viewer, ctx.now)
  if (!answers.ok || !target) return { done: [], faults: { [asked.to(code)]: BROKEN } }
  const once = { _entry: textOf(typed, asked.entry(code)), _basis: textOf(typed, asked.basis(code)) }
  const written = await writeAbout(
    ctx,
    { id: row.subject, code, target },
    { type: allocation, answers: answers.value, typed: once, stale: sameAllocation('worker') },
  )
  if ('done' in written || 'before' in written) return { done: [code], faults: {} }
  if ('broken' in written)
    return { done: [], faults: { [asked.to(code)]: `${row.called}: ${written.broken}` } }
  if ('theirs' in written)
    return {
      done: [],
      faults: {
        [asked.to(code)]:
          `${row.called}: somebody gave this child to a worker while you were choosing. Open the page again to see to whom.`,
      },
    }
  const { despite, ...others } = written.faults
  return {
    done: [],
    faults: {
      ...(despite ? { [asked.despite(code)]: `${row.called}: ${despite}` } : {}),
      ...Object.fromEntries(Object.values(others).map(say => [asked.to(code), `${row.called}: ${say}`])),
    },
  }
}

/**
 * Gives each child whose row names somebody to that person, one after the other, so that each is weighed with those
 * before it. What can be given is given; what can’t comes back with its reason.
 */
export async function give(
  ctx: Ctx<Db>,
  rows: readonly Row[],
  people: readonly WorkerLoad[],
  typed: Typed,
): Promise<Given> {
  let all: Given = { done: [], faults: {} }
  const to = textOf(typed, 'everybody')
  for (const row of rows) {
    const named = textOf(typed, asked.to(row.code)) || to
    const worker = people.find(p => p.id === named)
    if (row.seq === null || !worker || named === '' || named === 'nobody') continue
    const one = await giveOne(ctx, row, worker, typed)
    all = { done: [...all.done, ...one.done], faults: { ...all.faults, ...one.faults } }
  }
  return all
}
