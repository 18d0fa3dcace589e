import type { ComponentChildren } from 'preact'
import type { Action } from '../../domain/access/roles.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

const items: readonly { readonly text: string; readonly href: string; readonly needs: Action }[] = [
  { text: 'What audits find', href: '/audits', needs: 'audit-read' },
  { text: 'Themes', href: '/audits/themes', needs: 'audit-read' },
  { text: 'Observations', href: '/audits/observations', needs: 'audit' },
  { text: 'Practice weeks', href: '/audits/weeks', needs: 'audit-read' },
  { text: 'Section 11', href: '/audits/section-11', needs: 'audit-read' },
  { text: 'My audits', href: '/audits/mine', needs: 'audit' },
  { text: 'Follow-up', href: '/audits/actions', needs: 'decisions' },
  { text: 'Words', href: '/audits/words', needs: 'decisions' },
  { text: 'Samples', href: '/audits/samples', needs: 'audit-draw' },
  { text: 'Moderation', href: '/audits/moderation', needs: 'audit-draw' },
]

interface AuditFrameProps {
  readonly ctx: Ctx<unknown>
  readonly at: string
  readonly children: ComponentChildren
}

/** The parts of audits that a viewer has, above the page. */
export const AuditFrame = ({ ctx, at, children }: AuditFrameProps) => (
  <>
    <MojSubNavigation
      label="Audits"
      items={items
        .filter(i => ctx.can(i.needs).allow)
        .map(i => ({ text: i.text, href: i.href, active: i.href === at }))}
    />
    {children}
  </>
)
