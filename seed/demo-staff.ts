import type { Role } from '../src/domain/access/roles.ts'
import { foldFile } from '../src/domain/casework/file.ts'
import type { Day } from '../src/domain/kernel/day.ts'
import type { Entry } from '../src/domain/records/entry.ts'
import { runsOn } from '../src/domain/records/spell.ts'
import { clocksOf } from '../src/domain/timescales/evaluate.ts'
import { stillAsked } from '../src/domain/timescales/timescale.ts'
import type { Seed } from './generate.ts'
import type { Member } from './staff.ts'

/** A person whom the sign-in page of the demonstration offers. */
export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly team: string | null
  /** What they can try, where their role alone does not say it. */
  readonly says?: string
}

interface Caseload {
  readonly of: string
  readonly overdue: number
  readonly size: number
  readonly kinds: number
  readonly reviewers: readonly string[]
}

const allocatedTo = (entries: readonly Entry[], today: Day, id: string) => {
  const file = foldFile(id, entries)
  const worker = file.spells.find(s => s.kind === 'allocation' && s.key === 'worker' && runsOn(s, today))
  const reviewing = file.spells.find(
    s => s.kind === 'allocation' && s.key === 'reviewing' && runsOn(s, today),
  )
  return { file, worker: worker?.facts.worker, reviewing: reviewing?.facts.worker }
}

/** What each of some workers holds today. */
function caseloads(seed: Seed, workers: ReadonlySet<string>): Caseload[] {
  const files = new Map<string, Entry[]>()
  for (const e of seed.entries) {
    const own = files.get(e.subject) ?? []
    own.push({ ...e, seq: own.length + 1 })
    files.set(e.subject, own)
  }
  const held = new Map<string, ReturnType<typeof allocatedTo>[]>()
  for (const [id, entries] of files) {
    if (!entries.some(e => e.type === 'allocation' && workers.has(String(e.answers.worker)))) continue
    const found = allocatedTo(entries, seed.today, id)
    const who = String(found.worker)
    if (workers.has(who)) held.set(who, [...(held.get(who) ?? []), found])
  }
  return [...held].map(([of, cases]) => {
    const clocks = cases.flatMap(c => clocksOf(c.file))
    const kinds = cases.flatMap(c => c.file.spells.filter(s => runsOn(s, seed.today)).map(s => s.kind))
    return {
      of,
      size: cases.length,
      overdue: clocks.filter(k => stillAsked(k, seed.today) && k.due < seed.today).length,
      kinds: new Set(kinds.filter(k => k === 'looked-after' || k === 'protection-plan')).size,
      reviewers: cases.flatMap(c => (typeof c.reviewing === 'string' ? [c.reviewing] : [])),
    }
  })
}

/** The one that comes most often. */
const commonest = (ids: readonly string[]): string | undefined =>
  [...new Set(ids)].toSorted(
    (a, b) => ids.filter(x => x === b).length - ids.filter(x => x === a).length || (a < b ? -1 : 1),
  )[0]

const shown = (m: Member): DemoPerson => ({ id: m.id, name: m.name, role: m.role, team: m.team })

/**
 * One person of each role, who belong together: a social worker with children both looked after and with a plan and
 * something overdue, the manager of that team, and the reviewing officer of most of those children.
 */
export function demoStaff(seed: Seed): readonly DemoPerson[] {
  const here = seed.staff.filter(m => m.to === null)
  const safeguarding = here.filter(m => m.role === 'social-worker' && m.does === 'safeguarding')
  const loads = caseloads(seed, new Set(safeguarding.map(m => m.id)))
  const score = (c: Caseload) => c.kinds * 100 + Math.min(c.overdue, 6) * 4 + Math.min(c.size, 20)
  const best = loads.toSorted((a, b) => score(b) - score(a) || (a.of < b.of ? -1 : 1))[0]
  const worker = here.find(m => m.id === best?.of)
  const reviewer = commonest(best?.reviewers ?? [])
  const others: readonly Role[] = [
    'out-of-hours',
    'auditor',
    'performance-analyst',
    'director',
    'elected-member',
    'service-manager',
    'looked-after-nurse',
    'personal-adviser',
    'virtual-head',
    'designated-officer',
    'administrator',
  ]
  const found = [
    worker,
    here.find(m => m.role === 'team-manager' && m.team === worker?.team),
    here.find(m => m.id === reviewer) ?? here.find(m => m.role === 'reviewing-officer'),
    ...others.map(role => here.find(m => m.role === role)),
  ]
  const duty = here.filter(m => m.does === 'assessment')
  const door = duty.find(m => m.role === 'team-manager')
  const assessor = duty.find(m => m.role === 'social-worker' && m.team === door?.team)
  return [
    ...found.flatMap(m => (m ? [shown(m)] : [])),
    ...(door ? [{ ...shown(door), says: 'Decides what comes in at the front door, and allocates it.' }] : []),
    ...(assessor
      ? [{ ...shown(assessor), says: 'Sees children for the first time, and writes their assessments.' }]
      : []),
  ]
}
