import { closeSync, openSync, writeSync } from 'node:fs'

/** Takes text, and hands it on in pieces that never pile up. */
export interface Sink {
  readonly put: (text: string) => void
  readonly end: () => void
}

const PIECE = 1 << 18
/** No character takes more bytes. */
const WIDEST = 3
const STDOUT = 1
const PAUSE = new Int32Array(new SharedArrayBuffer(4))

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/**
 * Writes to a file, or to standard output where none is named. Whoever reads standard output may be slow, which is
 * waited for, or may have seen enough and be gone, and then nobody is told.
 */
export function sink(path: string | undefined): Sink {
  const file = path === undefined ? STDOUT : openSync(path, 'w')
  const piece = Buffer.allocUnsafe(PIECE)
  let filled = 0
  let gone = false

  function flush(from: Buffer, size: number): void {
    for (let done = 0; done < size && !gone; )
      try {
        done += writeSync(file, from, done, size - done)
      } catch (error) {
        if (codeOf(error) === 'EAGAIN') Atomics.wait(PAUSE, 0, 0, 2)
        else if (codeOf(error) === 'EPIPE') gone = true
        else throw error
      }
  }

  return {
    put: text => {
      if (text.length * WIDEST > PIECE - filled) {
        flush(piece, filled)
        filled = 0
      }
      if (text.length * WIDEST > PIECE) flush(Buffer.from(text), Buffer.byteLength(text))
      else filled += piece.write(text, filled)
    },
    end: () => {
      flush(piece, filled)
      filled = 0
      if (path !== undefined) closeSync(file)
    },
  }
}
