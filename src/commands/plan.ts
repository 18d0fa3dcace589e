import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import type { FoundTable } from '../domain/improvement/plan-file/match.ts'
import { findTable } from '../domain/improvement/plan-file/match.ts'
import { readRows } from '../domain/improvement/plan-file/rows.ts'
import type { Day, Instant } from '../domain/kernel/day.ts'
import { londonDay } from '../domain/kernel/london.ts'
import { planFile } from '../store/documents/plan-export.ts'
import { type PlanTable, readPlanFile } from '../store/documents/read-plan-file.ts'
import { openWorld, today } from '../world.ts'
import { BadArguments, type Command } from './arguments.ts'

function print(table: PlanTable, found: FoundTable, made: ReturnType<typeof readRows>): void {
  for (const [i, name] of (table.rows[found.head] ?? []).entries())
    console.log(`“${name}” is read as: ${found.mapping[i] ?? 'nothing, and left out'}`)
  for (const a of made.actions)
    console.log(
      `${a.line}. ${a.what} (${a.owner ?? 'no owner'}; ${a.due ?? 'no day'}) ${a.notes.join(' ')}`.trimEnd(),
    )
  for (const l of made.left) console.log(`${l.line}. Not read: ${l.why}`)
}

/** Shows how a plan in a file would be read, and writes nothing. */
async function read(file: string, json: boolean, on: Day): Promise<number> {
  const bytes = await readFile(resolve(file)).catch(() => undefined)
  const tables = bytes && (await readPlanFile(basename(file), bytes))
  if (!tables?.ok) {
    console.error(tables?.error ?? `There is no file ${file} that can be read. Check its name and folder.`)
    return 2
  }
  for (const table of tables.value.slice(0, 1)) {
    const found = findTable(table.rows)
    if (!found) continue
    const made = readRows(table.rows, found, on)
    if (json) console.log(JSON.stringify({ title: table.title, columns: found.mapping, ...made }, null, 2))
    else print(table, found, made)
  }
  return 0
}

export const plan: Command = {
  name: 'plan',
  usage: 'plan read FILE.xlsx|.docx|.csv [--json] | plan export FILE.xlsx',
  says: 'Shows how a plan in a file is read; or writes the improvement plan as a workbook.',
  flags: { json: 'switch' },
  run: async (given, env) => {
    const [what, file] = given.words
    if (!file || (what !== 'read' && what !== 'export'))
      throw new BadArguments('Say whether a plan is read or exported, and the file.', plan)
    if (what === 'read')
      return await read(file, given.flags.json === true, londonDay(new Date().toISOString() as Instant))
    const world = await openWorld(readConfig(env))
    try {
      await writeFile(resolve(file), await planFile(world.store.db, today(world), false))
      console.log(`${file}: the plan as at ${today(world)}.`)
      return 0
    } finally {
      await world.store.close()
    }
  },
}
