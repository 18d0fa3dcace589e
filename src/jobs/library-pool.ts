import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Report } from '../domain/improvement/reading/report.ts'
import { fail, type Result } from '../domain/kernel/result.ts'
import { threadFile } from '../store/thread-file.ts'
import type { Answered } from './library-worker.ts'

/** Threads that read documents while the rest of the product goes on. */
export interface ReaderPool {
  readonly size: number
  /** Reads one document; those asked beyond the number of threads wait their turn. Never throws. */
  read(name: string, bytes: Uint8Array): Promise<Result<Report>>
  close(): Promise<void>
}

interface Waiting {
  readonly name: string
  readonly bytes: Uint8Array
  readonly done: (read: Result<Report>) => void
}

/** A document that takes longer than this is given up: no report takes a tenth of it. */
const PATIENCE_SECONDS = 90
/** Bytes by which the program may grow while a document is read: what a file unpacks to counts in no limit of a thread. */
const MOST_GROWTH = 2_000_000_000
const SLOW = `It could not be read within ${PATIENCE_SECONDS} seconds. Save it again as a PDF, and check that it is one report.`
const DIED =
  'It could not be read: it is damaged, or too large. Download it again from where it was published.'

/** Two at the least, as many as there are cores, and no more than would fill the memory of a small machine. */
const cores = (): number => Math.min(Math.max(availableParallelism(), 2), 6)

/** Starts threads as documents come, up to `size`. One that dies or hangs is replaced, and the others go on. */
export function readerPool(size = cores(), patience = PATIENCE_SECONDS): ReaderPool {
  const queue: Waiting[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()

  const start = (): Worker => {
    const made = new Worker(threadFile('jobs/library-worker'), {
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    all.add(made)
    made.once('exit', () => all.delete(made))
    return made
  }

  const give = (worker: Worker, { name, bytes, done }: Waiting) => {
    const settle = (read: Result<Report>, alive: boolean) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      worker.once('exit', () => all.delete(worker))
      if (alive) idle.push(worker)
      else {
        all.delete(worker)
        // What an ending thread still says concerns nobody.
        worker.on('error', () => {})
        void worker.terminate()
      }
      done(read)
      next()
    }
    const timer = setTimeout(() => settle(fail(SLOW), false), patience * 1000)
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH) settle(fail(DIED), false)
    }, 250)
    worker.once('message', (said: Answered) => settle(said.read, true))
    worker.once('error', () => settle(fail(DIED), false))
    worker.once('exit', () => settle(fail(DIED), false))
    worker.postMessage({ id: 0, name, bytes })
  }

  const next = () => {
    const waiting = queue[0]
    if (!waiting) return
    const worker = idle.pop() ?? (all.size < size ? start() : undefined)
    if (!worker) return
    queue.shift()
    give(worker, waiting)
  }

  return {
    size,
    read: (name, bytes) =>
      new Promise(done => {
        queue.push({ name, bytes, done })
        next()
      }),
    close: async () => {
      await Promise.all([...all].map(w => w.terminate()))
    },
  }
}
