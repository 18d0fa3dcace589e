import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { allegationDisposalPage, disposalPage } from './disposal.tsx'
import { allegationDisposalsPage, disposalsPage } from './disposals.tsx'
import { giveFilePage, givePage } from './give.tsx'
import { allegationHoldsPage, holdsPage } from './holds.tsx'
import { markPage } from './mark.tsx'
import { allegationProposePage, proposePage } from './propose.tsx'
import { requestPage } from './request.tsx'
import { requestNewPage } from './request-new.tsx'
import { requestsPage } from './requests.tsx'
import { allegationRetentionPage, retentionPage } from './retention.tsx'

/** Rights and retention: requests for files, legal holds, how long files are kept, disposals; of allegations apart. */
export const rightsPages: readonly Page<Db>[] = [
  requestsPage,
  requestNewPage,
  requestPage,
  markPage,
  givePage,
  giveFilePage,
  holdsPage,
  retentionPage,
  proposePage,
  disposalsPage,
  disposalPage,
  allegationHoldsPage,
  allegationRetentionPage,
  allegationProposePage,
  allegationDisposalsPage,
  allegationDisposalPage,
]
