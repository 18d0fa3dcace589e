import type { Faults } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Db } from '../../store/connection.ts'
import { keepTyped } from '../../store/kept.ts'
import { readDocument } from '../../store/queries/documents.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { type ChildCtx, childPage } from '../../web/page.ts'

/**
 * Keeps the files that came with a form about the child. What was typed then names them, so that a form that comes back
 * with a fault, or is kept for later, has them still.
 */
export async function withFiles(
  ctx: ChildCtx<Db>,
  type: RecordType,
): Promise<{ readonly ctx: ChildCtx<Db>; readonly faults: Faults }> {
  const { typed, faults } = await keepTyped(ctx.tx, ctx.child.id, type, ctx.typed, ctx.uploads, ctx.now)
  return { ctx: { ...ctx, typed }, faults }
}

/** Where the files of a child’s record are. */
export const filesAt = (ctx: ChildCtx<Db>): string => `/child/${ctx.child.code}/file`

/** A file of the record, for whoever may read an entry that names it. It is kept, not shown: no file is a page of ours. */
export const filePage = childPage({
  path: '/child/:child/file/:hash',
  permission: 'open',
  audit: 'a file of the record',
  load: async (ctx: ChildCtx<Db>) => {
    const { entries } = await fileOf(ctx.tx, ctx.child, ctx.viewer)
    const file = await readDocument(ctx.tx, entries, ctx.params.hash ?? '')
    return file
      ? { file }
      : { missing: 'There is no such file on this record, or what it belongs to is confidential.' }
  },
  render: () => ({ title: 'File', body: null }),
})
