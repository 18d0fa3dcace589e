import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Seed } from '../../seed/generate.ts'
import { planEntries, planIndicators, planReport } from '../../seed/plan.ts'
import { findIndicator } from '../domain/indicators/indicators.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { NewEntry } from '../domain/records/entry.ts'
import type { Db } from '../store/connection.ts'
import { figures } from '../store/indicators/figures.ts'
import { appendAll } from '../store/ledger.ts'

const REPORT = join('seed', 'eastmere-report.txt')

/** The path of a file or folder of the invented authority: it lies in the project, beside the source or above the bundle. */
export function seedFile(path: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, path))) {
    if (dirname(folder) === folder) throw new Error(`${path} is missing: install the package again.`)
    folder = dirname(folder)
  }
  return join(folder, path)
}

export const inventedReport = (): string => readFileSync(seedFile(REPORT), 'utf8')

async function figuresOn(tx: Db, on: Day): Promise<Readonly<Record<string, number>>> {
  const asked = planIndicators.flatMap(code => findIndicator(code) ?? [])
  const found = await figures(tx, asked, on)
  return Object.fromEntries(found.flatMap(f => (f.value === null ? [] : [[f.code, f.value]])))
}

/**
 * Writes the invented plan into an authority just made, its baselines counted from the entries that are there.
 * @param may what may be written of it: nothing that lies ahead of the clock
 */
export async function seedPlan(
  tx: Db,
  made: Seed,
  may: (entries: readonly NewEntry[]) => readonly NewEntry[],
): Promise<void> {
  const text = inventedReport()
  const { published } = planReport(text)
  const authority = made.subjects.find(s => s.kind === 'authority')
  if (!authority || published > made.today) return
  const setting = {
    staff: made.staff.filter(m => m.to === null),
    authority: authority.id,
    baselines: await figuresOn(tx, published),
  }
  const plan = planEntries(setting, made.today, text)
  await appendAll(tx, plan.subjects, may(plan.entries))
}
