import type { Meeting } from '../../domain/boards/board.ts'
import { unpicked } from '../../domain/records/asked.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, rawAnswers, type Typed } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { boardAction, boardDescribed, boardMember } from '../../domain/records/types/board.ts'
import { boardItem, boardMeeting, boardMeetingMoved } from '../../domain/records/types/board-meeting.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { namesOf, staff } from '../../store/people.ts'
import type { BoardFile } from '../../store/queries/boards.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type Ctx, found, type Outcome, type Page, page, type Returned } from '../../web/page.ts'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'
import {
  type About,
  askedOf,
  type BoardForm,
  boardForms,
  type Named,
  namedIn,
  startOf,
} from './record-forms.ts'

interface Data extends BoardFile {
  readonly form: BoardForm
  readonly named: Named | undefined
  /** The meeting from whose page it was opened, or that it is about. */
  readonly meeting: Meeting | undefined
  readonly people: readonly { readonly value: string; readonly text: string }[]
}

async function load(form: BoardForm, ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  const key = form.about ? ctx.query[form.about] : undefined
  const named = form.about && key ? namedIn(board, form.about, key) : undefined
  if (form.about && !named && (form.needed || key))
    return { missing: `${board.name} has no such ${form.about}. Open the board and choose one there.` }
  const meeting = board.meetings.find(m => String(m.number) === ctx.query.meeting)
  const people =
    form.type.code === boardMember.code
      ? (await staff(ctx.tx)).map(s => ({ value: s.id, text: s.team ? `${s.name}, ${s.team}` : s.name }))
      : []
  return found<Data>({ ...came.found, form, named, meeting, people })
}

/** What the address answers, and what the form was not asked. */
function known({ form, named, meeting, board }: Data): Answers {
  const about = form.about && named ? { [form.about]: named.id } : {}
  if (form.type.code !== boardAction.code) return about
  const action = board.actions.find(a => a.id === named?.id)
  return { ...about, ...(meeting ? { meeting: meeting.id } : {}), ...(action ? { due: action.due } : {}) }
}

/** Two meetings of one board at one time are one too many. */
function twice(data: Data, answers: Answers): Faults {
  const { form, board, named } = data
  if (form.type.code !== boardMeeting.code && form.type.code !== boardMeetingMoved.code) return {}
  const other = board.meetings.find(
    m =>
      m.id !== named?.id && m.cancelled === undefined && m.on === answers.on && m.starts === answers.starts,
  )
  return other ? { on: 'The board meets on that day at that time already. Choose another day or time.' } : {}
}

/** What may be said of the same thing meanwhile: it was moved, taken off, carried over, done. */
const SAID = {
  member: ['board-member', 'board-member-left'],
  meeting: ['board-meeting-moved', 'board-meeting-cancelled'],
  item: ['board-item', 'board-item-removed'],
  action: ['board-action', 'board-action-carried', 'board-action-ended'],
} as const satisfies Record<About, readonly string[]>

const isStale =
  ({ form, named }: Data) =>
  (e: Entry): boolean => {
    const { about } = form
    if (!form.once) return false
    if (!about) return e.type === form.type.code
    return named !== undefined && SAID[about].some(t => t === e.type) && e.answers[about] === named.id
  }

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const { form, board, named } = data
  const asked = askedOf(form, board, named, ctx.today)
  const read = readForm(ctx, asked, ctx.typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const answers = { ...known(data), ...unpicked(read.value) }
  const wrong = { ...form.type.faults(answers), ...twice(data, answers) }
  if (Object.keys(wrong).length > 0) return { again: { typed, faults: wrong } }
  const subject = { id: board.id, kind: 'board' as const, code: board.code }
  const written = await writeOnce(ctx.tx, subject, typed, entryBy(ctx, board.id, form.type, answers), {
    stale: isStale(data),
  })
  const at = Object.keys(asked.fields)[0] ?? ''
  const kept = await notWritten(written, { typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
  if (kept) return kept
  const meetingId = form.type.code === boardItem.code ? answers.meeting : undefined
  const meeting = data.meeting ?? board.meetings.find(m => m.id === (meetingId ?? named?.id))
  return { go: boardHref(board, form.leadsTo(meeting)) }
}

const start = (data: Data): Typed =>
  data.form.type.code === boardDescribed.code
    ? rawAnswers(boardDescribed, data.entries.findLast(e => e.type === boardDescribed.code)?.answers ?? {})
    : startOf(data.form, data.named, data.meeting)

function Body({ data, ctx, returned }: { data: Data; ctx: Ctx<Db>; returned: Returned | null }) {
  const { form, board, named, meeting, people } = data
  const begun = start(data)
  const key = form.about === 'meeting' ? undefined : form.about && ctx.query[form.about]
  const query = new URLSearchParams({
    ...(form.about && key ? { [form.about]: key } : {}),
    ...(meeting ? { meeting: String(meeting.number) } : {}),
  }).toString()
  return (
    <>
      <h2 class="govuk-heading-m">{form.title(named)}</h2>
      {form.type.help && <p class="govuk-body">{form.type.help}</p>}
      {named && <InsetText>{named.words}</InsetText>}
      <Form csrf={ctx.csrf} action={`${boardHref(board)}/record/${form.type.code}${query && `?${query}`}`}>
        <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
        {returned?.conflict}
        <RecordFields
          type={askedOf(form, board, named, ctx.today)}
          typed={returned?.typed ?? begun}
          faults={returned?.faults ?? {}}
          today={ctx.today}
          fresh={!returned && !named}
          people={people}
        />
        <div class="govuk-button-group">
          <Button>{form.button}</Button>
          <a class="govuk-link" href={boardHref(board, form.leadsTo(meeting))}>
            Leave it as it is
          </a>
        </div>
      </Form>
    </>
  )
}

/** A page for everything that is written of a board. */
export const boardRecordPages: readonly Page<Db>[] = boardForms.map(form =>
  page({
    path: `/boards/board/:id/record/${form.type.code}`,
    permission: 'boards-edit',
    audit: `keep a board: ${form.type.title.toLowerCase()}`,
    load: (ctx: Ctx<Db>) => load(form, ctx),
    submit,
    render: (data: Data, ctx: Ctx<Db>, returned) => ({
      title: `${form.title(data.named)}: ${data.board.name}`,
      section: 'boards',
      body: (
        <BoardFrame board={data.board} at="-">
          <Problems faults={returned?.faults} />
          <Body data={data} ctx={ctx} returned={returned} />
        </BoardFrame>
      ),
    }),
  }),
)
