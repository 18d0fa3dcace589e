import { person } from '../src/domain/casework/person.ts'
import { standing } from '../src/domain/casework/standing.ts'
import { londonDay } from '../src/domain/kernel/london.ts'
import type { Entry } from '../src/domain/records/entry.ts'
import type { Answers } from '../src/domain/records/kinds/field.ts'
import type { ParseContext } from '../src/domain/records/kinds/kind.ts'
import { parse, rawAnswers } from '../src/domain/records/parse.ts'
import type { RecordType } from '../src/domain/records/record-type.ts'
import { knownRecordType } from '../src/domain/records/registry.ts'

const same = (a: Answers, b: Answers): boolean => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every(k => JSON.stringify(a[k]) === JSON.stringify(b[k]))
}

function reread(type: RecordType, answers: Answers, context: ParseContext): string[] {
  const read = parse(type, rawAnswers(type, answers), context)
  if (!read.ok) return [`${type.code}: ${JSON.stringify(read.error)}`]
  return same(read.value, answers) ? [] : [`${type.code}: read back as ${JSON.stringify(read.value)}`]
}

const isAnswers = (v: unknown): v is Answers => typeof v === 'object' && v !== null

/**
 * What a person's form would have refused of one file's entries, had it been filled in on the day each was recorded
 * with what was then known of the child. For the tests of the seed.
 */
export function faultsOf(entries: readonly Entry[]): string[] {
  const byId = new Map(entries.map(e => [e.id, e]))
  const faults: string[] = []
  let known = person([])
  entries.forEach((e, i) => {
    const context: ParseContext = { today: londonDay(e.recorded), born: known.born, unborn: known.unborn }
    const type = knownRecordType(e.type)
    const { becomes, ...own } = e.answers
    faults.push(...reread(type, own, context))
    const target = e.amends === null ? undefined : byId.get(e.amends)
    if (e.amends !== null && !target) faults.push(`${e.type}: amends nothing that was recorded before it`)
    if (becomes !== undefined)
      faults.push(
        ...(target && isAnswers(becomes)
          ? reread(knownRecordType(target.type), becomes, context)
          : [`${e.type}: an amendment of nothing`]),
      )
    const happened = type.happened(own) ?? londonDay(e.recorded)
    if (happened !== e.happened)
      faults.push(`${e.type}: happened ${e.happened}, but its answers say ${happened}`)
    if (e.happened > londonDay(e.recorded)) faults.push(`${e.type}: recorded before it happened`)
    if (e.type === 'person-details') known = person(standing(entries.slice(0, i + 1)))
  })
  return faults
}
