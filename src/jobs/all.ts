import type { Config } from '../config.ts'
import { indicators } from '../domain/indicators/indicators.ts'
import { monthsTo } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import type { Say } from '../running/say.ts'
import { alone } from '../store/alone.ts'
import { expire } from '../store/expire.ts'
import { keptFigures } from '../store/indicators/kept/figures.ts'
import { recount } from '../store/indicators/kept/recount.ts'
import { refreshStatistics } from '../store/statistics.ts'
import type { World } from '../world.ts'
import { isDue, sendDaily } from './daily-feed.ts'
import { department as departmentAt } from './department.ts'
import { every, type Job, type Work } from './every.ts'
import { readUploads } from './library-uploads.ts'
import { sendLetters } from './send-letters.ts'

/** The Department's daily feed: looked at every few minutes, sent once a night. */
const feed = ({ store, now }: World, to: NonNullable<Config['department']>, say: Say): Work => ({
  name: 'daily-feed',
  title: 'Sending to the Department',
  seconds: 300,
  patience: 4 * 3600,
  run: async () => {
    if (!(await isDue(store, now()))) return
    const ran = await sendDaily({ store, now, ask: departmentAt(to) })
    if (!ran) return
    const { stopped, ...counts } = ran
    // Why it stopped is a status and words of ours: what the Department says of a child is not in it.
    if (stopped === null) say('info', 'The daily feed ran', counts)
    else say('warn', 'The daily feed stopped', { ...counts, why: stopped })
  },
})

/** After so many hours a kept figure is held to what is counted. */
const RECOUNT = 20

/**
 * Today, and the months that are over, are counted before anybody asks for them: one at a time, so that nobody waits behind
 * it. And the day that was counted longest ago is counted again.
 */
const figures = ({ store, now }: World, say: Say): Work => ({
  name: 'figures',
  title: 'Counting ahead',
  seconds: 900,
  patience: 900,
  run: async () => {
    for (const on of monthsTo(londonDay(now())).toReversed())
      await store.db.transaction().execute(tx =>
        keptFigures(
          tx,
          indicators.map(indicator => ({ indicator, on })),
        ),
      )
    const others = await store.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(tx => recount(tx, RECOUNT))
    for (const other of others) say('error', 'A kept figure was not what is counted', { ...other })
  },
})

/** What the database knows of its tables, by which it plans. */
const statistics = ({ store }: World): Work => ({
  name: 'statistics',
  title: 'Looking at the tables again',
  seconds: 3600,
  patience: 600,
  run: () => store.db.transaction().execute(refreshStatistics),
})

function works(world: World, config: Pick<Config, 'notify' | 'department'>, say: Say): readonly Work[] {
  const { store, now } = world
  const { notify, department } = config
  return [
    ...(notify
      ? [
          {
            name: 'letters',
            title: 'Sending letters',
            seconds: 15,
            patience: 900,
            run: () => sendLetters(store, notify, now),
          },
        ]
      : []),
    ...(department ? [feed(world, department, say)] : []),
    store.kind === 'server' ? figures(world, say) : statistics(world),
    {
      name: 'library',
      title: 'Reading reports for the library',
      seconds: 2,
      patience: 1800,
      run: () => readUploads(store, now),
    },
    {
      name: 'expiry',
      title: 'Taking away what has run out',
      seconds: 3600,
      patience: 300,
      run: () => store.db.transaction().execute(tx => expire(tx, now())),
    },
  ]
}

/** Starts all that goes on beside the pages; of several processes on one server one does each at a time. */
export const startJobs = (
  world: World,
  config: Pick<Config, 'notify' | 'department'>,
  say: Say,
): readonly Job[] =>
  works(world, config, say).map(work =>
    every({ ...work, run: () => alone(world.store, work.name, () => work.run()) }, say),
  )
