import type { Db } from '../../store/connection.ts'
import type { Page, PublicPage } from '../../web/page.ts'
import { auditActionsPage } from './actions.tsx'
import { agencyPage } from './agencies/agency.tsx'
import { agencyFilePage, answersCsvPage } from './agencies/files.ts'
import { roundsPage } from './agencies/list.tsx'
import { roundNewPage } from './agencies/new.tsx'
import { agencyAnswerPage } from './agencies/public.tsx'
import { roundPage } from './agencies/round.tsx'
import { assignPage } from './assign.tsx'
import { behindPage } from './behind.tsx'
import { auditsPage } from './collated.tsx'
import { auditActionPage } from './file/action.tsx'
import { auditConcernPage } from './file/concern.tsx'
import { childAuditsPage } from './file/list.tsx'
import { auditPage } from './file/page.tsx'
import { myAuditsPage } from './mine.tsx'
import { moderationPage } from './moderation.tsx'
import { observationsPage } from './observations/list.tsx'
import { observationNewPage } from './observations/new.tsx'
import { observationPage } from './observations/page.tsx'
import { weekPage } from './observations/week.tsx'
import { weeksPage } from './observations/weeks.tsx'
import { samplesPage } from './samples/list.tsx'
import { sampleNewPage } from './samples/new.tsx'
import { samplePage } from './samples/sample.tsx'
import { themesPage, trainingCsvPage } from './themes.tsx'
import { wordsPage } from './words.tsx'

/** Case audits: what they find, samples, the audit itself, and what comes of it. */
export const auditPages: readonly Page<Db>[] = [
  auditsPage,
  themesPage,
  trainingCsvPage,
  behindPage,
  wordsPage,
  myAuditsPage,
  auditActionsPage,
  samplesPage,
  sampleNewPage,
  samplePage,
  assignPage,
  moderationPage,
  childAuditsPage,
  auditPage,
  auditActionPage,
  auditConcernPage,
  observationsPage,
  observationNewPage,
  observationPage,
  weeksPage,
  weekPage,
  roundsPage,
  roundNewPage,
  roundPage,
  answersCsvPage,
  agencyPage,
  agencyFilePage,
]

/** Where agencies answer, without an account. */
export const auditPublicPages: readonly PublicPage<Db>[] = [agencyAnswerPage]
