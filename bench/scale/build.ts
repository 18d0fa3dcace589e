import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { type Findable, keysOf, namesLine } from '../../src/domain/matching/keys.ts'
import type { Db } from '../../src/store/connection.ts'
import { joined, standsFor } from './copies.ts'
import { ownFolder } from './server.ts'
import { type Copied, copiedColumns, list, PERSON, readTemplate, type Template } from './template.ts'

const escaped = (text: string) =>
  text.replace(/[\\\n\t\r]/g, c => ({ '\n': '\\n', '\t': '\\t', '\r': '\\r' })[c] ?? '\\\\')
const arrayOf = (items: readonly string[]) =>
  escaped(`{${items.map(i => `"${i.replace(/["\\]/g, c => `\\${c}`)}"`).join(',')}}`)

/** The rows of one copy’s table, as COPY takes them. */
function* linesOf(template: Template, table: Copied, values: readonly string[]): Generator<string> {
  if (table === 'entry') {
    let previous: string | null = null
    for (const e of template.entries) {
      const before: string | null = e.first ? null : previous
      previous = createHash('sha256')
        .update(`[${before === null ? 'null' : `"${before}"`},${joined(e.linked, values)}`)
        .digest('hex')
      yield `${joined(e.row, values)}\t${before ?? '\\N'}\t${previous}\t\\N\n`
    }
  } else if (table === 'person') {
    for (const p of template.people) {
      const of = (place: number | null) => (place === null ? null : (values[place] ?? null))
      const known: Findable = {
        givenName: of(p.known.givenName),
        familyName: of(p.known.familyName),
        otherNames: p.otherNames === null ? null : joined(p.otherNames, values),
        nhsNumber: of(p.known.nhsNumber),
        upn: of(p.known.upn),
        address: of(p.known.address),
        siblings: p.siblings,
      }
      const made: Readonly<Record<string, string | null>> = {
        given_name: known.givenName,
        family_name: known.familyName,
        other_names: known.otherNames,
        nhs_number: known.nhsNumber,
        upn: known.upn,
        address: known.address,
        names: namesLine(known),
      }
      const cells = PERSON.map((name, i) => {
        const cell = p.cells[i]
        if (name === 'keys') return arrayOf(keysOf(known))
        if (Object.hasOwn(made, name)) return made[name] === null ? '\\N' : escaped(made[name] ?? '')
        return cell ? joined(cell, values) : '\\N'
      })
      yield `${cells.join('\t')}\n`
    }
  } else for (const line of template.tables[table]) yield `${joined(line, values)}\n`
}

function writeLines(file: string, lines: Iterable<string>): void {
  const to = openSync(file, 'w', 0o644)
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length > 4_000_000) {
      writeSync(to, text)
      text = ''
    }
  }
  writeSync(to, text)
  closeSync(to)
}

interface Definition {
  readonly name: string
  readonly of: string
  readonly takeOut: string
  readonly putBack: string
}

/** The indexes and keys of the large tables: quicker made once at the end than kept while rows come. */
export async function definitions(db: Db): Promise<readonly Definition[]> {
  const large = sql.raw("('entry', 'happening', 'spell', 'clock', 'person')")
  const { rows: keys } = await sql<Definition>`
    select conname as name, conrelid::regclass::text as of, format('alter table %s drop constraint %I', conrelid::regclass, conname) as "takeOut",
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as "putBack"
    from pg_constraint where contype in ('p', 'u') and conrelid::regclass::text in ${large}`.execute(db)
  const { rows: indexes } = await sql<Definition>`
    select indexname as name, tablename as of, format('drop index %I', indexname) as "takeOut", indexdef as "putBack"
    from pg_indexes where schemaname = 'public' and tablename in ${large}
      and indexname not in (select conname from pg_constraint)`.execute(db)
  return [...keys, ...indexes]
}

/** One table’s rows in one transaction that begins by emptying it: then the server need not log them beside. */
async function fill(
  client: pg.Client,
  folder: string,
  table: Copied,
): Promise<(file: string) => Promise<void>> {
  const names = list(copiedColumns[table])
  await client.query('set session_replication_role = replica; begin')
  const whole = join(folder, `whole-${table}`)
  const empties = table !== 'subject'
  const copy = async (file: string) => {
    await client.query(`copy ${table} (${names}) from '${file}' ${empties ? 'with (freeze)' : ''}`)
    rmSync(file, { force: true })
  }
  if (empties) {
    await client.query(`copy (select ${names} from ${table}) to '${whole}'`)
    await client.query(`truncate ${table}`)
    await copy(whole)
  }
  return copy
}

/** Where every chain ends, as the database’s own triggers would have kept it; and what it plans by. */
export async function endsOfChains(db: Db): Promise<void> {
  await sql`truncate chain_head`.execute(db)
  await sql`insert into chain_head (chain, n, hash)
    select distinct on (subject) 'file ' || subject, seq, hash from entry order by subject, seq desc`.execute(
    db,
  )
  await sql`insert into chain_head (chain, n, hash)
    select distinct on (chain) chain, seq, hash from access_log order by chain, seq desc`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

/**
 * Makes an authority many times as large: copies of every child, worker and contact with ids, names, addresses and teams of
 * their own, each copy’s chains counted anew.
 * @param url a server on which the invented authority was written by the product’s own way
 * @returns how many seconds each part took
 */
export async function multiply(
  db: Db,
  url: string,
  home: string,
  copies: number,
): Promise<Readonly<Record<string, number>>> {
  const took: Record<string, number> = {}
  let began = performance.now()
  const lap = (name: string) => {
    took[name] = (performance.now() - began) / 1000
    began = performance.now()
    console.error(`${name}: ${took[name]?.toFixed(0)} s`)
  }
  const folder = join(home, 'feed')
  mkdirSync(folder, { recursive: true })
  ownFolder(folder)
  const template = await readTemplate(db, folder)
  const numbers = new Map(template.keys.map((k, i) => [k, i]))
  const had = await definitions(db)
  for (const d of had) await sql.raw(d.takeOut).execute(db)
  lap('taken apart')

  const tables = ['subject', 'entry', 'happening', 'spell', 'clock', 'staff', 'person'] as const
  const groups: readonly (readonly Copied[])[] = [
    ['entry'],
    ['happening'],
    ['subject', 'spell', 'clock', 'staff', 'person'],
  ]
  const clients = await Promise.all(
    groups.map(async () => {
      const client = new pg.Client({ connectionString: url })
      // What went wrong is told by the query that was running.
      client.on('error', () => {})
      await client.connect()
      return client
    }),
  )
  const fillers = new Map<Copied, (file: string) => Promise<void>>()
  const clientOf = (table: Copied) => clients[groups.findIndex(g => g.includes(table))]
  for (const table of tables) {
    const client = clientOf(table)
    if (client) fillers.set(table, await fill(client, folder, table))
  }
  let last: Promise<unknown> = Promise.resolve()
  for (let copy = 1; copy < copies; copy += 1) {
    const values = template.keys.map(k => standsFor(k, copy, numbers.get(k) ?? 0))
    for (const table of tables) writeLines(join(folder, `${table}-${copy}`), linesOf(template, table, values))
    await last
    last = Promise.all(
      groups.map(async group => {
        for (const table of group) await fillers.get(table)?.(join(folder, `${table}-${copy}`))
      }),
    )
    last.catch(() => {})
    if (copy % 10 === 0)
      console.error(`${copy} of ${copies} copies, ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  await last
  for (const client of clients) await client.query('commit')
  lap('rows written')

  // Two hands on one table would wait for each other, and in the end for ever.
  const byTable = [...Map.groupBy(had, d => d.of).values()]
  await Promise.all(
    clients.map(async (client, i) => {
      for (const [j, list] of byTable.entries())
        if (j % clients.length === i) for (const d of list) await client.query(d.putBack)
    }),
  )
  for (const client of clients) await client.end()
  lap('indexes made')
  await endsOfChains(db)
  lap('ends of chains, statistics')
  return took
}
