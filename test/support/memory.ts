import { readFileSync } from 'node:fs'
import { inject } from 'vitest'
import { openStore, type Store } from '../../src/store/connection.ts'

/** An empty store in memory, of its own. */
export const memoryStore = async (): Promise<Store> =>
  await openStore({ memory: true, from: new Blob([readFileSync(inject('emptyDatabase'))]) })
