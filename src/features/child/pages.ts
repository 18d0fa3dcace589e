import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { amendPage } from './amend.tsx'
import { chronologyPage } from './chronology.tsx'
import { chronologyChoicePage } from './chronology-choice.tsx'
import { chronologyPrintPage, chronologyWordPage } from './chronology-print.tsx'
import { clockPage } from './clock.tsx'
import { entryPage } from './entry.tsx'
import { everythingPage } from './everything.tsx'
import { filePage } from './files.ts'
import { logPage, reasonPage } from './looks.tsx'
import { nowPage } from './now.tsx'
import { partPage } from './part.tsx'
import { partAmendPage, partRecordPage } from './part-write.tsx'
import { recordPages } from './record.tsx'

/** A child's file, in reading order. */
export const childPages: readonly Page<Db>[] = [
  nowPage,
  partPage,
  partRecordPage,
  partAmendPage,
  chronologyPage,
  chronologyPrintPage,
  chronologyWordPage,
  chronologyChoicePage,
  everythingPage,
  ...recordPages,
  entryPage,
  amendPage,
  clockPage,
  filePage,
  logPage,
  reasonPage,
]
