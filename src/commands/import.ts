import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { type CaseFile, foldFile } from '../domain/casework/file.ts'
import type { Entry, SubjectKind } from '../domain/records/entry.ts'
import { type ImportPlan, planImport } from '../domain/returns/ssda903/plan.ts'
import { reconcile } from '../domain/returns/ssda903/reconcile.ts'
import { printFaults, printReport } from '../domain/returns/ssda903/report.ts'
import { printAll } from '../domain/returns/ssda903/report-problems.ts'
import { type Settled, settle } from '../domain/returns/ssda903/settle.ts'
import { appendAll } from '../store/ledger.ts'
import { ensureImporter } from '../store/queries/importer.ts'
import { entriesOfSubjects } from '../store/queries/subjects.ts'
import { readReturnFolder } from '../store/returns/read-folder.ts'
import { openWorld, type World } from '../world.ts'
import { type Arguments, BadArguments, type Command, flagText } from './arguments.ts'
import { progress } from './progress.ts'

const GROUP = 500

async function codesHeld(world: World): Promise<ReadonlyMap<string, string>> {
  const rows = await world.store.db.selectFrom('subject').select(['id', 'kind', 'code']).execute()
  return new Map(rows.map(r => [`${r.kind}/${r.code}`, r.id]))
}

async function filesOf(world: World, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const found = new Map<string, readonly Entry[]>()
  for (let at = 0; at < ids.length; at += GROUP)
    for (const [id, list] of await entriesOfSubjects(world.store.db, ids.slice(at, at + GROUP)))
      found.set(id, list)
  return found
}

async function plan(world: World, given: Arguments): Promise<ImportPlan | string> {
  const folder = given.words[1]
  if (given.words[0] !== 'ssda903' || !folder)
    throw new BadArguments('Say which return to bring in, and from which folder.', importReturn)
  const read = await readReturnFolder(resolve(folder))
  if (!read.ok) return printFaults(read.error)
  const lastFolder = flagText(given, 'last')
  const last = lastFolder ? await readReturnFolder(resolve(lastFolder)) : undefined
  if (last && !last.ok) return printFaults(last.error)
  const codes = await codesHeld(world)
  const author = await ensureImporter(world.store.db, world.now())
  const planned = planImport({
    this: read.value,
    ...(last ? { last: last.value } : {}),
    recorded: world.now(),
    author,
    known: (kind: SubjectKind, code: string) => codes.get(`${kind}/${code}`),
    onProgress: progress('Children read'),
  })
  return planned.ok ? planned.value : printFaults([planned.error])
}

/** The files as the product now folds them, to be counted against the files that were read. */
async function foldedNow(world: World, planned: ImportPlan): Promise<readonly CaseFile[]> {
  const children = planned.files.filter(f => f.subject.kind === 'child').map(f => f.subject.id)
  return [...(await filesOf(world, children))].map(([id, entries]) => foldFile(id, entries))
}

function clashes(settled: Settled): string | undefined {
  if (settled.clashes.length === 0) return undefined
  const lines = settled.clashes.map(c => `  ${c.code}: born ${c.here} here, ${c.inReturn} in the return`)
  return `These children have another date of birth here. Nothing was brought in. Correct one or the other, then run it again.\n${lines.join('\n')}`
}

export const importReturn: Command = {
  name: 'import',
  usage: 'import ssda903 FOLDER [--last FOLDER] [--dry-run] [--report FILE]',
  says: 'Brings in a national return as entries, tells every row it could not use, and counts both sides. --last: the year before, too.',
  flags: { last: 'value', 'dry-run': 'switch', report: 'value' },
  run: async (given, env) => {
    const dryRun = given.flags['dry-run'] === true
    const world = await openWorld(readConfig(env))
    try {
      if (world.settings.profile !== undefined) {
        console.error(
          'This database is a demonstration, and lets anybody in: no return is brought into it. Give the return a database of its own.',
        )
        return 2
      }
      const planned = await plan(world, given)
      if (typeof planned === 'string') {
        console.error(planned)
        return 2
      }
      const settled = settle(
        planned,
        await filesOf(
          world,
          planned.files.map(f => f.subject.id),
        ),
      )
      const clash = clashes(settled)
      if (clash) {
        console.error(clash)
        return 1
      }
      const all = flagText(given, 'report')
      if (all) writeFileSync(all, printAll(planned))
      if (!dryRun)
        await world.store.db
          .transaction()
          .execute(tx => appendAll(tx, settled.subjects, settled.entries, progress('Files written')))
      const reconciled = dryRun ? undefined : reconcile(planned, await foldedNow(world, planned))
      console.log(
        printReport({
          plan: planned,
          settled,
          dryRun,
          ...(reconciled ? { reconciled } : {}),
          ...(all ? { all } : {}),
        }),
      )
      return reconciled?.every(r => r.equal) === false ? 1 : 0
    } finally {
      await world.store.close()
    }
  },
}
