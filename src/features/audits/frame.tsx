import type { ComponentChildren } from 'preact'
import type { Action } from '../../domain/access/roles.ts'
import { GroupedNavigation } from '../../web/layout/grouped-navigation.tsx'
import type { Ctx } from '../../web/page.ts'

interface Item {
  readonly text: string
  readonly href: string
  readonly needs: Action
}

const groups: readonly { readonly title: string; readonly items: readonly Item[] }[] = [
  {
    title: 'Work',
    items: [
      { text: 'My audits', href: '/audits/mine', needs: 'audit' },
      { text: 'Observations', href: '/audits/observations', needs: 'audit' },
      { text: 'Follow-up', href: '/audits/actions', needs: 'decisions' },
    ],
  },
  {
    title: 'What was found',
    items: [
      { text: 'What audits find', href: '/audits', needs: 'audit-read' },
      { text: 'Themes', href: '/audits/themes', needs: 'audit-read' },
      { text: 'Practice weeks', href: '/audits/weeks', needs: 'audit-read' },
      { text: 'Section 11', href: '/audits/section-11', needs: 'audit-read' },
      { text: 'Words', href: '/audits/words', needs: 'decisions' },
    ],
  },
  {
    title: 'Running it',
    items: [
      { text: 'Samples', href: '/audits/samples', needs: 'audit-draw' },
      { text: 'Moderation', href: '/audits/moderation', needs: 'audit-draw' },
    ],
  },
]

interface AuditFrameProps {
  readonly ctx: Ctx<unknown>
  readonly at: string
  readonly children: ComponentChildren
}

/** The parts of audits that a viewer has, above the page. */
export const AuditFrame = ({ ctx, at, children }: AuditFrameProps) => (
  <>
    <GroupedNavigation
      label="Audits"
      at={at}
      groups={groups.map(g => ({ title: g.title, places: g.items.filter(i => ctx.can(i.needs).allow) }))}
    />
    {children}
  </>
)
