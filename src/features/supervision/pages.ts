import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { supervisionListPage } from './list.tsx'
import { myNotePage, mySupervisionPage, notePage } from './note.tsx'
import { supervisionPage } from './worker.tsx'

export const supervisionPages: readonly Page<Db>[] = [
  supervisionListPage,
  supervisionPage,
  notePage,
  mySupervisionPage,
  myNotePage,
]
