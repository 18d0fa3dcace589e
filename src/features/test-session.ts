import { afterAll } from 'vitest'
import { appWith } from '../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../test/support/children.ts'
import { cast } from '../../test/support/people.ts'
import { setPassword } from '../store/accounts/accounts.ts'

// One child’s file, and its worker signed in with a password.

export const file = givenFile()
export const note = `/child/${file.code}/record/case-note`
export const typed = {
  on: 'today',
  what: 'call',
  about: 'Rang',
  note: 'Every word of this',
  significant: 'no',
}
export const PASSWORD = 'three small red boats'

/** A product with that file; `notes` gives what is written in it. */
export async function signedIn() {
  const app = await appWith(subjectsOf([file]), entriesOf([file]))
  afterAll(async () => await app.close())
  await setPassword(app.store.db, cast.worker.id, 'Amy.Thistle', PASSWORD)
  const worker = await app.signInAs(cast.worker)
  const notes = async () =>
    await app.store.db.selectFrom('entry').select('id').where('subject', '=', file.subject.id).execute()
  return { app, worker, notes }
}
