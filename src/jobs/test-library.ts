import { readFileSync } from 'node:fs'
import { afterAll } from 'vitest'
import { appWith } from '../../test/support/app.ts'
import { cast } from '../../test/support/people.ts'
import { readReport } from '../domain/improvement/read-report.ts'
import { type Loaded, loadReports, type Source } from './library-load.ts'
import type { ReaderPool } from './library-pool.ts'

// The library of reports, and two councils’ to put in it.

export const seed = (name: string) => readFileSync(new URL(`../../seed/library/${name}`, import.meta.url))
export const source = (name: string, bytes: Uint8Array | string): Source => ({
  name,
  bytes: () => Promise.resolve(new Uint8Array(Buffer.from(bytes))),
})

/** Reads in this process, so that most tests start no thread. */
export const here: ReaderPool = {
  size: 2,
  read: (_, bytes) => Promise.resolve(readReport(Buffer.from(bytes).toString('utf8'))),
  close: () => Promise.resolve(),
}

/** Far into the text, a letter that no database holds. */
export const brokenFont = (text: string) =>
  text.replace('Leaders stay.', `Leaders stay${' on'.repeat(2000)}\u0000.`)

export const FILES = [
  'wrayburn-2014-sif.txt',
  'wrayburn-2018-ilacs.txt',
  'tarnholt-2015-sif.txt',
  'tarnholt-2024-ilacs.txt',
]

/** A product whose library is empty. */
export async function library() {
  const app = await appWith()
  afterAll(async () => await app.close())
  const director = await app.signInAs(cast.director)

  async function load(sources: readonly Source[], pool = here, stopped = () => false) {
    const came = new Map<string, Loaded>()
    await loadReports(sources, {
      store: app.store,
      pool,
      author: cast.analyst.id,
      now: () => app.now(),
      done: (s, what) => void came.set(s.name, what),
      stopped,
    })
    return came
  }

  const count = async () => (await app.store.db.selectFrom('library_report').select('code').execute()).length
  return { app, director, load, count }
}
