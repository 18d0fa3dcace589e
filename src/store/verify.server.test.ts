import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { HERE, SOMEONE } from '../../test/support/given.ts'
import { openServerCopy } from '../../test/support/server-copy.ts'
import { type Db, openAsIs, type Store } from './connection.ts'
import { appendAll } from './ledger.ts'
import { writeLog } from './log.ts'
import { verify } from './verify.ts'

const OTHER = '0198c1f0-0000-7000-8000-00000000000b'

/** One thing that somebody with the owner’s rights may do to a row, and which columns of either table it is done to. */
const changes = {
  entry: {
    id: 'gen_random_uuid()',
    type: `type || 'x'`,
    happened: 'happened + 1',
    recorded: `recorded + interval '1 millisecond'`,
    'recorded, finer than any is written': `recorded + interval '1 microsecond'`,
    author: 'gen_random_uuid()',
    answers: `answers || '{"more": 1}'`,
    words: `(select hash from words w where w.hash <> e.words limit 1)`,
    amends: `coalesce(null, gen_random_uuid())`,
    sensitivity: `sensitivity || 'x'`,
    source: `coalesce(source, '') || 'x'`,
    previous: `coalesce(previous, '') || 'x'`,
    hash: `reverse(hash)`,
    seq: 'seq + 1000',
    disposed: 'gen_random_uuid()',
  },
  access_log: {
    id: 'id + 1000000',
    at: `at + interval '1 microsecond'`,
    viewer: 'gen_random_uuid()',
    action: `action || 'x'`,
    subject: 'gen_random_uuid()',
    page: `page || 'x'`,
    allowed: 'not allowed',
    because: `because || 'x'`,
    detail: `coalesce(detail, '{}') || '{"more": 1}'`,
    chain: `chain || 'x'`,
    seq: 'seq + 1000',
    previous: `coalesce(previous, '') || 'x'`,
    hash: 'reverse(hash)',
    disposed: 'gen_random_uuid()',
  },
} as const

type Table = keyof typeof changes
const CHAIN = { entry: 'subject', access_log: 'chain' } as const

class Undo extends Error {}

describe('any single fault in the ledger or the log', () => {
  let store: Awaited<ReturnType<typeof openServerCopy>>
  let owner: Store
  const rows: Record<Table, readonly string[]> = { entry: [], access_log: [] }

  beforeAll(async () => {
    store = await openServerCopy(inject('databaseUrl'))
    owner = await openAsIs({ url: store.url })
    const files = Array.from({ length: 5 }, () => givenFile())
    await store.db.transaction().execute(tx => appendAll(tx, subjectsOf(files), entriesOf(files)))
    for (let n = 0; n < 14; n += 1)
      await writeLog(store.db, {
        at: HERE,
        viewer: [SOMEONE, OTHER, null][n % 3] ?? null,
        action: 'open',
        subject: n % 2 === 0 ? SOMEONE : null,
        page: `Page ${n}`,
        allowed: n % 5 > 0,
        because: 'Your team’s child',
        ...(n % 4 === 0 ? { detail: { q: 'Möwe' } } : {}),
      })
    for (const table of ['entry', 'access_log'] as const) {
      const found = await sql<{
        c: string
      }>`select ctid::text as c from ${sql.table(table)} order by 1`.execute(owner.db)
      rows[table] = found.rows.map(r => r.c)
    }
    await sql`alter table access_log alter id drop identity`.execute(owner.db)
    expect((await verify(owner.db)).faults).toEqual([])
  })
  afterAll(async () => {
    await owner.close()
    await store.close()
  })

  /** Does it, looks, and takes it back. @returns where it was done, and what was found */
  async function tried(table: Table, row: number, fault: (tx: Db, ctid: string) => Promise<boolean>) {
    const ctid = rows[table][row % rows[table].length] ?? ''
    let seen: {
      at: { chain: string; seq: number } | undefined
      found: { subject: string; seq: number }[]
    } | null = null
    try {
      await owner.db.transaction().execute(async tx => {
        const named =
          table === 'entry' ? sql`(select code from subject s where s.id = t.subject)` : sql`t.chain`
        const { rows: at } = await sql<{
          chain: string
          seq: number
        }>`select ${named} as chain, seq::int as seq
          from ${sql.table(table)} t where ctid = ${ctid}::tid`.execute(tx)
        if (await fault(tx, ctid))
          seen = {
            at: at[0],
            found: (await verify(tx)).faults.map(f => ({ subject: f.subject, seq: f.seq })),
          }
        throw new Undo()
      })
    } catch (error) {
      if (!(error instanceof Undo)) throw error
    }
    return seen as {
      at: { chain: string; seq: number } | undefined
      found: { subject: string; seq: number }[]
    } | null
  }

  /** Told in the chain where it was done, there or at the one after it. */
  const isFound = (seen: Awaited<ReturnType<typeof tried>>) => {
    if (!seen?.at) return
    const { chain, seq } = seen.at
    expect(seen.found.filter(f => f.subject.startsWith(chain) && f.seq >= seq)).not.toEqual([])
  }

  const one = fc.constantFrom<Table>('entry', 'access_log').chain(table =>
    fc.record({
      table: fc.constant(table),
      column: fc.constantFrom(...Object.keys(changes[table])),
      row: fc.nat(50),
    }),
  )

  test('in any column of any row is found, and said where', async () => {
    await fc.assert(
      fc.asyncProperty(one, async ({ table, column, row }) => {
        const to = new Map<string, string>(Object.entries(changes[table])).get(column) ?? ''
        isFound(
          await tried(table, row, async (tx, ctid) => {
            await sql`update ${sql.table(table)} e set ${sql.ref(column.split(',')[0] ?? '')} = ${sql.raw(to)}
              where ctid = ${ctid}::tid`.execute(tx)
            return true
          }),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('any row taken out is found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Table>('entry', 'access_log'), fc.nat(50), async (table, row) => {
        isFound(
          await tried(table, row, async (tx, ctid) => {
            await sql`delete from ${sql.table(table)} where ctid = ${ctid}::tid`.execute(tx)
            return true
          }),
        )
      }),
      { numRuns: 25 },
    )
  })

  test('any two rows of a chain that change places are found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Table>('entry', 'access_log'), fc.nat(50), async (table, row) => {
        const chain = sql.ref(CHAIN[table])
        const name = sql.table(table)
        isFound(
          await tried(table, row, async (tx, ctid) => {
            const { rows: two } = await sql<{
              chain: string
              a: string
              b: string
            }>`select a.${chain}::text as chain,
                a.seq::text as a, b.seq::text as b from ${name} a join ${name} b on b.${chain} = a.${chain} and b.seq > a.seq
              where a.ctid = ${ctid}::tid order by b.seq limit 1`.execute(tx)
            const [pair] = two
            if (!pair) return false
            for (const [from, to] of [
              [pair.a, '-1'],
              [pair.b, pair.a],
              ['-1', pair.b],
            ]) {
              const place = table === 'entry' && to === '-1' ? '99999' : to
              const was = table === 'entry' && from === '-1' ? '99999' : from
              await sql`update ${name} set seq = ${place} where ${chain}::text = ${pair.chain} and seq = ${was}`.execute(
                tx,
              )
            }
            return true
          }),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('a row put in behind is found', async () => {
    const seen = await tried('entry', 3, async (tx, ctid) => {
      await sql`alter table entry disable trigger user`.execute(tx)
      await sql`insert into entry select gen_random_uuid(), subject, 900, type, happened, recorded, author, answers, words,
        amends, sensitivity, source, previous, hash from entry where ctid = ${ctid}::tid`.execute(tx)
      return true
    })
    isFound(seen)
  })
})
