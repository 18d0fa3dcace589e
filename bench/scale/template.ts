import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { canonical, digest } from '../../src/store/chain.ts'
import type { Db } from '../../src/store/connection.ts'
import { ENTRY_COLUMNS } from '../../src/store/entries.ts'
import { columns } from '../../src/store/projected.ts'
import { teams } from '../../src/store/queries/teams.ts'
import { concat, type Key, type Line, literal, onlyKey, splitter } from './copies.ts'

/**
 * The files of which a copy has its own: there is one council, with one plan, one library and one set of services. Those who
 * are shown a little of it from outside are there once, and so are those who keep what no copy has a part of.
 */
const COPIED = `select id from subject where (kind in ('child', 'contact')
  or (kind = 'worker' and id not in (select subject from staff where role in ('inspector', 'foster-carer', 'young-person', 'designated-officer'))))
  and id not in (select subject from entry where disposed is not null)`
const SUBJECT = ['id', 'kind', 'code', 'started']
export const ENTRY = [
  ...['id', 'subject', 'seq', 'type', 'happened', 'recorded', 'author', 'answers', 'words', 'amends'],
  ...['sensitivity', 'source'],
]
export const PERSON = Object.keys(columns.person)
export const list = (names: readonly string[]) => names.map(n => `"${n}"`).join(', ')

/** Columns of every table that a copy has rows in. */
export const copiedColumns = {
  subject: SUBJECT,
  entry: [...ENTRY, 'previous', 'hash', 'disposed'],
  happening: Object.keys(columns.happening),
  spell: Object.keys(columns.spell),
  clock: Object.keys(columns.clock),
  staff: Object.keys(columns.staff),
  person: PERSON,
} as const
export type Copied = keyof typeof copiedColumns

/** An entry taken apart: as COPY takes it, and as its link in the chain is counted. */
interface EntryLine {
  readonly row: Line
  readonly linked: Line
  /** The first of its file. */
  readonly first: boolean
}

/** A child’s row, cell by cell, and what of it a search goes by, by the place of its key. */
interface PersonLine {
  readonly cells: readonly Line[]
  readonly siblings: string[]
  readonly otherNames: Line | null
  readonly known: Readonly<
    Record<'givenName' | 'familyName' | 'nhsNumber' | 'upn' | 'address', number | null>
  >
}

export interface Template {
  readonly keys: readonly Key[]
  readonly entries: readonly EntryLine[]
  readonly people: readonly PersonLine[]
  readonly tables: Readonly<Record<'subject' | 'happening' | 'spell' | 'clock' | 'staff', readonly Line[]>>
}

/** Rows as COPY writes them, a line each. */
async function rowsOf(
  db: Db,
  folder: string,
  table: Copied,
  names: readonly string[],
  order: string,
): Promise<string[]> {
  const file = join(folder, `template-${table}`)
  const whose = table === 'subject' ? 'id' : 'subject'
  await sql
    .raw(
      `copy (select ${list(names)} from ${table} where ${whose} in (${COPIED}) order by ${order}) to '${file}'`,
    )
    .execute(db)
  const text = readFileSync(file, 'utf8')
  rmSync(file, { force: true })
  return text.split('\n').slice(0, -1)
}

async function entryLines(db: Db, folder: string, split: (text: string) => Line): Promise<EntryLine[]> {
  const rows = await rowsOf(db, folder, 'entry', ENTRY, 'subject, seq')
  const entries = await db
    .selectFrom('entry')
    .select([...ENTRY_COLUMNS, 'words', 'previous', 'hash'])
    .where('subject', 'in', sql<string>`(${sql.raw(COPIED)})`)
    .orderBy('subject')
    .orderBy('seq')
    .execute()
  return entries.map((e, i) => {
    const said = canonical([
      ...[e.id, e.subject, e.seq, e.type, e.happened, e.recorded, e.author, e.answers, e.words, e.amends],
      ...[e.sensitivity, e.source],
    ]).slice(1)
    // Only here is a link counted otherwise than by `link`: it must come to the same.
    if (digest(`[${JSON.stringify(e.previous)},${said}`) !== e.hash)
      throw new Error(`The chain is not counted as it was: entry ${e.id}.`)
    return { row: split(rows[i] ?? ''), linked: split(said), first: e.seq === 1 }
  })
}

type Splitter = ReturnType<typeof splitter>

/** A name as it is written in one, of the keys of its parts. */
const fullName = ({ place }: Splitter, given: string | null, family: string | null): Line =>
  concat([
    ...(given ? [onlyKey(place('givenName', given))] : []),
    ...(given && family ? [literal(' ')] : []),
    ...(family ? [onlyKey(place('familyName', family))] : []),
  ])

/** The other names of each child: those that were given as such, and those that were written before. See `person`. */
async function otherNames(db: Db, parts: Splitter): Promise<ReadonlyMap<string, Line>> {
  const { rows } = await sql<{
    subject: string
    given: string | null
    family: string | null
    other: string | null
  }>`
    select subject, answers ->> 'givenName' as given, answers ->> 'familyName' as family, answers ->> 'otherNames' as other
    from happening where type = 'person-details' and not withdrawn order by subject, happened, seq`.execute(
    db,
  )
  const written = (r: (typeof rows)[number]) => [r.given, r.family].filter(Boolean).join(' ')
  const found = new Map<string, Line>()
  for (const [subject, list] of Map.groupBy(rows, r => r.subject)) {
    const last = list.at(-1)
    const earlier = list.filter(r => last && r !== last && written(r) !== '' && written(r) !== written(last))
    const names = new Map(earlier.map(r => [written(r), fullName(parts, r.given, r.family)]))
    const all = [...(last?.other ? [literal(last.other)] : []), ...names.values()]
    if (all.length > 0)
      found.set(subject, concat(all.flatMap((line, i) => (i === 0 ? [line] : [literal('; '), line]))))
  }
  return found
}

/** What happened, a line each; that of a child told of at the front door sums up as the child’s name. */
async function happeningLines(db: Db, folder: string, parts: Splitter): Promise<readonly Line[]> {
  const names = copiedColumns.happening
  const rows = await rowsOf(db, folder, 'happening', names, 'subject')
  const type = names.indexOf('type')
  const summary = names.indexOf('summary')
  const answers = names.indexOf('answers')
  return rows.map(row => {
    const cells = row.split('\t')
    if (cells[type] !== 'contact-child') return parts.split(row)
    const { givenName, familyName } = JSON.parse(cells[answers] ?? '{}')
    const lines = cells.map((cell, i) =>
      i === summary ? fullName(parts, givenName ?? null, familyName ?? null) : parts.split(cell),
    )
    return concat(lines.flatMap((line, i) => (i === 0 ? [line] : [literal('\t'), line])))
  })
}

async function personLines(db: Db, folder: string, parts: Splitter): Promise<PersonLine[]> {
  const { split, place } = parts
  const others = await otherNames(db, parts)
  const rows = await rowsOf(db, folder, 'person', PERSON, 'subject')
  const people = await db
    .selectFrom('person')
    .select(['subject', 'given_name', 'family_name', 'nhs_number', 'upn', 'address', 'siblings', 'merged'])
    .orderBy('subject')
    .execute()
  return people.map((p, i) => {
    if (p.merged)
      throw new Error('A file of the authority was joined to another: copies of it are not made here.')
    const at = (kind: Key['kind'], was: string | null) => (was === null ? null : place(kind, was))
    return {
      cells: (rows[i] ?? '').split('\t').map(split),
      siblings: p.siblings,
      otherNames: others.get(p.subject) ?? null,
      known: {
        givenName: at('givenName', p.given_name),
        familyName: at('familyName', p.family_name),
        nhsNumber: at('nhsNumber', p.nhs_number),
        upn: at('upn', p.upn),
        address: at('address', p.address),
      },
    }
  })
}

/** Reads the authority that was written by the product’s own way, taken apart so that copies of it can be made. */
export async function readTemplate(db: Db, folder: string): Promise<Template> {
  const { rows: own } = await sql<{ id: string; kind: string; code: string }>`
    select id, kind, code from subject where id in (${sql.raw(COPIED)})`.execute(db)
  const { rows: entries } = await sql<{ id: string }>`
    select id from entry where subject in (${sql.raw(COPIED)})`.execute(db)
  const all = await teams(db)
  const names = all.toSorted((a, b) => b.length - a.length)
  const ids = new Set([...own, ...entries].map(r => r.id))
  const codes = new Map(
    own.map(s => [s.code, s.kind === 'worker' ? ('worker' as const) : ('child' as const)]),
  )
  const parts = splitter(ids, codes, names)
  const of = async (table: Exclude<Copied, 'entry' | 'person' | 'happening'>) =>
    (await rowsOf(db, folder, table, copiedColumns[table], table === 'subject' ? 'id' : 'subject')).map(
      parts.split,
    )
  return {
    entries: await entryLines(db, folder, parts.split),
    people: await personLines(db, folder, parts),
    tables: {
      subject: await of('subject'),
      happening: await happeningLines(db, folder, parts),
      spell: await of('spell'),
      clock: await of('clock'),
      staff: await of('staff'),
    },
    keys: parts.keys,
  }
}
