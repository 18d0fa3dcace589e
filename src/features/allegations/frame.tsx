import { type AllegationState, allegationStates } from '../../domain/allegations/allegation.ts'
import { Tag, type TagColour } from '../../web/govuk/index.ts'

export { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'

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
