import { foldRisk } from '../../domain/improvement/fold-risks.ts'
import type { Risk } from '../../domain/improvement/risk.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Db } from '../connection.ts'
import { entriesOfKind, subjectsOf } from './subjects.ts'

/** The number in the code of a file: 12 of "R12". */
export const numberIn = (code: string): number => Number(code.slice(1)) || 0

export interface RiskFile {
  readonly risk: Risk
  readonly entries: readonly Entry[]
}

/** Every risk with its entries, in the order of their codes. */
export async function readRiskFiles(db: Db, knownOn?: Day): Promise<readonly RiskFile[]> {
  const subjects = await subjectsOf(db, 'risk')
  const all = await entriesOfKind(db, ['risk'])
  const known = knownOn ? all.filter(e => londonDay(e.recorded) <= knownOn) : all
  const bySubject = Map.groupBy(known, e => e.subject)
  return subjects
    .flatMap(({ id, code }) => {
      const entries = bySubject.get(id) ?? []
      const risk = foldRisk(id, code, entries)
      return risk ? [{ risk, entries }] : []
    })
    .toSorted((a, b) => numberIn(a.risk.code) - numberIn(b.risk.code))
}

/**
 * The risk register, closed risks with it.
 * @param knownOn where given, only what had been written by the end of this day
 */
export const readRisks = async (db: Db, knownOn?: Day): Promise<readonly Risk[]> =>
  (await readRiskFiles(db, knownOn)).map(f => f.risk)
