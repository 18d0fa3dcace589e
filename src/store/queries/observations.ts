import { answersOf } from '../../domain/improvement/answers.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { foldObservation, type Observation } from '../../domain/quality/observation.ts'
import type { Db } from '../connection.ts'
import { entriesOfKind, subjectsOf } from './subjects.ts'

export interface ObservationFile {
  readonly code: string
  readonly o: Observation
}

const byNumber = (a: { readonly code: string }, b: { readonly code: string }) =>
  Number(b.code.slice(1)) - Number(a.code.slice(1))

/** Every observation, the newest first. */
export async function readObservations(db: Db): Promise<readonly ObservationFile[]> {
  const files = Map.groupBy(await entriesOfKind(db, ['observation']), e => e.subject)
  return (await subjectsOf(db, 'observation'))
    .flatMap(({ id, code }) => {
      const o = foldObservation(files.get(id) ?? [])
      return o ? [{ code, o }] : []
    })
    .toSorted(byNumber)
}

export interface PracticeWeek {
  readonly code: string
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly theme: string | null
}

/** Every practice week, the latest first. */
export async function readWeeks(db: Db): Promise<readonly PracticeWeek[]> {
  const files = Map.groupBy(await entriesOfKind(db, ['practice-week']), e => e.subject)
  return (await subjectsOf(db, 'practice-week'))
    .flatMap(({ id, code }) => {
      const last = files.get(id)?.at(-1)
      if (!last) return []
      const a = answersOf(last.answers)
      return [
        {
          code,
          name: a.text('name'),
          from: a.day('from'),
          to: a.day('to'),
          theme: a.maybeText('theme') ?? null,
        },
      ]
    })
    .toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : byNumber(a, b)))
}
