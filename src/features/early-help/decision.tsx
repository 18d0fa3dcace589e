import { longDay } from '../../domain/kernel/day.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { parse, textOf } from '../../domain/records/parse.ts'
import { writes } from '../../domain/records/record-type.ts'
import { managersDecision } from '../../domain/records/types/notes.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { writeOnce } from '../../store/guarded.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf, mayRead } from '../../store/queries/file-of.ts'
import { Problems } from '../../web/form/form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../web/page.ts'
import { DecisionForm, FORM } from './decision-form.tsx'

async function load(ctx: ChildCtx<Db>) {
  if (!writes(managersDecision, ctx.viewer.role))
    return { refused: 'Your role does not record decisions. Ask the child’s manager.' }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  return found({ view, draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, FORM) })
}

type Data = DataOf<typeof load>

async function submit(ctx: ChildCtx<Db>, { view }: Data): Promise<Outcome> {
  const { tx, child, viewer, typed } = ctx
  const kept = await keepDraft(ctx, child.id, FORM, view.entries)
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: ctx.path }
  const { born, unborn } = view.file.person
  const read = parse(managersDecision, typed, { today: ctx.today, born, unborn })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: child.id,
    type: managersDecision,
    answers: read.value,
    author: viewer.id,
    now: ctx.now,
    today: ctx.today,
  })
  const written = await writeOnce(tx, { id: child.id, kind: 'child', code: child.code }, typed, entry, {
    // Two managers at one meeting: the second sees what the first wrote of that day.
    stale: e => e.type === FORM && e.happened === entry.happened && mayRead(viewer, child, e),
  })
  const again = await notWritten(written, { typed, at: 'on', namesOf: ids => namesOf(tx, ids) })
  if (again) return again
  await dropDraft(tx, viewer.id, child.id, FORM)
  return { go: `/early-help/meeting?done=${child.code}#child-${child.code}` }
}

/** What the weekly meeting decided for one child: sent from the agenda, and back to it. */
export const meetingDecisionPage = childPage({
  path: '/child/:child/meeting-decision',
  permission: 'decide',
  audit: 'decision of the weekly meeting',
  load,
  submit,
  render: ({ view, draft }: Data, ctx: ChildCtx<Db>, returned) => ({
    title: `Decision of the weekly meeting: ${ctx.child.called}`,
    section: 'help',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">Weekly meeting, {longDay(ctx.today)}</span>
        <h1 class="govuk-heading-l">{ctx.child.called}: what was decided</h1>
        <DecisionForm
          ctx={ctx}
          code={ctx.child.code}
          seq={view.seq}
          begun={draft?.typed}
          draft={draft}
          returned={returned}
        />
      </>
    ),
  }),
})
