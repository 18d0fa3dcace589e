import type { Instant } from '../domain/kernel/day.ts'
import type { Store } from '../store/connection.ts'
import { hashOf, type Put, sameFile, shelve } from '../store/queries/library-shelve.ts'
import type { ReaderPool } from './library-pool.ts'

/** A document to load: what it is called, and its bytes, taken when its turn comes. */
export interface Source {
  readonly name: string
  bytes(): Promise<Uint8Array>
}

/** What came of one document. */
export type Loaded = Put | { readonly failed: string }

interface Loading {
  readonly store: Store
  readonly pool: ReaderPool
  readonly author: string
  now(): Instant
  /** Told of each document as it is done, in whatever order they come. */
  done(source: Source, what: Loaded): void | Promise<void>
  /** True once no more should be begun. What is under way is finished. */
  stopped?(): boolean
}

/** Why a file could not be opened, in words. */
function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EACCES') return 'It may not be read by this user. Change who may read it.'
  if (code === 'ENOENT') return 'It is there no longer.'
  if (code === 'EISDIR') return 'It is a folder. Give the files in it.'
  return error instanceof Error ? error.message : 'It could not be opened.'
}

async function one(source: Source, { store, pool, author, now }: Loading): Promise<Loaded> {
  let bytes: Uint8Array
  try {
    bytes = await source.bytes()
  } catch (error) {
    return { failed: whyNot(error) }
  }
  const hash = hashOf(bytes)
  // A run that was stopped goes on here: what it had loaded is not read again.
  const held = await sameFile(store.db, hash)
  if (held !== undefined) return { already: held, same: 'file' }
  const read = await pool.read(source.name, bytes)
  if (!read.ok) return { failed: read.error }
  const shelving = { file: source.name, hash, report: read.value }
  try {
    return await store.db.transaction().execute(tx => shelve(tx, shelving, { author, now: now() }))
  } catch (error) {
    return { failed: `It was read, and could not be kept: ${whyNot(error)}` }
  }
}

/**
 * Loads reports into the library: read in threads, written one transaction each, so that what is done stays done
 * however the run ends. A document that can't be read stops no other.
 */
export async function loadReports(sources: readonly Source[], loading: Loading): Promise<void> {
  const waiting = [...sources]
  const hand = async (): Promise<void> => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      if (loading.stopped?.()) return
      await loading.done(source, await one(source, loading))
    }
  }
  // One hand a thread, and one that writes or opens meanwhile: memory holds no more documents than that.
  await Promise.all(Array.from({ length: loading.pool.size + 1 }, hand))
}
