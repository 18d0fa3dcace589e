import { addDays, addMonths, type Day, monthOver } from '../../domain/kernel/day.ts'
import { type AuditSplit, type FoundAudit, isAuditSplit } from '../../domain/quality/collate.ts'
import { gradedTool, gradedTools } from '../../domain/quality/observations.ts'
import type { GradedTool } from '../../domain/quality/tool.ts'
import type { Ctx } from '../../web/page.ts'

/** What is looked at: which audits, of which team, split how. */
export interface Asked {
  readonly tool: GradedTool
  readonly team: string | null
  readonly split: AuditSplit
}

export function readAsked(query: Ctx<unknown>['query']): Asked {
  const [usual] = gradedTools
  const tool = gradedTool(query.tool ?? '') ?? usual
  if (!tool) throw new Error('There is no audit tool.')
  return { tool, team: query.team || null, split: isAuditSplit(query.split) ? query.split : 'team' }
}

/**
 * The same for whoever asks. Those who see figures alone see no team by itself: taken from the whole, one team after
 * another would tell what the table of teams holds back.
 */
export function askedBy(ctx: Pick<Ctx<unknown>, 'query' | 'can'>): Asked {
  const asked = readAsked(ctx.query)
  return heldFrom(ctx) ? { ...asked, team: null } : asked
}

/** Whether whoever asks sees figures alone, and small ones of them not. */
export const heldFrom = (ctx: Pick<Ctx<unknown>, 'can'>): boolean => !ctx.can('children-behind').allow

/** The day to which findings are counted: for those who see figures alone, the end of a month, as in the digest. */
export const countedTo = (ctx: Pick<Ctx<unknown>, 'can' | 'today'>): Day =>
  heldFrom(ctx) ? monthOver(ctx.today) : ctx.today

/** How many audits, in words: "36 audits". Of those who see figures alone, few are not numbered. */
export const audits = (n: number, held: boolean): string =>
  held && n > 0 && n < 5 ? 'fewer than five audits' : `${n} ${n === 1 ? 'audit' : 'audits'}`

/** The address of a page of findings, with what was chosen. */
export function address(to: string, asked: Asked, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    tool: asked.tool.code,
    ...(asked.team ? { team: asked.team } : {}),
    ...(asked.split === 'team' ? {} : { split: asked.split }),
    ...more,
  })
  return `${to}?${query}`
}

/** The twelve months to a day, and the twelve before them. */
export const years = (on: Day) => ({
  now: { from: addDays(addMonths(on, -12), 1), to: on },
  before: { from: addDays(addMonths(on, -24), 1), to: addMonths(on, -12) },
})

export const within = (all: readonly FoundAudit[], { from, to }: { readonly from: Day; readonly to: Day }) =>
  all.filter(a => a.on >= from && a.on <= to)

export const narrowed = (all: readonly FoundAudit[], { tool, team }: Asked): readonly FoundAudit[] =>
  all.filter(a => a.tool === tool.code && (team === null || a.team === team))

/** The standards of a tool and the whole, as figures name them. */
export const measured = (tool: GradedTool): readonly { readonly code: string; readonly title: string }[] => [
  { code: 'overall', title: 'Over all' },
  ...tool.standards,
]
