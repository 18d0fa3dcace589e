import type { Db } from '../../store/connection.ts'
import type { Page, PublicPage } from '../../web/page.ts'
import { contactFilePage } from './file.ts'
import { followPage } from './follow.tsx'
import { noticesPage } from './notices.tsx'
import { takeCallPage } from './take-call.tsx'
import { tellUsPage } from './tell-us.tsx'

export const contactPages: readonly Page<Db>[] = [takeCallPage, noticesPage, contactFilePage]

/** Pages that need no account. */
export const contactPublicPages: readonly PublicPage<Db>[] = [tellUsPage, followPage]
