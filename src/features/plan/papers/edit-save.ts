import { foldPaper } from '../../../domain/improvement/papers/paper-file.ts'
import { londonTime } from '../../../domain/kernel/london.ts'
import type { NewEntry } from '../../../domain/records/entry.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { type Faults, type Typed, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { paperPartChosen, paperSectionWritten } from '../../../domain/records/types/paper.ts'
import type { Db } from '../../../store/connection.ts'
import { dropDraft, keepDraft, saveDraft } from '../../../store/drafts.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { isId, newId } from '../../../store/ids.ts'
import { append, holdFile, readEntries } from '../../../store/ledger.ts'
import type { Ctx, Outcome } from '../../../web/page.ts'
import { EDIT_FORM, type EditData } from './edit-load.ts'
import { asksOf, type Changed, changedIn, typedIn } from './edit-words.ts'
import { subjectOf } from './load.ts'

/** Puts the figure chosen beside a box at the end of its words. */
function inserted(typed: Typed, key: string): Typed {
  const name = textOf(typed, `figure-${key}`)
  const words = typedIn(typed, key) ?? ''
  if (name === '') return typed
  const gap = words === '' || /\s$/.test(words) ? '' : ' '
  return { ...typed, [key]: `${words}${gap}{${name}}` }
}

/** The words of a box as an entry; what is wrong where they cannot be kept. */
function entryOf(
  ctx: Ctx<Db>,
  file: EditData['file'],
  id: string,
  { ask, text }: Changed,
): NewEntry | string {
  const read = readForm(ctx, paperSectionWritten, { section: ask.key, text })
  if (!read.ok) return read.error.text ?? 'This cannot be kept as it is.'
  const { viewer, now, today } = ctx
  return newEntry({
    id,
    subject: file.id,
    type: paperSectionWritten,
    answers: read.value,
    author: viewer.id,
    now,
    today,
  })
}

function chosen(ctx: Ctx<Db>, data: EditData): NewEntry | undefined {
  const [what = '', part = ''] = textOf(ctx.typed, '_part').split(':')
  if (!data.outline.parts.some(p => p.key === part && !p.fixed)) return undefined
  const read = readForm(ctx, paperPartChosen, { part, what })
  if (!read.ok) return undefined
  const { viewer, now, today } = ctx
  return newEntry({
    id: newId(now),
    subject: data.file.id,
    type: paperPartChosen,
    answers: read.value,
    author: viewer.id,
    now,
    today,
  })
}

/**
 * Keeps what an author changed, box by box: a box that another has written in meanwhile is shown with theirs, and
 * nothing is kept over it until the author has seen it. What they did not touch is left as it stands.
 */
export async function saveEdit(ctx: Ctx<Db>, data: EditData): Promise<Outcome> {
  const { tx, typed, viewer, now } = ctx
  const { file, input, outline } = data
  const at = `/plan/papers/${file.code}/edit`
  const kept = await keepDraft(ctx, file.id, EDIT_FORM, data.entries)
  if (kept) return kept === 'script' ? { said: londonTime(now) } : { go: at }
  const insert = textOf(typed, '_insert')
  if (insert !== '') {
    const { _csrf, _insert, ...rest } = inserted(typed, insert)
    await saveDraft(tx, viewer.id, file.id, EDIT_FORM, { typed: rest, basis: file.seq, saved: now })
    return { go: `${at}#${insert}` }
  }
  const id = textOf(typed, '_entry')
  const wrong = (fault: string): Outcome => ({
    again: { typed, faults: { [asksOf(outline)[0]?.key ?? 'main-content']: fault } },
  })
  if (!isId(id)) return wrong(BROKEN)
  await holdFile(tx, file.id)
  const entries = await readEntries(tx, file.id)
  const current = foldPaper(file.code, entries)
  if (!current || current.state === 'final')
    return wrong('This paper was made final meanwhile. Open it again to change it.')
  if (entries.some(e => e.id === id)) return { go: at }
  const changed = changedIn(typed, asksOf(outline), current, entries, input, viewer.id)
  const theirs = changed.filter(c => c.theirs)
  if (theirs.length > 0) return conflict(typed, theirs)
  const faults: Record<string, string> = {}
  const ready: NewEntry[] = []
  for (const [n, one] of changed.entries()) {
    const entry = entryOf(ctx, file, n === 0 ? id : newId(now), one)
    if (typeof entry === 'string') faults[one.ask.key] = entry
    else ready.push(entry)
  }
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }
  const choice = chosen(ctx, data)
  const all = choice ? [...ready, choice] : ready
  if (all.length > 0) await append(tx, subjectOf(file), all)
  await dropDraft(tx, viewer.id, file.id, EDIT_FORM)
  if (choice) return { go: `${at}#part-${String(choice.answers.part)}` }
  return { go: textOf(typed, '_then') === 'read' ? `/plan/papers/${file.code}` : at }
}

/** Comes back with theirs beside: now that they are seen, the boxes go out from them. */
function conflict(typed: Typed, theirs: readonly Changed[]): Outcome {
  const seen = Object.fromEntries(theirs.map(c => [`basis-${c.ask.key}`, String(c.theirs?.seq ?? 0)]))
  const faults: Faults = Object.fromEntries(
    theirs.map(c => [
      c.ask.key,
      'Somebody wrote here while you were writing. Read theirs above, bring the two together, and save again.',
    ]),
  )
  return { again: { typed: { ...typed, ...seen }, faults }, status: 409 }
}
