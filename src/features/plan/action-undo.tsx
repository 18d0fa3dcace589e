import { superseded } from '../../domain/improvement/standing.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { rawAnswers } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { planEntryWithdrawn } from '../../domain/records/types/plan-parts.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { keepTyped, takesFiles } from '../../store/kept.ts'
import { namesOf } from '../../store/people.ts'
import { refOf } from '../../store/queries/plan.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, type Page, page } from '../../web/page.ts'
import { loadAction } from './action-load.ts'
import { PlanFrame } from './frame.tsx'
import { EntryWords } from './parts.tsx'
import { readForm, without, write } from './write.ts'

/** What cannot be taken out, with what to do instead. */
const FIRM: Readonly<Record<string, string>> = {
  'action-planned': 'An action is not taken out. Propose to close it, and say why.',
  'closure-proposed': 'A proposal is not taken out. Whoever decides can leave the action open.',
  'closure-decided':
    'A decision is not taken out. Look at the action again, and open it if it does not hold.',
  'retest-done': 'A look at a closed action is not taken out. Look again.',
}

/** What is put right by writing it again, word for word; marks and days are set anew instead. */
const AMENDED: Readonly<Record<string, readonly string[]>> = {
  'milestone-set': [],
  'measure-bound': ['indicator', 'splitBy', 'splitValue', 'team', 'unit', 'good'],
  'audit-measure-bound': ['tool', 'standard', 'team'],
  'survey-measure-bound': ['counted'],
  'visit-measure-bound': [],
  'survey-read': ['measure'],
  'visit-read': ['measure'],
  'action-progress': [],
  'evidence-added': [],
  'barrier-raised': [],
  'challenge-asked': [],
  'challenge-answered': ['challenge'],
  'board-decided': [],
}

/** Whether an entry can be put right by writing it again. */
export const amends = (type: string): boolean => Object.hasOwn(AMENDED, type)
/** Whether an entry can be taken out of what counts. */
export const withdraws = (type: string): boolean => !Object.hasOwn(FIRM, type)

/** The entry of the address, as it was last put right, and the first of it, which is what others name. */
async function load(ctx: Ctx<Db>) {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const { entries } = loaded.found
  const asked = entries.find(e => e.id === ctx.params.entry)
  const root = asked?.amends ? entries.find(e => e.id === asked.amends) : asked
  if (!root)
    return { missing: 'There is no such entry on this action. Open the action and choose one there.' }
  const versions = entries.filter(e => e.id === root.id || e.amends === root.id)
  const entry = versions.at(-1) ?? root
  if (superseded(entries).has(entry.id) && ctx.typed._csrf === undefined)
    return { refused: 'This has been taken out already. Its history on the action shows who did, and why.' }
  return found({ ...loaded.found, root, entry })
}

type Data = DataOf<typeof load>

const subjectOf = (data: Data) => ({ id: data.action.id, kind: 'action' as const, code: data.code })
const sameEntry = (data: Data) => (e: Entry) => e.amends === data.root.id || e.answers.entry === data.root.id

async function loadFirm(ctx: Ctx<Db>) {
  const loaded = await load(ctx)
  const refused = 'found' in loaded ? FIRM[loaded.found.root.type] : undefined
  return refused ? { refused } : loaded
}

const asked = without(planEntryWithdrawn, 'entry')

async function withdraw(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const read = readForm(ctx, asked, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const outcome = await write(ctx, {
    subject: subjectOf(data),
    type: planEntryWithdrawn,
    answers: { entry: data.root.id, ...read.value },
    stale: sameEntry(data),
  })
  const words = (e: Entry) => EntryWords({ entry: e, names: data.names })
  const back = await notWritten(outcome, { typed, at: 'why', namesOf: ids => namesOf(ctx.tx, ids), words })
  return back ?? { go: `/plan/action/${data.code}` }
}

/** Takes an entry of an action out of what counts. It stays in the history, struck through, with the reason. */
const withdrawPage = page({
  path: '/plan/action/:id/entry/:entry/withdraw',
  permission: 'plan-edit',
  audit: 'take an entry of an action out',
  load: loadFirm,
  submit: withdraw,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: `Take out: action ${refOf(data.view, data.action)}`,
    section: 'plan',
    body: (
      <PlanFrame ctx={ctx} view={data.view} at="">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">
          Action {refOf(data.view, data.action)}: {data.action.what}
        </span>
        <h1 class="govuk-heading-l">
          {data.root.type === planEntryWithdrawn.code
            ? 'Put back what was taken out?'
            : `Take this out: ${knownRecordType(data.root.type).title.toLowerCase()}?`}
        </h1>
        <InsetText>
          <EntryWords entry={data.entry} names={data.names} />
        </InsetText>
        <p class="govuk-body">It no longer counts. It stays in the history, with who took it out and why.</p>
        <Form csrf={ctx.csrf}>
          <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
          {returned?.conflict}
          <RecordFields
            type={asked}
            typed={returned?.typed ?? {}}
            faults={returned?.faults ?? {}}
            today={ctx.today}
            fresh={!returned}
            people={[]}
          />
          <div class="govuk-button-group">
            <Button variant="warning">Take it out</Button>
            <a class="govuk-link" href={`/plan/action/${data.code}`}>
              Leave it
            </a>
          </div>
        </Form>
      </PlanFrame>
    ),
  }),
})

async function loadAmend(ctx: Ctx<Db>) {
  const loaded = await load(ctx)
  if ('found' in loaded && !amends(loaded.found.root.type))
    return {
      refused: 'This is not put right word for word. Write it again on the action: both stay to be seen.',
    }
  return loaded
}

const askedAgain = (data: Data) =>
  without(knownRecordType(data.root.type), ...(AMENDED[data.root.type] ?? []))

async function amend(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const type = knownRecordType(data.root.type)
  const again = { ...askedAgain(data), faults: () => ({}) }
  const kept = await keepTyped(ctx.tx, data.action.id, again, ctx.typed, ctx.uploads, ctx.now)
  const { typed } = kept
  const read = readForm(ctx, again, typed)
  const fixed = Object.fromEntries((AMENDED[type.code] ?? []).map(n => [n, data.entry.answers[n]]))
  const answers = read.ok ? { ...fixed, ...read.value } : {}
  const faults = { ...(read.ok ? type.faults(answers) : read.error), ...kept.faults }
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }
  const outcome = await write(ctx, {
    subject: subjectOf(data),
    type,
    answers,
    amends: data.root.id,
    stale: sameEntry(data),
  })
  const words = (e: Entry) => EntryWords({ entry: e, names: data.names })
  const at = Object.keys(again.fields)[0] ?? ''
  const back = await notWritten(outcome, { typed, at, namesOf: ids => namesOf(ctx.tx, ids), words })
  return back ?? { go: `/plan/action/${data.code}` }
}

/** Puts an entry of an action right. What it said before stays in the history. */
const amendPage = page({
  path: '/plan/action/:id/entry/:entry/amend',
  permission: 'plan-edit',
  audit: 'put an entry of an action right',
  takesFile: true,
  load: loadAmend,
  submit: amend,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const again = askedAgain(data)
    return {
      title: `Put right: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame ctx={ctx} view={data.view} at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            Action {refOf(data.view, data.action)}: {data.action.what}
          </span>
          <h1 class="govuk-heading-l">Put right: {knownRecordType(data.root.type).title.toLowerCase()}</h1>
          <p class="govuk-body">What it said before stays in the history.</p>
          <Form csrf={ctx.csrf} takesFile={takesFiles(again)}>
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            <RecordFields
              type={again}
              typed={returned?.typed ?? rawAnswers(again, data.entry.answers)}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={false}
              people={[]}
            />
            <div class="govuk-button-group">
              <Button>Save</Button>
              <a class="govuk-link" href={`/plan/action/${data.code}`}>
                Leave it
              </a>
            </div>
          </Form>
        </PlanFrame>
      ),
    }
  },
})

export const actionUndoPages: readonly Page<Db>[] = [withdrawPage, amendPage]
