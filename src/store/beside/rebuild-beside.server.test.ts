import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { generate } from '../../../seed/generate.ts'
import { small } from '../../../seed/profiles/small.ts'
import { givenFile } from '../../../test/support/children.ts'
import { details, given, givenChild, HERE, SOMEONE } from '../../../test/support/given.ts'
import { invented } from '../../../test/support/library.ts'
import { openServerCopy } from '../../../test/support/server-copy.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { day } from '../../domain/kernel/day.ts'
import { keptFigures } from '../indicators/kept/figures.ts'
import { append, appendAll, startFile } from '../ledger.ts'
import { projected } from '../projected.ts'
import { shelve } from '../queries/library-shelve.ts'
import { projectionDigests, rebuild } from '../rebuild.ts'
import { hasSchema, makeSchemaAsOwner } from '../returns/ssd/schema.ts'
import { verify } from '../verify.ts'
import { copyIn } from './copy-in.ts'
import { BESIDE } from './definitions.ts'
import { NAME, rebuildBeside } from './rebuild-beside.ts'

type Copy = Awaited<ReturnType<typeof openServerCopy>>
class Undo extends Error {}
const made = generate(small, day('2026-03-10'))
const QUICK = { together: 100, tries: 3, between: 10 }

describe('folding again beside the tables that people read', () => {
  let store: Copy
  let owner: pg.Client
  beforeAll(async () => {
    store = await openServerCopy(inject('databaseUrl'))
    owner = new pg.Client({ connectionString: store.url })
    await owner.connect()
    await store.db.transaction().execute(async tx => {
      await appendAll(tx, made.subjects, made.entries)
      await shelve(
        tx,
        { file: 'tarn.pdf', hash: 'a'.repeat(64), report: invented() },
        { author: SOMEONE, now: HERE },
      )
    })
  })
  afterAll(async () => {
    await owner.end()
    await store.close()
  })

  const written = async () => {
    const file = givenFile()
    await store.db.transaction().execute(async tx => {
      await startFile(tx, file.subject, HERE)
      await append(tx, file.subject, file.entries)
    })
    return file.subject
  }
  const note = (subject: string, n: number) =>
    given(subject, 'case-note', {
      on: day('2026-02-01'),
      what: 'call',
      about: `Call ${n}`,
      note: 'Spoke\twith\nher',
      significant: 'no',
    })
  const write = async (subject: Parameters<typeof append>[1], n: number) =>
    await store.db.transaction().execute(tx => append(tx, subject, [note(subject.id, n)]))

  /** What the entries give, whatever stands. */
  const asFolded = async () => {
    let found: Readonly<Record<string, string>> = {}
    await store.db
      .transaction()
      .execute(async tx => {
        await rebuild(tx)
        found = await projectionDigests(tx)
        throw new Undo()
      })
      .catch(error => {
        if (!(error instanceof Undo)) throw error
      })
    return found
  }
  /** Everything about the tables beside their rows: columns, keys, indexes, what they refer to, who may do what. */
  const shape = async () => {
    const { rows } = await owner.query(
      `select array_agg(t.relname || ' ' || x.says order by t.relname || ' ' || x.says) as all from pg_class t, lateral (
        select a.attname || ' ' || a.atttypid::regtype || ' ' || a.attnotnull || ' ' || a.attgenerated::text
            || coalesce(pg_get_expr(d.adbin, d.adrelid), '') as says
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        union all select pg_get_indexdef(i.indexrelid) || i.indisprimary from pg_index i where i.indrelid = t.oid
        union all select k.conname || ' ' || pg_get_constraintdef(k.oid) || k.convalidated from pg_constraint k where k.conrelid = t.oid
        union all select pg_get_userbyid(t.relowner) || ' ' || array(select a::text from unnest(t.relacl) a order by 1)::text
      ) x where t.relnamespace = 'public'::regnamespace and t.relname = any ($1)`,
      [projected],
    )
    return rows[0]?.all
  }
  const leavesNothing = async () => {
    const { rows } = await owner.query('select to_regnamespace($1) is null as gone', [BESIDE])
    expect(rows[0]?.gone).toBe(true)
  }
  /** Somebody who reads, and goes on reading. @returns lets go */
  const reading = async () => {
    const reader = new pg.Client({ connectionString: store.url })
    await reader.connect()
    await reader.query('begin; select count(*) from happening')
    return async () => await reader.end()
  }

  test('gives the same rows, in tables that are the same in everything else', async () => {
    const before = await projectionDigests(store.db)
    const was = await shape()
    expect(was.length).toBeGreaterThan(100)
    const said: number[] = []
    const made_ = await rebuildBeside(store.url, { files: n => said.push(n) })
    expect(made_).toEqual({ files: made.subjects.length + 1, entries: made.entries.length + 1 })
    expect(said.at(-1)).toBe(made.subjects.length + 1)
    expect(await projectionDigests(store.db)).toEqual(before)
    expect(await shape()).toEqual(was)
    await leavesNothing()
  })

  test('mends what stood otherwise, counts it anew, and people go on in it', async () => {
    const before = await projectionDigests(store.db)
    const asked = indicators.map(indicator => ({ indicator, on: day('2026-01-31') }))
    const figures = await keptFigures(store.db, asked)
    await owner.query('delete from figure_kept')
    await owner.query(`delete from spell where kind = 'looked-after'`)
    await owner.query(`update happening set summary = 'Other' where type = 'placement'`)
    expect(await keptFigures(store.db, asked)).not.toEqual(figures)
    await rebuildBeside(store.url)
    expect(await keptFigures(store.db, asked)).toEqual(figures)
    expect(await projectionDigests(store.db)).toEqual(before)
    await write(await written(), 1)
    expect(await projectionDigests(store.db)).toEqual(await asFolded())
    expect((await verify(store.db)).faults).toEqual([])
  })

  test('has in it what was written after a file was folded, and files begun and joined since', async () => {
    const [known, other] = [await written(), await written()]
    let end = await reading()
    let waited = 0
    let writing: Promise<unknown> = Promise.resolve()
    await rebuildBeside(
      store.url,
      {
        // By now everything is folded, and the tables are not to be had.
        waits: () => {
          waited += 1
          if (waited === 1)
            writing = (async () => {
              for (const n of [1, 2, 3]) await write(known, n)
              const fresh = givenChild()
              await store.db.transaction().execute(async tx => {
                await startFile(tx, fresh, HERE)
                await append(tx, fresh, [given(fresh.id, 'person-details', details('2015-01-01'))])
              })
              await store.db
                .transaction()
                .execute(tx =>
                  append(tx, other, [given(other.id, 'merged', { into: known.id, why: 'One child.' })]),
                )
              await end()
              end = async () => {}
            })()
        },
      },
      { together: 300, tries: 200, between: 50 },
    )
    await writing
    expect(waited).toBeGreaterThan(0)
    const { rows } = await owner.query(
      `select count(*)::int as n, (select count(*)::int from person where merged = $1) as joined
        from happening where subject = $1 and answers ->> 'about' like 'Call %'`,
      [known.id],
    )
    expect(rows[0]).toEqual({ n: 3, joined: 1 })
    expect(await projectionDigests(store.db)).toEqual(await asFolded())
  })

  test('people who write all the while lose nothing and are not refused', async () => {
    const files = await Promise.all([written(), written(), written()])
    let going = true
    let n = 0
    const writers = files.map(async f => {
      while (going) {
        n += 1
        await write(f, n)
      }
    })
    await rebuildBeside(store.url)
    const during = n
    going = false
    await Promise.all(writers)
    expect(during).toBeGreaterThan(3)
    expect(await projectionDigests(store.db)).toEqual(await asFolded())
    expect((await verify(store.db)).faults).toEqual([])
  })

  test('leaves all as it was where the tables stay in use, and says so', async () => {
    const before = await projectionDigests(store.db)
    const was = await shape()
    const end = await reading()
    await expect(rebuildBeside(store.url, {}, QUICK)).rejects.toThrow(/stayed in use/)
    await end()
    expect(await projectionDigests(store.db)).toEqual(before)
    expect(await shape()).toEqual(was)
    await leavesNothing()
  })

  test('leaves all as it was where its connection is lost midway', async () => {
    const before = await projectionDigests(store.db)
    let ended: Promise<unknown> | undefined
    const lost = rebuildBeside(store.url, {
      indexes: () => {
        ended ??= owner.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1',
          [NAME],
        )
      },
    })
    await expect(lost).rejects.toThrow()
    await ended
    expect(await projectionDigests(store.db)).toEqual(before)
    await leavesNothing()
  })

  test.each([
    ['a table that is not there', 'copy nowhere from stdin', 'a\n', /does not exist/],
    ['a row that it does not take', 'copy staff from stdin', 'a\n', /invalid input syntax|missing data/],
  ])(
    'rows for %s are refused by the server, and its connection goes on',
    async (_, statement, rows, says) => {
      await expect(copyIn(owner, statement, [Buffer.from(rows)])).rejects.toThrow(says)
      expect((await owner.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    },
  )

  test('the views of the standard dataset stand again, for those who may read them', async () => {
    await makeSchemaAsOwner(store.db)
    const people = async () =>
      (await owner.query('select count(*)::int as n from ssd.ssd_person')).rows[0]?.n as number
    const before = await people()
    expect(before).toBeGreaterThan(0)
    await rebuildBeside(store.url)
    expect(await hasSchema(store.db)).toBe(true)
    expect(await people()).toBe(before)
    await owner.query('set role golden_thread_analyst')
    expect(await people()).toBe(before)
    await owner.query('reset role')
  })

  test('does nothing where a view of somebody’s own would be lost, and says which', async () => {
    await owner.query('create view of_our_own as select subject from person')
    expect(await rebuildBeside(store.url)).toEqual({ hindrance: 'the view of_our_own reads person' })
    await owner.query('drop view of_our_own')
    await leavesNothing()
  })

  test('does nothing for a login that does not own the tables', async () => {
    const url = new URL(store.url)
    const name = `reader_${url.pathname.slice(1)}`
    await owner.query(`create role ${name} login`)
    url.username = name
    expect(await rebuildBeside(url.href)).toEqual({ hindrance: 'this login does not own the tables' })
    await owner.query(`drop role ${name}`)
  })
})
