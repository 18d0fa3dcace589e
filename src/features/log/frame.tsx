import type { ComponentChildren } from 'preact'
import type { Action } from '../../domain/access/roles.ts'
import { roles } from '../../domain/access/roles.ts'
import { type Instant, shortDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'

const parts: readonly { readonly text: string; readonly href: string; readonly needs: Action }[] = [
  { text: 'Who looked at what', href: '/log', needs: 'log-read' },
  { text: 'Worth asking about', href: '/log/patterns', needs: 'log-read' },
  { text: 'Reasons given', href: '/log/reasons', needs: 'review-looks' },
]

/** The ways through the log, on every page of it: those that the reader may go. */
export function LogFrame({
  ctx,
  at,
  children,
}: {
  ctx: Ctx<unknown>
  at: string
  children: ComponentChildren
}) {
  const items = parts.filter(p => ctx.can(p.needs).allow)
  return (
    <>
      {items.length > 1 && (
        <MojSubNavigation label="The log" items={items.map(i => ({ ...i, active: i.href === at }))} />
      )}
      {children}
    </>
  )
}

/** The same in a column of a table, on two lines at most. */
export const MomentCell = ({ at }: { at: Instant }) => (
  <>
    <span class="gt-nowrap">{shortDay(londonDay(at))},</span> {londonTime(at)}
  </>
)

/** Who it was, and as what. */
export const whoWords = (l: {
  readonly name: string | null
  readonly role: keyof typeof roles | null
}): string =>
  l.name === null ? 'Nobody signed in' : `${l.name}${l.role ? `, ${roles[l.role].toLowerCase()}` : ''}`

/** Whose file it was, as far as the reader may know. */
export const childWords = (l: { readonly code: string | null; readonly hidden: boolean }): string =>
  l.code ?? (l.hidden ? 'A restricted file' : '')
