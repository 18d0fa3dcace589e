import { significance } from '../casework/chronology.ts'
import type { CaseFile } from '../casework/file.ts'
import type { Entry, Standing } from '../records/entry.ts'
import { knownRecordType } from '../records/registry.ts'

/** An entry that does not stand in the chronology: by a person's choice, or because its kind does not. */
export interface LeftOut {
  readonly entry: Standing
  /** The choice that took it out; null where its kind is not significant. */
  readonly choice: Entry | null
  /** What to say of it. */
  readonly what: string
}

/** Never lines of a chronology: who the child is, and who belongs to them, stand on pages of their own. */
const NEVER: ReadonlySet<string> = new Set(['person-details', 'relationship', 'restriction', 'late-reason'])

/** Everything left out of a file's chronology, the newest first; what a person took out before the rest. */
export function leftOut(file: CaseFile): readonly LeftOut[] {
  const out = file.happenings.flatMap(entry => {
    if (entry.withdrawn || significance(entry) !== undefined || NEVER.has(entry.type)) return []
    const type = knownRecordType(entry.type)
    const choice = entry.chosen?.answers.include === false ? entry.chosen : null
    const what = (choice ? type.chronology(entry.answers) : undefined) ?? type.summary(entry.answers)
    return [{ entry, choice, what }]
  })
  return [...out.filter(o => o.choice).toReversed(), ...out.filter(o => !o.choice).toReversed()]
}
