import { chronology } from '../casework/chronology.ts'
import type { CaseFile } from '../casework/file.ts'
import { ageWords } from '../casework/person.ts'
import type { Day } from '../kernel/day.ts'
import type { Standing } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'

/** A child whose chronology is read, alone or among brothers and sisters. */
export interface Child {
  readonly code: string
  readonly called: string
  readonly file: CaseFile
}

/** Where a line comes from: the entry, and the file it stands on. */
export interface LineSource {
  readonly code: string
  readonly called: string
  readonly entry: Standing
}

export interface ChronologyLine {
  readonly on: Day
  readonly what: string
  /** What it meant, where the record says. */
  readonly meaning: string
  /** How old each child was, in the order of the children. */
  readonly ages: readonly { readonly called: string; readonly age: string }[]
  /** One file, or several that say the same of the same day. */
  readonly sources: readonly LineSource[]
}

export interface Filter {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  /** The code of a record type. */
  readonly kind?: string | undefined
}

/** The answer in which a kind of record says what something meant. */
const MEANING: Readonly<Record<string, string>> = {
  'significant-event': 'detail',
  'managers-decision': 'reason',
  'referral-decided': 'reasons',
  'protection-plan-started': 'change',
}

const words = (v: unknown): string => (typeof v === 'string' ? v : '')

/** What an event meant for the child: in the words of the record, or of whoever put it into the chronology. */
export function meaningOf(entry: Standing): string {
  const chosen = entry.chosen?.answers
  const field = MEANING[entry.type]
  const said = field === undefined ? '' : words(entry.answers[field])
  return said || (chosen?.include === true ? words(chosen.why) : '')
}

/** How it is known: the kind of record, and what it says itself of where it comes from. */
export function sourceWords(entry: Standing): string {
  const said = entry.type === 'significant-event' ? words(entry.answers.source) : ''
  return [knownRecordType(entry.type).title, said, entry.source ?? ''].filter(w => w !== '').join(': ')
}

const kept =
  ({ from, to, kind }: Filter) =>
  (e: { on: Day; entry: Standing }): boolean =>
    (from === undefined || e.on >= from) &&
    (to === undefined || e.on <= to) &&
    (kind === undefined || e.entry.type === kind)

/**
 * The significant events of one child, or of several together: in order of day, each with the age of every child. What
 * several files say of one day in the same words is one line, with each file as its source.
 */
export function chronologies(children: readonly Child[], filter: Filter = {}): readonly ChronologyLine[] {
  const names = shortNames(children)
  const all = children.flatMap((child, i) =>
    chronology(child.file)
      .filter(kept(filter))
      .map(line => ({ line, child, i })),
  )
  const groups = [...Map.groupBy(all, a => `${a.line.on} ${a.line.entry.type} ${a.line.what}`).values()]
  // In one file the same words twice are two events, so they are not folded.
  const lines = groups.flatMap(g => (new Set(g.map(a => a.i)).size === g.length ? [g] : g.map(a => [a])))
  return lines
    .flatMap(group => {
      const [first] = group
      return first ? [{ group, first }] : []
    })
    .sort((a, b) =>
      a.first.line.on === b.first.line.on
        ? a.first.i - b.first.i || a.first.line.entry.seq - b.first.line.entry.seq
        : a.first.line.on < b.first.line.on
          ? -1
          : 1,
    )
    .map(({ group, first }) => ({
      on: first.line.on,
      what: first.line.what,
      meaning: meanings(group.map(a => ({ called: names[a.i] ?? '', meaning: meaningOf(a.line.entry) }))),
      ages: children.map((c, i) => ({ called: names[i] ?? '', age: ageWords(c.file.person, first.line.on) })),
      sources: group.map(a => ({ code: a.child.code, called: names[a.i] ?? '', entry: a.line.entry })),
    }))
}

/** First names, where they tell the children apart; else all that each is called. */
function shortNames(children: readonly Child[]): readonly string[] {
  const given = children.map(c => c.file.person.givenName)
  return given.every(n => n !== null) && new Set(given).size === given.length
    ? given.map((n, i) => n ?? children[i]?.called ?? '')
    : children.map(c => c.called)
}

/** What an event meant to each child, where it did not mean the same to all. */
function meanings(said: readonly { readonly called: string; readonly meaning: string }[]): string {
  const told = said.filter(s => s.meaning !== '')
  return new Set(told.map(s => s.meaning)).size > 1
    ? told.map(s => `${s.called}: ${s.meaning}`).join(' ')
    : (told[0]?.meaning ?? '')
}

/** The kinds of record that a chronology has lines of, for a filter. */
export function kindsIn(
  lines: readonly ChronologyLine[],
): readonly { readonly code: string; readonly title: string }[] {
  const codes = new Set(lines.flatMap(l => l.sources.map(s => s.entry.type)))
  return [...codes]
    .map(code => ({ code, title: knownRecordType(code).title }))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
}
