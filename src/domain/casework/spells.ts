import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'
import { type Spell, type SpellChange, type SpellKindCode, spellKinds } from '../records/spell.ts'

const within = (kind: SpellKindCode): string | undefined => {
  const declared: { readonly title: string; readonly within?: string } = spellKinds[kind]
  return declared.within
}

/** What changes a spell: an entry, or the signature under it. */
interface Happened {
  readonly id: string
  readonly happened: Day
  readonly seq: number
}

/** Every change in order of day. What a record does once it is signed, it does on the day of the signature. */
function changes(happenings: readonly Standing[]): readonly { change: SpellChange; by: Happened }[] {
  const all: { change: SpellChange; by: Happened }[] = []
  for (const entry of happenings) {
    if (entry.withdrawn) continue
    const type = knownRecordType(entry.type)
    for (const change of type.spells(entry.answers)) all.push({ change, by: entry })
    const signed = entry.signedBy
    if (signed) for (const change of type.onSigned(entry.answers).spells) all.push({ change, by: signed })
  }
  return all.sort((a, b) => compare(a.by.happened, b.by.happened) || a.by.seq - b.by.seq)
}

const same = (a: Spell['facts'], b: Spell['facts']): boolean => JSON.stringify(a) === JSON.stringify(b)

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

  /** The first day of an open spell, but not before the last of the new kind was over. */
  const since = (kind: SpellKindCode, opens: SpellKindCode, key: string, on: Day): Day => {
    const first = open.get(`${kind}/`)?.from ?? on
    const over = done.filter(s => s.kind === opens && s.key === key).map(s => s.to ?? first)
    return over.reduce((a, b) => (b > a ? b : a), first)
  }

  const apply = (change: SpellChange, entry: Happened) => {
    const key = change.key ?? ''
    if ('opens' in change) {
      const id = `${change.opens}/${key}`
      const facts = change.facts ?? {}
      const running = open.get(id)
      if (change.keeps && running && same(running.facts, facts)) return
      const day = change.on ?? entry.happened
      const on = change.since ? since(change.since, change.opens, key, day) : day
      close(id, on, entry.id)
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
    const on = change.on ?? entry.happened
    close(`${change.closes}/${key}`, on, entry.id, change.facts)
    for (const [id, inner] of [...open]) if (within(inner.kind) === change.closes) close(id, on, entry.id)
  }

  for (const { change, by } of changes(happenings)) apply(change, by)
  return [...done, ...open.values()].sort(
    (a, b) =>
      compare(a.from, b.from) ||
      compare(a.kind, b.kind) ||
      compare(a.key, b.key) ||
      compare(a.to ?? '9', b.to ?? '9'),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
