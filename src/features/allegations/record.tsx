import { type Allegation, isOpen } from '../../domain/allegations/allegation.ts'
import { foldAllegation } from '../../domain/allegations/fold.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { Faults } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import {
  allegationAction,
  allegationActionDone,
  allegationConsidered,
  allegationMeeting,
  allegationNote,
  allegationOutcome,
  allegationReferral,
  allegationReopened,
} from '../../domain/records/types/allegation.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { type Ctx, found, type Html, type Outcome, type Page, page, type Returned } from '../../web/page.ts'
import { type AllegationData, loadAllegation } from './load.ts'
import { allegationHref } from './said.tsx'
import { write } from './write.ts'

/** Each record of a file, and what its button says. */
const BUTTONS: readonly (readonly [type: RecordType, button: string])[] = [
  [allegationConsidered, 'Record the decision'],
  [allegationMeeting, 'Record it'],
  [allegationAction, 'Add the action'],
  [allegationNote, 'Record the note'],
  [allegationReferral, 'Record it'],
  [allegationOutcome, 'Record the outcome'],
  [allegationReopened, 'Take it up again'],
]

/** Why a record is not to be written in a file as it stands; undefined where it is. */
function barred(type: RecordType, a: Allegation): string | undefined {
  const needsOpen = [allegationConsidered, allegationMeeting, allegationOutcome].includes(type)
  if (needsOpen && !isOpen(a)) return 'This allegation is over. Take it up again first, with the reason.'
  if (type === allegationOutcome && a.state === 'deciding')
    return 'First decide whether it meets the threshold. What does not meet it has no outcome.'
  if (type === allegationReopened && isOpen(a)) return 'This allegation is open already.'
  return undefined
}

/** What is wrong with a record in a file: said beside its first question. */
function wrong(type: RecordType, answers: Answers, a: Allegation | undefined): Faults {
  const at = Object.keys(type.fields)[0] ?? ''
  if (!a) return {}
  const why = barred(type, a)
  if (why) return { [at]: why }
  const { on } = answers
  return typeof on === 'string' && on < a.received
    ? { on: `You were told of it on ${longDay(a.received)}, which is later. Check the day.` }
    : {}
}

async function submit(
  type: RecordType,
  ctx: Ctx<Db>,
  data: AllegationData,
  amends?: string,
): Promise<Outcome> {
  const { typed } = ctx
  const { allegation: a } = data
  const read = readForm(ctx, type, ctx.typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const written = await write(ctx, a, {
    type,
    answers: read.value,
    ...(amends ? { amends } : {}),
    faults: entries => wrong(type, read.value, foldAllegation(a.id, a.code, entries)),
  })
  const at = Object.keys(type.fields)[0] ?? ''
  const not = await notWritten(written, { typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
  return not ?? { go: allegationHref(a, '#written') }
}

interface FormProps {
  readonly type: RecordType
  readonly button: string
  readonly data: AllegationData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
  /** What it is about, in a line. */
  readonly about?: string
}

function formPage({ type, button, data: { allegation: a }, ctx, returned, about }: FormProps): Html {
  return {
    title: `${type.title}: ${a.code}`,
    section: 'allegations',
    body: (
      <AllegationsFrame at="/allegations/file">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">
          Allegation {a.code}: {a.adult}
        </span>
        <h1 class="govuk-heading-l">{type.title}</h1>
        {about && <p class="govuk-body-l">{about}</p>}
        {type.help && <p class="govuk-body">{type.help}</p>}
        <RecordForm ctx={ctx} type={type} id={newId(ctx.now)} seq={a.seq} returned={returned}>
          <div class="govuk-button-group">
            <Button>{button}</Button>
            <a class="govuk-link" href={allegationHref(a)}>
              Back to the file
            </a>
          </div>
        </RecordForm>
      </AllegationsFrame>
    ),
  }
}

/** A page for each thing that is written in a file. */
export const allegationRecordPages: readonly Page<Db>[] = BUTTONS.map(([type, button]) =>
  page({
    path: `/allegations/file/:file/record/${type.code}`,
    permission: 'allegations',
    audit: `record on an allegation: ${type.title.toLowerCase()}`,
    load: async (ctx: Ctx<Db>) => {
      const loaded = await loadAllegation(ctx)
      if (!('found' in loaded)) return loaded
      const why = barred(type, loaded.found.allegation)
      return why && Object.keys(ctx.typed).length === 0 ? { refused: why } : loaded
    },
    submit: (ctx: Ctx<Db>, data: AllegationData) => submit(type, ctx, data),
    render: (data: AllegationData, ctx: Ctx<Db>, returned) => formPage({ type, button, data, ctx, returned }),
  }),
)

/** Writes down that an action was done. */
export const allegationActionPage = page({
  path: '/allegations/file/:file/action/:action',
  permission: 'allegations',
  audit: 'record on an allegation: an action done',
  load: async (ctx: Ctx<Db>) => {
    const loaded = await loadAllegation(ctx)
    if (!('found' in loaded)) return loaded
    const action = loaded.found.allegation.actions.find(a => a.id === ctx.params.action)
    return action ? found({ ...loaded.found, action }) : { missing: 'There is no such action in this file.' }
  },
  submit: (ctx: Ctx<Db>, data) => submit(allegationActionDone, ctx, data, data.action.id),
  render: (data, ctx: Ctx<Db>, returned) =>
    formPage({
      type: allegationActionDone,
      button: 'It is done',
      data,
      ctx,
      returned,
      about: `${data.action.what} (${data.action.who}, by ${longDay(data.action.due)})`,
    }),
})
