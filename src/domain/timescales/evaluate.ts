import type { CaseFile } from '../casework/file.ts'
import { after, allow } from '../kernel/allowance.ts'
import { england, type WorkingCalendar } from '../kernel/calendar.ts'
import { ageOn, birthday, type Day, type Instant, later } from '../kernel/day.ts'
import { londonDay } from '../kernel/london.ts'
import type { Entry } from '../records/entry.ts'
import type { Mark } from '../records/record-type.ts'
import { knownRecordType } from '../records/registry.ts'
import { runsOn, type Spell } from '../records/spell.ts'
import { series as allSeries, timescales } from './table.ts'
import type { Clock, Moments, Series, Timescale } from './timescale.ts'

interface Marked {
  readonly day: Day
  readonly entry: string
  /** The moment, where it was recorded on the day it happened; null where only the day is known. */
  readonly at: Instant | null
}

const momentOf = (e: Entry): Instant | null => (londonDay(e.recorded) === e.happened ? e.recorded : null)

/** A row and the day it makes due, or undefined where no row speaks of this clock. */
function govern(
  s: Series,
  nth: number,
  start: Day,
  file: CaseFile,
  calendar: WorkingCalendar,
): [Timescale, Day] | undefined {
  for (const row of timescales) {
    if (row.series !== s.code) continue
    if ((row.from !== null && start < row.from) || (row.to !== null && start >= row.to)) continue
    if (row.nth && (nth < row.nth.from || nth > (row.nth.to ?? Number.POSITIVE_INFINITY))) continue
    const due = allow(start, row.within, calendar)
    if (ageFits(row, due, file.person.born) && lastedFits(row, s, start, file, calendar)) return [row, due]
  }
  return undefined
}

function ageFits(row: Timescale, due: Day, born: Day | null): boolean {
  if (!row.dueAge) return true
  if (!born) return false
  const age = ageOn(born, due)
  return age < (row.dueAge.under ?? Number.POSITIVE_INFINITY) && age >= (row.dueAge.from ?? 0)
}

function lastedFits(
  row: Timescale,
  s: Series,
  start: Day,
  file: CaseFile,
  calendar: WorkingCalendar,
): boolean {
  if (!row.after) return true
  const { lasted, fact } = row.after
  const current = file.spells.find(p => p.kind === (s.restarts ?? s.during) && runsOn(p, start))
  return (
    current !== undefined &&
    allow(current.from, lasted, calendar) <= start &&
    (!fact || current.facts[fact] === true)
  )
}

const shown = new WeakMap<CaseFile, ReadonlyMap<Mark, readonly Marked[]>>()

/** All that a file shows, by mark, each in order of day: gone through once, as every series asks. */
function marks(file: CaseFile): ReadonlyMap<Mark, readonly Marked[]> {
  const known = shown.get(file)
  if (known) return known
  const found = new Map<Mark, Marked[]>()
  const add = (all: readonly Mark[], by: Entry) => {
    for (const mark of new Set(all)) {
      const made = { day: by.happened, entry: by.id, at: momentOf(by) }
      const list = found.get(mark)
      if (list) list.push(made)
      else found.set(mark, [made])
    }
  }
  for (const e of file.happenings) {
    if (e.withdrawn) continue
    const type = knownRecordType(e.type)
    add(type.marks(e.answers), e)
    if (e.signedBy) add(type.onSigned(e.answers).marks, e.signedBy)
  }
  for (const list of found.values()) list.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  shown.set(file, found)
  return found
}

/** Everything in a file that shows a mark, in order of day: a record, or the signature under it. */
const marked = (file: CaseFile, mark: Mark): readonly Marked[] => marks(file).get(mark) ?? []

/** The days on which the run begins again, with the entry that did it. */
function restarts(file: CaseFile, s: Series, spell: Spell, first: Day): Marked[] {
  const inner = file.spells.filter(
    p => p.kind === s.restarts && p.from >= spell.from && (spell.to === null || p.from < spell.to),
  )
  const again = inner.map(p => ({ day: p.from, entry: p.openedBy, at: null })).filter(m => m.day > first)
  return [{ day: first, entry: spell.openedBy, at: null }, ...again]
}

/**
 * The marks inside a spell that each begin a clock, for a series that is not begun by the spell itself. On the day on
 * which one case is closed and the next opened, a mark belongs to the next.
 */
const begun = (file: CaseFile, mark: Mark, spell: Spell): readonly Marked[] => {
  const { to } = spell
  const last = (on: Day) => to === null || (follows(file, spell, to) ? on < to : on <= to)
  return marked(file, mark).filter(m => m.day >= spell.from && last(m.day))
}

/** The moments of a clock in hours; null where the moment it started is not known. */
function moments(start: Marked, row: Timescale): Moments | null {
  if (row.within.unit !== 'hours' || start.at === null) return null
  return { starts: start.at, due: after(start.at, row.within.n), met: null }
}

/** What already runs when a clock starts, and so meets it there and then. */
function held(s: Series, start: Marked, file: CaseFile): Marked | undefined {
  const running =
    s.holds &&
    file.spells.find(p => p.kind === s.holds?.kind && p.key === s.holds.key && runsOn(p, start.day))
  return running && running.from < start.day
    ? { day: start.day, entry: running.openedBy, at: start.at }
    : undefined
}

/** The clocks of one stretch of a series: from a start (or restart) to the next, or to the end of the spell. */
function run(
  s: Series,
  from: Marked,
  end: Day | null,
  ending: 'spell' | 'restart',
  met: readonly Marked[],
  file: CaseFile,
  calendar: WorkingCalendar,
): Clock[] {
  const clocks: Clock[] = []
  let start = from
  for (let nth = 1; ; nth += 1) {
    const rule = govern(s, nth, start.day, file, calendar)
    if (!rule) return clocks
    const [row, lastDay] = rule
    const at = moments(start, row)
    const due = at ? londonDay(at.due) : lastDay
    // A visit on the very day of a start counts for it; after that, each thing done meets one clock only. Of a round,
    // what began it is not the first of what it asks for.
    const begins = (m: Marked) => m.day === start.day && (nth > 1 || (!s.once && m.entry === start.entry))
    const stop = held(s, start, file) ?? met.find(m => m.day >= start.day && !begins(m))
    const done = stop !== undefined && (end === null || countsBy(stop.day, end, ending))
    const clock: Clock = {
      subject: file.subject,
      series: s.code,
      row: row.code,
      starts: start.day,
      startedBy: start.entry,
      due,
      met: done ? stop.day : null,
      metBy: done ? stop.entry : null,
      ended: done ? null : end,
      lateReason: null,
      moments: at && { ...at, met: done ? stop.at : null },
    }
    clocks.push(clock)
    if (!done || s.once) return clocks
    start = stop
  }
}

/**
 * What was done on the last day of a spell still counts for it; on the day of a move, or where another spell of the
 * kind begins that same day, it counts for the new one.
 */
const countsBy = (on: Day, end: Day, ending: 'spell' | 'restart') =>
  ending === 'spell' ? on <= end : on < end

/** A core assessment that begins with the end of the initial one takes nothing from it: each key has its own marks. */
const follows = (file: CaseFile, spell: Spell, end: Day | null, key?: string): boolean =>
  end !== null &&
  end === spell.to &&
  file.spells.some(
    p => p !== spell && p.kind === spell.kind && p.from === end && (key === undefined || p.key === key),
  )

function ofSpell(
  s: Series,
  spell: Spell,
  met: readonly Marked[],
  file: CaseFile,
  calendar: WorkingCalendar,
): Clock[] {
  const { born } = file.person
  if ((s.fromAge !== undefined || s.untilAge !== undefined) && !born) return []
  const first = s.fromAge !== undefined && born ? later(spell.from, birthday(born, s.fromAge)) : spell.from
  const grown = s.untilAge !== undefined && born ? birthday(born, s.untilAge) : null
  const end = grown !== null && (spell.to === null || grown < spell.to) ? grown : spell.to
  if (end !== null && (first > end || (first === end && first !== spell.from))) return []
  const starts = s.starts ? begun(file, s.starts, spell) : restarts(file, s, spell, first)
  return starts.flatMap((from, i) => {
    const next = starts[i + 1]
    return next
      ? run(s, from, next.day, 'restart', met, file, calendar)
      : run(s, from, end, follows(file, spell, end, s.key) ? 'restart' : 'spell', met, file, calendar)
  })
}

/** A clock for each record that is to be written down in time. What was moved over from elsewhere has none. */
function written(s: Series, file: CaseFile, calendar: WorkingCalendar): Clock[] {
  return file.happenings.flatMap(e => {
    if (e.withdrawn || e.source !== null || !s.records?.includes(e.type)) return []
    const rule = govern(s, 1, e.happened, file, calendar)
    if (!rule) return []
    const recorded = londonDay(e.recorded)
    return [
      {
        subject: file.subject,
        series: s.code,
        row: rule[0].code,
        starts: e.happened,
        startedBy: e.id,
        due: rule[1],
        met: recorded,
        metBy: e.id,
        ended: null,
        lateReason: null,
        moments: null,
      },
    ]
  })
}

/** The late reasons of a file, by series and due day. */
function reasons(file: CaseFile): ReadonlyMap<string, string> {
  const late = file.happenings.filter(e => e.type === 'late-reason' && !e.withdrawn)
  return new Map(late.map(e => [`${String(e.answers.clock)}/${String(e.answers.due)}`, e.id]))
}

/**
 * Every clock of a file, run or running. It asks nothing of today: whether a clock is overdue on a day is answered by
 * {@link clockState}, so the same clocks serve every date.
 */
export function clocksOf(file: CaseFile, calendar: WorkingCalendar = england): readonly Clock[] {
  const late = reasons(file)
  return allSeries.flatMap(s => {
    if (s.stops === null) return written(s, file, calendar)
    const met = marked(file, s.stops)
    return file.spells
      .filter(spell => spell.kind === s.during && (s.key === undefined || spell.key === s.key))
      .flatMap(spell => ofSpell(s, spell, met, file, calendar))
      .map(c => ({ ...c, lateReason: late.get(`${c.series}/${c.due}`) ?? null }))
  })
}
