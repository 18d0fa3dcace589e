import { leftOut, orderOf, placesLeft } from '../../../domain/improvement/papers/compose.ts'
import { outlines } from '../../../domain/improvement/papers/outlines.ts'
import { paperSectionWritten } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { namesOf } from '../../../store/people.ts'
import { namesOffered } from '../../../store/queries/papers-figures.ts'
import { paperInput } from '../../../store/queries/papers-written.ts'
import { type Ctx, type DataOf, found } from '../../../web/page.ts'
import { paperAsked } from './load.ts'

/** What the drafts of this form are kept under. */
export const EDIT_FORM = 'paper'

const FINAL = 'This paper is final, and its words are fixed. Open it again from its page to change it.'

export async function loadEdit(ctx: Ctx<Db>) {
  const read = await paperAsked(ctx)
  if (!('file' in read)) return read
  const { file, entries } = read
  if (file.state === 'final') return { refused: FINAL }
  const outline = outlines[file.kind]
  const input = await paperInput(ctx.tx, file)
  const written = entries.filter(e => e.type === paperSectionWritten.code)
  return found({
    file,
    entries,
    outline,
    input,
    parts: orderOf(outline.parts, file.choices),
    out: leftOut(outline.parts, file.choices),
    left: placesLeft(outline, input, file.choices),
    offered: namesOffered(input.lines),
    draft: await readDraft(ctx.tx, ctx.viewer.id, file.id, EDIT_FORM),
    names: await namesOf(ctx.tx, [...new Set(written.map(e => e.author))]),
  })
}

export type EditData = DataOf<typeof loadEdit>
