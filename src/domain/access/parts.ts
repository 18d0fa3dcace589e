import type { Role, Viewer } from './roles.ts'

/** What of one kind a reader is given: the last, those they wrote, or those that name them in this answer. */
type Given = 'last' | 'written' | { readonly named: string }

/**
 * A part of a file, for those whom only that part concerns (rules §4): the record types it is made of, which they read
 * and write, and the series of clocks that belong to it. Whoever is let into a part is shown nothing of the rest.
 */
export interface Part {
  readonly title: string
  readonly types: readonly string[]
  readonly series: readonly string[]
  /** What of it they write, where that is not everything. */
  readonly writes?: readonly string[]
  /** Of which kinds not every entry is theirs to read. */
  readonly given?: Readonly<Record<string, Given>>
  /** Which kinds stand before the others, whenever they were written. */
  readonly first?: readonly string[]
  /** Answers that are kept from them, by the kind of record. */
  readonly keeps?: Readonly<Record<string, readonly string[]>>
}

const health: Part = {
  title: 'Health',
  types: [
    'health-assessment',
    'dental-check',
    'immunisation',
    'development-check',
    'sdq',
    'substance-misuse',
  ],
  series: ['health-assessment', 'dental-check', 'immunisations', 'sdq'],
}

const leavingCare: Part = {
  title: 'Leaving care',
  types: ['care-leaver-contact', 'pathway-plan', 'pathway-plan-ended'],
  series: ['pathway-plan', 'pathway-review', 'leaver-contact'],
}

const education: Part = {
  title: 'Education',
  types: ['education-plan', 'education-plan-rating', 'education-place'],
  series: ['education-plan-begun', 'education-plan'],
}

/**
 * What a foster carer needs to look after a child well, and nothing of those who cared before, of the family or of what
 * others wrote: the placement with them, health, the legal status that stands, and their own log.
 */
const caring: Part = {
  title: 'Care and health',
  types: ['carer-log', 'placement-arranged', 'placement', 'legal-status', ...health.types],
  series: ['looked-after-visit', 'looked-after-review', ...health.series],
  writes: ['carer-log'],
  given: {
    'carer-log': 'written',
    'placement-arranged': { named: 'account' },
    placement: { named: 'account' },
    'legal-status': 'last',
  },
  first: ['placement-arranged', 'placement'],
  keeps: { placement: ['whyMoved', 'urn', 'provider'] },
}

const parts: Partial<Readonly<Record<Role, Part>>> = {
  'looked-after-nurse': health,
  'personal-adviser': leavingCare,
  'virtual-head': education,
  'foster-carer': caring,
}

/** The part of a file that a role reads and writes; none where it has the whole, or nothing. */
export const partOf = (role: Role): Part | null => parts[role] ?? null

/** The kinds of record of a part that its reader writes, and corrects. */
export const writtenIn = (part: Part): readonly string[] => part.writes ?? part.types

interface Written {
  readonly type: string
  readonly author: string
  readonly withdrawn: boolean
  readonly answers: Readonly<Record<string, unknown>>
}

/**
 * The entries of a file that a reader of a part is given, in their order, with those answers left out that are kept
 * from them. What was withdrawn is given to nobody here.
 * @param entries of one file, in its order
 */
export function givenIn<E extends Written>(
  part: Part,
  viewer: Pick<Viewer, 'id'>,
  entries: readonly E[],
): readonly E[] {
  const own = entries.filter(e => part.types.includes(e.type) && !e.withdrawn)
  const isGiven = (e: E): boolean => {
    const given = part.given?.[e.type]
    if (given === undefined) return true
    if (given === 'last') return own.findLast(o => o.type === e.type) === e
    if (given === 'written') return e.author === viewer.id
    return e.answers[given.named] === viewer.id
  }
  return own.filter(isGiven).map(e => {
    const kept = part.keeps?.[e.type]
    if (!kept) return e
    const answers = Object.fromEntries(Object.entries(e.answers).filter(([name]) => !kept.includes(name)))
    return { ...e, answers }
  })
}

/** Where the file of a child begins for a role. */
export const fileAt = (role: Role, code: string): string =>
  partOf(role) === null ? `/child/${code}` : `/child/${code}/part`
