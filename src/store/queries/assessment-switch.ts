import { SINGLE_FROM } from '../../domain/assessment/kind-on.ts'
import { type Day, parseDay } from '../../domain/kernel/day.ts'
import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'

/** The first day on which this council makes single assessments, as its own details say. */
export async function singleFrom(db: Db): Promise<Day> {
  const [latest] = await authorityAnswers(db, 'authority-details')
  const said = latest?.answers.singleFrom
  return (typeof said === 'string' ? parseDay(said) : undefined) ?? SINGLE_FROM
}
