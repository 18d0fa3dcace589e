import type { Day } from '../../../domain/kernel/day.ts'
import { standardsAfter } from '../../../domain/quality/fold-section-11.ts'
import type { StandardAnswer } from '../../../domain/quality/section-11.ts'
import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { asking } from '../../../domain/records/asked.ts'
import type { Entry } from '../../../domain/records/entry.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { type Faults, parse, rawAnswers, type Typed, textOf } from '../../../domain/records/parse.ts'
import { agencyStandard } from '../../../domain/records/types/section-11.ts'

/** The questions of one standard. */
const one = asking(agencyStandard, ['standard', 'by'])
const NAMES = Object.keys(one.fields)

/** The name of a question of a standard in the whole form. */
export const fieldOf = (standard: string, name: string): string => `${standard}_${name}`

const typedOf = (standard: string, typed: Typed): Typed =>
  Object.fromEntries(NAMES.map(n => [n, textOf(typed, fieldOf(standard, n)).replace(/\r\n/g, '\n')]))

const rawOf = (a: StandardAnswer | undefined): Typed => {
  if (!a) return {}
  const { rating, evidence, action, owner, by: due } = a
  return rawAnswers(one, { rating, evidence, action, owner, due })
}

/** What stands of the standards, as the form shows it. */
export function formOf(answers: ReadonlyMap<string, StandardAnswer>): Typed {
  return Object.fromEntries(
    sectionElevenStandards.flatMap(s =>
      Object.entries(rawOf(answers.get(s.code))).map(([n, raw]) => [fieldOf(s.code, n), raw]),
    ),
  )
}

const same = (a: Typed, b: Typed): boolean => NAMES.every(n => textOf(a, n) === textOf(b, n))

/** What is to be done with a form that was sent. */
export interface Saving {
  /** Standards that were changed, to be written. */
  readonly write: readonly Answers[]
  readonly faults: Faults
  /** What comes back as it was typed: it is not kept. */
  readonly kept: Typed
  /** Standards that a colleague changed meanwhile, too. */
  readonly clashed: readonly string[]
}

/**
 * Compares a form with the file. Only what was changed on the form is written; what a colleague changed meanwhile stays,
 * and where both changed the same standard, the form comes back with both.
 * @param basis how far the file went when the form was opened
 */
export function readSaving(entries: readonly Entry[], typed: Typed, basis: number, today: Day): Saving {
  const then = standardsAfter(entries.filter(e => e.seq <= basis))
  const now = standardsAfter(entries)
  const write: Answers[] = []
  const faults: Record<string, string> = {}
  const kept: Record<string, Typed[string]> = {}
  const clashed: string[] = []
  for (const { code, title } of sectionElevenStandards) {
    const mine = typedOf(code, typed)
    const [before, stands] = [rawOf(then.get(code)), rawOf(now.get(code))]
    if (same(mine, before) || same(mine, stands)) continue
    const keep = () => {
      for (const n of NAMES) kept[fieldOf(code, n)] = mine[n]
    }
    if (!same(before, stands)) {
      clashed.push(code)
      keep()
      faults[fieldOf(code, 'rating')] =
        `${title}: a colleague has changed this while your form was open. Theirs is shown under the question and is kept. To put yours in its place, save again; to leave theirs, copy it into the boxes.`
      continue
    }
    const read = parse(one, mine, { today, born: null, unborn: false })
    if (read.ok) write.push({ standard: code, ...read.value })
    else {
      keep()
      for (const [n, say] of Object.entries(read.error)) faults[fieldOf(code, n)] = `${title}: ${say}`
    }
  }
  return { write, faults, kept, clashed }
}
