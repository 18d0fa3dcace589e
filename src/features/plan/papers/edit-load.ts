import { leftOut, orderOf, placesLeft } from '../../../domain/improvement/papers/compose.ts'
import { outlines } from '../../../domain/improvement/papers/outlines.ts'
import type { PaperFile } from '../../../domain/improvement/papers/paper-file.ts'
import type { Outline } from '../../../domain/improvement/papers/part.ts'
import type { Typed } from '../../../domain/records/parse.ts'
import { paperSectionWritten } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { readDraft } from '../../../store/drafts.ts'
import { namesOf } from '../../../store/people.ts'
import { namesOffered } from '../../../store/queries/papers-figures.ts'
import { paperInput } from '../../../store/queries/papers-written.ts'
import { type Ctx, type DataOf, found } from '../../../web/page.ts'
import { asksOf, typedIn } from './edit-words.ts'
import { paperAsked } from './load.ts'

/** What the drafts of this form are kept under. */
export const EDIT_FORM = 'words'

const FINAL = 'This paper is final, and its words are fixed. Open it again from its page to change it.'

/** What stands, with what this author has typed and not saved: so that the figures they name are there to be shown. */
const wordsWith = (typed: Typed, file: PaperFile, outline: Outline): ReadonlyMap<string, string> =>
  new Map([
    ...[...file.written].map(([key, w]) => [key, w.text] as const),
    ...asksOf(outline).flatMap(({ key }) => {
      const words = typedIn(typed, key)
      return words === undefined || words.trim() === '' ? [] : [[key, words] as const]
    }),
  ])

export async function loadEdit(ctx: Ctx<Db>) {
  const read = await paperAsked(ctx)
  if (!('file' in read)) return read
  const { file, entries } = read
  if (file.state === 'final') return { refused: FINAL }
  const outline = outlines[file.kind]
  const draft = await readDraft(ctx.tx, ctx.viewer.id, file.id, EDIT_FORM)
  const input = await paperInput(ctx.tx, file, wordsWith(draft?.typed ?? {}, file, outline))
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
    draft,
    names: await namesOf(ctx.tx, [...new Set(written.map(e => e.author))]),
  })
}

export type EditData = DataOf<typeof loadEdit>
