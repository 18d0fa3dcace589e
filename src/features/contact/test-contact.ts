import { afterAll } from 'vitest'
import { appWith, type Seen } from '../../../test/support/app.ts'
import { given } from '../../../test/support/given.ts'
import { readEntries } from '../../store/ledger.ts'
import { AUTHORITY } from '../../store/queries/authority.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'

// A contact as somebody without an account makes it.

export const worry = {
  danger: 'no',
  concern: 'Seen alone in the park',
  source: '1B',
  c1_givenName: 'Wren',
  c1_familyName: 'Pebble',
}
export const school = { ...worry, source: '2A', referrer: 'Ada Teacher', organisation: 'Mill School' }
export const referenceOf = (seen: Seen) =>
  /C[2-9A-Z]{7}/.exec(seen.title)?.[0] ?? `none: ${seen.status} ${seen.text}`
export const codeOf = (seen: Seen) => /gt-contact__code">([^<]+)</.exec(seen.html)?.[1] ?? null

/** The council’s pages, and somebody at a browser who has no account. */
export async function publicPages() {
  const app = await appWith()
  afterAll(async () => await app.close())
  const anybody = app.browser()
  const council = await subjectByCode(app.store.db, 'authority', AUTHORITY)
  const reach = { name: 'Thimble Council', phone: '01632 960 001', evenings: '01632 960 002' }
  await app.write([], [given(council?.id ?? '', 'authority-details', reach)])

  let quarter = 0
  /** Each test begins a quarter of an hour of its own, so that none uses up the sends of another. */
  const later = () => {
    quarter += 1
    app.at(new Date(Date.parse('2026-03-10T12:00:00Z') + quarter * 15 * 60_000).toISOString())
  }
  const entriesOf = async (reference: string) => {
    const subject = await subjectByCode(app.store.db, 'contact', reference)
    return subject ? await readEntries(app.store.db, subject.id) : []
  }
  const contacts = async () =>
    (await app.store.db.selectFrom('entry').select('id').where('type', '=', 'contact-received').execute())
      .length
  return { app, anybody, later, entriesOf, contacts }
}
