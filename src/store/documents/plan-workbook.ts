import { planColumnKeys, planColumns } from '../../domain/improvement/plan-file/columns.ts'
import { type PlanCell, printedAction, type SourceWords } from '../../domain/improvement/plan-file/printed.ts'
import type { PlanLine } from '../../domain/improvement/plan-lines.ts'
import { type Day, dayNumber, monthOver } from '../../domain/kernel/day.ts'

const MS = 86_400_000
/** The most that a cell of a workbook holds. */
const MOST = 32_000

/** Words that begin like a formula stay words: they are written as text, never as one. */
const cell = (value: PlanCell | undefined) =>
  typeof value === 'object'
    ? { value: new Date(dayNumber(value.day) * MS), type: Date, format: 'dd/mm/yyyy' }
    : { value: (value ?? '').slice(0, MOST), type: String, wrap: true, alignVertical: 'top' as const }

const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true })

/** The plan as a workbook: a line an action under the names by which it is read back, and a sheet that says what it is. */
export async function planWorkbook(
  lines: readonly PlanLine[],
  sourceOf: (line: PlanLine) => SourceWords,
  said: { readonly on: Day; readonly council: string; readonly held: boolean },
): Promise<Buffer> {
  // Loaded only for who asks for a workbook.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const plan = [
    planColumnKeys.map(key => bold(planColumns[key].title)),
    ...lines.map(line => {
      const printed = printedAction(line, sourceOf(line), said.on)
      return planColumnKeys.map(key => cell(printed[key]))
    }),
  ]
  const notes = [
    [bold('Improvement plan of'), cell(said.council)],
    [bold('As at'), cell({ day: said.on })],
    [bold('Actions'), { value: lines.length }],
    ...(said.held
      ? [
          [bold('Figures as at'), cell({ day: monthOver(said.on) })],
          [cell('Figures that speak of one to four children are held back.')],
        ]
      : []),
    [cell('Changed here, it changes nothing in the product. Load it there again, or change the plan there.')],
  ]
  return await writeXlsxFile([
    {
      sheet: 'Plan',
      data: plan,
      stickyRowsCount: 1,
      columns: planColumnKeys.map(key => ({ width: planColumns[key].wide })),
    },
    { sheet: 'Notes', data: notes, columns: [{ width: 24 }, { width: 40 }] },
  ]).toBuffer()
}
