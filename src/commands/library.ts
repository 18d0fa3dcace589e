import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname, join, relative, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { type Loaded, loadReports, type Source } from '../jobs/library-load.ts'
import { readerPool } from '../jobs/library-pool.ts'
import { ensureImporter, LIBRARIAN } from '../store/queries/importer.ts'
import { openWorld, type World } from '../world.ts'
import { BadArguments, type Command } from './arguments.ts'
import { progress } from './progress.ts'

const KINDS = new Set(['.pdf', '.txt', '.text', '.docx'])

const source = (path: string, name: string): Source => ({ name, bytes: () => readFile(path) })

/** The reports of a folder and of those in it, in order of name: other kinds of file are no matter of ours. */
function within(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(f => f.isFile() && !f.name.startsWith('.') && KINDS.has(extname(f.name).toLowerCase()))
    .map(f => join(f.parentPath, f.name))
    .toSorted()
    .map(path => source(path, relative(folder, path)))
}

/** What was named on the command line: files as they are, whatever their kind, and the reports of folders. */
function sources(words: readonly string[]): readonly Source[] {
  return words.flatMap(word => {
    const path = resolve(word)
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found) throw new BadArguments(`There is no file or folder “${word}”. Check its name.`)
    if (!found.isDirectory()) return [source(path, basename(path))]
    const inside = within(path)
    if (inside.length === 0)
      throw new BadArguments(`There is no report in “${word}”: no file that ends in .pdf, .docx or .txt.`)
    return inside
  })
}

interface Tally {
  shelved: number
  readonly already: string[]
  readonly failed: string[]
}

function count(tally: Tally, { name }: Source, what: Loaded): void {
  if ('shelved' in what) tally.shelved += 1
  else if ('failed' in what) tally.failed.push(`  ${name}: ${what.failed}`)
  else
    tally.already.push(
      `  ${name}: ${what.same === 'file' ? 'the same file' : 'the same inspection, from another file'} is here as ${what.already}`,
    )
}

async function load(world: World, list: readonly Source[], stopped: () => boolean): Promise<Tally> {
  const tally: Tally = { shelved: 0, already: [], failed: [] }
  const author = await ensureImporter(world.store.db, world.now(), LIBRARIAN)
  const say = progress('Reports read')
  const pool = readerPool()
  let n = 0
  const done = (s: Source, what: Loaded) => {
    count(tally, s, what)
    n += 1
    say(n, list.length)
  }
  try {
    await loadReports(list, { store: world.store, pool, author, now: () => world.now(), done, stopped })
  } finally {
    await pool.close()
  }
  return tally
}

/** What came of it, the faults last, where they are seen. */
function told(tally: Tally, seconds: string, left: number): string {
  const { shelved, already, failed } = tally
  const lines = [`${shelved} ${shelved === 1 ? 'report' : 'reports'} loaded in ${seconds} s.`]
  if (already.length > 0) lines.push(`${already.length} here already, and not loaded again:`, ...already)
  if (failed.length > 0) lines.push(`${failed.length} could not be read:`, ...failed)
  if (left > 0) lines.push(`Stopped with ${left} to go. Run the same again, and it goes on from there.`)
  return lines.join('\n')
}

export const library: Command = {
  name: 'library',
  usage: 'library load FOLDER|FILE …',
  says: 'Loads published inspection reports of any council (.pdf, .docx, .txt) into the library of findings.',
  flags: {},
  run: async (given, env) => {
    const [what, ...words] = given.words
    if (what !== 'load' || words.length === 0)
      throw new BadArguments('Say which folder or files to load.', library)
    const list = sources(words)
    let stop = false
    // The first Ctrl-C finishes what is under way; a second ends it there, and loses nothing that was written.
    const onSignal = () => {
      stop = true
    }
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
    const world = await openWorld(readConfig(env))
    try {
      const began = Date.now()
      const tally = await load(world, list, () => stop)
      const left = list.length - tally.shelved - tally.already.length - tally.failed.length
      console.log(told(tally, ((Date.now() - began) / 1000).toFixed(1), left))
      return tally.failed.length > 0 || left > 0 ? 1 : 0
    } finally {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
      await world.store.close()
    }
  },
}
