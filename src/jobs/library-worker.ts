import { parentPort } from 'node:worker_threads'
import { readReport } from '../domain/improvement/read-report.ts'
import type { Report } from '../domain/improvement/reading/report.ts'
import type { Result } from '../domain/kernel/result.ts'
import { readDocumentBytes } from '../store/documents/read-text.ts'

// The far end of `library-pool.ts`: a thread that turns the bytes of a document into a report as read.

/** A document to be read. */
export interface Asked {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array
}

/** What came of it: the report, or in words why there is none. */
export interface Answered {
  readonly id: number
  readonly read: Result<Report>
}

// A broken font can give letters that no text may hold, and that the database refuses: a NUL, or half of a pair.
const clean = (text: string): string => text.replaceAll('\u0000', ' ').toWellFormed()

async function answer({ id, name, bytes }: Asked): Promise<Answered> {
  const text = await readDocumentBytes(name, bytes)
  return { id, read: text.ok ? readReport(clean(text.value)) : text }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await answer(asked)))
