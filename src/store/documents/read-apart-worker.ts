import { parentPort } from 'node:worker_threads'
import { readPlanFile } from './read-plan-file.ts'
import { readDocumentBytes } from './read-text.ts'

// The far end of `read-apart.ts`: a thread that reads one file.

/** A file to be read, as text or as the tables of a plan. */
export interface AskedApart {
  readonly what: 'text' | 'plan'
  readonly name: string
  readonly bytes: Uint8Array
}

parentPort?.on('message', async ({ what, name, bytes }: AskedApart) => {
  const read = what === 'text' ? await readDocumentBytes(name, bytes) : await readPlanFile(name, bytes)
  parentPort?.postMessage(read)
})
