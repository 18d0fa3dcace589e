import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { allocatePage } from './all.tsx'
import { allocationPage } from './child.tsx'
import { handoverPage } from './handover.tsx'
import { movePage } from './move.tsx'

/** Who works with whom: one child's worker, children without one, a change of worker and its handover. */
export const allocationPages: readonly Page<Db>[] = [allocationPage, handoverPage, allocatePage, movePage]
