import type { FrameworkCode } from '../../domain/improvement/framework.ts'
import { type FrameworkJudgement, judgementsOn } from '../../domain/improvement/framework.ts'
import { frameworkOf } from '../../domain/improvement/frameworks.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { selfEvaluation } from '../../domain/records/types/readiness.ts'
import type { Db } from '../connection.ts'
import { readEntries } from '../ledger.ts'
import type { Subject } from '../project.ts'
import { AUTHORITY } from './authority.ts'
import { subjectByCode } from './subjects.ts'

/** One area of a framework, with everything that was ever written of it, the first first. */
export interface EvaluatedArea {
  readonly code: string
  readonly title: string
  readonly versions: readonly Entry[]
}

export interface Evaluation {
  readonly authority: Subject
  readonly framework: FrameworkCode
  readonly areas: readonly EvaluatedArea[]
  readonly entries: readonly Entry[]
  readonly seq: number
}

/** The areas a self-evaluation speaks of: what the framework judges, the whole apart. */
export const areasOn = (framework: FrameworkCode, on: Day): readonly FrameworkJudgement[] =>
  judgementsOn(frameworkOf(framework), on).filter(j => j.code !== 'overall' && j.section !== 'overall')

/**
 * The self-evaluation against a framework; undefined where the council's own file is not begun.
 * @param knownOn where given, as it had been written by the end of that day
 */
export async function readEvaluation(
  db: Db,
  framework: FrameworkCode,
  today: Day,
  knownOn?: Day,
): Promise<Evaluation | undefined> {
  const authority = await subjectByCode(db, 'authority', AUTHORITY)
  if (!authority) return undefined
  const entries = await readEntries(db, authority.id)
  const written = entries.filter(
    e =>
      e.type === selfEvaluation.code &&
      e.answers.framework === framework &&
      (knownOn === undefined || londonDay(e.recorded) <= knownOn),
  )
  return {
    authority,
    framework,
    entries,
    seq: entries.at(-1)?.seq ?? 0,
    areas: areasOn(framework, today).map(({ code, title }) => ({
      code,
      title,
      versions: written.filter(e => e.answers.area === code),
    })),
  }
}

/** What was last written of an area. */
export const latest = (area: EvaluatedArea): Entry | undefined => area.versions.at(-1)
