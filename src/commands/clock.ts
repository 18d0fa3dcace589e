import { readConfig } from '../config.ts'
import { longDay, parseDay } from '../domain/kernel/day.ts'
import { writeSettings } from '../store/settings.ts'
import { openWorld } from '../world.ts'
import { BadArguments, type Command } from './arguments.ts'

export const clock: Command = {
  name: 'clock',
  usage: 'clock YYYY-MM-DD|now',
  says: 'Sets the day on which a demonstration’s clock stands, or lets it go on. Nothing else has a clock that can be set.',
  flags: {},
  run: async (given, env) => {
    const [typed] = given.words
    const day = typed === 'now' ? undefined : parseDay(typed ?? '')
    if (typed !== 'now' && !day) throw new BadArguments('Say which day, or now.', clock)
    const world = await openWorld(readConfig(env))
    try {
      if (world.settings.profile === undefined) {
        console.error(
          'This database is no demonstration: its clock is the real one, so that no record can be dated falsely.',
        )
        return 2
      }
      const { clockStands: _before, ...rest } = world.settings
      await writeSettings(world.store.db, day ? { ...rest, clockStands: day } : rest)
      console.log(day ? `The clock stands at ${longDay(day)}.` : 'The clock goes on.')
      return 0
    } finally {
      await world.store.close()
    }
  },
}
