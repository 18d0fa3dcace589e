import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { minePage, ownPage } from './plan.tsx'
import { sayPage } from './say.tsx'

/** What a young person reads and says of their own. */
export const ownPages: readonly Page<Db>[] = [minePage, ownPage, sayPage]
