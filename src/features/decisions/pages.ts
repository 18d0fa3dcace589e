import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { exportPage } from './export.ts'
import { decisionsPage } from './page.tsx'

export const decisionsPages: readonly Page<Db>[] = [decisionsPage, exportPage]
