import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { deskListPage } from './list.tsx'
import { deskPage } from './page.tsx'

export const deskPages: readonly Page<Db>[] = [deskPage, deskListPage]
