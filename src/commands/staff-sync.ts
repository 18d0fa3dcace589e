import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { readStaffFile, type StaffFileFault } from '../domain/staff-file/read.ts'
import { applyStaffFile, planStaffFile, staffRows } from '../store/accounts/staff-file.ts'
import { today, type World } from '../world.ts'

const SIGN = { joins: '+', 'comes-back': '+', moves: '~', leaves: '-', account: '~' } as const

function refuse(faults: readonly StaffFileFault[]): number {
  for (const f of faults) console.error(`Line ${f.line}: ${f.say}`)
  const n = faults.length === 1 ? 'This is' : 'These are'
  console.error(`${n} to be put right first. Nothing was changed.`)
  return 2
}

/**
 * Brings who works here into step with a staff file: all of it in one transaction, or nothing.
 * @param dry true where it is only to be said what would be done
 * @returns the exit code
 */
export async function syncStaff(world: World, path: string, dry: boolean): Promise<number> {
  const bytes = await readFile(resolve(path)).catch(() => undefined)
  if (!bytes) {
    console.error(`There is no file ${path} that can be read. Check its name and folder.`)
    return 2
  }
  const rows = staffRows(bytes)
  if (!rows.ok) {
    console.error(rows.error)
    return 2
  }
  const on = today(world)
  const read = readStaffFile(rows.value, on)
  if (read.faults.length > 0) return refuse(read.faults)
  return await world.store.db.transaction().execute(async tx => {
    // Two files at once would each find the same people missing.
    await sql`select pg_advisory_xact_lock(hashtextextended('golden_thread_staff_file', 0))`.execute(tx)
    const planned = await planStaffFile(tx, read.people, on)
    if (planned.faults.length > 0) return refuse(planned.faults)
    if (!dry) await applyStaffFile(tx, planned.changes, world.now(), on)
    for (const c of planned.changes) console.log(`${SIGN[c.kind]} ${c.says}`)
    for (const w of planned.waiting)
      console.log(`  ${w.name} (line ${w.line}) is not here on ${on}: nothing is done.`)
    for (const s of planned.absent) console.log(`? ${s.name} is not in the file, and stays as they are.`)
    const n = planned.changes.length
    console.log(
      `${n === 1 ? '1 change' : `${n} changes`}${dry ? ' would be made. Nothing was changed.' : ' made.'} ${read.people.length} people in the file, ${planned.absent.length} not in it.`,
    )
    const fresh = planned.changes.filter(c => c.kind === 'joins' || c.kind === 'comes-back')
    if (fresh.length > 0 && !dry)
      console.log(
        'New people sign in with the council’s own sign-in; or with a one-time code: golden-thread staff reset --username NAME.',
      )
    return 0
  })
}
