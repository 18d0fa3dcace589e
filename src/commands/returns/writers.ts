import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { type Day, type Instant, longDay } from '../../domain/kernel/day.ts'
import { type Year, yearWords } from '../../domain/returns/check/rule.ts'
import type { Db } from '../../store/connection.ts'
import { written903 } from '../../store/returns/write/903.ts'
import { writeFolder903, writeXml903 } from '../../store/returns/write/903-files.ts'
import { annexA, writeAnnexA } from '../../store/returns/write/annex-a.ts'
import { authorityNumber, RELEASE, writeCensus } from '../../store/returns/write/cin.ts'
import { BadArguments } from '../arguments.ts'

/** What a writer of a return is given. */
export interface Writing {
  readonly db: Db
  /** The collection year; for the lists of an inspection that of its day. */
  readonly year: Year
  /** The day of an inspection; today where none was said. */
  readonly on: Day
  readonly now: Instant
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

/** The census of children in need, written to the file as it is made. */
const cin: Writer = async ({ db, year, now, out }) => {
  const authority = await authorityNumber(db)
  if (!authority)
    throw new BadArguments(
      'The census begins with the council’s number of three figures. Record it with the authority’s details first.',
    )
  mkdirSync(out, { recursive: true })
  const name = `cin-${yearWords(year)}.xml`
  const file = createWriteStream(join(out, name))
  const done = finished(file)
  const { children, misshapen } = await writeCensus(
    db,
    { year, authority, release: RELEASE, written: now },
    async piece => {
      if (!file.write(piece)) await once(file, 'drain')
    },
  )
  file.end()
  await done
  if (children === 0)
    throw new BadArguments(
      `The record has no child in need in ${yearWords(year)}: ${name} has none, and would be refused.`,
    )
  return [`${name}: ${children} children.`, ...misshapen.map(m => `The schema refuses this: ${m}.`)]
}

/** The inspectors' lists: one workbook. */
const inspectors: Writer = async ({ db, on, out }) => {
  mkdirSync(out, { recursive: true })
  const lists = await annexA(db, on)
  const name = `annex-a-${on}.xlsx`
  await writeAnnexA(lists, join(out, name))
  return [
    `${name}: ${lists.rows.length} rows in ten lists, as at ${longDay(on)}; list 11 has its headings only.`,
    ...lists.blanks.map(b => `List ${b.list}, ${b.column}: blank in ${b.rows}.`),
  ]
}

/** Which returns can be written, and in which formats; the first is written where none is asked for. */
export const writers: Readonly<
  Record<string, { readonly write: Writer; readonly formats: readonly string[] }>
> = {
  ssda903: { write: ssda903, formats: ['csv', 'xml'] },
  cin: { write: cin, formats: ['xml'] },
  'annex-a': { write: inspectors, formats: ['xlsx'] },
}
