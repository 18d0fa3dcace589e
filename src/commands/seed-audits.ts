import type { Seed } from '../../seed/generate.ts'
import { uuid } from '../../seed/ids.ts'
import { random } from '../../seed/random.ts'
import { auditedEntries, type DrawnAudit } from '../../seed/write/audits.ts'
import { england } from '../domain/kernel/calendar.ts'
import { addDays, type Day } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/london.ts'
import type { AuditTool } from '../domain/quality/tool.ts'
import { auditTool } from '../domain/quality/tools.ts'
import type { NewEntry, NewSubject } from '../domain/records/entry.ts'
import type { Db } from '../store/connection.ts'
import { appendAll } from '../store/ledger.ts'
import { makeDraw } from '../store/queries/audit-draw.ts'

/** The rounds of eighteen months: most things get better; plans say no more than before what happens if they fail. */
const ROUNDS = [
  {
    ago: 540,
    size: 30,
    good: {
      assessment: 0.42,
      identity: 0.3,
      voice: 0.44,
      chronology: 0.36,
      plan: 0.42,
      oversight: 0.38,
      visits: 0.58,
      agencies: 0.62,
      impact: 0.4,
    },
  },
  {
    ago: 318,
    size: 34,
    good: {
      assessment: 0.45,
      identity: 0.33,
      voice: 0.48,
      chronology: 0.4,
      plan: 0.4,
      oversight: 0.42,
      visits: 0.6,
      agencies: 0.64,
      impact: 0.42,
    },
  },
  {
    ago: 196,
    size: 34,
    good: {
      assessment: 0.55,
      identity: 0.5,
      voice: 0.58,
      chronology: 0.48,
      plan: 0.37,
      oversight: 0.55,
      visits: 0.68,
      agencies: 0.7,
      impact: 0.48,
    },
  },
  {
    ago: 72,
    size: 36,
    good: {
      assessment: 0.68,
      identity: 0.64,
      voice: 0.7,
      chronology: 0.6,
      plan: 0.33,
      oversight: 0.7,
      visits: 0.76,
      agencies: 0.72,
      impact: 0.55,
    },
  },
  {
    ago: 8,
    size: 12,
    good: {
      assessment: 0.7,
      identity: 0.66,
      voice: 0.72,
      chronology: 0.62,
      plan: 0.35,
      oversight: 0.72,
      visits: 0.78,
      agencies: 0.74,
      impact: 0.58,
    },
  },
] as const

const workday = (d: Day): Day => (england.isWorking(d) ? d : workday(addDays(d, 1)))
const text = (v: unknown): string | null => (typeof v === 'string' ? v : null)

function auditsOf(subjects: readonly NewSubject[], entries: readonly NewEntry[], staff: Seed['staff']) {
  return subjects.flatMap((s): DrawnAudit[] => {
    const own = entries.filter(e => e.subject === s.id)
    const opened = own.find(e => e.type === 'audit-opened')?.answers
    const given = (part: string) =>
      text(own.find(e => e.type === 'audit-assigned' && e.answers.part === part)?.answers.auditor)
    const first = given('first')
    if (!opened || first === null) return []
    const team = text(opened.team) ?? ''
    const manager = staff.find(m => m.role === 'team-manager' && m.team === team && m.to === null)
    return [
      {
        id: s.id,
        code: s.code,
        child: String(opened.child),
        team,
        worker: text(opened.worker),
        manager: manager?.id ?? null,
        first,
        second: given('second'),
      },
    ]
  })
}

interface Seeding {
  readonly made: Seed
  readonly tool: AuditTool
  readonly n: number
}

async function round(tx: Db, { made, tool, n }: Seeding, { ago, size, good }: (typeof ROUNDS)[number]) {
  const drawn = workday(addDays(made.today, -ago))
  if (drawn < tool.from || drawn > made.today) return { subjects: [], entries: [] }
  const here = made.staff.filter(m => m.to === null)
  const auditors = [
    ...here.filter(m => m.role === 'auditor'),
    ...here.filter(m => m.role === 'team-manager').slice(0, 4),
    ...here.filter(m => m.role === 'reviewing-officer').slice(0, 2),
  ]
  const [lead] = auditors
  if (!lead) return { subjects: [], entries: [] }
  const rand = random(`audits ${made.authority} ${n}`)
  const now = instantAt(drawn, '09:40')
  const draw = await makeDraw(
    tx,
    {
      title: `Case file audit, round ${n + 1}`,
      tool,
      way: 'random',
      on: drawn,
      by: 'team',
      size,
      seed: `round ${n + 1}`,
      secondOneIn: 5,
      families: false,
      again: false,
      frame: {},
      of: null,
      auditors,
    },
    { author: lead.id, now, today: drawn, id: () => uuid(Date.parse(now), rand) },
  )
  if (!draw.ok) return { subjects: [], entries: [] }
  const { subjects, entries } = draw.value
  const audits = auditsOf(subjects, entries, made.staff)
  // The round that is running has files left for whoever tries the demonstration as the auditor.
  const running = ago < 30
  const finished = running ? audits.filter(a => a.first !== lead.id).slice(0, 4) : audits
  const after = finished.flatMap(a => auditedEntries(a, { tool, drawn, good }, made.today))
  return { subjects, entries: [...entries, ...after] }
}

/**
 * Writes invented rounds of case audits into an authority just made: drawn from its children by the product's own draw.
 * @param may what may be written of it: nothing that lies ahead of the clock
 */
export async function seedAudits(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const tool = auditTool('case-file')
  if (!tool) return
  for (const [n, one] of ROUNDS.entries()) {
    const { subjects, entries } = await round(tx, { made, tool, n }, one)
    await appendAll(tx, subjects, may(entries))
  }
}
