import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { actionPage } from './action.tsx'
import { actionNewPage } from './action-new.tsx'
import { actionRecordPages } from './action-record.tsx'
import { coverPage } from './cover.tsx'
import { frameworksPage } from './frameworks.tsx'
import { areasPage, inspectionPage } from './inspection.tsx'
import { loadPage } from './load.tsx'
import { measurePage } from './measure.tsx'
import { overviewPage } from './overview.tsx'
import { paperPages } from './paper.tsx'
import { papersPage } from './papers.tsx'
import { riskPages } from './risks/pages.ts'

/** The improvement plan, from the report to the papers. */
export const planPages: readonly Page<Db>[] = [
  overviewPage,
  loadPage,
  frameworksPage,
  inspectionPage,
  areasPage,
  coverPage,
  actionNewPage,
  actionPage,
  ...actionRecordPages,
  ...riskPages,
  measurePage,
  papersPage,
  ...paperPages,
]
