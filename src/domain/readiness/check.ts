import { england } from '../kernel/calendar.ts'
import { addMonths, type Day, type Instant } from '../kernel/day.ts'
import { londonTime } from '../kernel/london.ts'
import type { Ask, By } from './asks.ts'
import { documentKinds, type ReadyDocumentKind } from './document-kinds.ts'

/** What the record says of readiness on a day, counted: see `store/queries/readiness.ts`. */
export interface ReadyFacts {
  readonly on: Day
  /** The lists as they were last made today; null where they were not. */
  readonly lists: { readonly rows: number; readonly blank: number; readonly at: Instant } | null
  readonly figures: { readonly all: number; readonly nobody: number }
  readonly audits: { readonly finished: number }
  readonly plan: { readonly actions: number; readonly overdue: number }
  /** Areas written, of how many; the day on which the oldest of them was last written. */
  readonly evaluation: { readonly written: number; readonly of: number; readonly oldest: Day | null }
  readonly supervision: { readonly workers: number; readonly overdue: number }
  readonly staff: {
    readonly people: number
    readonly teams: number
    readonly withoutPosts: readonly string[]
  }
  readonly caseloads: { readonly workers: number; readonly over: number; readonly unallocated: number }
  readonly boards: { readonly boards: number; readonly meetings: number } | null
  readonly documents: readonly { readonly kind: ReadyDocumentKind; readonly review: Day | null }[]
}

/** `ready` is said only where it is so; `look` where something there is not as it should be. */
export interface Checked {
  readonly is: 'ready' | 'look' | 'missing' | 'not-kept'
  readonly words: string
  /** Where it is, or is put right. */
  readonly href: string | null
}

const n = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

type Check = (f: ReadyFacts) => Checked
const say = (is: Checked['is'], words: string, href: string | null): Checked => ({ is, words, href })

const checks: Readonly<Record<Exclude<Ask['answers']['is'], 'document' | 'not-kept'>, Check>> = {
  lists: ({ lists }) => {
    const at = '/inspection/lists'
    if (!lists) return say('look', 'Not made yet today: open them, and they are made', at)
    const made = `Made at ${londonTime(lists.at)}: `
    if (lists.rows === 0) return say('missing', 'The lists are empty', at)
    return lists.blank === 0
      ? say('ready', `${made}${n(lists.rows, 'row')}, nothing blank that should be filled`, at)
      : say(
          'look',
          `${made}${n(lists.rows, 'row')}; ${n(lists.blank, 'cell')} blank that should be filled`,
          at,
        )
  },
  figures: ({ figures: { all, nobody } }) =>
    nobody === all
      ? say('missing', 'No figure has anybody to ask about', '/digest')
      : say(
          'ready',
          `${n(all, 'figure')} of today${nobody > 0 ? `, ${nobody} of them with nobody to ask about` : ''}`,
          '/digest',
        ),
  audits: ({ audits: { finished } }) =>
    finished === 0
      ? say('missing', 'No audit was finished in the last six months', '/audits')
      : say('ready', `${n(finished, 'audit')} finished in the last six months`, '/audits'),
  plan: ({ plan: { actions, overdue } }) =>
    actions === 0
      ? say('missing', 'The plan has no actions', '/plan')
      : overdue > 0
        ? say('look', `${overdue} of ${n(actions, 'action')} past the date`, '/plan')
        : say('ready', `${n(actions, 'action')}, none past its date`, '/plan'),
  evaluation: ({ evaluation: { written, of, oldest }, on }) => {
    const at = '/inspection/self-evaluation'
    if (written === 0) return say('missing', 'Not begun', at)
    if (written < of) return say('look', `${written} of ${of} areas are written`, at)
    return oldest !== null && oldest < addMonths(on, -12)
      ? say('look', 'Written, but some of it over a year ago', at)
      : say('ready', 'Every area was written in the last 12 months', at)
  },
  supervision: ({ supervision: { workers, overdue } }) =>
    workers === 0
      ? say('missing', 'No timescale of supervision runs for anybody', '/supervision')
      : overdue > 0
        ? say('look', `Late for ${overdue} of ${n(workers, 'worker')}`, '/supervision')
        : say('ready', `In time for ${n(workers, 'worker')}`, '/supervision'),
  staff: ({ staff: { people, teams, withoutPosts } }) =>
    people === 0
      ? say('missing', 'No staff are recorded', '/staff')
      : withoutPosts.length > 0
        ? say(
            'look',
            `${n(people, 'person', 'people')} in ${n(teams, 'team')}; funded posts not recorded for ${withoutPosts.join(', ')}`,
            '/inspection/staff.csv',
          )
        : say(
            'ready',
            `${n(people, 'person', 'people')} in ${n(teams, 'team')}, with funded posts`,
            '/inspection/staff.csv',
          ),
  caseloads: ({ caseloads: { workers, over, unallocated } }) => {
    const at = '/inspection/staff.csv'
    if (workers === 0) return say('missing', 'Nobody holds a child', at)
    const said = [
      ...(unallocated > 0 ? [`${n(unallocated, 'child', 'children')} without a worker`] : []),
      ...(over > 0 ? [`${n(over, 'worker')} over the limit`] : []),
    ]
    return said.length > 0
      ? say('look', said.join('; '), at)
      : say('ready', `${n(workers, 'worker')}, nobody over the limit, no child without a worker`, at)
  },
  boards: ({ boards }) =>
    !boards || boards.boards === 0
      ? say('missing', 'No board is kept', '/boards')
      : boards.meetings === 0
        ? say('look', `${n(boards.boards, 'board')}, and no meeting in the last 12 months`, '/boards')
        : say(
            'ready',
            `${n(boards.meetings, 'meeting')} of ${n(boards.boards, 'board')} in the last 12 months`,
            '/boards',
          ),
}

function document(kind: ReadyDocumentKind, { documents, on }: ReadyFacts): Checked {
  const at = '/inspection/documents'
  const own = documents.filter(d => d.kind === kind)
  const past = own.filter(d => d.review !== null && d.review < on).length
  if (own.length === 0)
    return say('missing', `Not kept here: no document “${documentKinds[kind]}” was added`, at)
  return past > 0
    ? say('look', `${n(own.length, 'document')}, ${past} past the day of review`, at)
    : say('ready', n(own.length, 'document'), at)
}

/** How one thing that is asked for stands. Pure: green words only where it is so. */
export function check(ask: Ask, facts: ReadyFacts): Checked {
  const { answers } = ask
  if (answers.is === 'not-kept') return say('not-kept', answers.where, null)
  if (answers.is === 'document') return document(answers.kind, facts)
  return checks[answers.is](facts)
}

/** The day by which it must be given, counted from notice. */
export const dueBy = (by: By, notice: Day): Day =>
  'hours' in by ? england.add(notice, Math.ceil(by.hours / 24)) : england.add(notice, by.workingDay)

export const byWords = (by: By): string =>
  'hours' in by
    ? `within ${by.hours} hours of notice`
    : by.workingDay === 1
      ? 'the first working day after notice'
      : `${by.workingDay} working days after notice`
