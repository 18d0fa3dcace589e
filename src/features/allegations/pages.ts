import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { allegationAmendPage } from './amend.tsx'
import { allegationFiguresPage } from './figures.tsx'
import { allegationPage } from './file.tsx'
import { allegationsPage } from './list.tsx'
import { allegationNewPage } from './new.tsx'
import { allegationActionPage, allegationRecordPages } from './record.tsx'

/** Allegations against adults who work with children: of designated officers alone. */
export const allegationPages: readonly Page<Db>[] = [
  allegationsPage,
  allegationNewPage,
  allegationFiguresPage,
  allegationPage,
  ...allegationRecordPages,
  allegationActionPage,
  allegationAmendPage,
]
