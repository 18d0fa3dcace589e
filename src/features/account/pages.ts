import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { appPage } from './app.tsx'
import { recoveryPage } from './codes.tsx'
import { ofStaffPage } from './of-staff.tsx'
import { accountPage, stayPage } from './page.tsx'
import { passkeysPage } from './passkeys.tsx'
import { passwordPage } from './password.tsx'

/** How people sign in: each for themselves, and a director for others. */
export const accountPages: readonly Page<Db>[] = [
  accountPage,
  passwordPage,
  appPage,
  passkeysPage,
  recoveryPage,
  stayPage,
  ofStaffPage,
]
