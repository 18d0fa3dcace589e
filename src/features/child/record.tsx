import { grants } from '../../domain/access/grants.ts'
import { endsNothing } from '../../domain/casework/ends.ts'
import { foldFile } from '../../domain/casework/file.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { textOf } from '../../domain/records/parse.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { recordTypes } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { keepDraft, readDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { takesFiles } from '../../store/kept.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { NotesAt } from '../../web/form/notes.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Checkboxes } from '../../web/govuk/index.ts'
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
import { carersOf } from './carers.ts'
import { filesAt, withFiles } from './files.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { peopleFor } from './people.ts'
import { prefilled } from './prefill.ts'
import { notedFields, notesSoFar, saidOf, writtenSoFar } from './return-notes.ts'
import { StepUpNote } from './step-up.tsx'
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

/** Written at the same address as the others, on a page of its own that does more. */
const byOthers: ReadonlySet<string> = new Set(['allocation', 'assessment'])

/** Somebody who writes it has the whole file before them; others write it in their part, on a page of the part. */
const onWholeFile = (type: RecordType): boolean =>
  grants.some(g => g.action === type.permission && writes(type, g.role))

/** The record types of a child's file that are written at `/record/` and their code. */
export const offered: readonly RecordType[] = recordTypes.filter(
  t => t.subject === 'child' && !elsewhere.has(t.code) && onWholeFile(t),
)

/** Those of them that are written on the page below. */
export const recordable: readonly RecordType[] = offered.filter(t => !byOthers.has(t.code))

async function loadFor(type: RecordType, ctx: ChildCtx<Db>) {
  if (!writes(type, ctx.viewer.role))
    return {
      refused: `Your role does not record this: ${type.title.toLowerCase()}. Ask the child’s manager.`,
    }
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const draft = await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, type.code)
  const people = await peopleFor(ctx, view.file)
  const carers = await carersOf(ctx, type)
  const start = await prefilled(type, ctx, view)
  const written = writtenSoFar(ctx, draft?.typed)
  const notes = written ? await notesSoFar(ctx, view, type, written) : []
  return found({ view, draft, people, carers, start, notes })
}

type Data = DataOf<typeof loadFor>

async function submitFor(type: RecordType, sent: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { ctx, faults: files } = await withFiles(sent, type)
  const { typed } = ctx
  const kept = await keepDraft(ctx, ctx.child.id, type.code, data.view.entries)
  if (kept) return kept === 'script' ? { said: saidOf(ctx, type, data.notes) } : { go: formAt(ctx, type) }
  const read = await readAnswers(ctx, type, data.view.file, typed)
  if (!read.ok || Object.keys(files).length > 0)
    return { again: { typed, faults: { ...(read.ok ? {} : read.error), ...files } } }
  const faults = (entries: readonly Entry[]) => endsNothing(foldFile(ctx.child.id, entries), type, read.value)
  const written = await write(ctx, {
    type,
    answers: read.value,
    form: type.code,
    stale: sameThing(type),
    faults,
  })
  const at = Object.keys(type.fields)[0] ?? ''
  const again = await notWritten(written, {
    typed,
    at,
    namesOf: ids => namesOf(ctx.tx, ids),
    files: filesAt(ctx),
  })
  if (again) return again
  const [id, twice] =
    'done' in written ? [written.done, ''] : ['before' in written ? written.before : '', '&again=yes']
  const to = sentFrom(ctx) ?? onward(ctx, type, read.value)
  return { go: `${to}${to.includes('?') ? '&' : '?'}done=${id}${twice}` }
}

/** The page of a manager's that sent them here, to go back to. No other address is followed. */
const sentFrom = ({ query }: ChildCtx<Db>): string | undefined =>
  /^\/(?:desk|supervision|decisions)(?:[/?][!-~]*)?$/.test(query.then ?? '') ? query.then : undefined

const formAt = (ctx: ChildCtx<Db>, type: RecordType): string => `/child/${ctx.child.code}/record/${type.code}`

/** Where the writer goes next: to the child, or to what this record makes urgent. */
function onward(ctx: ChildCtx<Db>, type: RecordType, answers: Answers): string {
  const stepsUp = type.code === 'early-help-step' && answers.step === 'up'
  return stepsUp ? `/child/${ctx.child.code}/record/referral-received` : `/child/${ctx.child.code}`
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
  const at = formAt(ctx, type)
  const from = sentFrom(ctx)
  const noted = notedFields(type)
  return (
    <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
      <Problems faults={returned?.faults} />
      <h1 class="govuk-heading-l">{type.title}</h1>
      {type.help && <p class="govuk-body">{type.help}</p>}
      {!returned && <Begun draft={data.draft} />}
      {type.code === 'referral-received' && <StepUpNote file={data.view.file} on={ctx.today} />}
      <div class="gt-columns gt-columns--form">
        <Form
          csrf={ctx.csrf}
          action={from ? `${at}?then=${encodeURIComponent(from)}` : at}
          draft={`${at}?keep=script`}
          takesFile={takesFiles(type)}
        >
          <Once typed={returned?.typed ?? data.draft?.typed} id={newId(ctx.now)} seq={data.view.seq} />
          {returned?.conflict}
          <RecordFields
            type={type}
            typed={typed}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned && !data.draft}
            people={data.people}
            carers={data.carers}
            under={name => noted.has(name) && <NotesAt field={name} notes={data.notes} />}
          />
          {noted.size > 0 && <NotesAt field={null} notes={data.notes} />}
          {!type.toChild && (
            <Checkboxes
              name="_confidential"
              items={[{ value: 'yes', text: 'Confidential: only those who work with the child may read it' }]}
              values={textOf(typed, '_confidential') === 'yes' ? ['yes'] : []}
              small
            />
          )}
          <div class="govuk-button-group">
            <Button>Record</Button>
            <Button variant="secondary" name="_keep" value="hand">
              Keep for later
            </Button>
            <a class="govuk-link" href={from ?? `/child/${ctx.child.code}`}>
              {from ? 'Back' : 'Back to the child'}
            </a>
          </div>
          <DraftStatus />
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
