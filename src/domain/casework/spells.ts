import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'
import { type Spell, type SpellChange, type SpellKindCode, spellKinds } from '../records/spell.ts'

const within = (kind: SpellKindCode): string | undefined => {
  const declared: { readonly title: string; readonly within?: string } = spellKinds[kind]
  return declared.within
}

/** Folds what happened, in order, into what lasted. */
export function spells(subject: string, happenings: readonly Standing[]): readonly Spell[] {
  const done: Spell[] = []
  const open = new Map<string, Spell>()

  const close = (id: string, on: Day, by: string, facts: Spell['facts'] = {}) => {
    const spell = open.get(id)
    if (!spell) return
    open.delete(id)
    done.push({ ...spell, to: on, closedBy: by, facts: { ...spell.facts, ...facts } })
  }

  const apply = (change: SpellChange, entry: Standing) => {
    const on = change.on ?? entry.happened
    const key = change.key ?? ''
    if ('opens' in change) {
      const id = `${change.opens}/${key}`
      close(id, on, entry.id)
      const facts = change.facts ?? {}
      open.set(id, {
        subject,
        kind: change.opens,
        key,
        from: on,
        to: null,
        facts,
        openedBy: entry.id,
        closedBy: null,
      })
      return
    }
    close(`${change.closes}/${key}`, on, entry.id, change.facts)
    for (const [id, inner] of [...open]) if (within(inner.kind) === change.closes) close(id, on, entry.id)
  }

  for (const entry of happenings) {
    if (entry.withdrawn) continue
    for (const change of knownRecordType(entry.type).spells(entry.answers)) apply(change, entry)
  }
  return [...done, ...open.values()].sort(
    (a, b) =>
      compare(a.from, b.from) ||
      compare(a.kind, b.kind) ||
      compare(a.key, b.key) ||
      compare(a.to ?? '9', b.to ?? '9'),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
