import type { CaseFile } from '../../../casework/file.ts'
import { england } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Standing } from '../../../records/entry.ts'
import type { Spell } from '../../../records/spell.ts'
import { ofKind } from './activity.ts'
import { block, type Content } from './content.ts'
import { touches } from './days.ts'
import { type Episode, within } from './episodes.ts'
import type { CensusYear } from './shape.ts'

/** Working days from the strategy discussion to the initial conference (rules R22). */
const TO_CONFERENCE = 15

/** An initial child protection conference, whether or not a plan came of it. */
export interface Conference {
  readonly on: Day
  readonly entry: string
  readonly plan: boolean
}

export const conferences = (file: CaseFile): readonly Conference[] =>
  file.happenings.flatMap(e => {
    const plan = e.type === 'protection-plan-started'
    return e.withdrawn || !(plan || e.type === 'conference-without-plan')
      ? []
      : [{ on: e.happened, entry: e.id, plan }]
  })

export interface Enquiry {
  readonly spell: Spell
  /** The conference that it led to; undefined where none was held yet, or none was needed. */
  readonly conference: Conference | undefined
  readonly notRequired: boolean
  /** When the conference was due; undefined where none was needed. */
  readonly target: Day | undefined
}

/** Each section 47 enquiry with the conference it led to: the first after it, and before the next enquiry. */
export function enquiries(file: CaseFile): readonly Enquiry[] {
  const all = ofKind(file, 'enquiry')
  const held = conferences(file)
  return all.map((spell, i) => {
    const next = all[i + 1]?.from
    // An end that is told later than the day of the file is not known yet.
    const outcome = spell.closedBy === null ? undefined : spell.facts.outcome
    const over = outcome === 'no-conference' || outcome === 'unfounded'
    const conference = over
      ? undefined
      : held.find(c => c.on >= spell.from && (next === undefined || c.on < next))
    return {
      spell,
      conference,
      notRequired: over,
      target: over ? undefined : england.add(spell.from, TO_CONFERENCE),
    }
  })
}

const inYear = (on: Day, of: CensusYear): boolean => of.first <= on && on <= of.last

/** Enquiries of an episode that began in the year, or whose conference was held in it (rules 8715, 8740). */
export const section47Of = (file: CaseFile, of: CensusYear, episode: Episode): readonly Content[] =>
  enquiries(file).flatMap(({ spell, conference, notRequired, target }) =>
    within(episode, spell.from) && (conference ? inYear(conference.on, of) : inYear(spell.from, of))
      ? [
          block(
            {
              S47ActualStartDate: spell.from,
              InitialCPCtarget: target,
              DateOfInitialCPC: conference?.on,
              ICPCnotRequired: notRequired ? '1' : '0',
            },
            [spell.openedBy, spell.closedBy, conference?.entry],
          ),
        ]
      : [],
  )

/** The last conference of the year that no enquiry in the record led to: of a child who moved here with a plan. */
export function conferenceAlone(file: CaseFile, of: CensusYear, episode: Episode): Conference | undefined {
  const led = new Set(enquiries(file).map(e => e.conference?.entry))
  return conferences(file).findLast(c => !led.has(c.entry) && within(episode, c.on) && inYear(c.on, of))
}

const reviewsIn = (file: CaseFile, plan: Spell): readonly Standing[] =>
  file.happenings.filter(
    e =>
      e.type === 'protection-review' &&
      !e.withdrawn &&
      e.happened > plan.from &&
      (plan.to === null || e.happened <= plan.to),
  )

const words = (v: unknown): string | undefined => (typeof v === 'string' && v !== '' ? v : undefined)

/** The category at the start of a plan, and as it is after the last review that changed it. */
export function categories(
  file: CaseFile,
  plan: Spell,
): { readonly first?: string; readonly latest?: string } {
  const first = words(plan.facts.category)
  const changed = reviewsIn(file, plan).findLast(e => words(e.answers.category))
  const latest = words(changed?.answers.category) ?? first
  return { ...(first ? { first } : {}), ...(latest ? { latest } : {}) }
}

/** How many protection plans the child had before this one, as far as the file goes back. */
export const plansBefore = (file: CaseFile, plan: Spell): number =>
  ofKind(file, 'protection-plan').filter(s => s.from < plan.from).length

export const protectionPlansOf = (file: CaseFile, of: CensusYear, episode: Episode): readonly Content[] =>
  ofKind(file, 'protection-plan').flatMap(s => {
    if (!within(episode, s.from) || !touches(s, of)) return []
    const { first, latest } = categories(file, s)
    const held = reviewsIn(file, s).filter(e => inYear(e.happened, of))
    const days = [...new Set(held.map(e => e.happened))]
    return [
      block(
        {
          CPPstartDate: s.from,
          CPPendDate: s.to ?? undefined,
          InitialCategoryOfAbuse: first,
          LatestCategoryOfAbuse: latest,
          NumberOfPreviousCPP: String(plansBefore(file, s)),
          Reviews:
            days.length > 0
              ? block(
                  { CPPreviewDate: days },
                  held.map(e => e.id),
                )
              : undefined,
        },
        [s.openedBy, s.closedBy],
      ),
    ]
  })
