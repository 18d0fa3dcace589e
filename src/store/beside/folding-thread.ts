import { Worker } from 'node:worker_threads'
import type { Subject } from '../project.ts'
import { threadFile } from '../thread-file.ts'
import type { Folded, Told } from './fold-worker.ts'

/** A thread that folds files while the server writes those before them. */
export interface FoldingThread {
  /**
   * Folds some files; those asked for meanwhile wait their turn, and are read meanwhile.
   * @param files next to each other in the order of their ids
   * @throws what ended the thread
   */
  fold(files: readonly Subject[]): Promise<Folded>
  /** Ends it; what it was at is left. */
  end(): Promise<void>
}

interface Asked {
  readonly resolve: (folded: Folded) => void
  readonly reject: (error: unknown) => void
}

/** Starts a thread, which connects to the server by itself. */
export function foldingThread(told: Told): FoldingThread {
  const asked: Asked[] = []
  let ended: unknown
  const worker = new Worker(threadFile('store/beside/fold-worker'), { workerData: told })
  const failed = (error: unknown) => {
    ended ??= error
    for (const a of asked.splice(0)) a.reject(ended)
  }
  worker.on('message', (folded: Folded) => asked.shift()?.resolve(folded))
  worker.on('error', failed)
  worker.on('exit', () => failed(new Error('A thread that folds files ended before it was done.')))
  return {
    fold: files =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        asked.push({ resolve, reject })
        worker.postMessage(files)
      }),
    end: async () => {
      await worker.terminate()
    },
  }
}
