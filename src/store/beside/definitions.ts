import { sql } from 'kysely'
import { type Db, rawSql } from '../connection.ts'
import { projected } from '../projected.ts'

/** Where tables are made beside those that people read; gone again when they took their place. */
export const BESIDE = 'golden_thread_beside'

/** The statements that make the folded tables again as they are, and put them in the place of those that are there. */
export interface Definitions {
  /** The schema the tables stand in. */
  readonly home: string
  /** The tables without keys and indexes. */
  readonly make: readonly string[]
  /** Keys and indexes, once the rows are in. */
  readonly index: readonly string[]
  /** What is to be done in their own place: who may do what, and that they belong to files. */
  readonly settle: readonly string[]
  /** Looks whether what was written belongs to files; may be asked while others work. */
  readonly check: readonly string[]
}

const names = sql.join(projected.map(t => sql.lit(t)))
const tables = sql`(select c.oid, c.relname, c.relowner, c.relacl, c.reloptions, n.nspname as home from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  where c.oid in (select to_regclass(t)::oid from unnest(array[${names}]) t))`

interface Statement {
  readonly part: 'make' | 'index' | 'settle' | 'check'
  readonly text: string
}

/** Reads how the folded tables are made, and whose they are. */
export async function readDefinitions(tx: Db): Promise<Definitions & { readonly owner: string }> {
  const { rows: whose } = await sql<{ home: string; owner: string }>`
    select home, pg_get_userbyid(relowner) as owner from ${tables} t limit 1`.execute(tx)
  const { home = 'public', owner = '' } = whose[0] ?? {}
  const { rows } = await sql<Statement>`
    with t as (select *, format('%I.%I', home, relname) as here, format('%I.%I', ${BESIDE}::text, relname) as beside
      from ${tables} x)
    select 'make' as part, format('create table %s (like %s including all excluding indexes)%s', beside, here,
        ' with (' || array_to_string(reloptions, ', ') || ')') as text from t
    union all
    select 'index', case when k.oid is null
        then replace(pg_get_indexdef(i.indexrelid), ' ON ' || here || ' USING ', ' ON ' || beside || ' USING ')
        else format('alter table %s add constraint %I %s', beside, k.conname::text, pg_get_constraintdef(k.oid)) end
      from t join pg_index i on i.indrelid = t.oid
        left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x') and k.conrelid = t.oid
    union all
    select 'settle', format('grant %s on %s to %s%s', a.privilege_type, here,
        case a.grantee when 0 then 'public' else format('%I', pg_get_userbyid(a.grantee)) end,
        case when a.is_grantable then ' with grant option' else '' end)
      from t, aclexplode(t.relacl) a where a.grantee <> t.relowner
    union all
    select 'settle', format('alter table %s add constraint %I %s not valid', here, k.conname,
        regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', ''))
      from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    union all
    select 'check', format('alter table %s validate constraint %I', here, k.conname)
      from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'`.execute(tx)
  const of = (part: Statement['part']) => rows.filter(r => r.part === part).map(r => r.text)
  return { home, owner, make: of('make'), index: of('index'), settle: of('settle'), check: of('check') }
}

interface Hindrance {
  readonly why: string
}

/**
 * Why tables can't be made beside and take the place of those that are there; null where they can. What a council hung on
 * the tables by itself (a view, a copy to elsewhere) would be lost, or would hold on to them.
 */
export async function hindrance(db: Db): Promise<string | null> {
  const { rows } = await sql<Hindrance>`
    with t as ${tables}
    select 'this login does not own the tables' as why from t
      where not pg_has_role(current_user, relowner, 'member')
    union all
    select 'their owner may not create a schema in this database (grant create on database)' from t
      where not has_database_privilege(relowner, current_database(), 'create')
    union all
    select format('the view %s reads %I', v.oid::regclass, t.relname) from t
      join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = t.oid and d.classid = 'pg_rewrite'::regclass
      join pg_rewrite r on r.oid = d.objid join pg_class v on v.oid = r.ev_class
      where v.relnamespace is distinct from to_regnamespace('ssd')
    union all
    select format('%s refers to %I', k.conrelid::regclass, t.relname) from t
      join pg_constraint k on k.confrelid = t.oid and k.contype = 'f'
    union all
    select format('%I has the trigger %I', t.relname, g.tgname) from t
      join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
    union all
    select format('%I has policies of its own', t.relname) from t where exists
      (select from pg_policy p where p.polrelid = t.oid)
    union all
    select format('%I is copied to elsewhere by the publication %I', t.relname, p.pubname) from t
      join pg_publication_tables p on p.schemaname = t.home and p.tablename = t.relname
    limit 1`.execute(db)
  return rows[0]?.why ?? null
}

/** Puts the tables that were made beside in the place of those that are there. The caller holds them all. */
export async function takePlace(tx: Db, { home, settle }: Definitions): Promise<void> {
  const here = projected.map(t => sql.id(home, t))
  await sql`drop table ${sql.join(here)}`.execute(tx)
  for (const t of projected)
    await sql`alter table ${sql.id(BESIDE, t)} set schema ${sql.id(home)}`.execute(tx)
  await sql`drop schema ${sql.id(BESIDE)}`.execute(tx)
  for (const s of settle) await rawSql(tx, s)
}
