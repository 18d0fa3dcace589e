import { agencyLine, asked } from '../../../domain/assessment/gathered.ts'
import { chronologyLines } from '../../../domain/assessment/known.ts'
import { londonTime } from '../../../domain/kernel/london.ts'
import { parse, rawAnswers, type Typed, textOf } from '../../../domain/records/parse.ts'
import { faultsOf, partOf } from '../../../domain/records/parts.ts'
import { knownRecordType } from '../../../domain/records/registry.ts'
import { agencyInformation, assessment } from '../../../domain/records/types/assessment.ts'
import type { Db } from '../../../store/connection.ts'
import { keepDraft } from '../../../store/drafts.ts'
import { namesOf } from '../../../store/people.ts'
import type { FileView } from '../../../store/queries/file-of.ts'
import { notWritten } from '../../../web/form/written.tsx'
import type { ChildCtx, Outcome } from '../../../web/page.ts'
import { readAnswers, sameThing, write } from '../write.ts'
import { answerPart } from './agencies.tsx'

/** A text with lines put under it. */
const withLines = (text: string, lines: readonly string[]): string =>
  [text, ...lines].filter(l => l !== '').join('\n')

/** What was typed, with what was asked to be put into it. */
export function inserted(view: FileView, ctx: ChildCtx<Db>, typed: Typed): Typed {
  const { _insert, _events, ...rest } = typed
  const into = textOf(typed, '_insert')
  const text = textOf(typed, into)
  if (into === 'history') {
    const ticked = new Set(typeof _events === 'string' ? [_events] : _events)
    const lines = chronologyLines(view.file, ctx.today).filter(
      l => ticked.has(l.entry) && !text.includes(l.line),
    )
    return {
      ...rest,
      history: withLines(
        text,
        lines.map(l => l.line),
      ),
    }
  }
  if (into === 'agencies') {
    const lines = asked(view.file)
      .map(agencyLine)
      .filter(l => !text.includes(l))
    return { ...rest, agencies: withLines(text, lines) }
  }
  return rest
}

/** Keeps what was typed and comes back to the same place of the page. */
async function keepAnd(
  ctx: ChildCtx<Db>,
  view: FileView,
  form: string,
  typed: Typed,
  go: string,
): Promise<Outcome> {
  await keepDraft({ ...ctx, typed: { ...typed, _keep: 'hand' } }, ctx.child.id, form, view.entries)
  return { go }
}

/** A service's answer, written down from within the assessment: an amendment of what it was asked. */
async function recordAnswer(ctx: ChildCtx<Db>, view: FileView, form: string, at: string): Promise<Outcome> {
  const { typed } = ctx
  const about = view.file.happenings.find(
    e => e.id === textOf(typed, '_answered') && e.type === agencyInformation.code && !e.withdrawn,
  )
  if (!about) return { refused: 'There is no such question to a service on this file. Open the page again.' }
  const prefix = answerPart(about.id)
  const part = partOf(typed, prefix)
  const { born, unborn } = view.file.person
  const read = parse(
    agencyInformation,
    { ...rawAnswers(agencyInformation, about.answers), answered: part.answered, answer: part.answer },
    { today: ctx.today, born, unborn },
  )
  const blank = textOf(part, 'answer') === '' ? { answer: 'Write what they said.' } : {}
  const faults = { ...(read.ok ? {} : read.error), ...blank }
  if (!read.ok || Object.keys(faults).length > 0)
    return { again: { typed, faults: faultsOf(faults, prefix) } }
  const written = await write(
    { ...ctx, typed: { _entry: part._entry, _basis: typed._basis } },
    {
      type: knownRecordType('amendment'),
      answers: { why: 'They answered', becomes: read.value },
      amends: about.id,
      form: prefix,
      stale: e => e.amends === about.id,
    },
  )
  const kept = await notWritten(written, {
    typed,
    at: `${prefix}answer`,
    namesOf: ids => namesOf(ctx.tx, ids),
    amended: agencyInformation,
  })
  if (kept) return kept
  const { _answered, ...rest } = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !name.startsWith(prefix)),
  )
  return await keepAnd(ctx, view, form, rest, `${at}#agencies`)
}

/**
 * What the buttons of an assessment do beside recording it: keep it, put something known into it, write down a
 * service's answer. Undefined where it was sent to be recorded.
 */
export async function besides(
  ctx: ChildCtx<Db>,
  view: FileView,
  form: string,
  at: string,
): Promise<Outcome | undefined> {
  const { typed } = ctx
  const kept = await keepDraft(ctx, ctx.child.id, form, view.entries)
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: at }
  const into = textOf(typed, '_insert')
  if (into !== '') return await keepAnd(ctx, view, form, inserted(view, ctx, typed), `${at}#${into}`)
  const { _ask, ...rest } = typed
  if (_ask !== undefined)
    return await keepAnd(ctx, view, form, rest, `/child/${ctx.child.code}/record/agency-information`)
  return textOf(typed, '_answered') === '' ? undefined : await recordAnswer(ctx, view, form, at)
}

/** Writes the assessment of one child. */
export async function submitAssessment(ctx: ChildCtx<Db>, view: FileView, at: string): Promise<Outcome> {
  const done = await besides(ctx, view, assessment.code, at)
  if (done) return done
  const { typed } = ctx
  const read = await readAnswers(ctx, assessment, view.file, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const written = await write(ctx, {
    type: assessment,
    answers: read.value,
    form: assessment.code,
    stale: sameThing(assessment),
  })
  const again = await notWritten(written, { typed, at: 'on', namesOf: ids => namesOf(ctx.tx, ids) })
  if (again) return again
  const [id, twice] =
    'done' in written ? [written.done, ''] : ['before' in written ? written.before : '', '&again=yes']
  return { go: `/child/${ctx.child.code}?done=${id}${twice}` }
}
