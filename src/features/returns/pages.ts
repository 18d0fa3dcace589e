import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { filePage } from './file.ts'
import { issuesPage } from './issues.tsx'
import { issuesCsvPage } from './issues-csv.ts'
import { returnsPage } from './overview.tsx'

/** National returns as they would be sent now: what is wrong in them and where it is put right, and their files. */
export const returnsPages: readonly Page<Db>[] = [returnsPage, issuesPage, issuesCsvPage, filePage]
