import type { ComponentChildren } from 'preact'
import { type AccessRequest, type RequestState, requestState } from '../../domain/rights/request.ts'
import { MojSubNavigation, Tag, type TagColour } from '../../web/govuk/index.ts'

/** The ways through rights and retention, on every page of it. */
export function RightsFrame({ at, children }: { at: string; children: ComponentChildren }) {
  const items = [
    { text: 'Requests for files', href: '/rights' },
    { text: 'Legal holds', href: '/rights/holds' },
    { text: 'How long files are kept', href: '/rights/retention' },
    { text: 'Disposals', href: '/rights/disposals' },
  ]
  return (
    <>
      <MojSubNavigation
        label="Rights and retention"
        items={items.map(i => ({
          ...i,
          active:
            i.href === '/rights' ? at === i.href || at.startsWith('/rights/request') : at.startsWith(i.href),
        }))}
      />
      {children}
    </>
  )
}

const STATES: Readonly<Record<RequestState, readonly [words: string, colour: TagColour]>> = {
  identity: ['Identity to be checked', 'orange'],
  marking: ['Being marked', 'blue'],
  checking: ['To be checked', 'yellow'],
  ready: ['Ready to go', 'green'],
  answered: ['Answered', 'grey'],
}

/** How far a request is, in a word. */
export function StateTag({ request }: { request: AccessRequest }) {
  const [words, colour] = STATES[requestState(request)]
  return <Tag colour={colour}>{words}</Tag>
}
