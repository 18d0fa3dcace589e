import type { Db } from '../../store/connection.ts'
import type { Page } from '../../web/page.ts'
import { meetingDecisionPage } from './decision.tsx'
import { registerPage } from './register.tsx'
import { steppedPage } from './stepped.tsx'
import { weeklyPage } from './weekly.tsx'

export const earlyHelpPages: readonly Page<Db>[] = [
  registerPage,
  weeklyPage,
  steppedPage,
  meetingDecisionPage,
]
