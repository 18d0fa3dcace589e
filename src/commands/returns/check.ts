import { resolve } from 'node:path'
import { countIssues, type Issue, issuesOf, notAsked } from '../../domain/returns/check/issues.ts'
import { readYear, type Year, yearWords } from '../../domain/returns/check/rule.ts'
import type { FileNote } from '../../domain/returns/ssda903/rules/from-files.ts'
import { type Checked, checkCensusFile, checkReturn903 } from '../../store/returns/check/run.ts'
import { type Arguments, BadArguments, type Command, flagText } from '../arguments.ts'
import { type Format, isFormat, writeIssues } from './formats.ts'

const FIRST: Year = 2022

function yearOf(given: Arguments, command: Command): Year {
  const text = flagText(given, 'year')
  const year = text === undefined ? undefined : readYear(text)
  if (year === undefined) throw new BadArguments('Say which collection year: --year 2025-26.', command)
  if (year < FIRST)
    throw new BadArguments(
      `The rules begin with ${yearWords(FIRST)}; those of ${yearWords(year)} are not here.`,
      command,
    )
  return year
}

function formatOf(given: Arguments, command: Command): Format {
  const text = flagText(given, 'format') ?? 'text'
  if (!isFormat(text))
    throw new BadArguments(`There is no format “${text}”: text, json, csv, xlsx or summary.`, command)
  if (text === 'xlsx' && !flagText(given, 'out'))
    throw new BadArguments('Say where the workbook goes: --out FILE.xlsx.', command)
  return text
}

const say = (note: FileNote) => `${note.file}: ${note.wrong} ${note.todo}`

/** Checks a return and writes what fails. 0 when it was checked, whatever was found; 2 when it could not be. */
export async function checkCommand(
  words: readonly string[],
  given: Arguments,
  command: Command,
): Promise<number> {
  const [which, path] = words
  if ((which !== 'ssda903' && which !== 'cin') || !path)
    throw new BadArguments('Say which return to check, ssda903 or cin, and where it is.', command)
  const year = yearOf(given, command)
  const format = formatOf(given, command)
  const file = (name: string) => {
    const value = flagText(given, name)
    return value === undefined ? {} : { [name]: resolve(value) }
  }
  const authority = flagText(given, 'authority')
  const checked =
    which === 'cin'
      ? await checkCensusFile(resolve(path), year)
      : await checkReturn903({
          now: resolve(path),
          year,
          ...file('last'),
          ...file('postcodes'),
          ...file('providers'),
          ...(authority ? { authority } : {}),
        })
  if (!checked.ok) {
    for (const note of checked.error) console.error(say(note))
    return 2
  }
  const { asked, tables, id, notes } = checked.value
  for (const note of notes) console.error(say(note))
  const issues: Iterable<Issue> = issuesOf(asked, tables, id)
  await writeIssues(format, flagText(given, 'out'), issues, asked)
  for (const { rule, because } of notAsked(asked)) console.error(`${rule}: ${because}`)
  console.error(summary(checked.value))
  return 0
}

function summary({ asked, children, rows }: Checked): string {
  const rules = asked.filter(a => a.answer.asked && a.answer.count > 0).length
  return `${countIssues(asked)} rows fail ${rules} of ${asked.length} rules (${notAsked(asked).length} not checked); ${children} children, ${rows} rows read.`
}
