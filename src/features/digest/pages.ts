import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { childrenPage } from './children.tsx'
import { digestPage } from './digest.tsx'
import { indicatorPage } from './indicator.tsx'

/** The digest: every figure, one figure, and the children behind it. */
export const digestPages: readonly Page<Db>[] = [digestPage, indicatorPage, childrenPage]
