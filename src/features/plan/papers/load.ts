import type { PaperFile } from '../../../domain/improvement/papers/paper-file.ts'
import type { Entry } from '../../../domain/records/entry.ts'
import type { Db } from '../../../store/connection.ts'
import { readPaperFile } from '../../../store/queries/papers.ts'
import type { Ctx } from '../../../web/page.ts'

type Read =
  | { readonly file: PaperFile; readonly entries: readonly Entry[] }
  | { readonly missing: string }
  | { readonly refused: string }

/** The paper in the address. What is still being written is for those who write papers. */
export async function paperAsked(ctx: Ctx<Db>): Promise<Read> {
  const code = (ctx.params.id ?? '').toUpperCase()
  const read = await readPaperFile(ctx.tx, code)
  if (!read) return { missing: `There is no paper ${code}. Open the list of papers and choose one.` }
  if (read.file.state === 'draft' && !ctx.can('paper-write').allow)
    return { refused: 'This paper is still being written. It can be read here once it is final.' }
  return read
}

export const subjectOf = (file: Pick<PaperFile, 'id' | 'code'>) => ({
  id: file.id,
  kind: 'paper' as const,
  code: file.code,
})
