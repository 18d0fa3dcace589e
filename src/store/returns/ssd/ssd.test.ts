import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generate } from '../../../../seed/generate.ts'
import { small } from '../../../../seed/profiles/small.ts'
import { memoryStore } from '../../../../test/support/memory.ts'
import { foldFile } from '../../../domain/casework/file.ts'
import { day } from '../../../domain/kernel/day.ts'
import { careTimes } from '../../../domain/returns/daily/care-times.ts'
import { episodesOf } from '../../../domain/returns/daily/episodes.ts'
import { model, withoutSource } from '../../../domain/returns/ssd/model.ts'
import type { Store } from '../../connection.ts'
import { appendAll } from '../../ledger.ts'
import { migrate } from '../../migrations/migrate.ts'
import { projectionDigests, rebuild } from '../../rebuild.ts'
import { writeDataset } from './folder.ts'
import { hasSchema, makeSchemaAsOwner } from './schema.ts'
import { views } from './views.ts'

const made = generate(small, day('2026-03-10'))
const entries = Map.groupBy(
  made.entries.map((e, i) => ({ ...e, seq: i + 1 })),
  e => e.subject,
)
const files = made.subjects.filter(s => s.kind === 'child').map(s => foldFile(s.id, entries.get(s.id) ?? []))

let store: Store
beforeAll(async () => {
  store = await memoryStore()
  await store.db.transaction().execute(tx => appendAll(tx, made.subjects, made.entries))
  await makeSchemaAsOwner(store.db)
})
afterAll(async () => await store.close())

const rowsOf = async (object: string) =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(`ssd.${object}`)}`.execute(store.db)).rows

/** As the owner, since the application has nothing to do with the views. */
async function asOwner<T>(work: () => Promise<T>): Promise<T> {
  await sql`reset role`.execute(store.db)
  try {
    return await work()
  } finally {
    await sql`set role golden_thread_app`.execute(store.db)
  }
}
const count = async (object: string): Promise<number> => (await asOwner(() => rowsOf(object))).length
const spells = (kind: string) => files.reduce((n, f) => n + f.spells.filter(s => s.kind === kind).length, 0)

describe('the declaration and the views', () => {
  test('there are 48 objects with 359 fields, and each is read from the record or says why not', () => {
    expect(Object.keys(model)).toHaveLength(48)
    expect(Object.values(model).flatMap(f => Object.keys(f))).toHaveLength(359)
    for (const [object, fields] of Object.entries(model))
      for (const [name, field] of Object.entries(fields))
        expect(views[object]?.fields[name] === undefined, `${object}.${name}`).toBe(
          field.without !== undefined,
        )
    for (const [object, view] of Object.entries(views))
      expect(Object.keys(view.fields).filter(f => !(f in (model[object] ?? {})))).toEqual([])
  })

  test('every object and field is in the schema, in order and of its type', async () => {
    const { rows } = await asOwner(() =>
      sql<{ o: string; f: string; t: string }>`select c.relname as o, a.attname as f,
          format_type(a.atttypid, a.atttypmod) as t from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'ssd'::regnamespace and a.attnum > 0 order by c.relname, a.attnum`.execute(
        store.db,
      ),
    )
    const found = Map.groupBy(rows, r => r.o)
    expect([...found.keys()].sort()).toEqual(Object.keys(model).sort())
    const types: Record<string, string> = { timestamptz: 'timestamp with time zone' }
    for (const [object, fields] of Object.entries(model))
      expect(found.get(object)?.map(r => [r.f, r.t])).toEqual(
        Object.entries(fields).map(([f, { type }]) => [f, types[type] ?? type]),
      )
  })

  test('a field without a source says so to whoever looks at the database', async () => {
    const { rows } = await asOwner(() =>
      sql<{ n: number }>`select count(*) as n from pg_description d join pg_class c on c.oid = d.objoid
        where c.relnamespace = 'ssd'::regnamespace and d.description like 'Always null. %'`.execute(store.db),
    )
    expect(rows[0]?.n).toBe(withoutSource().length)
  })
})

describe('the invented authority in the views', () => {
  test('persons, cases, assessments, plans and enquiries are as many as in the record', async () => {
    const episodes = files.flatMap(f => episodesOf(f).filter(e => e.referral || e.inNeed))
    expect(await count('ssd_person')).toBe(files.length)
    expect(await count('ssd_cin_episodes')).toBe(episodes.length)
    for (const [object, kind] of [
      ['ssd_cin_assessments', 'assessment'],
      ['ssd_cin_plans', 'need-plan'],
      ['ssd_s47_enquiry', 'enquiry'],
      ['ssd_cp_plans', 'protection-plan'],
      ['ssd_cla_placement', 'placement'],
      ['ssd_legal_status', 'legal-status'],
      ['ssd_missing', 'missing'],
      ['ssd_involvements', 'allocation'],
      ['ssd_early_help_episodes', 'early-help'],
    ] as const)
      expect([object, await count(object)]).toEqual([object, spells(kind)])
  })

  test('times in care are those of the yearly return, day by day', async () => {
    const wanted = files.flatMap(f => careTimes(f).map(t => `${t.from} ${t.to ?? ''} ${t.status ?? ''}`))
    const rows = await asOwner(() =>
      sql<{ e: string }>`select concat(clae_cla_episode_start_date, ' ', clae_cla_episode_ceased_date, ' ',
          (select max(l.lega_legal_status) from ssd.ssd_legal_status l where l.lega_person_id = clae_person_id
            and l.lega_legal_status_start_date <= clae_cla_episode_start_date
            and (l.lega_legal_status_end_date is null or l.lega_legal_status_end_date > clae_cla_episode_start_date))) as e
        from ssd.ssd_cla_episodes`.execute(store.db),
    )
    expect(wanted.length).toBeGreaterThan(5)
    expect(rows.rows.map(r => r.e).sort()).toEqual(wanted.sort())
  })

  test('identifiers of an object are told apart, and lead where they say', async () => {
    const unique = async (object: string, key: string) => {
      const keys = (await asOwner(() => rowsOf(object))).map(r => r[key])
      expect(new Set(keys).size, object).toBe(keys.length)
      return new Set(keys)
    }
    const persons = await unique('ssd_person', 'pers_person_id')
    const referrals = await unique('ssd_cin_episodes', 'cine_referral_id')
    const care = await asOwner(() => rowsOf('ssd_cla_episodes'))
    await unique('ssd_cla_episodes', 'clae_cla_episode_id')
    await unique('ssd_cin_assessments', 'cina_assessment_id')
    await unique('ssd_address', 'addr_table_id')
    await unique('ssd_linked_identifiers', 'link_table_id')
    for (const e of care) expect(persons.has(e.clae_person_id)).toBe(true)
    for (const a of await asOwner(() => rowsOf('ssd_cin_assessments')))
      expect(referrals.has(a.cina_referral_id)).toBe(true)
  })

  test('a plan for protection has the category in words, and a conference its target day', async () => {
    const plans = await asOwner(() => rowsOf('ssd_cp_plans'))
    expect(plans.length).toBeGreaterThan(3)
    for (const p of plans)
      expect(['Neglect', 'Physical abuse', 'Sexual abuse', 'Emotional abuse', 'Multiple']).toContain(
        p.cppl_cp_plan_initial_category,
      )
  })
})

test('the application may not read the schema, and analysts may read it and nothing else', async () => {
  await expect(rowsOf('ssd_person')).rejects.toThrow(/permission denied/)
  await sql`reset role`.execute(store.db)
  await sql`set role golden_thread_analyst`.execute(store.db)
  expect((await rowsOf('ssd_person')).length).toBe(files.length)
  await expect(sql`select * from person`.execute(store.db)).rejects.toThrow(/permission denied/)
  await sql`set role golden_thread_app`.execute(store.db)
})

test('a rebuild goes on beside the views, and gives the same', async () => {
  const before = await projectionDigests(store.db)
  await store.db.transaction().execute(tx => rebuild(tx))
  expect(await projectionDigests(store.db)).toEqual(before)
  expect(await hasSchema(store.db)).toBe(true)
  await makeSchemaAsOwner(store.db)
  expect(await count('ssd_person')).toBe(files.length)
})

test('a new version of the tables finds the views out of its way, and makes them again', async () => {
  await asOwner(async () => {
    await sql`drop table daily_feed cascade`.execute(store.db)
    await sql`drop table daily_run`.execute(store.db)
    await sql`delete from migration where name = '005-returns'`.execute(store.db)
    expect(await migrate(store.db)).toEqual(['005-returns'])
  })
  expect(await count('ssd_api_data_staging')).toBe(0)
  expect(await count('ssd_person')).toBe(files.length)
})

test('the dataset is written as a file for each object, and reads back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssd-'))
  try {
    const counts = await writeDataset(store.db, folder)
    expect(counts.size).toBe(48)
    expect(counts.get('ssd_person')).toBe(files.length)
    const [head = '', ...lines] = readFileSync(join(folder, 'ssd_person.csv'), 'utf8').trimEnd().split('\r\n')
    expect(head.split(',')).toEqual(Object.keys(model.ssd_person ?? {}))
    expect(lines).toHaveLength(files.length)
    expect(readFileSync(join(folder, 'ssd_voice_of_child.csv'), 'utf8').trimEnd().split('\r\n')).toHaveLength(
      1,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
