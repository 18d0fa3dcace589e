import type { Instant } from '../domain/kernel/day.ts'
import type { Store } from '../store/connection.ts'
import { settleUpload, uploadBytes, waitingUploads } from '../store/queries/library-upload.ts'
import { type Loaded, loadReports } from './library-load.ts'
import { readerPool } from './library-pool.ts'

const BATCH = 40

const settled = (what: Loaded) =>
  'shelved' in what
    ? { state: 'loaded' as const, says: null, code: what.shelved }
    : 'failed' in what
      ? { state: 'failed' as const, says: what.failed, code: null }
      : {
          state: 'already' as const,
          says:
            what.same === 'file'
              ? 'The same file is here.'
              : 'The same inspection is here, from another file.',
          code: what.already,
        }

/**
 * Reads the reports that were sent on the page and wait, until none does. Two processes that do so at once load nothing
 * twice: the second finds the same file on the shelf.
 * @returns how many were read
 */
export async function readUploads(store: Store, now: () => Instant, pool = readerPool): Promise<number> {
  let read = 0
  if ((await waitingUploads(store.db, 1)).length === 0) return read
  const threads = pool()
  try {
    for (let list = await waitingUploads(store.db, BATCH); list.length > 0; ) {
      for (const [author, own] of Map.groupBy(list, u => u.by)) {
        const byName = own.map(u => ({ id: u.id, name: u.name, bytes: () => uploadBytes(store.db, u.id) }))
        await loadReports(byName, {
          store,
          pool: threads,
          author,
          now,
          done: async (source, what) => {
            const id = byName.find(b => b === source)?.id
            if (id) await settleUpload(store.db, id, settled(what))
          },
        })
      }
      read += list.length
      list = await waitingUploads(store.db, BATCH)
    }
  } finally {
    await threads.close()
  }
  return read
}
