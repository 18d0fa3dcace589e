import type { Person } from '../casework/person.ts'
import { longDay } from '../kernel/day.ts'
import { relationshipKinds } from '../records/types/relationship.ts'
import type { Item, Passage } from './passages.ts'
import { placesOf } from './redact.ts'

/** Words that may be about another person: where they stand, and why it is thought so. */
export interface Suggestion {
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly why: string
}

/** Somebody else of whom the file speaks, and where it says who they are. */
interface Other {
  readonly name: string
  readonly why: string
}

const NO_NAMES = new Set([
  'the',
  'and',
  'mrs',
  'miss',
  'ms',
  'mr',
  'dr',
  'not',
  'known',
  'unknown',
  'with',
  'who',
])

const partsOf = (name: string): readonly string[] => name.split(/[\s,]+/).filter(p => p !== '')

/** Questions whose answer is a person's name, beside relationships. */
const NAMES: Readonly<Record<string, string>> = {
  carer: 'a carer',
  referrer: 'who told us',
  lead: 'a lead professional',
}

/** Professionals act for their agencies: what they did is told with their names. */
function othersIn(items: readonly Item[]): readonly Other[] {
  return items.flatMap(({ entry, passages }) => {
    const { name, kind } = entry.answers
    const said = typeof kind === 'string' && Object.hasOwn(relationshipKinds, kind) ? kind : undefined
    const told = said === undefined ? undefined : relationshipKinds[said as keyof typeof relationshipKinds]
    const on = longDay(entry.happened)
    if (entry.type === 'relationship' && said === 'professional') return []
    const relation =
      entry.type === 'relationship' && typeof name === 'string' && told
        ? [{ name, why: `${told}, named on ${on}` }]
        : []
    const fields = passages.flatMap(p => {
      if (p.person) return [{ name: p.text, why: `${told ?? 'Another child'}, named on ${on}` }]
      const who = NAMES[p.id.slice(p.id.lastIndexOf('.') + 1)]
      return who ? [{ name: p.text, why: `Named as ${who} on ${on}` }] : []
    })
    return [...relation, ...fields]
  })
}

/** The name in whole, and each part of it that is not the child's own too. */
function formsOf(name: string, own: ReadonlySet<string>): readonly string[] {
  const parts = partsOf(name).filter(p => p.length >= 3 && !NO_NAMES.has(p.toLowerCase()))
  const apart = parts.filter(p => !own.has(p.toLowerCase()))
  return apart.length === 0 ? [] : [name, ...apart]
}

const overlaps = (a: Suggestion, b: { readonly start: number; readonly end: number }): boolean =>
  a.start < b.end && b.start < a.end

const isName = (words: string, form: string): boolean => /\s/.test(form) || /^\p{Lu}/u.test(words)

function inPassage(p: Passage, others: readonly Other[], own: ReadonlySet<string>): readonly Suggestion[] {
  const found: Suggestion[] = []
  // Longer forms first: a whole name is one suggestion, not two.
  const forms = others
    .flatMap(o => formsOf(o.name, own).map(form => ({ form, why: o.why })))
    .toSorted((a, b) => b.form.length - a.form.length)
  // A part of a name is a name where it is written as one: a carer at Four House is not every house.
  for (const { form, why } of forms)
    for (const place of placesOf(p.text, form))
      if (isName(p.text.slice(place.start, place.end), form) && !found.some(f => overlaps(f, place)))
        found.push({ passage: p.id, ...place, why })
  return found.toSorted((a, b) => a.start - b.start)
}

/**
 * Where names of other people, whom the file itself names as such, stand in it. It finds names, not stories: whoever
 * marks the file reads it.
 */
export function suggestionsIn(
  items: readonly Item[],
  child: Pick<Person, 'givenName' | 'familyName' | 'otherNames'>,
  on: readonly Item[] = items,
): readonly Suggestion[] {
  const own = new Set(
    partsOf([child.givenName, child.familyName, child.otherNames].filter(Boolean).join(' ')).map(p =>
      p.toLowerCase(),
    ),
  )
  const others = othersIn(items)
  return on.flatMap(i => i.passages.flatMap(p => inPassage(p, others, own)))
}
