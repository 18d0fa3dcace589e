import { type Config, readConfig } from '../config.ts'
import { pages, publicPages } from '../features/pages.ts'
import { isDue, sendDaily } from '../jobs/daily-feed.ts'
import { department as departmentAt } from '../jobs/department.ts'
import { every } from '../jobs/every.ts'
import { readUploads } from '../jobs/library-uploads.ts'
import { sendLetters } from '../jobs/send-letters.ts'
import { setAddress } from '../store/accounts/settings.ts'
import { setSender } from '../store/outgoing.ts'
import { buildServer } from '../web/http/server.ts'
import { houseOf, openWorld, type World } from '../world.ts'
import type { Command } from './arguments.ts'
import { seedWorld } from './seed.ts'

/** The Department's daily feed, where it is configured: looked at every few minutes, sent once a night. */
const feedJob = (world: World, to: Config['department']) =>
  to
    ? every(300, 'Sending to the Department', async () => {
        if (!(await isDue(world.store, world.now()))) return
        const ran = await sendDaily({ store: world.store, now: world.now, ask: departmentAt(to) })
        if (ran?.stopped) console.error(`The daily feed stopped. ${ran.stopped}`)
      })
    : null

const isEmpty = async (world: World): Promise<boolean> =>
  (await world.store.db.selectFrom('subject').select('id').limit(1).executeTakeFirst()) === undefined

const anybody = async (world: World): Promise<boolean> =>
  (await world.store.db.selectFrom('account').select('worker').limit(1).executeTakeFirst()) !== undefined

/** Waits until the process is told to stop. */
const untilStopped = () =>
  new Promise<void>(resolve => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })

export const start: Command = {
  name: 'start',
  usage: 'start [--demo]',
  says: 'Starts the product and prints its address. --demo: with an invented authority, on loopback.',
  flags: { demo: 'switch' },
  run: async (given, env) => {
    const began = Date.now()
    const config = readConfig(env, given.flags.demo === true)
    let world = await openWorld(config)
    if (config.demonstration && (await isEmpty(world))) {
      await seedWorld(world, 'demonstration')
      await world.store.close()
      world = await openWorld(config)
    }
    if (config.demonstration && world.settings.profile === undefined) {
      await world.store.close()
      console.error(
        'This database holds real work, and the demonstration lets anybody in. Start it without --demo, or give the demonstration a folder of its own by GOLDEN_THREAD_DATA.',
      )
      return 2
    }
    if (!config.demonstration && world.settings.profile !== undefined) {
      await world.store.close()
      console.error(
        'This database holds an invented authority. Start it with --demo, or give the real work a database of its own.',
      )
      return 2
    }
    const app = await buildServer(await houseOf(world, config.demonstration), pages, publicPages, {
      behindProxy: config.behindProxy,
      secureCookies:
        config.signIn.address?.protocol === 'https:' ||
        (config.host !== '127.0.0.1' && config.host !== 'localhost' && config.host !== '::1'),
      loopbackOnly: config.demonstration,
    })
    const address = await app.listen({ host: config.host, port: config.port })
    console.log(`Golden Thread is at ${address} (ready in ${((Date.now() - began) / 1000).toFixed(1)} s)`)
    if (world.store.kind === 'embedded')
      console.log(
        'Its database is embedded: right for trying it out. For live data use a PostgreSQL server (DATABASE_URL).',
      )
    if (!config.demonstration && !(await anybody(world)))
      console.log(
        'Nobody can sign in yet. Let the first person in: golden-thread help says how (council, staff).',
      )
    const { notify } = config
    await setSender(world.store.db, notify !== null)
    await setAddress(world.store.db, config.signIn.address)
    const post = notify
      ? every(15, 'Sending letters', () => sendLetters(world.store, notify, world.now))
      : null
    const feed = feedJob(world, config.department)
    const shelf = every(2, 'Reading reports for the library', () => readUploads(world.store, world.now))
    await untilStopped()
    await Promise.all([post?.stop(), feed?.stop(), shelf.stop()])
    await app.close()
    await world.store.close()
    return 0
  },
}
