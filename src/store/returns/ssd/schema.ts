import { sql } from 'kysely'
import { model } from '../../../domain/returns/ssd/model.ts'
import { type Db, rawSql } from '../../connection.ts'
import { viewStatements } from './views.ts'

/** Who reads the views: given to people by the council, `grant golden_thread_analyst to …`. It reads nothing else. */
const ROLE = `do $$ begin
  if not exists (select from pg_roles where rolname = 'golden_thread_analyst') then
    create role golden_thread_analyst nologin;
  end if;
exception when duplicate_object or unique_violation or insufficient_privilege then null;
end $$`

/** Where the login may make no role, there is none to be given anything: the owner grants what they like. */
const GRANTS = `do $$ begin
  if exists (select from pg_roles where rolname = 'golden_thread_analyst') then
    grant usage on schema ssd to golden_thread_analyst;
    grant select on all tables in schema ssd to golden_thread_analyst;
  end if;
end $$`

export async function hasSchema(db: Db): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select to_regnamespace('ssd') is not null as found`.execute(
    db,
  )
  return rows[0]?.found === true
}

export const dropSchema = async (tx: Db): Promise<void> => {
  await rawSql(tx, 'drop schema if exists ssd cascade')
}

/** Makes the schema `ssd` with a view for each object, in place of the one that may be there. Asked by the tables’ owner. */
export async function makeSchema(tx: Db): Promise<void> {
  await dropSchema(tx)
  await rawSql(tx, ROLE)
  await rawSql(tx, 'create schema ssd')
  await rawSql(
    tx,
    `comment on schema ssd is 'The Standard Safeguarding Dataset, as views over the record. Every child is in them, restricted files too.'`,
  )
  for (const object of Object.keys(model))
    for (const statement of viewStatements(object)) await rawSql(tx, statement)
  await rawSql(tx, GRANTS)
}

/** Makes the schema from within the product, which has stepped down from being the tables’ owner. */
export async function makeSchemaAsOwner(db: Db): Promise<void> {
  await db.transaction().execute(async tx => {
    await rawSql(tx, 'set local role none')
    await makeSchema(tx)
  })
}
