import type { Db } from '../../../store/connection.ts'
import type { Page } from '../../../web/page.ts'
import { paperAboutPage } from './about.tsx'
import { paperEditPage } from './edit.tsx'
import { papersPage } from './list.tsx'
import { paperNewPage } from './new.tsx'
import { paperPage } from './read.tsx'
import { paperWordPage } from './word.ts'

/** Papers: begun, written, read, made final, taken away. */
export const paperPages: readonly Page<Db>[] = [
  papersPage,
  paperNewPage,
  paperPage,
  paperEditPage,
  paperAboutPage,
  paperWordPage,
]
