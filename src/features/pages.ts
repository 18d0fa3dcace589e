import type { Db } from '../store/connection.ts'
import type { Part } from '../web/http/house.ts'
import type { Page, PublicPage } from '../web/page.ts'
import { accountPages } from './account/pages.ts'
import { allegationPages } from './allegations/pages.ts'
import { allocationPages } from './allocation/pages.ts'
import { auditPages, auditPublicPages } from './audits/pages.ts'
import { boardsPages } from './boards/pages.ts'
import { assessmentPages } from './child/assessment/pages.ts'
import { childPages } from './child/pages.ts'
import { contactPages, contactPublicPages } from './contact/pages.ts'
import { decisionsPages } from './decisions/pages.ts'
import { deskPages } from './desk/pages.ts'
import { digestPages } from './digest/pages.ts'
import { earlyHelpPages } from './early-help/pages.ts'
import { familyPages } from './family/pages.ts'
import { findPages } from './find/pages.ts'
import { frontDoorPages } from './front-door/pages.ts'
import { helpPages } from './help/pages.tsx'
import { identityPages } from './identity/pages.ts'
import { inspectedPages } from './inspected/pages.ts'
import { logPages } from './log/pages.ts'
import { childrenPage } from './my-work/children.tsx'
import { myChildrenPage } from './my-work/my-children.tsx'
import { myWorkPage } from './my-work/page.tsx'
import { ownPages } from './own/pages.ts'
import { planPages } from './plan/pages.ts'
import { returnsPages } from './returns/pages.ts'
import { returnsDailyPages } from './returns-daily/pages.ts'
import { rightsPages } from './rights/pages.ts'
import { servicesPages, servicesPublicPages } from './services/pages.ts'
import { staffPages } from './staff/pages.ts'
import { supervisionPages } from './supervision/pages.ts'

/** Every page of the product. */
export const pages: readonly Page<Db>[] = [
  myWorkPage,
  myChildrenPage,
  childrenPage,
  ...findPages,
  ...childPages,
  ...ownPages,
  ...digestPages,
  ...returnsPages,
  ...planPages,
  ...auditPages,
  ...boardsPages,
  ...inspectedPages,
  ...rightsPages,
  ...logPages,
  ...contactPages,
  ...frontDoorPages,
  ...identityPages,
  ...allocationPages,
  ...staffPages,
  ...assessmentPages,
  ...familyPages,
  ...deskPages,
  ...supervisionPages,
  ...decisionsPages,
  ...earlyHelpPages,
  ...servicesPages,
  ...returnsDailyPages,
  ...accountPages,
  ...allegationPages,
  ...helpPages,
]

/** Every page that needs no account. */
export const publicPages: readonly PublicPage<Db>[] = [
  ...contactPublicPages,
  ...servicesPublicPages,
  ...auditPublicPages,
]

/** The parts of the product, in the order of a day. */
export const parts: readonly Part[] = [
  { section: 'work', text: 'My work', href: '/', needs: 'my-work' },
  { section: 'work', text: 'My children', href: '/my-children', needs: 'my-children' },
  { section: 'work', text: 'My plan', href: '/mine', needs: 'my-own' },
  { section: 'front-door', text: 'Front door', href: '/front-door', needs: 'front-door' },
  {
    section: 'front-door',
    text: 'Write down a contact',
    href: '/front-door/new',
    needs: 'take-contact',
    unless: 'front-door',
  },
  { section: 'find', text: 'Find a child', href: '/find', needs: 'find' },
  { section: 'team', text: 'Team', href: '/desk', needs: 'desk' },
  { section: 'team', text: 'Staff', href: '/staff', needs: 'accounts', unless: 'desk' },
  { section: 'help', text: 'Early help', href: '/early-help', needs: 'early-help' },
  { section: 'digest', text: 'Digest', href: '/digest', needs: 'figures' },
  { section: 'returns', text: 'Returns', href: '/returns', needs: 'returns-file' },
  { section: 'plan', text: 'Improvement plan', href: '/plan', needs: 'plan-read' },
  { section: 'audits', text: 'Audits', href: '/audits', needs: 'audit-read' },
  { section: 'boards', text: 'Boards', href: '/boards', needs: 'boards-read' },
  { section: 'inspection', text: 'Inspection', href: '/inspection', needs: 'ready' },
  { section: 'log', text: 'Log', href: '/log', needs: 'log-read' },
  { section: 'rights', text: 'Rights', href: '/rights', needs: 'rights' },
  { section: 'allegations', text: 'Allegations', href: '/allegations', needs: 'allegations' },
  { section: 'inspection', text: 'Your visit', href: '/inspection/mine', needs: 'inspect' },
]
