import { type Config, readConfig } from '../config.ts'
import { pages, publicPages } from '../features/pages.ts'
import { startJobs } from '../jobs/all.ts'
import type { Job } from '../jobs/every.ts'
import { gatherConsole } from '../running/console.ts'
import { factsOf } from '../running/error-facts.ts'
import { type Say, sayTo } from '../running/say.ts'
import { closeServer, stopWithin, untilStopped } from '../running/stop.ts'
import { setAddress } from '../store/accounts/settings.ts'
import { forgetFigures } from '../store/indicators/kept/change.ts'
import { setSender } from '../store/outgoing.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf, openWorld, type World } from '../world.ts'
import type { Command } from './arguments.ts'
import { seedWorld } from './seed.ts'
import { watchOver } from './start-watch.ts'

const isEmpty = async (world: World): Promise<boolean> =>
  (await world.store.db.selectFrom('subject').select('id').limit(1).executeTakeFirst()) === undefined

const anybody = async (world: World): Promise<boolean> =>
  (await world.store.db.selectFrom('account').select('worker').limit(1).executeTakeFirst()) !== undefined

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

/** Why this database is not to be opened like this. */
function wrongDatabase(demonstration: boolean, world: World): string | null {
  const invented = world.settings.profile !== undefined
  if (demonstration && !invented)
    return 'This database holds real work, and the demonstration lets anybody in. Start it without --demo, or give the demonstration a folder of its own by GOLDEN_THREAD_DATA.'
  if (!demonstration && invented)
    return 'This database holds an invented authority. Start it with --demo, or give the real work a database of its own.'
  return null
}

/** The world of these settings; of a demonstration on an empty database, one that was filled first. */
async function worldOf(config: Config, say: Say): Promise<World> {
  const world = await openWorld(config, say)
  if (!config.demonstration || !(await isEmpty(world))) return world
  await seedWorld(world, 'demonstration')
  await world.store.close()
  return await openWorld(config, say)
}

/** Tells whoever started it where it is: in a log that is gathered as a line of it, else in plain words, always. */
async function greet(world: World, config: Config, say: Say, address: string, began: number): Promise<void> {
  const tell = (words: string) =>
    config.running.logFormat === 'text' ? console.log(words) : say('info', words)
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  tell(`Golden Thread is at ${address} (ready in ${seconds} s)`)
  if (world.store.kind === 'embedded')
    tell(
      'Its database is embedded: right for trying it out. For live data use a PostgreSQL server (DATABASE_URL).',
    )
  if (!config.demonstration && !(await anybody(world)))
    tell('Nobody can sign in yet. Let the first person in: golden-thread help says how (council, staff).')
}

/** A fault that nothing caught leaves nothing that may be gone on with. Whoever started the process starts it again. */
function endOnFault(say: Say): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.once(event, (error: unknown) => {
      say('error', 'A fault that nothing caught: the process ends', factsOf(error))
      process.exit(1)
    })
}

/** Words for a port that can't be had; anything else is a fault. */
function portWords(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return 'Another process answers at that address already. Stop it, or set PORT (or GOLDEN_THREAD_METRICS) to another.'
  if (code === 'EACCES')
    return 'This user may not listen at that port. Set PORT to one above 1023, and put a proxy in front.'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'This machine has no such address. Set HOST (or GOLDEN_THREAD_METRICS) to one of its own, such as 127.0.0.1.'
  return null
}

/** Answers until it is told to stop. @returns the exit code */
async function serve(world: World, config: Config, say: Say, began: number): Promise<number> {
  const { stopSeconds, logFormat } = config.running
  if (logFormat === 'json') gatherConsole(say)
  let jobs: readonly Job[] = []
  const watch = watchOver(world, config, say, () => jobs)
  const app = await buildServer(await houseOf(world, config.demonstration), pages, publicPages, {
    behindProxy: config.behindProxy,
    secureCookies: config.signIn.address?.protocol === 'https:' || !LOOPBACK.has(config.host),
    loopbackOnly: config.demonstration,
    running: watch,
  })
  await setSender(world.store.db, config.notify !== null)
  await setAddress(world.store.db, config.signIn.address)
  await forgetFigures(world.store.db)
  const metrics = await watch.serve()
  const address = await app.listen({ host: config.host, port: config.port }).catch(async (error: unknown) => {
    await metrics?.close()
    throw error
  })
  const told = untilStopped()
  jobs = startJobs(world, config, say)
  await greet(world, config, say, address, began)
  const signal = await told
  say('info', 'Stopping', { signal, seconds: stopSeconds })
  watch.stop()
  const ended = await stopWithin(stopSeconds, [
    () => Promise.all([closeServer(app), ...jobs.map(job => job.stop())]),
    async () => await metrics?.close(),
    () => world.store.close(),
  ])
  if (ended) {
    say('info', 'Stopped')
    return 0
  }
  // What is under way is undone by the database: nobody was told that it was done.
  say('warn', 'Stopped before all was done: requests or jobs took too long', { requests: watch.underWay() })
  process.exit(1)
}

/** Says in plain words why it does not start. */
async function refuse(world: World, words: string): Promise<number> {
  await world.store.close()
  console.error(words)
  return 2
}

export const start: Command = {
  name: 'start',
  usage: 'start [--demo]',
  says: 'Starts the product and prints its address. --demo: with an invented authority, on loopback.',
  flags: { demo: 'switch' },
  run: async (given, env) => {
    const began = Date.now()
    const config = readConfig(env, given.flags.demo === true)
    const { logLevel, logFormat } = config.running
    const write = (line: string) => void process.stdout.write(`${line}\n`)
    const say = sayTo(write, logLevel, logFormat, () => new Date().toISOString())
    endOnFault(say)
    const world = await worldOf(config, say)
    const wrong = wrongDatabase(config.demonstration, world)
    if (wrong !== null) return await refuse(world, wrong)
    try {
      return await serve(world, config, say, began)
    } catch (error) {
      const words = portWords(error)
      if (words === null) throw error
      return await refuse(world, words)
    }
  },
}
