import type { Db } from '../store/connection.ts'
import type { Page } from '../web/page.ts'
import { childPages } from './child/pages.ts'
import { digestPages } from './digest/pages.ts'
import { findPages } from './find/pages.tsx'
import { helpPages } from './help/pages.tsx'
import { myWorkPage } from './my-work/page.tsx'
import { planPages } from './plan/pages.ts'

/** Every page of the product. */
export const pages: readonly Page<Db>[] = [
  myWorkPage,
  ...findPages,
  ...childPages,
  ...digestPages,
  ...planPages,
  ...helpPages,
]
