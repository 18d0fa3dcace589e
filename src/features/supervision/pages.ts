import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'

export const supervisionPages: readonly Page<Db>[] = []
