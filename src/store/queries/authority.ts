import type { Db } from '../connection.ts'

/** The council's own file has this code. */
export const AUTHORITY = 'AUTHORITY'

/** The latest answers of a type in the authority's file, or undefined. */
export async function authorityAnswers(db: Db, type: string) {
  return await db
    .selectFrom('happening')
    .innerJoin('subject', 'subject.id', 'happening.subject')
    .select([
      'happening.answers',
      'happening.happened',
      'happening.author',
      'happening.recorded',
      'happening.entry',
    ])
    .where('subject.kind', '=', 'authority')
    .where('happening.type', '=', type)
    .where('happening.withdrawn', '=', false)
    .orderBy('happening.seq', 'desc')
    .execute()
}

export async function authorityName(db: Db): Promise<string> {
  const [latest] = await authorityAnswers(db, 'authority-details')
  const name = latest?.answers.name
  return typeof name === 'string' ? name : 'Golden Thread'
}
