import type { ComponentChildren, ComponentType } from 'preact'
import type { Keeping } from '../../domain/rights/keeping.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import type { Section } from '../../web/page.ts'
import { RightsFrame } from './frame.tsx'

/** Where the keeping of one sort of files has its pages, and what they say otherwise than those of the other. */
export interface Place {
  readonly keeping: Keeping
  readonly at: '/rights' | '/allegations'
  readonly section: Section
  readonly Frame: ComponentType<{ readonly at: string; readonly children: ComponentChildren }>
  /** Of whose files, for the log: nothing where they are children’s. */
  readonly of: string
  /** The page of a file, where these pages lead to it. */
  readonly href?: (code: string) => string
  readonly says: {
    readonly none: string
    readonly hint: string
    readonly waits: string
    /** Who decides, without a full stop: their names follow. */
    readonly decides: string
    /** Where nobody is left who could. */
    readonly nobody: string
    readonly notYours: string
    readonly own: string
    readonly endsHold: string
  }
}

export const ofChildren: Place = {
  keeping: 'children',
  at: '/rights',
  section: 'rights',
  Frame: RightsFrame,
  of: '',
  says: {
    none: 'No child here has that ID. Check it, and enter it again.',
    hint: 'The child’s ID.',
    waits: 'Waits for a director',
    decides: 'A director who did not propose it decides',
    nobody: 'Nobody else who works here is a director.',
    notYours: 'A director decides whether a file is disposed of. Ask one.',
    own: 'You proposed this yourself. Another director decides, or you ask a colleague to propose it.',
    endsHold: 'A director ends a legal hold. Ask one.',
  },
}

export const ofAllegations: Place = {
  keeping: 'allegations',
  at: '/allegations',
  section: 'allegations',
  Frame: AllegationsFrame,
  of: ' of allegations',
  href: code => `/allegations/file/${code}`,
  says: {
    none: 'There is no allegation of that code. Check it, and enter it again.',
    hint: 'Its code, such as A-3.',
    waits: 'Waits for another officer',
    decides: 'A designated officer who did not propose it decides',
    nobody:
      'Nobody else who works here is a designated officer. A director gives that role to whoever stands in for you.',
    notYours: 'Designated officers decide about these files.',
    own: 'You proposed this yourself. Another designated officer decides.',
    endsHold: 'Designated officers end these holds.',
  },
}

/** Who may agree to what was proposed, by name. */
export const Deciders = ({ place, others }: { place: Place; others: readonly string[] }) => (
  <p class="govuk-body">
    {others.length > 0
      ? `${place.says.decides}: ${others.join(', ')}.`
      : `${place.says.decides}. ${place.says.nobody}`}
  </p>
)

/** The way to the file itself, where it is read before it is decided on. */
export const ReadIt = ({ place, code }: { place: Place; code: string }) =>
  place.href ? (
    <p class="govuk-body">
      <a class="govuk-link" href={place.href(code)}>
        Read the file {code}
      </a>
    </p>
  ) : null
