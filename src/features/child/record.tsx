import { endsNothing } from '../../domain/casework/ends.ts'
import { foldFile } from '../../domain/casework/file.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { rawAnswers, type Typed, textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { recordTypes } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft, saveDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { namesOf, staff } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Checkboxes, InsetText } from '../../web/govuk/index.ts'
import {
  type ChildCtx,
  childPage,
  type DataOf,
  found,
  type Outcome,
  type Page,
  type Returned,
} from '../../web/page.ts'
import { Known } from './already-known.tsx'
import { ChildFrame, childTitle } from './frame.tsx'
import { readAnswers, sameThing, write } from './write.ts'

/** Written on the entry they are about, or by pages of their own that do more. */
const elsewhere: ReadonlySet<string> = new Set([
  'amendment',
  'withdrawal',
  'signature',
  'late-reason',
  'sent-back',
  'chronology-choice',
  'different-child',
  'merged',
  'unmerged',
])

/** The record types that are written on a page of their own; the others are written on the entry they are about. */
export const recordable: readonly RecordType[] = recordTypes.filter(
  t => t.subject === 'child' && !elsewhere.has(t.code),
)

async function loadFor(type: RecordType, ctx: ChildCtx<Db>) {
  if (!writes(type, ctx.viewer.role))
    return {
      refused: `Your role does not record this: ${type.title.toLowerCase()}. Ask the child’s manager.`,
    }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const draft = await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, type.code)
  const people = (await staff(ctx.tx)).map(s => ({
    value: s.id,
    text: `${s.name}${s.team ? `, ${s.team}` : ''}`,
  }))
  const details =
    type.code === 'person-details'
      ? view.file.happenings.findLast(e => e.type === type.code && !e.withdrawn)
      : undefined
  return found({ view, draft, people, start: details ? rawAnswers(type, details.answers) : null })
}

type Data = DataOf<typeof loadFor>

async function submitFor(type: RecordType, ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const byScript = ctx.query.keep === 'script'
  if (byScript || textOf(typed, '_keep') !== '') {
    const { _csrf, _keep, ...rest } = typed
    // A late copy of a form that has been sent would bring it back as a draft.
    const sent = data.view.entries.some(e => e.id === textOf(typed, '_entry'))
    const draft = { typed: rest, basis: basisOf(typed), saved: ctx.now }
    if (!sent) await saveDraft(ctx.tx, ctx.viewer.id, ctx.child.id, type.code, draft)
    return byScript ? { said: londonTime(ctx.now) } : { go: `/child/${ctx.child.code}/record/${type.code}` }
  }
  const read = await readAnswers(ctx, type, data.view.file, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const faults = (entries: readonly Entry[]) => endsNothing(foldFile(ctx.child.id, entries), type, read.value)
  const written = await write(ctx, {
    type,
    answers: read.value,
    form: type.code,
    stale: sameThing(type),
    faults,
  })
  const at = Object.keys(type.fields)[0] ?? ''
  const kept = await notWritten(written, { typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
  if (kept) return kept
  const [id, again] =
    'done' in written ? [written.done, ''] : ['before' in written ? written.before : '', '&again=yes']
  return { go: `/child/${ctx.child.code}?done=${id}${again}` }
}

const basisOf = (typed: Typed): number => {
  const basis = Number(textOf(typed, '_basis'))
  return Number.isInteger(basis) && basis >= 0 && basis < 2 ** 31 ? basis : 0
}

function RecordPage({
  type,
  ctx,
  data,
  returned,
}: {
  type: RecordType
  ctx: ChildCtx<Db>
  data: Data
  returned: Returned | null
}) {
  const typed = returned?.typed ?? data.draft?.typed ?? data.start ?? {}
  const at = `/child/${ctx.child.code}/record/${type.code}`
  return (
    <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
      <Problems faults={returned?.faults} />
      <h1 class="govuk-heading-l">{type.title}</h1>
      {type.help && <p class="govuk-body">{type.help}</p>}
      {!returned && data.draft && (
        <InsetText>
          This is what you had typed by {londonTime(data.draft.saved)} on{' '}
          {longDay(londonDay(data.draft.saved))}. It is not recorded yet.
        </InsetText>
      )}
      <div class="gt-columns gt-columns--form">
        <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`}>
          <Once typed={returned?.typed ?? data.draft?.typed} id={newId(ctx.now)} seq={data.view.seq} />
          {returned?.conflict}
          <RecordFields
            type={type}
            typed={typed}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned && !data.draft}
            people={data.people}
          />
          <Checkboxes
            name="_confidential"
            items={[{ value: 'yes', text: 'Confidential: only those who work with the child may read it' }]}
            values={textOf(typed, '_confidential') === 'yes' ? ['yes'] : []}
            small
          />
          <div class="govuk-button-group">
            <Button>Record</Button>
            <Button variant="secondary" name="_keep" value="hand">
              Keep for later
            </Button>
            <a class="govuk-link" href={`/child/${ctx.child.code}`}>
              Back to the child
            </a>
          </div>
          <p class="govuk-body-s gt-quiet" data-draft-status aria-live="polite" />
        </Form>
        <Known type={type} view={data.view} on={ctx.today} code={ctx.child.code} />
      </div>
    </ChildFrame>
  )
}

/** A page for every record type, each with its own permission: one page, one record. */
export const recordPages: readonly Page<Db>[] = recordable.map(type =>
  childPage({
    path: `/child/:child/record/${type.code}`,
    permission: type.permission,
    audit: `record: ${type.title.toLowerCase()}`,
    load: (ctx: ChildCtx<Db>) => loadFor(type, ctx),
    render: (data: Data, ctx: ChildCtx<Db>, returned) => ({
      title: childTitle(ctx, type.title),
      section: 'find',
      wide: true,
      body: <RecordPage type={type} ctx={ctx} data={data} returned={returned} />,
    }),
    submit: (ctx: ChildCtx<Db>, data: Data) => submitFor(type, ctx, data),
  }),
)
