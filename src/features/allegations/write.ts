import type { Allegation } from '../../domain/allegations/allegation.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { disposed } from '../../domain/records/types/disposal.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { type Written, writeOnce } from '../../store/guarded.ts'
import type { Subject } from '../../store/project.ts'
import type { Ctx } from '../../web/page.ts'

const fileOf = ({ id, code }: Allegation): Subject => ({ id, kind: 'allegation', code })

const GONE = 'This file was disposed of meanwhile. Nothing is written in it any more.'

interface Saying {
  readonly type: RecordType
  readonly answers: Answers
  readonly amends?: string
  readonly faults?: (entries: readonly Entry[]) => Faults
}

/** Adds one entry from a form: once, and never over the head of another officer who wrote the same meanwhile. */
export async function write(
  ctx: Ctx<Db>,
  file: Allegation,
  { type, answers, amends, faults }: Saying,
): Promise<Written> {
  const { id: _, ...entry } = entryBy(ctx, file.id, type, answers, amends)
  const at = Object.keys(type.fields)[0] ?? ''
  return await writeOnce(ctx.tx, fileOf(file), ctx.typed, entry, {
    stale: e => e.type === type.code && e.amends === entry.amends,
    // Words after those that went would stand where nobody finds them.
    faults: entries =>
      entries.some(e => e.type === disposed.code) ? { [at]: GONE } : (faults?.(entries) ?? {}),
  })
}
