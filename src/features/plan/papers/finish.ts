import { stillToWrite } from '../../../domain/improvement/paper.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { paperFinished, paperReopened } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { writeOnce } from '../../../store/guarded.ts'
import { namesOf } from '../../../store/people.ts'
import { frozen, paperInput } from '../../../store/queries/papers-written.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { Ctx, Outcome } from '../../../web/page.ts'
import { subjectOf } from './load.ts'
import type { ReadData } from './read.tsx'

/** Makes a paper final as it stands, or opens it again with a reason. */
export async function finish(ctx: Ctx<Db>, { file, paper }: ReadData): Promise<Outcome> {
  const { tx, typed, viewer, now, today } = ctx
  if (!ctx.can('paper-write').allow) return { refused: ctx.can('paper-write').because }
  const reopens = textOf(typed, '_do') === 'reopen'
  if (reopens === (file.state === 'draft')) return { go: `/plan/papers/${file.code}` }
  const type = reopens ? paperReopened : paperFinished
  if (!reopens && stillToWrite(paper).length > 0 && textOf(typed, 'gaps') !== 'yes')
    return {
      again: {
        typed,
        faults: {
          gaps: 'Write what is still to be written, leave those parts out, or tick that it may go like this',
        },
      },
    }
  const read = reopens ? readForm(ctx, paperReopened, typed) : undefined
  if (read && !read.ok) return { again: { typed, faults: read.error } }
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: file.id,
    type,
    answers: read ? read.value : frozen(file, await paperInput(tx, file)),
    author: viewer.id,
    now,
    today,
  })
  // Whatever another has written since is not what this person read: they look again before it is fixed.
  const written = await writeOnce(tx, subjectOf(file), typed, entry, { stale: () => true })
  const kept = await notWritten(written, {
    typed,
    at: reopens ? 'why' : 'gaps',
    namesOf: ids => namesOf(tx, ids),
  })
  return kept ?? { go: `/plan/papers/${file.code}` }
}
