import { resolve } from 'node:path'
import { readConfig } from '../../config.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import { readYear, type Year, yearWords } from '../../domain/returns/check/rule.ts'
import { yearEndOf } from '../../domain/returns/ssda903/years.ts'
import { openWorld, today } from '../../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from '../arguments.ts'
import { writeSsd } from './ssd.ts'
import { writers } from './writers.ts'

/** The day of an inspection: `--on`; today where it is not given. */
function askedDay(given: Arguments, command: Command, now: Day): Day {
  const text = flagText(given, 'on')
  if (text === undefined) return now
  const on = readDay(text, now)
  if (on === undefined) throw new BadArguments('Say the day of the inspection like 2026-03-27.', command)
  if (on > now) throw new BadArguments(`${longDay(on)} has not come.`, command)
  return on
}

function askedYear(given: Arguments, command: Command, now: Day): Year {
  const text = flagText(given, 'year')
  const year = text === undefined ? undefined : readYear(text)
  if (year === undefined) throw new BadArguments('Say which collection year: --year 2025-26.', command)
  if (year >= Number(yearEndOf(now).slice(0, 4)))
    throw new BadArguments(`${yearWords(year)} has not begun.`, command)
  return year
}

/**
 * Writes a return from the record into a folder. A return holds every child it is asked of, restricted files too: the
 * folder is to be kept as safe as the record.
 */
export async function writeCommand(
  words: readonly string[],
  given: Arguments,
  command: Command,
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const [which = ''] = words
  // The dataset is of no year: it is the record as it stands.
  if (which === 'ssd') return await writeSsd(given, command, env)
  const writer = Object.hasOwn(writers, which) ? writers[which] : undefined
  if (!writer)
    throw new BadArguments(
      `Say which return to write: ${[...Object.keys(writers), 'ssd'].join(', ')}.`,
      command,
    )
  const out = flagText(given, 'out')
  if (!out) throw new BadArguments('Say where it goes: --out FOLDER.', command)
  const format = flagText(given, 'format')
  if (format && !writer.formats.includes(format))
    throw new BadArguments(`It is written as ${writer.formats.join(' or ')}, not as “${format}”.`, command)
  const world = await openWorld(readConfig(env))
  try {
    const now = today(world)
    const on = askedDay(given, command, now)
    const ofDay = which === 'annex-a'
    const year = ofDay ? Number(yearEndOf(on).slice(0, 4)) - 1 : askedYear(given, command, now)
    const said = await writer.write({
      db: world.store.db,
      year,
      on,
      now: world.now(),
      today: now,
      out: resolve(out),
      format,
    })
    for (const line of said) console.log(line)
    return 0
  } finally {
    await world.store.close()
  }
}
