import { type Role, roles } from '../access/roles.ts'
import { addDays, type Day, earlier, later, longDay } from '../kernel/day.ts'
import { formDay } from '../records/kinds/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import { parse, type Typed } from '../records/parse.ts'
import { staffDetails } from '../records/types/staff.ts'
import type { StaffFileFault, StaffLine } from './read.ts'

/** Somebody as they are recorded now. */
export interface StaffNow {
  readonly id: string
  readonly code: string
  readonly username: string | null
  readonly email: string | null
  readonly name: string
  readonly role: Role
  readonly team: string | null
  readonly registered: boolean
  readonly registration: string | null
  readonly working: boolean
  /** All that is recorded of them, as it would be typed. */
  readonly typed: Typed
  /** Children whose worker they are. */
  readonly children: number
}

/** What a staff file would do. `answers` are the details to be written, where they change. */
export interface StaffChange {
  readonly kind: 'joins' | 'comes-back' | 'moves' | 'leaves' | 'account'
  readonly line: StaffLine
  readonly now: StaffNow | null
  readonly answers: Answers | null
  readonly says: string
  /** What they may do changes: they sign in again. */
  readonly again: boolean
}

interface Planned {
  readonly changes: readonly StaffChange[]
  readonly faults: readonly StaffFileFault[]
  /** Who works here and stands in no line: nobody is taken out for that. */
  readonly absent: readonly StaffNow[]
  /** Lines of those who begin later, or have left before they were here. */
  readonly waiting: readonly StaffLine[]
}

const where = (role: Role, team: string | null) => `${roles[role]}${team ? `, ${team}` : ''}`

function typedOf(line: StaffLine, now: StaffNow | null, from: Day, working: boolean): Typed {
  const team = line.team === undefined ? (now?.team ?? null) : line.team
  const registered = line.registered ?? now?.registered ?? false
  const registration = line.registration ?? now?.registration ?? null
  return {
    ...now?.typed,
    from: formDay(from),
    name: line.name,
    role: line.role,
    team: team ?? '',
    registered: registered ? 'yes' : 'no',
    registration: registered ? (registration ?? '') : '',
    working: working ? 'yes' : 'no',
  }
}

/** What of somebody's details differs from the file, in words. */
function differences(line: StaffLine, now: StaffNow): readonly string[] {
  const team = line.team === undefined ? now.team : line.team
  const number = line.registration !== undefined && line.registration !== now.registration
  return [
    ...(line.role === now.role && team === now.team
      ? []
      : [`${where(now.role, now.team)} becomes ${where(line.role, team)}`]),
    ...(line.name === now.name ? [] : [`is now called ${line.name}`]),
    ...(line.registered === undefined || line.registered === now.registered
      ? []
      : [line.registered ? 'is registered' : 'is not registered any more']),
    ...(number ? ['has another registration number'] : []),
  ]
}

const held = ({ children }: StaffNow): string =>
  children === 0
    ? ''
    : ` Still the worker of ${children === 1 ? '1 child' : `${children} children`}: move them.`

type Step = Omit<StaffChange, 'answers' | 'line' | 'now'> & { readonly from: Day; readonly working: boolean }

/** What is to be done about one line; null where nothing is. */
function stepOf(line: StaffLine, now: StaffNow | null, today: Day): Step | 'waits' | null {
  const gone = line.until !== undefined && line.until < today
  const begins = line.from !== undefined && line.from > today
  const start = earlier(line.from ?? today, today)
  if (!now?.working) {
    if (gone) return now ? null : 'waits'
    if (begins) return 'waits'
    const kind = now ? 'comes-back' : 'joins'
    const says = `${line.name} ${now ? 'comes back' : 'joins'}: ${where(line.role, line.team ?? now?.team ?? null)}, signs in as ${line.username}.`
    return { kind, from: now ? today : start, working: true, again: false, says }
  }
  if (gone && line.until) {
    const from = earlier(addDays(line.until, 1), today)
    const says = `${now.name} has left: the last day was ${longDay(line.until)}.${held(now)}`
    return { kind: 'leaves', from, working: false, again: true, says }
  }
  const changed = differences(line, now)
  if (changed.length > 0) {
    const from = line.from !== undefined && !begins ? later(line.from, today) : today
    const team = line.team === undefined ? now.team : line.team
    const again = line.role !== now.role || team !== now.team
    return { kind: 'moves', from, working: true, again, says: `${now.name}: ${changed.join('; ')}.` }
  }
  const email = line.email !== undefined && line.email !== now.email
  if (!email && now.username !== null) return null
  const says = `${now.name} signs in as ${line.username}${line.email ? `, ${line.email}` : ''}.`
  return { kind: 'account', from: today, working: true, again: false, says }
}

/**
 * What a staff file would do to who works here. People are found by their user name, or by the code of their file. The
 * last day is worked; whoever stands in no line stays as they are.
 */
export function planStaff(lines: readonly StaffLine[], staff: readonly StaffNow[], today: Day): Planned {
  const byName = new Map<string, StaffNow>()
  for (const s of staff) byName.set(s.code.toLowerCase(), s)
  for (const s of staff) if (s.username) byName.set(s.username, s)
  const byEmail = new Map(staff.flatMap(s => (s.email ? [[s.email, s] as const] : [])))
  const changes: StaffChange[] = []
  const faults: StaffFileFault[] = []
  const waiting: StaffLine[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const now = byName.get(line.username) ?? null
    if (now) seen.add(now.id)
    const owner = line.email === undefined ? undefined : byEmail.get(line.email)
    if (owner && owner.id !== now?.id) {
      faults.push({ line: line.line, say: `The e-mail address ${line.email} is that of ${owner.name}.` })
      continue
    }
    if (now?.role === 'inspector') {
      faults.push({ line: line.line, say: `${now.name} is an inspector: a visit lets them in, no file.` })
      continue
    }
    const step = stepOf(line, now, today)
    if (step === 'waits') waiting.push(line)
    if (step === null || step === 'waits') continue
    const { from, working, ...rest } = step
    const context = { today, born: null, unborn: false }
    const read =
      step.kind === 'account' ? null : parse(staffDetails, typedOf(line, now, from, working), context)
    if (read && !read.ok)
      faults.push(...Object.values(read.error).map(say => ({ line: line.line, say: `${line.name}: ${say}` })))
    else changes.push({ ...rest, line, now, answers: read ? read.value : null })
  }
  const absent = staff.filter(s => s.working && s.role !== 'inspector' && !seen.has(s.id))
  return { changes, faults, absent, waiting }
}
