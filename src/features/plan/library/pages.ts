import type { Db } from '../../../store/connection.ts'
import type { Page } from '../../../web/page.ts'
import { besidePage } from './beside.tsx'
import { checkPage } from './check.tsx'
import { councilPage } from './council.tsx'
import { libraryLoadPage } from './load.tsx'
import { reportPage } from './report.tsx'
import { libraryPage } from './search.tsx'
import { themePage } from './theme.tsx'

/** The library of findings: what other councils were told, and where they stand now. */
export const libraryPages: readonly Page<Db>[] = [
  libraryPage,
  libraryLoadPage,
  themePage,
  councilPage,
  reportPage,
  checkPage,
  besidePage,
]
