import { chairOn, openActions } from '../../domain/boards/board.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { BackLink } from '../../web/govuk/index.ts'
import { type Ctx, page } from '../../web/page.ts'
import { AgendaTable } from './agenda-table.tsx'
import { loadMeeting, type MeetingData } from './meeting-load.ts'
import { ActionTable, Changed, LoosePapers, meetingHref, whenWords } from './parts.tsx'

/** The agenda on one sheet, to be printed or handed round. */
export const agendaPage = page({
  path: '/boards/board/:id/meeting/:meeting/agenda',
  permission: 'boards-read',
  audit: 'the agenda of a meeting',
  load: loadMeeting,
  render: ({ board, meeting, papers }: MeetingData, ctx: Ctx<Db>) => {
    const chair = chairOn(board, meeting.on)
    const open = openActions(board)
    return {
      title: `Agenda, ${longDay(meeting.on)}: ${board.name}`,
      section: 'boards',
      body: (
        <>
          <BackLink href={meetingHref(board, meeting)}>The meeting</BackLink>
          <span class="govuk-caption-l">{board.name}</span>
          <h1 class="govuk-heading-l">Agenda</h1>
          <p class="govuk-body">
            {whenWords(meeting)}
            <span class="gt-line">{meeting.place}</span>
            <Changed meeting={meeting} />
            {chair && (
              <span class="gt-line">
                Chair: {chair.name}, {chair.post}
              </span>
            )}
          </p>
          {meeting.items.length === 0 ? (
            <p class="govuk-body">Nothing is on its agenda yet.</p>
          ) : (
            <AgendaTable board={board} meeting={meeting} papers={papers} may={false} />
          )}
          <LoosePapers board={board} meeting={meeting} papers={papers} />
          <h2 class="govuk-heading-m">Open actions</h2>
          {open.length === 0 ? (
            <p class="govuk-body">None.</p>
          ) : (
            <ActionTable board={board} actions={open} on={ctx.today} may={false} caption="Open actions" />
          )}
          <p class="govuk-body gt-quiet">As at {longDay(ctx.today)}.</p>
        </>
      ),
    }
  },
})
