import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'

export const assessmentPages: readonly Page<Db>[] = []
