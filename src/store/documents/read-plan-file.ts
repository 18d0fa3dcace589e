import { extname } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { findTable, type Rows } from '../../domain/improvement/plan-file/match.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import { squeezed } from '../../domain/kernel/squeezed.ts'
import { readDocxTables } from './read-docx-tables.ts'
import { readXlsxTables } from './read-xlsx-tables.ts'

/** A table of a file, with what it is called there. */
export interface PlanTable {
  readonly title: string | null
  readonly rows: Rows
}

const DO = 'Give the plan as an Excel workbook (.xlsx), a Word file (.docx) or a .csv file.'
const NO_PLAN = `No table in this file looks like a plan: one line must name its columns, such as Action, Owner and Due. ${DO}`

function csvTables(bytes: Uint8Array): Result<readonly PlanTable[]> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const rows: string[][] = parseCsv(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
    return ok([{ title: null, rows }])
  } catch {
    return fail(`This .csv file can’t be read. Save it as “CSV UTF-8”. ${DO}`)
  }
}

async function tablesOf(name: string, bytes: Uint8Array): Promise<Result<readonly PlanTable[]>> {
  if (bytes.length === 0) return fail(`“${name}” is empty. ${DO}`)
  const kind = extname(name).toLowerCase()
  if (kind === '.xlsx' || kind === '.xlsm') return await readXlsxTables(bytes)
  if (kind === '.docx') return await readDocxTables(bytes)
  if (kind === '.csv') return csvTables(bytes)
  return fail(`“${name}” is not a kind of file that a plan is read from. ${DO}`)
}

/** Tables of a Word file with the same line of names are one table, broken over pages or by headings. */
function joined(tables: readonly PlanTable[]): readonly PlanTable[] {
  const out: PlanTable[] = []
  for (const table of tables) {
    const last = out.at(-1)
    const [a, b] = [last && findTable(last.rows), findTable(table.rows)]
    const same = a && b && last && last.rows[a.head]?.join('\t') === table.rows[b.head]?.join('\t')
    if (same) out[out.length - 1] = { ...last, rows: [...last.rows, ...table.rows] }
    else out.push(table)
  }
  return out
}

/**
 * The tables of a file that may hold a plan, the likeliest first.
 * @returns at least one, or what is wrong with the file and what to do
 */
export async function readPlanFile(name: string, bytes: Uint8Array): Promise<Result<readonly PlanTable[]>> {
  const tables = await tablesOf(name, bytes)
  if (!tables.ok) return tables
  const worth = (t: PlanTable) =>
    (findTable(t.rows)?.mapping.filter(m => m !== null).length ?? 0) * 1000 + t.rows.length
  const told = tables.value.map(t => ({ ...t, rows: t.rows.map(row => row.map(squeezed)) }))
  const found = joined(told)
    .filter(t => findTable(t.rows))
    .toSorted((a, b) => worth(b) - worth(a))
  return found.length === 0 ? fail(NO_PLAN) : ok(found)
}
