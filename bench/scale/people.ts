import { sql } from 'kysely'
import { random } from '../../seed/random.ts'
import type { Instant } from '../../src/domain/kernel/day.ts'
import type { Db } from '../../src/store/connection.ts'
import { startSession } from '../../src/store/sessions.ts'
import { wronged } from '../search/slips.ts'
import type { Worker } from './load.ts'

/** Who is at work of fifty: mostly those who visit children, some who lead them, few who look at figures. */
const ROLES = [
  ['social-worker', 32],
  ['team-manager', 9],
  ['reviewing-officer', 4],
  ['performance-analyst', 2],
  ['director', 2],
  ['out-of-hours', 1],
] as const

const SEARCHES = 200

interface Known {
  readonly code: string
  readonly givenName: string
  readonly familyName: string
}

/** Names as they are misspelt, of children by chance. */
async function searches(db: Db, take: (n: number) => number): Promise<readonly string[]> {
  const { rows } =
    await sql<Known>`select code, given_name as "givenName", family_name as "familyName" from person
    where given_name is not null and family_name is not null order by md5(code) limit ${SEARCHES}`.execute(db)
  const chance = random('scale/searches')
  return rows.map(p => `/find?q=${encodeURIComponent(wronged(chance, p).text)}`).slice(0, take(SEARCHES))
}

/** Children of a worker; any, of those who may open any file. */
async function childrenOf(db: Db, worker: string, anyFile: boolean): Promise<readonly string[]> {
  const { rows: own } = await sql<{
    code: string
  }>`select p.code from spell s join person p on p.subject = s.subject
    where s.kind = 'allocation' and s.facts ->> 'worker' = ${worker} and s.ends is null and not p.restricted limit 30`.execute(
    db,
  )
  if (own.length > 0 || !anyFile) return own.map(r => r.code)
  const { rows: any } = await sql<{
    code: string
  }>`select code from person where not restricted and merged is null
    order by md5(code || ${worker}) limit 30`.execute(db)
  return any.map(r => r.code)
}

/** Signs fifty people in, and says what each of them opens. */
export async function peopleAtWork(db: Db, now: Instant): Promise<readonly Worker[]> {
  const asked = await searches(db, n => n)
  const workers: Worker[] = []
  for (const [role, count] of ROLES) {
    const { rows } = await sql<{ subject: string }>`select subject from staff where role = ${role} and working
      order by md5(subject::text) limit ${count}`.execute(db)
    for (const { subject } of rows) {
      const token = await startSession(db, subject, now, { means: 'demonstration' })
      const codes = await childrenOf(db, subject, role === 'director' || role === 'out-of-hours')
      const leads = role === 'team-manager' || role === 'director'
      const figures = role === 'performance-analyst' || role === 'director'
      const page = (name: string, weight: number, paths: readonly string[]) => ({ name, weight, paths })
      workers.push({
        token,
        pages: [
          // An analyst’s home is the digest.
          ...(role === 'performance-analyst' ? [] : [page('home', 25, ['/'])]),
          ...(codes.length === 0
            ? []
            : [
                page(
                  'child',
                  30,
                  codes.map(c => `/child/${c}`),
                ),
                page(
                  'chronology',
                  12,
                  codes.map(c => `/child/${c}/chronology`),
                ),
              ]),
          ...(role === 'performance-analyst' ? [] : [page('search', 12, asked)]),
          ...(leads ? [page('desk', 12, ['/desk'])] : []),
          ...(figures ? [page('digest', 6, ['/digest'])] : []),
          ...(leads || figures ? [page('plan', 3, ['/plan'])] : []),
        ],
      })
    }
  }
  return workers
}
