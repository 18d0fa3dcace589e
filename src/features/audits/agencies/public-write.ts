import { sectionElevenStandards } from '../../../domain/quality/section-11-standards.ts'
import { OUTSIDE } from '../../../domain/records/entry.ts'
import type { Answers } from '../../../domain/records/kinds/field.ts'
import { newEntry } from '../../../domain/records/new-entry.ts'
import { type Faults, parse, textOf } from '../../../domain/records/parse.ts'
import type { RecordType } from '../../../domain/records/record-type.ts'
import {
  agencyActionSaid,
  agencyDocuments,
  agencyFinished,
  agencyStandard,
  missingOf,
} from '../../../domain/records/types/section-11.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { keepDocuments } from '../../../store/kept.ts'
import { append } from '../../../store/ledger.ts'
import { readAgency } from '../../../store/queries/section-11.ts'
import type { Html, Outcome, PublicCtx } from '../../../web/page.ts'
import { answerForm } from './public-form.tsx'
import type { Opened } from './public-open.ts'
import { fieldOf, formOf, readSaving } from './public-save.ts'
import { sentPage } from './public-sent.tsx'

/** The most files that one agency sends in a round. */
const MOST_FILES = 24
/** The most saves: nobody needs as many, and nobody can fill the disk by saving. */
const MOST_ENTRIES = 2000

const write = (ctx: PublicCtx<Db>, { answer }: Opened, list: readonly (readonly [RecordType, Answers])[]) =>
  append(
    ctx.tx,
    { id: answer.id, kind: 'agency-audit', code: answer.code },
    list.map(([type, answers]) =>
      newEntry({
        id: newId(ctx.now),
        subject: answer.id,
        type,
        answers,
        author: OUTSIDE,
        now: ctx.now,
        today: ctx.today,
      }),
    ),
  )

const again = async (ctx: PublicCtx<Db>, opened: Opened): Promise<Opened> => ({
  ...opened,
  ...((await readAgency(ctx.tx, opened.answer.code)) ?? opened),
})

/** Who writes: everything is kept with a name. */
function nameIn(ctx: PublicCtx<Db>): { readonly by: string; readonly fault: string | null } {
  const read = parse(
    { ...agencyFinished, faults: () => ({}) },
    { by: textOf(ctx.typed, 'by') },
    {
      today: ctx.today,
      born: null,
      unborn: false,
    },
  )
  return read.ok
    ? { by: String(read.value.by), fault: null }
    : { by: '', fault: read.error.by ?? 'Enter your name and post.' }
}

async function keepFiles(ctx: PublicCtx<Db>, { answer }: Opened) {
  const uploads = ctx.uploads.filter(u => u.field === 'documents_new')
  if (uploads.length === 0) return { values: [], fault: null }
  if (answer.documents.length + uploads.length > MOST_FILES)
    return {
      values: [],
      fault: `${MOST_FILES} documents are the most for one answer. Put several into one PDF.`,
    }
  const kept = await keepDocuments(ctx.tx, answer.id, uploads, ctx.now)
  return kept.ok ? { values: kept.value, fault: null } : { values: [], fault: kept.error }
}

/** What is missing before it can be finished, each at its question. */
const unfinished = ({ answer }: Opened): Faults =>
  Object.fromEntries(
    sectionElevenStandards.flatMap(s => {
      const a = answer.answers.get(s.code)
      const empty = { rating: null, evidence: null, action: null, owner: null, by: null }
      return Object.entries(missingOf(a ?? empty)).map(([n, say]) => [
        fieldOf(s.code, n === 'by' ? 'due' : n),
        `${s.title}: ${say}`,
      ])
    }),
  )

/** The form or, where it is finished, what was sent. */
export const shownOf = (ctx: PublicCtx<Db>, opened: Opened, said: string | null = null): Html => {
  const pass = { reference: ctx.typed.reference, code: ctx.typed.code, by: ctx.typed.by }
  return opened.answer.finished
    ? sentPage(opened, pass, {}, said)
    : answerForm(opened, { ...formOf(opened.answer.answers), ...pass }, {}, { said, clashed: [] })
}

/** Saves what was changed; and finishes, where that was asked and nothing is missing. */
export async function save(ctx: PublicCtx<Db>, opened: Opened, finish: boolean): Promise<Outcome> {
  if (opened.answer.finished)
    return { shown: shownOf(ctx, opened, 'This was finished meanwhile, so nothing more was saved.') }
  const basis = Number(textOf(ctx.typed, '_basis'))
  const saving = readSaving(opened.entries, ctx.typed, Number.isInteger(basis) ? basis : 0, ctx.today)
  const { by, fault } = nameIn(ctx)
  const pass = { reference: ctx.typed.reference, code: ctx.typed.code, by: ctx.typed.by }
  const named = fault === null
  if (!named || opened.entries.length > MOST_ENTRIES) {
    const faults = {
      by: fault ?? 'This answer was saved too often. Ring the board’s team.',
      ...saving.faults,
    }
    const typed = { ...formOf(opened.answer.answers), ...ctx.typed }
    return { shown: answerForm(opened, typed, faults, { said: null, clashed: saving.clashed }) }
  }
  const files = await keepFiles(ctx, opened)
  await write(ctx, opened, [
    ...saving.write.map(a => [agencyStandard, { ...a, by }] as const),
    ...(files.values.length > 0 ? [[agencyDocuments, { documents: files.values, by }] as const] : []),
  ])
  const after = await again(ctx, opened)
  const wrong = { ...saving.faults, ...(files.fault ? { documents: files.fault } : {}) }
  const faults = finish ? { ...unfinished(after), ...wrong } : wrong
  const saved = saving.write.length > 0 || files.values.length > 0
  if (finish && Object.keys(faults).length === 0) {
    await write(ctx, after, [[agencyFinished, { by }]])
    return { shown: shownOf(ctx, await again(ctx, after), 'Finished. The board’s team has your answer.') }
  }
  const said =
    Object.keys(faults).length === 0
      ? 'Saved. Come back with the same reference and code.'
      : saved
        ? 'What is not marked below was saved.'
        : null
  const typed = { ...formOf(after.answer.answers), ...saving.kept, ...pass }
  return { shown: answerForm(after, typed, faults, { said, clashed: saving.clashed }) }
}

/** The agency says that an action is done; the board’s team looks. */
export async function sayDone(ctx: PublicCtx<Db>, opened: Opened): Promise<Outcome> {
  const standard = textOf(ctx.typed, 'standard')
  if (opened.answer.actions.get(standard)?.state !== 'open') return { shown: shownOf(ctx, opened) }
  const read = parse(agencyActionSaid, ctx.typed, { today: ctx.today, born: null, unborn: false })
  if (!read.ok) {
    const faults = Object.fromEntries(Object.entries(read.error).map(([n, say]) => [`${n}-${standard}`, say]))
    return { shown: sentPage(opened, ctx.typed, faults, null) }
  }
  await write(ctx, opened, [[agencyActionSaid, read.value]])
  return { shown: shownOf(ctx, await again(ctx, opened), 'Told. The board’s team looks at it.') }
}
