import type { Sensitivity } from '../access/roles.ts'
import { type Day, longDay } from '../kernel/day.ts'
import type { CaseFile } from './file.ts'
import { nowOf, spellWords } from './now.ts'
import { ageWords, calledBy, type Person } from './person.ts'

/** What stands at the head of every page of a child's file, so that nobody writes into the wrong one. */
export interface FileHeading {
  readonly title: string
  readonly badges: readonly { readonly text: string; readonly colour: 'red' | 'orange' | 'blue' | 'purple' }[]
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

const bornWords = (p: Person, on: Day): string =>
  p.born === null
    ? 'Not recorded'
    : p.unborn
      ? `Expected ${longDay(p.born)}`
      : `${longDay(p.born)} (${ageWords(p, on)})`

/** Whose file it is: what it is called by, and whether it is closed to all but those it names. */
interface Whose {
  readonly code: string
  readonly target: { readonly sensitivity: Sensitivity }
}

/** The heading of a file as it stands on a day. */
export function headingOf(file: CaseFile, { code, target }: Whose, on: Day): FileHeading {
  const now = nowOf(file, on)
  const { person } = file
  return {
    title: calledBy(person, code),
    badges: [
      ...(target.sensitivity === 'restricted' ? [{ text: 'Restricted file', colour: 'red' } as const] : []),
      ...(now.missing ? [{ text: spellWords(now.missing), colour: 'orange' } as const] : []),
      ...(now.lookedAfter ? [{ text: 'Looked after', colour: 'blue' } as const] : []),
      ...(now.plan ? [{ text: 'Child protection plan', colour: 'purple' } as const] : []),
    ],
    facts: [
      { name: 'Child ID', value: code },
      { name: person.unborn ? 'Birth' : 'Born', value: bornWords(person, on) },
      ...(person.otherNames === null ? [] : [{ name: 'Also known as', value: person.otherNames }]),
    ],
  }
}
