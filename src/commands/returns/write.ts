import { join, resolve } from 'node:path'
import { readConfig } from '../../config.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { readYear, type Year, yearWords } from '../../domain/returns/check/rule.ts'
import { yearEndOf } from '../../domain/returns/ssda903/years.ts'
import type { Db } from '../../store/connection.ts'
import { written903 } from '../../store/returns/write/903.ts'
import { writeFolder903, writeXml903 } from '../../store/returns/write/903-files.ts'
import { openWorld, today } from '../../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from '../arguments.ts'

/** What a writer of a return is given. */
export interface Writing {
  readonly db: Db
  readonly year: Year
  /** A year that is not over is written as far as it has come. */
  readonly today: Day
  /** The folder to write into; made where it is not there. */
  readonly out: string
  readonly format: string | undefined
}

/** Writes a return from the record. Gives what to say of it: the files, how many children, what was left blank. */
type Writer = (writing: Writing) => Promise<readonly string[]>

const ssda903: Writer = async ({ db, year, today, out, format }) => {
  const { tables } = await written903(db, year, today)
  const files =
    format === 'xml' ? [await xmlFile(tables, join(out, 'ssda903.xml'))] : await writeFolder903(tables, out)
  const rows = Object.values(tables).reduce((n, t) => n + t.rows, 0)
  return [`${files.join(', ')}: ${tables.Header.rows} children, ${rows} rows.`]
}

async function xmlFile(tables: Parameters<typeof writeXml903>[0], path: string): Promise<string> {
  await writeXml903(tables, path)
  return 'ssda903.xml (the form of 2021: it has no place for social workers, and none for deprivation of liberty)'
}

/** Which returns can be written, and in which formats; the first is written where none is asked for. */
const writers: Readonly<Record<string, { readonly write: Writer; readonly formats: readonly string[] }>> = {
  ssda903: { write: ssda903, formats: ['csv', 'xml'] },
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
  const writer = Object.hasOwn(writers, which) ? writers[which] : undefined
  if (!writer)
    throw new BadArguments(`Say which return to write: ${Object.keys(writers).join(', ')}.`, command)
  const out = flagText(given, 'out')
  if (!out) throw new BadArguments('Say where it goes: --out FOLDER.', command)
  const format = flagText(given, 'format')
  if (format && !writer.formats.includes(format))
    throw new BadArguments(`It is written as ${writer.formats.join(' or ')}, not as “${format}”.`, command)
  const world = await openWorld(readConfig(env))
  try {
    const now = today(world)
    const year = askedYear(given, command, now)
    const said = await writer.write({ db: world.store.db, year, today: now, out: resolve(out), format })
    for (const line of said) console.log(line)
    return 0
  } finally {
    await world.store.close()
  }
}
