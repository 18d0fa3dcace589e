import type { PlanEntry } from './facts.ts'

const WITHDRAWN = 'plan-entry-withdrawn'

/** The first of each entry's amendments: itself where it amends nothing. */
function rootsOf(entries: readonly Pick<Told, 'id' | 'amends'>[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string>()
  for (const { id, amends } of entries) roots.set(id, amends ? (roots.get(amends) ?? amends) : id)
  return roots
}

interface Told extends Pick<PlanEntry, 'id' | 'subject' | 'type' | 'answers'> {
  readonly amends?: string | null
}

/** The entries that no longer count, by id: those withdrawn, and those that were amended. In the order written. */
export function superseded(entries: readonly Told[]): ReadonlySet<string> {
  const gone = withdrawn(entries)
  const roots = rootsOf(entries)
  const last = new Map(entries.map(e => [roots.get(e.id) ?? e.id, e.id]))
  return new Set(
    entries.flatMap(e => {
      const root = roots.get(e.id) ?? e.id
      return gone.has(root) || last.get(root) !== e.id ? [e.id] : []
    }),
  )
}

/** The first entries that a later one of the same file withdrew. A withdrawal may be withdrawn itself. */
function withdrawn(entries: readonly Told[]): ReadonlySet<string> {
  const roots = rootsOf(entries)
  const files = new Map(entries.map(e => [e.id, e.subject]))
  const gone = new Set<string>()
  for (const e of entries.toReversed()) {
    if (e.type !== WITHDRAWN || gone.has(e.id)) continue
    const of = typeof e.answers.entry === 'string' ? e.answers.entry : ''
    if (files.get(of) === e.subject) gone.add(roots.get(of) ?? of)
  }
  return gone
}

/** Each entry as last amended, in its own place; without those withdrawn. */
export function standing(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  const roots = rootsOf(entries)
  const gone = withdrawn(entries)
  const last = new Map(entries.map(e => [roots.get(e.id) ?? e.id, e]))
  return entries.flatMap(e => {
    const latest = e.amends === undefined && !gone.has(e.id) ? last.get(e.id) : undefined
    return latest ? [{ ...latest, id: e.id }] : []
  })
}
