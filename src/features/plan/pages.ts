import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { actionPage } from './action.tsx'
import { entryAmendPage } from './action-amend.tsx'
import { answersTooPage } from './action-answers.tsx'
import { actionFilePage, sourceFilePage } from './action-file.tsx'
import { actionNewPage } from './action-new.tsx'
import { actionRecordPages } from './action-record.tsx'
import { entryWithdrawPage } from './action-withdraw.tsx'
import { coverPage } from './cover.tsx'
import { exportPage } from './file/export.ts'
import { importPage } from './file/import.tsx'
import { importCheckPage } from './file/import-check.tsx'
import { frameworksPage } from './frameworks.tsx'
import { areasPages, inspectionPage, sourcePage } from './inspection.tsx'
import { libraryPages } from './library/pages.ts'
import { loadPage } from './load.tsx'
import { measurePage } from './measure.tsx'
import { overviewPage } from './overview.tsx'
import { paperPages } from './papers/pages.ts'
import { riskPages } from './risks/pages.ts'
import { sourceCoverPage } from './source-cover.tsx'
import { sourceNewPage } from './source-new.tsx'
import { sourcesPage } from './sources.tsx'
import { themesPage } from './themes.tsx'

/** The improvement plan, from the report to the papers. */
export const planPages: readonly Page<Db>[] = [
  overviewPage,
  themesPage,
  sourcesPage,
  loadPage,
  sourceNewPage,
  frameworksPage,
  inspectionPage,
  sourcePage,
  ...areasPages,
  coverPage,
  sourceCoverPage,
  sourceFilePage,
  actionNewPage,
  actionPage,
  ...actionRecordPages,
  entryWithdrawPage,
  entryAmendPage,
  answersTooPage,
  actionFilePage,
  importPage,
  importCheckPage,
  exportPage,
  ...riskPages,
  measurePage,
  ...paperPages,
  ...libraryPages,
]
