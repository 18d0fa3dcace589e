import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { actionsPage } from './actions.tsx'
import { agendaPage } from './agenda.tsx'
import { attendancePage } from './attendance.tsx'
import { attendanceFormPage } from './attendance-form.tsx'
import { boardPage } from './board.tsx'
import { boardsPage } from './boards.tsx'
import { attendanceCsvPage, boardCalendarPage, calendarPage } from './files.ts'
import { meetingPage } from './meeting.tsx'
import { meetingsPage } from './meetings.tsx'
import { membersPage } from './members.tsx'
import { boardNewPage } from './new.tsx'
import { boardRecordPages } from './record.tsx'
import { seriesPage } from './series.tsx'

/** Boards: who sits on them, when they meet, what comes to them, what they ask to be done. */
export const boardsPages: readonly Page<Db>[] = [
  boardsPage,
  calendarPage,
  boardNewPage,
  boardPage,
  meetingsPage,
  actionsPage,
  membersPage,
  attendancePage,
  attendanceCsvPage,
  boardCalendarPage,
  seriesPage,
  meetingPage,
  agendaPage,
  attendanceFormPage,
  ...boardRecordPages,
]
