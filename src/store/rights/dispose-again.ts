import { sql } from 'kysely'
import type { Instant } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { disposalDecided, disposalProposed } from '../../domain/records/types/disposal.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import type { Db } from '../connection.ts'
import { newId } from '../ids.ts'
import { append, findSubject, startFile } from '../ledger.ts'
import type { Subject } from '../project.ts'
import type { Listed } from './disposal-list.ts'
import { dispose } from './dispose.ts'

/** Why something is not disposed of again, after “D3: ”. */
export class NotAgain extends Error {
  constructor(say: string) {
    super(say)
    this.name = 'NotAgain'
  }
}

/** A file of a disposal as it stands here: nothing of it, where the copy is older than the file. */
interface Standing {
  readonly id: string
  readonly kind: Subject['kind']
  readonly code: string
  readonly entries: number
  readonly first: string
}

async function standing(db: Db, listed: Listed): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select s.id, s.kind, s.code, count(e.id)::integer as entries, min(e.hash) filter (where e.seq = 1) as first
    from subject s join entry e on e.subject = s.id
    where s.id = any (${sql.val(listed.files.map(f => f.id))}::uuid[]) group by s.id order by s.kind, s.code`.execute(
    db,
  )
  return rows
}

/** A disposal that was carried out, and whose files stand here again. */
export interface Again {
  readonly listed: Listed
  readonly files: number
}

/** Of a list, what has to be disposed of again: the ledger holds no certificate of it, and files of it are here. */
export async function toDisposeAgain(db: Db, list: readonly Listed[]): Promise<readonly Again[]> {
  if (list.length === 0) return []
  const ids = list.map(d => d.certificate)
  const done = await db
    .selectFrom('entry')
    .select('id')
    .where('id', 'in', ids)
    .where('type', '=', 'disposal-certificate')
    .execute()
  const again: Again[] = []
  for (const listed of list.filter(d => !done.some(e => e.id === d.certificate))) {
    const files = (await standing(db, listed)).length
    if (files > 0) again.push({ listed, files })
  }
  return again
}

/** The file of the disposal itself, which may be younger than the copy. */
async function fileOf(
  tx: Db,
  { disposal, code }: Listed,
  here: readonly Standing[],
  now: Instant,
): Promise<Subject | string> {
  const keeping = here.some(f => f.kind === keepings.allegations.file) ? 'allegations' : 'children'
  const { kind } = keepings[keeping].disposal
  const before = await findSubject(tx, disposal)
  if (before) return before.kind === kind ? before : `${code} is not a disposal here.`
  const taken = await tx
    .selectFrom('subject')
    .select('id')
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst()
  if (taken) return `another disposal has the code ${code} here already.`
  const file = { id: disposal, kind, code }
  await startFile(tx, file, now)
  return file
}

/** What the list says of a file must be so: it began alike, and nothing was written in it that the disposal did not see. */
function differs(listed: Listed, here: readonly Standing[]): string | undefined {
  for (const file of here) {
    const then = listed.files.find(f => f.id === file.id)
    if (then?.first !== file.first)
      return 'a file of that number is here, and is another: the list is not of this system.'
    if (file.entries > then.entries)
      return 'more was written in the file than when it was disposed of. Propose it anew, on the page Disposals.'
  }
  return undefined
}

/**
 * Carries out again what two people had decided, where a copy from before that was brought back. Their decision is
 * written down once more in their names, and says whence it comes; the certificate has its old id, so that it is done
 * once. The database looks for legal holds as ever.
 * @param tx a transaction of its own: where it is not done, nothing of it may stay
 * @throws NotAgain in words
 */
export async function disposeAgain(tx: Db, listed: Listed, now: Instant): Promise<void> {
  const here = await standing(tx, listed)
  const why = differs(listed, here)
  if (why) throw new NotAgain(why)
  const held = await sql<{
    held: boolean
  }>`select held(${sql.val(here.map(f => f.id))}::uuid[]) as held`.execute(tx)
  if (held.rows[0]?.held)
    throw new NotAgain('a legal hold stands on it here. Where that was lifted since, lift it, and try again.')
  const file = await fileOf(tx, listed, here, now)
  if (typeof file === 'string') throw new NotAgain(file)
  const source = 'The list of disposals'
  const words = `Carried out on ${listed.at.slice(0, 10)}, and again as an older copy of the database was brought back.`
  const said = (author: string) => ({
    id: newId(now),
    subject: file.id,
    author,
    now,
    today: londonDay(now),
    source,
  })
  const { child, rule, due } = listed
  const proposal = { child, rule, due, because: words, why: words }
  await append(tx, file, [
    newEntry({ ...said(listed.proposed), type: disposalProposed, answers: proposal }),
    newEntry({ ...said(listed.agreed), type: disposalDecided, answers: { outcome: 'agreed', why: words } }),
  ])
  const again = { certificate: listed.certificate, source }
  await dispose(tx, { disposal: file, files: here, rule, due, by: listed.agreed, now, again })
}
