import { grants } from '../../../domain/access/grants.ts'
import { roles } from '../../../domain/access/roles.ts'
import { indicators } from '../../../domain/indicators/indicators.ts'
import { auditTools } from '../../../domain/quality/tools.ts'
import { protectionCategories } from '../../../domain/records/codes.ts'
import { series } from '../../../domain/timescales/table.ts'
import type { Db } from '../../../store/connection.ts'
import { staff } from '../../../store/people.ts'
import { teams } from '../../../store/queries/teams.ts'
import type { Ctx } from '../../../web/page.ts'

interface Choice {
  readonly value: string
  readonly text: string
}

/** What a targeted sample can be of. */
export const conditions: readonly Choice[] = [
  ...Object.entries(protectionCategories).map(([code, title]) => ({
    value: `category:${code}`,
    text: `Protection plan for ${title.toLowerCase()}`,
  })),
  ...series
    .filter(s => s.owner === 'worker' || s.owner === 'reviewing')
    .map(s => ({ value: `clock:${s.code}`, text: `Overdue: ${s.title.toLowerCase()}` })),
  ...indicators
    .filter(i => i.unit !== 'count')
    .map(i => ({ value: `indicator:${i.code}`, text: `Does not count in ${i.code}: ${i.name}` })),
]

const audits = new Set(grants.filter(g => g.action === 'audit').map(g => g.role))

/** Who can be asked to audit: all who may, but for social workers only those chosen by name for one file. */
export async function choicesFor(ctx: Ctx<Db>) {
  const people = (await staff(ctx.tx)).filter(s => audits.has(s.role))
  return {
    tools: auditTools.filter(t => t.from <= ctx.today && (t.to === null || t.to > ctx.today)),
    teams: await teams(ctx.tx),
    workers: people.filter(p => p.role === 'social-worker'),
    auditors: people
      .filter(p => p.role !== 'social-worker')
      .toSorted((a, b) => Number(b.role === 'auditor') - Number(a.role === 'auditor')),
    all: people,
  }
}

export type Choices = Awaited<ReturnType<typeof choicesFor>>

export const personChoice = (p: Choices['all'][number]): Choice => ({
  value: p.id,
  text: [p.name, roles[p.role], p.team].filter(Boolean).join(', '),
})
