import { CAME, type Came, isMemberOn, type Member } from '../../domain/boards/board.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { boardAttendance } from '../../domain/records/types/board-meeting.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Radios, Textarea } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../web/page.ts'
import { BoardFrame } from './frame.tsx'
import { loadMeeting, type MeetingData } from './meeting-load.ts'
import { meetingHref, whenWords } from './parts.tsx'

const cames = Object.keys(CAME) as Came[]
const nameOf = (m: Member) => `came-${m.id}`

const membersThen = ({ board, meeting }: MeetingData) => board.members.filter(m => isMemberOn(m, meeting.on))

/** What was ticked for each member; a fault where it is no answer of ours. */
function marksIn(members: readonly Member[], typed: Typed) {
  const marks = new Map<string, Came>()
  const faults: Record<string, string> = {}
  for (const m of members) {
    const ticked = textOf(typed, nameOf(m))
    const how = cames.find(c => c === ticked)
    if (how) marks.set(m.id, how)
    else if (ticked !== '') faults[nameOf(m)] = `Choose an answer for ${m.name} from those shown.`
  }
  return { marks, faults }
}

function answersFrom(data: MeetingData, marks: ReadonlyMap<string, Came>, others: string): Answers {
  const ids = (how: Came) => [...marks].flatMap(([id, came]) => (came === how ? [id] : [])).join(' ')
  const said = cames.map(how => [how, ids(how)] as const).filter(([, list]) => list !== '')
  return { meeting: data.meeting.id, ...Object.fromEntries(said), ...(others ? { others } : {}) }
}

/** What another recorded of the same meeting, in names. */
const theirs = (data: MeetingData) => (e: Entry) => (
  <ul class="govuk-list">
    {cames.map(how => {
      const ids = String(e.answers[how] ?? '').split(' ')
      const names = data.board.members.filter(m => ids.includes(m.id)).map(m => m.name)
      return names.length === 0 ? null : (
        <li>
          {CAME[how]}: {names.join(', ')}
        </li>
      )
    })}
  </ul>
)

async function submit(ctx: Ctx<Db>, data: MeetingData): Promise<Outcome> {
  const { typed } = ctx
  const members = membersThen(data)
  const { marks, faults } = marksIn(members, typed)
  const others = textOf(typed, 'others')
  const [first] = members
  const at = first ? nameOf(first) : 'others'
  const wrong: Faults = {
    ...faults,
    ...(marks.size === 0 && members.length > 0 ? { [at]: 'Mark at least one member.' } : {}),
    ...(others.length > 2000 ? { others: 'This is more than 2,000 characters. Shorten it.' } : {}),
  }
  if (Object.keys(wrong).length > 0) return { again: { typed, faults: wrong } }
  const subject = { id: data.board.id, kind: 'board' as const, code: data.board.code }
  const entry = entryBy(ctx, data.board.id, boardAttendance, answersFrom(data, marks, others))
  const written = await writeOnce(ctx.tx, subject, typed, entry, {
    stale: e => e.type === boardAttendance.code && e.answers.meeting === data.meeting.id,
  })
  const kept = await notWritten(written, {
    typed,
    at,
    namesOf: ids => namesOf(ctx.tx, ids),
    words: theirs(data),
  })
  return kept ?? { go: meetingHref(data.board, data.meeting) }
}

const start = ({ meeting }: MeetingData): Typed => ({
  ...Object.fromEntries([...(meeting.attended?.came ?? [])].map(([id, how]) => [`came-${id}`, how])),
  others: meeting.attended?.others ?? '',
})

/** Who came to a meeting: one line a member, all on one page. */
export const attendanceFormPage = page({
  path: '/boards/board/:id/meeting/:meeting/attendance',
  permission: 'boards-edit',
  audit: 'record who came to a meeting',
  load: async (ctx: Ctx<Db>) => {
    const came = await loadMeeting(ctx)
    if (!('found' in came)) return came
    const { meeting } = came.found
    if (meeting.on > ctx.today || meeting.cancelled !== undefined)
      return { missing: 'This meeting has not been. Who came is recorded once it has.' }
    return came
  },
  submit,
  render: (data: MeetingData, ctx: Ctx<Db>, returned) => {
    const typed = returned?.typed ?? start(data)
    const members = membersThen(data)
    return {
      title: `Who came: ${data.board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={data.board} at="-">
          <Problems faults={returned?.faults} />
          <h2 class="govuk-heading-m">Who came?</h2>
          <p class="govuk-body">{whenWords(data.meeting)}. Whoever is left without a mark is not counted.</p>
          {members.length === 0 && (
            <p class="govuk-body">
              The board had no members on that day. Add them first, with the day they joined.
            </p>
          )}
          <Form csrf={ctx.csrf} class="gt-boards__came">
            <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
            {returned?.conflict}
            {members.map(m => (
              <Radios
                name={nameOf(m)}
                legend={{ text: `${m.name}, ${m.agency}`, size: 's' }}
                {...(m.deputy ? { hint: `Deputy: ${m.deputy}` } : {})}
                items={cames.map(value => ({ value, text: CAME[value] }))}
                value={textOf(typed, nameOf(m))}
                error={returned?.faults[nameOf(m)]}
                small
                inline
              />
            ))}
            <Textarea
              name="others"
              label={{ text: 'Who else was there? (optional)', size: 's' }}
              hint="Names and posts, one a line."
              rows={3}
              value={textOf(typed, 'others')}
              error={returned?.faults.others}
            />
            <div class="govuk-button-group">
              <Button>Record</Button>
              <a class="govuk-link" href={meetingHref(data.board, data.meeting)}>
                Leave it
              </a>
            </div>
          </Form>
        </BoardFrame>
      ),
    }
  },
})
