import type { ComponentChildren } from 'preact'
import { calledBy } from '../../domain/casework/person.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'

export type Tab = 'open' | 'week' | 'stepped' | 'services'

const tabs = [
  { tab: 'open', text: 'Open now', href: '/early-help' },
  { tab: 'week', text: 'This week’s meeting', href: '/early-help/meeting' },
  { tab: 'stepped', text: 'Stepped up or down', href: '/early-help/stepped' },
  { tab: 'services', text: 'Services', href: '/services' },
] as const

/** The head of every page of early help, and the ways between them. */
export function HelpFrame({ tab, children }: { tab: Tab; children: ComponentChildren }) {
  return (
    <>
      <h1 class="govuk-heading-l">Early help</h1>
      <MojSubNavigation
        label="Early help"
        items={tabs.map(t => ({ text: t.text, href: t.href, active: t.tab === tab }))}
      />
      {children}
    </>
  )
}

interface Child {
  readonly code: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly unborn: boolean
}

/** A child’s name, leading to the child. */
export const ChildLink = ({ child }: { child: Child }) => (
  <a class="govuk-link" href={`/child/${child.code}`}>
    {calledBy(child, child.code)}
  </a>
)
