import type { Db } from './connection.ts'

const NAME = 'fold-again'

/** Says that what is folded has less than this version folds: until all is folded again. Nothing, where no file is. */
export async function sayFoldAgain(tx: Db): Promise<void> {
  const any = await tx.selectFrom('subject').select('id').limit(1).executeTakeFirst()
  if (!any) return
  const row = { name: NAME, value: JSON.stringify({}) }
  await tx
    .insertInto('setting')
    .values(row)
    .onConflict(c => c.column('name').doUpdateSet(row))
    .execute()
}

/** Whether all is still to be folded again. */
export const isFoldAgain = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('setting').select('name').where('name', '=', NAME).executeTakeFirst()) !== undefined

/** In the transaction that folded all. */
export async function foldedAgain(tx: Db): Promise<void> {
  await tx.deleteFrom('setting').where('name', '=', NAME).execute()
}
