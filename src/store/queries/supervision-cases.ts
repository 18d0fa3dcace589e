import { sql } from 'kysely'
import type { Viewer } from '../../domain/access/roles.ts'
import { addMonths, type Day, type Instant } from '../../domain/kernel/day.ts'
import type { CaseRead, Line, Timed } from '../../domain/oversight/prepare.ts'
import { sameWords } from '../../domain/oversight/same-words.ts'
import type { Spell } from '../../domain/records/spell.ts'
import { mayDo } from '../access.ts'
import type { Db } from '../connection.ts'
import { entryHeld } from './evening.ts'

/** A child of a worker, with what is read of them to prepare a supervision. */
export interface Case extends CaseRead {
  readonly id: string
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
  /** Whether the viewer may decide for this child. */
  readonly decides: boolean
  /** How far the file goes. */
  readonly seq: number
}

type Child = Omit<Case, 'lines' | 'spells' | 'clocks' | 'siblings' | 'repeated'>

/** The most children of one worker that one page prepares. */
const MOST = 60

async function childrenOf(db: Db, viewer: Viewer, worker: string, now: Instant): Promise<readonly Child[]> {
  const { rows } = await sql<Child>`select p.subject as id, p.code, p.given_name as "givenName",
      p.family_name as "familyName", p.unborn, p.born, a.starts as "heldSince", ${mayDo(viewer, 'decide', now)} as decides,
      (select max(e.seq) from entry e where e.subject = p.subject) as seq
    from spell a join person p on p.subject = a.subject
    where a.kind = 'allocation' and a.key = 'worker' and a.ends is null and a.facts ->> 'worker' = ${worker}
      and ${mayDo(viewer, 'open', now)}
    order by p.family_name, p.given_name, p.code limit ${MOST}`.execute(db)
  return rows
}

type Read = Line & { readonly subject: string; readonly author: string }

async function linesOf(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
  at: { readonly now: Instant; readonly today: Day },
): Promise<readonly Read[]> {
  const { rows } =
    await sql<Read>`select h.subject, h.entry, h.type, h.author, h.happened, h.summary, h.answers,
      case when h.signed_by is not null or h.needs_signature = '{}' then null
        when h.sent_back is not null then 'author' else 'signature' end as waits
    from happening h join person p on p.subject = h.subject
    where h.subject in (${sql.join(ids)}) and not h.withdrawn and h.happened <= ${at.today}
      and (h.happened > ${addMonths(at.today, -12)} or (h.signed_by is null and h.needs_signature <> '{}')
        or h.type in ('case-supervision', 'managers-decision'))
      and ${mayDo(viewer, 'open', at.now, entryHeld)}
    order by h.subject, h.happened, h.seq`.execute(db)
  return rows
}

async function timesOf(db: Db, ids: readonly string[], today: Day) {
  const spells = await sql<
    Pick<Spell, 'kind' | 'key' | 'from' | 'to'> & { subject: string }
  >`select subject, kind, key,
      starts as from, ends as to from spell where subject in (${sql.join(ids)})
      and (ends is null or ends > ${addMonths(today, -12)})`.execute(db)
  const clocks = await sql<Timed & { subject: string }>`select subject, series, due, met, ended,
      late_reason is not null as reason from clock where subject in (${sql.join(ids)})
      and (met is null or met > ${addMonths(today, -12)}) order by due, series`.execute(db)
  return {
    spells: Map.groupBy(spells.rows, s => s.subject),
    clocks: Map.groupBy(clocks.rows, c => c.subject),
  }
}

const SIBLINGS: ReadonlySet<unknown> = new Set(['sibling', 'half-sibling', 'step-sibling'])

/** Brothers and sisters among these children, by either file’s word. */
async function siblingsOf(
  db: Db,
  ids: readonly string[],
): Promise<readonly { readonly subject: string; readonly other: string }[]> {
  const { rows } = await sql<{
    subject: string
    other: string
    kind: string
  }>`select h.subject, o.id as other,
      h.answers ->> 'kind' as kind from happening h join subject o on o.id::text = h.answers ->> 'child'
    where h.subject in (${sql.join(ids)}) and o.id in (${sql.join(ids)}) and h.type = 'relationship'
      and not h.withdrawn`.execute(db)
  return rows.filter(r => SIBLINGS.has(r.kind))
}

const words = (l: Read): string => (typeof l.answers.views === 'string' ? l.answers.views : '')

/** The children whom a worker holds and the viewer may open, each with what a supervision is prepared from. */
export async function casesOf(
  db: Db,
  viewer: Viewer,
  worker: string,
  at: { readonly now: Instant; readonly today: Day },
): Promise<readonly Case[]> {
  const children = await childrenOf(db, viewer, worker, at.now)
  if (children.length === 0) return []
  const ids = children.map(c => c.id)
  const lines = await linesOf(db, viewer, ids, at)
  const byChild = Map.groupBy(lines, l => l.subject)
  const { spells, clocks } = await timesOf(db, ids, at.today)
  const related = await siblingsOf(db, ids)
  const visits = lines.filter(l => l.type === 'statutory-visit')
  const repeated = sameWords(
    visits.map(l => ({ child: l.subject, entry: l.entry, author: l.author, words: words(l) })),
  )
  const nameOf = (id: string) => children.find(c => c.id === id)?.givenName ?? 'A brother or sister'
  return children.map(c => ({
    ...c,
    lines: byChild.get(c.id) ?? [],
    spells: spells.get(c.id) ?? [],
    clocks: clocks.get(c.id) ?? [],
    siblings: [
      ...new Set(
        related.flatMap(r => (r.subject === c.id ? [r.other] : r.other === c.id ? [r.subject] : [])),
      ),
    ].map(nameOf),
    repeated: repeated.get(c.id)?.length ?? 0,
  }))
}
