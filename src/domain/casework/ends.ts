import { type Day, longDay } from '../kernel/day.ts'
import type { Answers } from '../records/kinds/field.ts'
import type { Faults } from '../records/parse.ts'
import type { RecordType } from '../records/record-type.ts'
import { runsOn, type SpellKindCode, spellKinds } from '../records/spell.ts'
import type { CaseFile } from './file.ts'

/** The question that says when it happened: the fault stands there. */
const dayAsked = (type: RecordType, answers: Answers, on: Day): string =>
  Object.keys(type.fields).find(name => answers[name] === on) ?? Object.keys(type.fields)[0] ?? ''

/** Social care’s work is not over while these run. */
const during: readonly SpellKindCode[] = ['looked-after', 'protection-plan']

/** Why a case can’t be closed on a day: what still runs, and what to record first. */
function goesOn(file: CaseFile, type: RecordType, answers: Answers, on: Day): string | undefined {
  if (!type.spells(answers).some(c => 'closes' in c && c.closes === 'in-need')) return undefined
  const runs = file.spells.find(s => during.includes(s.kind) && runsOn(s, on))
  if (!runs) return undefined
  return runs.kind === 'looked-after'
    ? `The child is looked after on ${longDay(on)}, so the case goes on. Record that they ceased to be looked after first, or check the day.`
    : `The child has a protection plan on ${longDay(on)}, so the case goes on. Record the end of the plan first, or check the day.`
}

/**
 * What is wrong with a record that ends something: there is nothing to end on that day, or it is ended already; or
 * a case is closed that must go on. The fold would pass over it without a word. Of several things that a record ends
 * (a case and its worker), one is enough.
 * @param file the file without the record itself
 */
export function endsNothing(file: CaseFile, type: RecordType, answers: Answers): Faults {
  const on = type.happened(answers)
  if (on === undefined) return {}
  const early = goesOn(file, type, answers, on)
  if (early) return { [dayAsked(type, answers, on)]: early }
  let first: string | undefined
  const changes = type.spells(answers)
  for (const change of changes) {
    if (!('closes' in change)) continue
    const kind = change.closes
    // What is told from its beginning to its end in one record begins with it.
    const begins = changes.some(c => 'opens' in c && c.opens === kind && (c.key ?? '') === (change.key ?? ''))
    if (begins) return {}
    const same = file.spells.filter(s => s.kind === kind && s.key === (change.key ?? ''))
    // A beginning closes what ran before it: the true end may still be told, but one that was told is amended.
    const told = (id: string | null) => file.happenings.some(e => e.id === id && e.type === type.code)
    if (same.some(s => s.from <= on && (s.to === null || (s.to > on && !told(s.closedBy))))) return {}
    const title = spellKinds[kind].title
    const before = same.findLast(s => s.from <= on)
    const later = same.find(s => s.from > on)
    const say = later
      ? `${title}: this began on ${longDay(later.from)}, so it can’t have ended on ${longDay(on)}. Check the day.`
      : before?.to
        ? `${title}: this ended on ${longDay(before.to)} already. If that day is wrong, amend that record.`
        : `${title}: the file does not say that this had begun. Record its beginning first.`
    first ??= say
  }
  return first === undefined ? {} : { [dayAsked(type, answers, on)]: first }
}
