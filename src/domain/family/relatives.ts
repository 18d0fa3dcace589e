import type { Day } from '../kernel/day.ts'
import { type RelationshipKind, relationshipKinds } from '../records/types/relationship.ts'
import { neverJoined } from './adoption.ts'
import type { Claim } from './claims.ts'
import { agree, exactWord } from './inverses.ts'

/** How much of another child's file this viewer may see: all, the name, that there is one, or nothing at all. */
export type Seen = 'open' | 'listed' | 'closed' | 'hidden'

/** Another child, as far as the viewer may know. */
export interface KnownPerson {
  readonly id: string
  readonly code: string
  readonly called: string
  readonly born: Day | null
  readonly unborn: boolean
  readonly sex: string | null
  readonly seen: Seen
  readonly adopted: Day | null
  readonly begun: Day
}

/** Somebody in the child's life, once, with every record that says so. */
export interface Relative {
  readonly key: string
  readonly kind: RelationshipKind
  readonly title: string
  readonly name: string
  /** Their file, where the viewer may see that it is theirs. */
  readonly file: KnownPerson | null
  readonly sex: 'F' | 'M' | null
  readonly unborn: boolean
  /** The day, or the year, or whatever is known. */
  readonly born: string | null
  readonly side: 'mother' | 'father' | null
  readonly agency: string | null
  readonly contact: string | null
  readonly responsibility: boolean | null
  readonly household: boolean
  readonly died: boolean
  readonly from: Day | null
  readonly to: Day | null
  readonly ended: boolean
  /** What says it: the one that stands first. */
  readonly claims: readonly Claim[]
  /** What says something else of the same person at the same time. */
  readonly differing: readonly Claim[]
  /** Nothing but its being there may be told: it is said on a file that the viewer may not open. */
  readonly closed: boolean
}

export const CLOSED = 'A child whose file is closed to you'
/** The same, to an inspector. */
export const NOT_SAMPLED = 'A child who is not in the sample'

interface About {
  /** The child whose file it is. */
  readonly child: Pick<KnownPerson, 'id' | 'born' | 'adopted' | 'begun'>
  readonly claims: readonly Claim[]
  readonly known: ReadonlyMap<string, KnownPerson>
  readonly on: Day
  /** What a child is called whose file is closed to the viewer; {@link CLOSED} where not said. */
  readonly closed?: string
}

/** What a viewer may be told: nothing of a restricted child beyond a name that this file itself writes down. */
function tellable({ child, claims, known }: About): readonly Claim[] {
  return claims.flatMap(claim => {
    if (claim.person === null) return [claim]
    const other = known.get(claim.person)
    if (claim.person === child.id || (other && neverJoined(child, other))) return []
    if (!other || other.seen === 'hidden')
      return claim.toldBy === null && claim.name !== null ? [{ ...claim, person: null }] : []
    return [claim]
  })
}

const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ')

/** One group for each person: by their file, or by their name and what they are. */
function people(claims: readonly Claim[], known: About['known']): readonly (readonly Claim[])[] {
  const groups: Claim[][] = []
  const calledIn = (g: readonly Claim[]) =>
    g.map(c => c.name ?? (c.person === null ? null : (known.get(c.person)?.called ?? null)))
  const same = (group: readonly Claim[], claim: Claim): boolean => {
    if (claim.person !== null) return group.some(c => c.person === claim.person)
    const { name } = claim
    return (
      name !== null &&
      group.some(c => agree(c.kind, claim.kind)) &&
      calledIn(group).some(n => n !== null && nameKey(n) === nameKey(name))
    )
  }
  // Those with a file first, so that a name alone finds the file it belongs to.
  for (const claim of claims.toSorted((a, b) => Number(a.person === null) - Number(b.person === null))) {
    const group = groups.find(g => same(g, claim))
    if (group) group.push(claim)
    else groups.push([claim])
  }
  return groups
}

const over = (c: Claim, on: Day): boolean => c.to !== null && c.to <= on
const first = <T>(claims: readonly Claim[], read: (c: Claim) => T | null): T | null =>
  claims.map(read).find(v => v !== null) ?? null

const sexOf = (kind: RelationshipKind, said: string | null): 'F' | 'M' | null => {
  if (said === 'F' || said === 'M') return said
  return kind === 'mother' ? 'F' : kind === 'father' ? 'M' : null
}

/** What stands: what runs before what is over, this file's own word before another's, the latest before the earlier. */
function inOrder(group: readonly Claim[], on: Day): readonly Claim[] {
  const rank = (c: Claim) => (over(c, on) ? 2 : 0) + (c.toldBy === null ? 0 : 1)
  return group.toSorted((a, b) => rank(a) - rank(b) || (a.happened < b.happened ? 1 : -1))
}

function relative(
  group: readonly Claim[],
  { known, on, closed: closedWords = CLOSED }: About,
): Relative | undefined {
  const claims = inOrder(group, on)
  const stands = claims[0]
  if (!stands) return undefined
  const id = first(claims, c => c.person)
  const file = id === null ? null : (known.get(id) ?? null)
  // Said only on a file that is closed to the viewer, or of one: that there is somebody, and no more.
  const closed =
    file !== null &&
    (file.seen === 'closed' || (file.seen !== 'open' && claims.every(c => c.toldBy !== null)))
  const shown = claims.filter(c => c.toldBy === null || file?.seen === 'open')
  const since = stands.from ?? stands.happened
  const end = claims.find(
    c => agree(c.kind, stands.kind) && over(c, on) && (c === stands || (c.to ?? '') > since),
  )
  const ended = end !== undefined
  const sex = sexOf(stands.kind, closed ? null : (file?.sex ?? first(shown, c => c.sex)))
  const words = first(shown, c => c.name)
  const agreeing = shown.filter(c => agree(c.kind, stands.kind))
  return {
    key: stands.entry,
    kind: stands.kind,
    title: exactWord(stands.kind, sex) ?? relationshipKinds[stands.kind],
    name: closed ? (words ?? closedWords) : (file?.called ?? words ?? ''),
    file: closed ? null : file,
    sex,
    unborn: !closed && file?.unborn === true,
    born: closed ? null : (file?.born ?? first(shown, c => c.born)),
    side: first(agreeing, c => c.side),
    agency: first(shown, c => c.agency),
    contact: first(shown, c => c.contact),
    responsibility: first(shown, c => c.responsibility),
    household: !ended && first(shown, c => c.household) === true,
    died: shown.some(c => c.died),
    from: first(agreeing, c => c.from),
    to: closed ? null : (end?.to ?? stands.to),
    ended,
    claims: shown,
    differing: ended ? [] : shown.filter(c => !agree(c.kind, stands.kind) && !over(c, on)),
    closed,
  }
}

const ORDER = Object.keys(relationshipKinds)

/**
 * Everybody in a child's life, once each: what this file says and what other files say of this child, turned round.
 * Those who are there now come first, in the order of the kinds, the eldest first.
 */
export function relativesOf(about: About): readonly Relative[] {
  const rank = (r: Relative) => ORDER.indexOf(r.kind) + (r.ended ? 100 : 0)
  return people(tellable(about), about.known)
    .flatMap(group => relative(group, about) ?? [])
    .sort(
      (a, b) => rank(a) - rank(b) || compare(a.born ?? '9999', b.born ?? '9999') || compare(a.name, b.name),
    )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Brothers and sisters of every kind. */
export const isSibling = (r: Pick<Relative, 'kind'>): boolean =>
  r.kind === 'sibling' || r.kind === 'half-sibling' || r.kind === 'step-sibling'
