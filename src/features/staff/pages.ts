import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { coverPage } from './cover.tsx'
import { staffDetailsPage } from './details.tsx'
import { staffListPage } from './list.tsx'
import { memberPage } from './member.tsx'
import { postsPage } from './posts.tsx'

/** Who works here, with how much work, and who covers. */
export const staffPages: readonly Page<Db>[] = [
  staffListPage,
  postsPage,
  memberPage,
  staffDetailsPage,
  coverPage,
]
