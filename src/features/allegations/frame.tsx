import type { ComponentChildren } from 'preact'
import { type AllegationState, allegationStates } from '../../domain/allegations/allegation.ts'
import { MojSubNavigation, Tag, type TagColour } from '../../web/govuk/index.ts'

/** The ways through the allegations, on every page of them. */
export function AllegationsFrame({ at, children }: { at: string; children: ComponentChildren }) {
  return (
    <>
      <MojSubNavigation
        label="Allegations"
        items={[
          { text: 'Files', href: '/allegations', active: at !== '/allegations/figures' },
          { text: 'Figures', href: '/allegations/figures', active: at === '/allegations/figures' },
        ]}
      />
      {children}
    </>
  )
}

const COLOURS: Readonly<Record<AllegationState, TagColour>> = {
  deciding: 'orange',
  managed: 'blue',
  resolved: 'grey',
  'no-further': 'grey',
}

export const StateTag = ({ state }: { state: AllegationState }) => (
  <Tag colour={COLOURS[state]}>{allegationStates[state]}</Tag>
)

export const allegationHref = (a: { readonly code: string }, more = ''): string =>
  `/allegations/file/${a.code}${more}`
