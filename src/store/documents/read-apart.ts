import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../domain/kernel/result.ts'
import { threadFile } from '../thread-file.ts'
import type { AskedApart } from './read-apart-worker.ts'
import type { PlanTable } from './read-plan-file.ts'

/** No report or plan takes a fifth of it. Somebody waits, and on the embedded database everybody with them. */
const PATIENCE_SECONDS = 20
/** The whole program may grow by this much while a file is read. */
const MOST_GROWTH = 1_000_000_000
/** As many are read at once; others wait their turn. */
const AT_ONCE = 2
const LOOKS_EVERY = 100

const SLOW =
  'It could not be read in the time that a whole report takes. Save it again as a PDF or a Word file, and give that.'
const GREW =
  'It unpacks to far more than a report or a plan holds, so it was not read. Save it again, and give that.'
const DIED = 'It could not be read: it is damaged. Download it again from where it was published.'

export interface Limits {
  /** Seconds. */
  readonly patience?: number
  /** Bytes. */
  readonly growth?: number
}

let running = 0
const waiting: (() => void)[] = []

async function turn(): Promise<void> {
  if (running >= AT_ONCE) await new Promise<void>(resolve => waiting.push(resolve))
  running += 1
}

function done(): void {
  running -= 1
  waiting.shift()?.()
}

/**
 * Reads a file that somebody sent in a thread of its own, held to a time and to an amount of memory: a file made to harm
 * ends its thread, and nobody else notices.
 * @returns what was read, or in words for people why not. Never throws.
 */
async function apart<T>(
  asked: AskedApart,
  { patience = PATIENCE_SECONDS, growth = MOST_GROWTH }: Limits,
): Promise<Result<T>> {
  await turn()
  const before = process.memoryUsage.rss()
  const worker = new Worker(threadFile('store/documents/read-apart-worker'), {
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 700 },
  })
  try {
    return await new Promise<Result<T>>(resolve => {
      const timer = setTimeout(() => resolve(fail(SLOW)), patience * 1000)
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > growth) resolve(fail(GREW))
      }, LOOKS_EVERY)
      worker.once('message', (read: Result<T>) => resolve(read))
      worker.once('exit', () => {
        clearTimeout(timer)
        clearInterval(watch)
        resolve(fail(DIED))
      })
      worker.on('error', error =>
        resolve(fail('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? GREW : DIED)),
      )
      worker.postMessage(asked)
    })
  } finally {
    await worker.terminate()
    done()
  }
}

/** The text of a document that was sent: see `readDocumentBytes`. */
export const readDocumentApart = (
  name: string,
  bytes: Uint8Array,
  limits: Limits = {},
): Promise<Result<string>> => apart({ what: 'text', name, bytes }, limits)

/** The tables of a plan that was sent: see `readPlanFile`. */
export const readPlanFileApart = (
  name: string,
  bytes: Uint8Array,
  limits: Limits = {},
): Promise<Result<readonly PlanTable[]>> => apart({ what: 'plan', name, bytes }, limits)
