import type { Db } from '../../store/connection.ts'
import type { Page, PublicPage } from '../../web/page.ts'
import { directoryPage, helpNearYouPage } from './directory.tsx'
import { serviceEditPage, serviceNewPage } from './edit.tsx'
import { servicePage } from './service.tsx'

export const servicesPages: readonly Page<Db>[] = [
  directoryPage,
  serviceNewPage,
  servicePage,
  serviceEditPage,
]

/** Pages that need no account. */
export const servicesPublicPages: readonly PublicPage<Db>[] = [helpNearYouPage]
