import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { overviewPage } from './overview.tsx'

/** The improvement plan, from the report to the papers. */
export const planPages: readonly Page<Db>[] = [overviewPage]
