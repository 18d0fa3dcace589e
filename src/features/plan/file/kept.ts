import {
  chosenMapping,
  type FoundTable,
  findTable,
  type Mapping,
} from '../../../domain/improvement/plan-file/match.ts'
import { type ReadAction, readRows } from '../../../domain/improvement/plan-file/rows.ts'
import type { Otherwise } from '../../../domain/improvement/plan-file/to-write.ts'
import { readDay } from '../../../domain/records/kinds/day.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import type { PlanTable } from '../../../store/documents/read-plan-file.ts'
import { readDraft } from '../../../store/drafts.ts'
import { isId } from '../../../store/ids.ts'
import { authorityName } from '../../../store/queries/authority.ts'
import type { Ctx } from '../../../web/page.ts'

/** The file as it was read is kept among what its sender has begun, until it is taken or left. */
export const FORM = 'plan-file'
export const MOST = 4_000_000

export interface KeptFile {
  readonly id: string
  readonly file: string
  readonly tables: readonly PlanTable[]
  /** Whose plan it is. */
  readonly council: string
}

/** A file that this person sent; undefined where it is not there, or was taken. */
export async function keptFile(ctx: Ctx<Db>): Promise<KeptFile | undefined> {
  const id = ctx.params.id ?? ''
  const draft = isId(id) ? await readDraft(ctx.tx, ctx.viewer.id, id, FORM) : undefined
  if (!draft) return undefined
  const tables: PlanTable[] = JSON.parse(textOf(draft.typed, 'tables'))
  return { id, file: textOf(draft.typed, 'file'), tables, council: await authorityName(ctx.tx) }
}

/** A table as it is read at present: its columns as found or as a person chose them. */
export interface Reading {
  readonly which: number
  readonly table: PlanTable
  readonly found: FoundTable
  readonly mapping: Mapping
  readonly actions: readonly ReadAction[]
  readonly left: readonly { readonly line: number; readonly why: string }[]
  readonly otherwise: Otherwise
  readonly faults: Readonly<Record<string, string>>
}

export const columnField = (n: number): string => `column-${n}`

/** Reads the chosen table by what the form says; by what was found where it says nothing. */
export function readingOf(kept: KeptFile, typed: Typed, ctx: Pick<Ctx<Db>, 'today'>): Reading | undefined {
  const which = Math.min(Math.max(0, Number(textOf(typed, 'table')) || 0), kept.tables.length - 1)
  const table = kept.tables[which]
  const found = table && findTable(table.rows)
  if (!table || !found) return undefined
  const faults: Record<string, string> = {}
  // Columns chosen for another table say nothing of this one.
  const asked = textOf(typed, 'shown') === String(which)
  const chosen = asked ? chosenMapping(found.mapping.map((_, n) => textOf(typed, columnField(n)))) : found
  if ('fault' in chosen) faults[columnField(0)] = chosen.fault
  const mapping = 'mapping' in chosen ? chosen.mapping : found.mapping
  const made = textOf(typed, 'made')
  const madeOn = made === '' ? ctx.today : readDay(made, ctx.today)
  if (!madeOn) faults.made = `“${made}” is not a date. Write it like 27/3/2026.`
  return {
    which,
    table,
    found,
    mapping,
    ...readRows(table.rows, { head: found.head, mapping }, madeOn ?? ctx.today),
    otherwise: {
      today: ctx.today,
      council: kept.council,
      due: textOf(typed, 'due'),
      lead: textOf(typed, 'lead'),
    },
    faults,
  }
}
