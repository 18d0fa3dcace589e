import { openActions } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import { Button } from '../../web/govuk/index.ts'
import { type Ctx, page } from '../../web/page.ts'
import { AgendaTable } from './agenda-table.tsx'
import { BoardFrame, boardHref } from './frame.tsx'
import { loadMeeting, type MeetingData } from './meeting-load.ts'
import { Challenges, WhoCame } from './meeting-parts.tsx'
import { ActionTable, Changed, LoosePapers, meetingHref, whenWords } from './parts.tsx'

interface Part {
  readonly data: MeetingData
  readonly may: boolean
}

function record({ board, meeting }: MeetingData, type: string, words: string) {
  return (
    <Button
      variant="secondary"
      class="gt-small-button"
      href={boardHref(board, `/record/${type}?meeting=${meeting.number}`)}
    >
      {words}
    </Button>
  )
}

function Agenda({ data, may }: Part) {
  const { board, meeting, papers } = data
  return (
    <section aria-labelledby="agenda">
      <h3 class="govuk-heading-s" id="agenda">
        Agenda
      </h3>
      {meeting.items.length === 0 ? (
        <p class="govuk-body">Nothing is on its agenda yet.</p>
      ) : (
        <AgendaTable board={board} meeting={meeting} papers={papers} may={may} />
      )}
      <LoosePapers board={board} meeting={meeting} papers={papers} />
      <div class="govuk-button-group gt-boards__keep">
        {may && record(data, 'board-item', 'Add an item')}
        {meeting.items.length > 0 && (
          <a class="govuk-link" href={`${meetingHref(board, meeting)}/agenda`}>
            Agenda to print
          </a>
        )}
      </div>
    </section>
  )
}

function Attendance({ data, may }: Part) {
  const { board, meeting } = data
  return (
    <section aria-labelledby="attendance">
      <h3 class="govuk-heading-s" id="attendance">
        Who came
      </h3>
      {meeting.attended ? (
        <WhoCame board={board} meeting={meeting} attended={meeting.attended} />
      ) : (
        <p class="govuk-body">It is not recorded who came.</p>
      )}
      {may && (
        <Button
          variant="secondary"
          class="gt-small-button"
          href={`${meetingHref(board, meeting)}/attendance`}
        >
          {meeting.attended ? 'Correct who came' : 'Record who came'}
        </Button>
      )}
    </section>
  )
}

function Minutes({ data, may }: Part) {
  const { meeting } = data
  return (
    <>
      <section aria-labelledby="decisions">
        <h3 class="govuk-heading-s" id="decisions">
          What was decided
        </h3>
        {meeting.decisions.length === 0 ? (
          <p class="govuk-body">No decision is written down.</p>
        ) : (
          <ol class="govuk-list govuk-list--number">
            {meeting.decisions.map(d => (
              <li>
                <span class="gt-prose">{d.what}</span>
                {d.why && <span class="gt-quiet gt-line gt-prose">Because: {d.why}</span>}
              </li>
            ))}
          </ol>
        )}
        {may && record(data, 'board-decision', 'Add a decision')}
      </section>
      <section aria-labelledby="challenge">
        <h3 class="govuk-heading-s" id="challenge">
          What was asked
        </h3>
        {meeting.challenges.length === 0 ? (
          <p class="govuk-body">No challenge is written down.</p>
        ) : (
          <Challenges challenges={meeting.challenges} />
        )}
        {may && record(data, 'board-challenge', 'Add a question and its answer')}
      </section>
    </>
  )
}

function Actions({ data, may, ahead, on }: Part & { ahead: boolean; on: Ctx<Db>['today'] }) {
  const { board, meeting } = data
  const list = ahead ? openActions(board) : board.actions.filter(a => a.meeting === meeting.id)
  const caption = ahead ? 'Open actions the meeting will hear of' : 'Actions set at this meeting'
  return (
    <section aria-labelledby="actions">
      <h3 class="govuk-heading-s" id="actions">
        {caption}
      </h3>
      {list.length === 0 ? (
        <p class="govuk-body">None.</p>
      ) : (
        <ActionTable board={board} actions={list} on={on} may={may} caption={caption} />
      )}
      {may && !ahead && record(data, 'board-action', 'Add an action')}
    </section>
  )
}

/** One meeting: its agenda before it; who came, what was asked, decided and to be done after it. */
export const meetingPage = page({
  path: '/boards/board/:id/meeting/:meeting',
  permission: 'boards-read',
  audit: 'a meeting of a board',
  load: loadMeeting,
  render: (data: MeetingData, ctx: Ctx<Db>) => {
    const { board, meeting } = data
    const may = ctx.can('boards-edit').allow
    const ahead = meeting.on > ctx.today
    const stands = meeting.cancelled === undefined
    return {
      title: `${whenWords(meeting)}: ${board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="-">
          <h2 class="govuk-heading-m">{whenWords(meeting)}</h2>
          <p class="govuk-body">
            {meeting.place}
            <Changed meeting={meeting} />
          </p>
          {may && stands && meeting.attended === null && (
            <div class="govuk-button-group gt-boards__keep">
              {record(data, 'board-meeting-moved', 'Move it')}
              {record(data, 'board-meeting-cancelled', 'Cancel it')}
            </div>
          )}
          <Agenda data={data} may={may && stands} />
          {!ahead && stands && <Attendance data={data} may={may} />}
          {!ahead && stands && <Minutes data={data} may={may} />}
          {stands && <Actions data={data} may={may} ahead={ahead} on={ctx.today} />}
        </BoardFrame>
      ),
    }
  },
})
