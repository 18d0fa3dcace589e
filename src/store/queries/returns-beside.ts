import { createHash } from 'node:crypto'
import type { Beside } from '../../domain/returns/ssda903/write/written.ts'
import type { Db } from '../connection.ts'
import { authorityAnswers } from './authority.ts'
import { ownChildrenBorn, staffInReturns } from './return-workers.ts'

/** What stands in other files, and a child's return needs. */
export interface Surroundings {
  readonly beside: Beside
  /** The same while none of it changes. */
  readonly print: string
}

export async function surroundings(db: Db): Promise<Surroundings> {
  const workers = await staffInReturns(db)
  const born = await ownChildrenBorn(db)
  const [authority] = await authorityAnswers(db, 'authority-details')
  const number = authority?.answers.number
  const beside: Beside = {
    worker: id => workers.get(id),
    born: id => born.get(id) ?? null,
    authority: typeof number === 'string' ? number : null,
  }
  const told = JSON.stringify([[...workers], [...born], beside.authority])
  return { beside, print: createHash('sha256').update(told).digest('base64url') }
}
