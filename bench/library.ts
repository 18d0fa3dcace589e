import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Loaded, loadReports } from '../src/jobs/library-load.ts'
import { readerPool } from '../src/jobs/library-pool.ts'
import { openStore } from '../src/store/connection.ts'
import { ensureImporter, LIBRARIAN } from '../src/store/queries/importer.ts'
import { searchLibrary } from '../src/store/queries/library-search.ts'
import { toldOn } from '../src/store/queries/library-theme.ts'

/**
 * Loads a folder of reports again and again, until there are 430, into an embedded database: each is read from its file
 * anew, and shelved as if of another council, so that every one is written. Then asks what a person would of that library.
 * Usage: npm run bench:library -- FOLDER [HOW MANY]
 */
const [folder = '../shared/reports', many = '430'] = process.argv.slice(2)
const files = readdirSync(folder).filter(f => /\.(pdf|txt|docx)$/.test(f) && !f.includes('cabinet'))
const now = () => new Date().toISOString() as Parameters<typeof ensureImporter>[1]
const at = mkdtempSync(join(tmpdir(), 'library-'))
const store = await openStore({ folder: at })
const author = await ensureImporter(store.db, now(), LIBRARIAN)
const threads = readerPool()
let reading = 0
const pool: typeof threads = {
  ...threads,
  read: async (name, bytes) => {
    const from = performance.now()
    const read = await threads.read(name, bytes)
    reading += performance.now() - from
    return read.ok ? { ok: true, value: { ...read.value, authority: `Council ${name}` } } : read
  },
}
const came: Loaded[] = []
const sources = Array.from({ length: Number(many) }, (_, i) => {
  const file = files[i % files.length] ?? ''
  const bytes = async () => Buffer.concat([readFileSync(join(folder, file)), Buffer.from(`\n% ${i}\n`)])
  return { name: `${i} ${file}`, bytes }
})
const began = performance.now()
await loadReports(sources, { store, pool, author, now, done: (_, what) => void came.push(what) })
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, ${threads.size} threads`)
console.log(
  `loaded ${came.filter(c => 'shelved' in c).length} of ${many} in ${seconds(performance.now() - began)}`,
)
console.log(`waited for a reading: ${Math.round(reading / Number(many))} ms each, in turn`)
await threads.close()

const timed = async (what: string, ask: () => Promise<unknown>) => {
  const from = performance.now()
  await ask()
  console.log(`${what}: ${Math.round(performance.now() - from)} ms`)
}
for (const again of [1, 2]) {
  await timed(`everything (${again})`, () => searchLibrary(store.db, {}, 1))
  await timed(`supervision (${again})`, () => searchLibrary(store.db, { words: 'supervision' }, 1))
  await timed(`"life story" or chronology (${again})`, () =>
    searchLibrary(store.db, { words: '"life story" or chronology' }, 1),
  )
  await timed(`theme plans (${again})`, () => searchLibrary(store.db, { theme: 'plans' }, 1))
  await timed(`theme page of plans (${again})`, () => toldOn(store.db, 'plans'))
}
await store.close()
rmSync(at, { recursive: true })
