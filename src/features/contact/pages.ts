import type { Db } from '../../store/connection.ts'
import type { Page, PublicPage } from '../../web/page.ts'

export const contactPages: readonly Page<Db>[] = []

/** Pages that need no account. */
export const contactPublicPages: readonly PublicPage<Db>[] = []
