import { connect } from 'node:net'
import type { Scanned } from '../domain/records/kinds/documents.ts'

/** Where the scanner for malware listens: clamd, or what speaks as it does. */
export interface ScannerAt {
  readonly host: string
  readonly port: number
}

/** The most that is sent at once: clamd reads chunks, each after its length. */
const CHUNK = 64 * 1024
const LONGEST = 20_000

const said = (answer: string): Scanned => {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) return { infected: found }
  return answer === 'stream: OK' ? 'clean' : { away: answer || 'it answered nothing' }
}

/**
 * Has clamd look at the bytes of a file (its command INSTREAM, over TCP). Never throws: a scanner that is away is an
 * answer.
 * @param longest milliseconds to wait for it
 */
export function scan(at: ScannerAt, bytes: Uint8Array, longest = LONGEST): Promise<Scanned> {
  return new Promise(resolve => {
    const socket = connect(at)
    const heard: Buffer[] = []
    const answered = () => Buffer.concat(heard).toString('utf8').replace(/\0.*$/s, '').trim()
    const done = (answer: Scanned) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(longest, () => done({ away: 'it did not answer in time' }))
    socket.on('error', error => done({ away: error.message }))
    socket.on('data', part => {
      heard.push(part)
      if (part.includes(0)) done(said(answered()))
    })
    socket.on('close', () => done(said(answered())))
    socket.on('connect', () => {
      socket.write('zINSTREAM\0')
      for (let from = 0; from < bytes.length; from += CHUNK) {
        const chunk = bytes.subarray(from, from + CHUNK)
        const length = Buffer.alloc(4)
        length.writeUInt32BE(chunk.length)
        socket.write(length)
        socket.write(chunk)
      }
      socket.write(Buffer.alloc(4))
    })
  })
}
