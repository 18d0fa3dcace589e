import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { logFilePage, logLinesPage } from './lines.tsx'
import { patternsFilePage, patternsPage } from './patterns.tsx'
import { reasonsPage } from './reasons.tsx'

/** The log read back. */
export const logPages: readonly Page<Db>[] = [
  logLinesPage,
  logFilePage,
  patternsPage,
  patternsFilePage,
  reasonsPage,
]
