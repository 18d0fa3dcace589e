import { type AllegationState, allegationStates } from '../../domain/allegations/allegation.ts'
import { Tag, type TagColour } from '../../web/govuk/index.ts'

const COLOURS: Readonly<Record<AllegationState, TagColour>> = {
  deciding: 'orange',
  managed: 'blue',
  resolved: 'grey',
  'no-further': 'grey',
}

/** How an allegation stands, in a word; what still waits for a decision stands out. */
export const StateTag = ({ state }: { state: AllegationState }) => (
  <Tag colour={COLOURS[state]}>{allegationStates[state]}</Tag>
)

/** The address of an allegation’s file, or of a page of it: `more` begins with a slash or a #. */
export const allegationHref = (a: { readonly code: string }, more = ''): string =>
  `/allegations/file/${a.code}${more}`
