import { lists as declared } from '../../domain/returns/annex-a/columns.ts'
import type { Db } from '../../store/connection.ts'
import { annexA, annexATable, annexAWorkbook } from '../../store/returns/write/annex-a.ts'
import { csvFile } from '../../web/csv.ts'
import { type Ctx, page } from '../../web/page.ts'
import { askedDay } from './lists.tsx'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'

/** One list, or all of them, as a file: `?list=7&format=csv`, `?list=all`. */
export async function listFile(ctx: Pick<Ctx<Db>, 'tx' | 'query' | 'today'>) {
  const { on, fault } = askedDay(ctx)
  if (fault) return { missing: `${fault} Nothing was made.` }
  const asked = ctx.query.list ?? 'all'
  const number = Number(asked)
  if (asked !== 'all' && !declared.some(l => l.number === number))
    return { missing: `There is no list “${asked}”. They have the numbers 1 to 11.` }
  const made = await annexA(ctx.tx, on)
  const name = `annex-a-${asked === 'all' ? '' : `list-${number}-`}${on}`
  if (ctx.query.format === 'csv' && asked !== 'all')
    return { file: { name: `${name}.csv`, type: CSV, bytes: csvFile(annexATable(made, number)) } }
  const bytes = await annexAWorkbook(made, asked === 'all' ? undefined : number)
  return { file: { name: `${name}.xlsx`, type: XLSX, bytes } }
}

/** The lists leave the product as other files with every child do: by those who send returns. */
export const listsFilePage = page({
  path: '/inspection/lists/file',
  permission: 'returns-file',
  audit: 'the inspectors’ lists: a file taken',
  load: (ctx: Ctx<Db>) => listFile(ctx),
  render: () => ({ title: 'Child-level lists', body: null }),
})
