import type { ComponentChildren } from 'preact'
import { MojSubNavigation } from '../../web/govuk/index.ts'

/** The ways through getting ready, on every page of it. */
export function ReadyFrame({ at, children }: { at: string; children: ComponentChildren }) {
  const items = [
    { text: 'Ready now', href: '/inspection' },
    { text: 'Child-level lists', href: '/inspection/lists' },
    { text: 'Self-evaluation', href: '/inspection/self-evaluation' },
    { text: 'Documents', href: '/inspection/documents' },
  ]
  return (
    <>
      <MojSubNavigation label="Inspection" items={items.map(i => ({ ...i, active: i.href === at }))} />
      {children}
    </>
  )
}

/** The ways through a visit, on every page of it. */
export function VisitFrame({
  code,
  at,
  children,
}: {
  code: string
  at: string
  children: ComponentChildren
}) {
  const base = `/inspection/${code}`
  const items = [
    { text: 'The visit', href: base },
    { text: 'Inspectors', href: `${base}/inspectors` },
    { text: 'Sampled files', href: `${base}/sample` },
    { text: 'Requests', href: `${base}/requests` },
    { text: 'What they opened', href: `${base}/log` },
    { text: 'All visits', href: '/inspection' },
  ]
  return (
    <>
      <MojSubNavigation label={`Visit ${code}`} items={items.map(i => ({ ...i, active: i.href === at }))} />
      {children}
    </>
  )
}
