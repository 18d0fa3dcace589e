import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { documentFilePage, documentsPage } from './documents.tsx'
import { evaluationPage, evaluationWordPage } from './evaluation.tsx'
import { evaluationEditPage } from './evaluation-edit.tsx'
import { inspectionsPage } from './index.tsx'
import { inspectorsPage } from './inspectors.tsx'
import { listsPage } from './lists.tsx'
import { listsFilePage } from './lists-file.ts'
import { visitLogFilePage, visitLogPage } from './log.tsx'
import { minePage } from './mine.tsx'
import { mineFilePage, mineListsFilePage, mineListsPage } from './mine-files.tsx'
import { mineDocumentsPage, mineEvaluationPage, mineFiguresPage, minePlanPage } from './mine-shown.tsx'
import { requestsPage, visitFilePage } from './requests.tsx'
import { samplePage } from './sample.tsx'
import { staffFilePage } from './staff-csv.ts'
import { visitPage } from './visit.tsx'
import { visitChangePage, visitNewPage } from './visit-form.tsx'

/** Being inspected: what is ready, the visits, and what inspectors are shown. */
export const inspectedPages: readonly Page<Db>[] = [
  inspectionsPage,
  visitNewPage,
  listsPage,
  listsFilePage,
  staffFilePage,
  evaluationPage,
  evaluationWordPage,
  evaluationEditPage,
  documentsPage,
  documentFilePage,
  minePage,
  mineListsPage,
  mineListsFilePage,
  mineFiguresPage,
  mineEvaluationPage,
  minePlanPage,
  mineDocumentsPage,
  mineFilePage,
  visitPage,
  visitChangePage,
  inspectorsPage,
  samplePage,
  requestsPage,
  visitFilePage,
  visitLogPage,
  visitLogFilePage,
]
