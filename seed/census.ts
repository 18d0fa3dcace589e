import { type CaseFile, foldFile } from '../src/domain/casework/file.ts'
import { addDays, addMonths, ageOn, type Day } from '../src/domain/kernel/day.ts'
import type { Entry, NewEntry } from '../src/domain/records/entry.ts'
import { runsOn, type Spell, type SpellKindCode } from '../src/domain/records/spell.ts'
import { clocksOf } from '../src/domain/timescales/evaluate.ts'
import type { Clock } from '../src/domain/timescales/timescale.ts'
import type { Seed } from './generate.ts'

/** One folded child, as the census asks about it. */
export interface Counted {
  readonly file: CaseFile
  readonly clocks: readonly Clock[]
}

/** The entries of each subject, with the places in the file that the ledger would give them. */
export function bySubject(entries: readonly NewEntry[]): Map<string, Entry[]> {
  const files = new Map<string, Entry[]>()
  for (const e of entries) {
    const own = files.get(e.subject) ?? []
    own.push({ ...e, seq: own.length + 1 })
    files.set(e.subject, own)
  }
  return files
}

/** Folds every child's file. */
export function fold(seed: Pick<Seed, 'subjects' | 'entries'>): Counted[] {
  const files = bySubject(seed.entries)
  return seed.subjects.flatMap(s => {
    if (s.kind !== 'child') return []
    const file = foldFile(s.id, files.get(s.id) ?? [])
    return [{ file, clocks: clocksOf(file) }]
  })
}

export const running = (c: Counted, kind: SpellKindCode, on: Day): Spell | undefined =>
  c.file.spells.find(s => s.kind === kind && runsOn(s, on))

const inYear = (d: Day, on: Day, months = 12) => d > addMonths(on, -months) && d <= on
const ageOf = (c: Counted, on: Day) => (c.file.person.born ? ageOn(c.file.person.born, on) : -1)
const share = (yes: number, of: number) => (of === 0 ? 0 : Math.round((yes / of) * 1000) / 10)

/** Every clock of a series due in the months to a day was met by its due day; a clock that ended first is no matter. */
export function everyOnTime(c: Counted, series: string, on: Day, months: number): boolean {
  return c.clocks
    .filter(k => k.series === series && inYear(k.due, addDays(on, -1), months))
    .filter(k => !(k.ended !== null && k.ended <= k.due))
    .every(k => k.met !== null && k.met <= k.due)
}

const happened = (c: Counted, type: string, on: Day) =>
  c.file.happenings.filter(e => e.type === type && !e.withdrawn && inYear(e.happened, on))

const TOOK = ['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6']

/** The figures of a day, counted the plain way, apart from the product's own indicators. */
export function census(files: readonly Counted[], on: Day) {
  const count = (list: readonly Counted[], yes: (c: Counted) => boolean) => list.filter(yes).length
  const care = files.filter(c => running(c, 'looked-after', on))
  const plans = files.filter(c => running(c, 'protection-plan', on))
  const band = (list: readonly Counted[], from: number, to: number) =>
    count(list, c => ageOf(c, on) >= from && ageOf(c, on) <= to)
  const category = (code: string) =>
    count(plans, c => running(c, 'protection-plan', on)?.facts.category === code)
  const year = care.filter(c => (running(c, 'looked-after', on)?.from ?? on) <= addMonths(on, -12))
  const reviews = (c: Counted) =>
    happened(c, 'looked-after-review', on).filter(
      e => c.file.person.born && ageOn(c.file.person.born, e.happened) >= 4,
    )
  const asked = care.filter(c => ageOf(c, on) >= 4 && reviews(c).length > 0)
  const scored = year.filter(c => ageOf(c, on) >= 4 && ageOf(c, on) <= 16)
  const began = (c: Counted, kind: SpellKindCode) =>
    c.file.spells.filter(s => s.kind === kind && inYear(s.from, on))
  const started = files.filter(c => began(c, 'protection-plan').length > 0)
  const referred = files.filter(c => began(c, 'referral').length > 0)
  const before = (c: Counted, kind: SpellKindCode, months: number) =>
    began(c, kind).some(s =>
      c.file.spells.some(o => o.kind === kind && o.from < s.from && o.from > addMonths(s.from, -months)),
    )
  const homes = (c: Counted) =>
    c.file.spells.filter(
      s =>
        s.kind === 'placement' &&
        s.from <= on &&
        (s.to === null || s.to > addMonths(on, -12)) &&
        s.to !== s.from,
    ).length
  const timely = (list: readonly Counted[], series: string, months: number) =>
    share(
      count(list, c => everyOnTime(c, series, on, months)),
      list.length,
    )
  return {
    lookedAfter: care.length,
    lookedAfterUnder5: band(care, 0, 4),
    lookedAfter5to16: band(care, 5, 16),
    lookedAfter17: band(care, 17, 17),
    shortBreaks: count(care, c =>
      ['V3', 'V4'].includes(String(running(c, 'legal-status', on)?.facts.status)),
    ),
    plans: plans.length,
    girls: count(plans, c => c.file.person.sex === 'F'),
    boys: count(plans, c => c.file.person.sex === 'M'),
    unborn: count(plans, c => c.file.person.unborn && c.file.person.sex === 'U'),
    plansUnder5: band(plans, -1, 4),
    plans5to11: band(plans, 5, 11),
    plans12andOver: band(plans, 12, 17),
    categories: [category('NEG'), category('EMO'), category('PHY'), category('SAB')],
    fosteredPrivately: count(files, c => running(c, 'private-fostering', on) !== undefined),
    cohort: year.length,
    healthAssessments: count(year, c =>
      happened(c, 'health-assessment', on).some(e => e.answers.outcome === 'held'),
    ),
    dentalChecks: count(year, c => happened(c, 'dental-check', on).length > 0),
    immunised: count(year, c => happened(c, 'immunisation', on).at(-1)?.answers.upToDate === true),
    tookPart: share(
      count(asked, c => reviews(c).every(e => TOOK.includes(String(e.answers.participation)))),
      asked.length,
    ),
    questionnaires: share(
      count(scored, c => happened(c, 'sdq', on).some(e => e.answers.scored === true)),
      scored.length,
    ),
    reviewsOnTime: timely(care, 'looked-after-review', 12),
    visitsOnTime: timely(care, 'looked-after-visit', 3),
    planVisitsOnTime: timely(plans, 'protection-visit', 3),
    conferencesOnTime: timely(plans, 'protection-review', 12),
    threePlacements: share(
      count(care, c => homes(c) >= 3),
      care.length,
    ),
    startedPlans: started.length,
    repeatPlans: share(
      count(started, c => before(c, 'protection-plan', 1200)),
      started.length,
    ),
    referred: referred.length,
    referredAgain: share(
      count(referred, c => before(c, 'referral', 12)),
      referred.length,
    ),
    unallocated: count(
      files,
      c =>
        (running(c, 'looked-after', on) ?? running(c, 'protection-plan', on)) !== undefined &&
        !c.file.spells.some(s => s.kind === 'allocation' && s.key === 'worker' && runsOn(s, on)),
    ),
    overdue: count(files, c => c.clocks.some(k => k.met === null && k.ended === null && k.due < on)),
  }
}
