import type { Db } from '../../store/connection.ts'
import type { Page, PublicPage } from '../../web/page.ts'

export const servicesPages: readonly Page<Db>[] = []

/** Pages that need no account. */
export const servicesPublicPages: readonly PublicPage<Db>[] = []
