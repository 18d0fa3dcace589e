import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { departmentPage } from './department.tsx'

/** What the Department receives of one child. */
export const returnsDailyPages: readonly Page<Db>[] = [departmentPage]
