import { sql } from 'kysely'
import type { Seed } from '../../seed/generate.ts'
import { type Observed, observationEntries } from '../../seed/write/observations.ts'
import { sectionElevenEntries } from '../../seed/write/section-11.ts'
import { addMonths } from '../domain/kernel/day.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'
import { auditTies } from '../store/queries/audit-ties.ts'

/** Children of each kind of meeting, to be sat in on by somebody without a part in them. */
async function childrenWith(
  tx: Db,
  kind: 'protection-plan' | 'looked-after',
  n: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{
    subject: string
  }>`select s.subject::text from spell s join person p on p.subject = s.subject
    where s.kind = ${kind} and s.ends is null and not p.restricted and p.merged is null
    order by s.subject limit ${n}`.execute(tx)
  return rows.map(r => r.subject)
}

async function observed(tx: Db, made: Seed): Promise<readonly Observed[]> {
  const here = made.staff.filter(m => m.to === null)
  const of = (role: string) => here.filter(m => m.role === role)
  const [lead] = of('auditor')
  const [chair, other] = of('reviewing-officer')
  const [one, two] = of('team-manager')
  const [duty] = of('social-worker')
  if (!lead || !chair || !other || !one || !two || !duty) return []
  const safe = await childrenWith(tx, 'protection-plan', 4)
  const held = await childrenWith(tx, 'looked-after', 2)
  const tied = await auditTies(tx, [lead.id], [...safe, ...held], addMonths(made.today, -12), made.today)
  const free = (list: readonly string[]) => list.filter(c => !tied.some(t => t.child === c))
  const [s1, s2, s3] = free(safe)
  const [h1] = free(held)
  const by = { observer: lead.id }
  const meeting = (
    tool: string,
    who: typeof chair,
    child: string | undefined,
    ago: number,
  ): readonly Observed[] =>
    child ? [{ tool, observed: who.id, team: who.team ?? null, child, ago, ...by }] : []
  const staff = (tool: string, who: typeof chair, ago: number): Observed => ({
    tool,
    observed: who.id,
    team: who.team ?? null,
    child: null,
    ago,
    ...by,
  })
  return [
    ...meeting('observed-conference', chair, s1, 120),
    staff('observed-supervision', one, 80),
    ...meeting('observed-review', other, h1, 60),
    ...meeting('observed-core-group', two, s2, 18),
    staff('observed-duty', duty, 16),
    ...meeting('observed-conference', other, s3, 15),
  ]
}

/**
 * Writes invented section 11 audits and observations into an authority just made.
 * @param may what may be written of it: nothing that lies ahead of the clock
 */
export async function seedQuality(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const lead = made.staff.find(m => m.role === 'auditor' && m.to === null)
  if (!lead) return
  const name = made.authority
  for (const { subjects, entries } of [
    sectionElevenEntries(lead.id, name, made.today),
    observationEntries(await observed(tx, made), lead.id, name, made.today),
  ])
    await appendAll(tx, subjects, may(entries))
}
