import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '../../config.ts'
import { type Ran, sendDaily } from '../../jobs/daily-feed.ts'
import { department } from '../../jobs/department.ts'
import { openWorld } from '../../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from '../arguments.ts'

const children = (n: number) => `${n} ${n === 1 ? 'child' : 'children'}`

/** What came of a run, in words. */
export const printRan = (ran: Ran, dryRun: boolean): string =>
  [
    `${dryRun ? 'Would be sent' : 'Sent'}: ${children(ran.sent)}. ${dryRun ? 'Would be removed' : 'Removed'} there: ${children(ran.purged)}. As they are there: ${children(ran.unchanged)}. Refused: ${children(ran.refused)}.`,
    ...(ran.stopped === null ? [] : [`It stopped before its end. ${ran.stopped}`]),
  ].join('\n')

/**
 * `returns send daily`: sends the Department what changed.
 * @returns 0 done, 1 stopped or some refused, 2 not configured
 */
export async function sendCommand(
  words: readonly string[],
  given: Arguments,
  command: Command,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  if (words[0] !== 'daily') throw new BadArguments('Say what to send: daily.', command)
  const dryRun = given.flags['dry-run'] === true
  const out = flagText(given, 'out')
  if (out && !dryRun)
    throw new BadArguments('--out goes with --dry-run: what is sent stands with each child.', command)
  const config = readConfig(env)
  const to = config.department
  if (!to && !dryRun) {
    console.error(
      'The Department’s daily feed is not configured: set GOLDEN_THREAD_DFE_URL, GOLDEN_THREAD_DFE_KEY and GOLDEN_THREAD_DFE_LA_CODE. To see what would be sent, add --dry-run.',
    )
    return 2
  }
  const world = await openWorld(config)
  try {
    if (world.settings.profile !== undefined && !dryRun) {
      console.error('This database is a demonstration, and sends the Department nothing. Add --dry-run.')
      return 2
    }
    const messages: object[] = []
    const ran = await sendDaily({
      store: world.store,
      now: world.now,
      ask: to && !dryRun ? department(to) : null,
      onRefused: (code, why) => console.error(`${code}: ${why.join(' ')}`),
      ...(out ? { onMessage: (m: object) => void messages.push(m) } : {}),
    })
    if (!ran) {
      console.error('A sending is under way already. Wait until it has ended.')
      return 1
    }
    if (out) writeFileSync(resolve(out), `[\n${messages.map(m => JSON.stringify(m)).join(',\n')}\n]\n`)
    console.log(printRan(ran, dryRun))
    return ran.stopped !== null || ran.refused > 0 ? 1 : 0
  } finally {
    await world.store.close()
  }
}
