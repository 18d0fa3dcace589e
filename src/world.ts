import type { Config } from './config.ts'
import { type Day, type Instant, parseDay } from './domain/kernel/day.ts'
import { instantAt, londonDay, londonTime } from './domain/kernel/london.ts'
import { parts } from './features/pages.ts'
import { factsOf } from './running/error-facts.ts'
import type { Say } from './running/say.ts'
import { deviceWords } from './store/accounts/from.ts'
import { type Db, openStore, type Store } from './store/connection.ts'
import { writeLog } from './store/log.ts'
import { everyone } from './store/people.ts'
import { authorityName } from './store/queries/authority.ts'
import { giveReason } from './store/reasons.ts'
import { type ScannerAt, scan } from './store/scan.ts'
import { isAway } from './store/server-away.ts'
import { endSession, findSession, renewSession, startSession } from './store/sessions.ts'
import { readSettings, type Settings } from './store/settings.ts'
import { inTransaction } from './store/stale-plan.ts'
import { isTaken } from './store/taken.ts'
import { sealed, spend } from './store/throttle.ts'
import { findWhom } from './store/whom.ts'
import { type SignInAt, waysIn } from './ways-in.ts'
import type { DemoPerson, House } from './web/http/house.ts'

/** The world a command works in: what is kept, and what time it is. */
export interface World {
  readonly store: Store
  readonly settings: Settings
  /** Where files are scanned for malware; nowhere, where it is not configured. */
  readonly scanner?: ScannerAt | null
  /** How people sign in beside a password; by nothing else, where it is not configured. */
  readonly signIn?: SignInAt
  /** Where faults are said; on the console as they are, where nobody runs it. */
  readonly say?: Say
  now(): Instant
}

/** The time now; in a demonstration whose clock stands, that day at this hour. */
export function clockOf(settings: Settings): () => Instant {
  const stands = settings.clockStands ? parseDay(settings.clockStands) : undefined
  const real = () => new Date().toISOString() as Instant
  return stands ? () => instantAt(stands, londonTime(real())) : real
}

export const today = (world: World): Day => londonDay(world.now())

/** @param say where what befalls the database is said; nowhere, for a command that tells of itself */
export async function openWorld(
  config: Pick<Config, 'database' | 'scanner' | 'signIn' | 'running'>,
  say?: Say,
): Promise<World> {
  const store = await openStore(config.database, {
    connections: config.running.connections,
    patience: config.running.patience,
    onLost: error => say?.('warn', 'A connection to the database was lost', factsOf(error)),
    onWait: () =>
      say?.('warn', 'The tables are in use, and are asked for again to bring them up to this version'),
  })
  const settings = await readSettings(store.db)
  return {
    store,
    settings,
    scanner: config.scanner,
    signIn: config.signIn,
    now: clockOf(settings),
    ...(say ? { say } : {}),
  }
}

async function demoPeople(db: Db, settings: Settings): Promise<readonly DemoPerson[]> {
  const known = new Map((await everyone(db)).map(s => [s.id, s]))
  return (settings.people ?? []).flatMap(({ id, says }) => {
    const person = known.get(id)
    return person ? [{ ...person, says }] : []
  })
}

const demoNote = (settings: Settings): string =>
  `This is a demonstration. The council and everybody in it are invented.${settings.clockStands ? ` Its clock stands at ${settings.clockStands}.` : ''}`

/** The house as the web sees it. */
export async function houseOf(world: World, demonstration: boolean): Promise<House<Db>> {
  const { db } = world.store
  const people = demonstration ? await demoPeople(db, world.settings) : []
  return {
    parts,
    council: await authorityName(db),
    demonstration: demonstration ? { people, note: demoNote(world.settings) } : null,
    now: world.now,
    inTransaction: work => inTransaction(db, work),
    session: (tx, token) => findSession(tx, token, world.now()),
    signIn: (tx, worker, agent) =>
      startSession(tx, worker, world.now(), { means: 'demonstration', device: deviceWords(agent) }),
    signOut: endSession,
    renew: renewSession,
    ways: waysIn(db, world.now, world.signIn ?? { address: null, provider: null }),
    child: (tx, code, viewer) => findWhom(tx, code, viewer, world.now()),
    giveReason: (tx, viewer, child, reason) => giveReason(tx, viewer.id, child, reason, world.now()),
    log: writeLog,
    whence: sealed,
    maySend: (tx, name, limit) => spend(tx, name, limit, world.now()),
    scan: async bytes => (world.scanner ? await scan(world.scanner, bytes) : 'not-scanned'),
    isAway,
    isForged: isTaken,
    report: (reference, error) => {
      if (isTaken(error))
        world.say?.('warn', 'A form with the ID of an entry that stands was refused', { reference })
      else if (world.say) world.say('error', 'A fault that nobody foresaw', { reference, ...factsOf(error) })
      else console.error(`Fault ${reference}:`, error)
    },
  }
}
