import type { Db } from '../store/connection.ts'
import type { Part } from '../web/http/house.ts'
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

/** The parts of the product, in the order of a day. */
export const parts: readonly Part[] = [
  { section: 'work', text: 'My work', href: '/', needs: 'my-work' },
  { section: 'find', text: 'Find a child', href: '/find', needs: 'find' },
  { section: 'digest', text: 'Digest', href: '/digest', needs: 'figures' },
  { section: 'plan', text: 'Improvement plan', href: '/plan', needs: 'plan-read' },
]
