import type { Instant } from '../domain/kernel/day.ts'
import { londonDay, londonTime } from '../domain/kernel/london.ts'
import { type Due, dueFor, payloadOf } from '../domain/returns/daily/due.ts'
import { MOST_CHILDREN } from '../domain/returns/daily/schema.ts'
import type { JsonObject } from '../domain/returns/daily/shape.ts'
import type { Store } from '../store/connection.ts'
import { writeLog } from '../store/log.ts'
import { allChildren, eachCaseFile } from '../store/queries/return-files.ts'
import * as feed from '../store/returns/daily/feed.ts'
import { beginRun, endRun, lastRun, stillRunning, type Tally } from '../store/returns/daily/runs.ts'
import { deliver } from './deliver.ts'
import type { Answered } from './department.ts'

interface Letter {
  readonly id: string
  readonly code: string
  readonly sends: JsonObject
  readonly holds: JsonObject | null
  readonly wants: JsonObject | null
}

/** What a run needs of the world. */
export interface Sending {
  readonly store: Store
  now(): Instant
  /** Asks the Department; null for a run in which nothing is sent and nothing written. */
  readonly ask: ((children: readonly JsonObject[]) => Promise<Answered>) | null
  /** Is told of each message, in a run that sends nothing. */
  readonly onMessage?: (sends: JsonObject) => void
  /** Is told of each child who is held back, or refused. */
  readonly onRefused?: (code: string, why: readonly string[]) => void
}

export interface Ran extends Tally {
  readonly stopped: string | null
}

/** True where the same was refused before: it is not sent again until the record changes. */
const refusedBefore = (stand: feed.Stand | undefined, wants: JsonObject | null): boolean =>
  wants !== null && stand?.refused_hash === feed.hashOf(wants)

class Stopped extends Error {}

/** One run, over every child. Its parts share what they count and what waits to be sent. */
function run(sending: Sending, id: number | null, before: ReadonlyMap<string, feed.Stand>) {
  const { store, now, ask } = sending
  const tally = { sent: 0, purged: 0, refused: 0, unchanged: 0 }
  let waiting: Letter[] = []

  const refuse = async (child: { id: string; code: string }, payload: JsonObject, why: readonly string[]) => {
    tally.refused += 1
    sending.onRefused?.(child.code, why)
    if (ask) await feed.refused(store.db, child, payload, why, now())
  }

  async function queue(child: { id: string; code: string }, due: Due): Promise<void> {
    if (due.is === 'nothing') tally.unchanged += 1
    else if (due.is === 'held-back')
      await refuse(
        child,
        due.payload,
        due.refusals.map(r => `${r.says} ${r.todo}`),
      )
    else {
      waiting.push({ ...child, ...due.message, wants: due.wants })
      if (waiting.length >= MOST_CHILDREN) await flush()
    }
  }

  /** The Department took it. What took two steps, a purge and then the rest, goes on with the second. */
  async function took(letter: Letter, receipt: string | null): Promise<void> {
    if (ask) await feed.taken(store.db, letter, letter.holds, receipt, now())
    const rest = dueFor(letter.code, letter.wants, letter.holds)
    if (rest.is === 'message') waiting.push({ ...letter, ...rest.message })
    else if (letter.holds === null) tally.purged += 1
    else tally.sent += 1
  }

  async function flush(): Promise<void> {
    const letters = waiting
    waiting = []
    if (!ask) {
      for (const letter of letters) {
        sending.onMessage?.(letter.sends)
        await took(letter, null)
      }
      return
    }
    const { fates, stopped } = await deliver(ask, letters)
    for (const fate of fates)
      if (fate.took) await took(fate.letter, fate.receipt)
      else await refuse(fate.letter, fate.letter.wants ?? fate.letter.sends, [fate.why])
    if (id !== null) await stillRunning(store.db, id, now())
    if (stopped !== null) throw new Stopped(stopped)
  }

  async function everything(): Promise<void> {
    const workers = await feed.workerNumbers(store.db)
    await eachCaseFile(store.db, await allChildren(store.db), async ({ id: subject, code, file }) => {
      const stand = before.get(subject)
      const wants = payloadOf({ id: subject, code, file, workers }, londonDay(now()))
      const child = { id: subject, code }
      if (!wants && !stand?.hash) return
      if (wants && stand?.hash === feed.hashOf(wants)) tally.unchanged += 1
      else if (ask && refusedBefore(stand, wants)) tally.refused += 1
      else {
        const held = stand?.hash ? await feed.heldOf(store.db, subject) : null
        await queue(child, dueFor(code, wants, held))
      }
    })
    for (const gone of await feed.joinedAway(store.db))
      await queue(gone, dueFor(gone.code, null, await feed.heldOf(store.db, gone.id)))
    while (waiting.length > 0) await flush()
  }

  return { tally, everything }
}

/**
 * Brings what the Department holds up to the record as it now stands: every child in social care, each sent only where
 * something changed. What was refused waits until the record changes. A run that is stopped loses nothing: what was
 * taken is kept with each child, and the next run goes on from there.
 * @returns null where another run is under way
 */
export async function sendDaily(sending: Sending): Promise<Ran | null> {
  const { store, now, ask } = sending
  const id = ask ? await beginRun(store.db, now()) : null
  if (ask && id === null) return null
  const work = run(sending, id, await feed.stands(store.db))
  let stopped: string | null = null
  try {
    await work.everything()
  } catch (error) {
    stopped = error instanceof Stopped ? error.message : 'It broke off by a fault of ours. Try again.'
    if (!(error instanceof Stopped)) throw error
  } finally {
    if (id !== null) await endRun(store.db, id, work.tally, stopped, now())
  }
  if (ask)
    await writeLog(store.db, {
      at: now(),
      viewer: null,
      action: 'returns',
      subject: null,
      page: 'the Department’s daily feed',
      allowed: true,
      because: 'the law asks for it, and it is configured',
      detail: { ...work.tally, ...(stopped === null ? {} : { stopped }) },
    })
  return { ...work.tally, stopped }
}

/** After this hour, when nobody records and the evening's work is in. */
const NIGHT = '02:00'
const AGAIN = 60 * 60_000

/** True where the feed is due: once a day at night; again an hour after a run that was stopped. */
export async function isDue(store: Store, now: Instant): Promise<boolean> {
  if (londonTime(now) < NIGHT) return false
  const last = await lastRun(store.db)
  if (!last || londonDay(last.began) < londonDay(now)) return true
  return last.stopped !== null && Date.parse(now) - Date.parse(last.seen) > AGAIN
}
