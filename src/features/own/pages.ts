import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { ownAccountPage } from './account.tsx'
import { minePage, ownPage } from './plan.tsx'
import { sayPage } from './say.tsx'

/** What a young person reads and says of their own, and how they are given it. */
export const ownPages: readonly Page<Db>[] = [minePage, ownPage, sayPage, ownAccountPage]
