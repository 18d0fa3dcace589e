import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/kernel/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Returned } from '../page.ts'
import { Form } from './form.tsx'
import { RecordFields } from './record-fields.tsx'
import type { Choice } from './record-inputs.tsx'

/** What a form that asks all the questions of a record is given, whether it writes in a file or begins one. */
export interface AskingProps {
  readonly ctx: { readonly csrf: string; readonly today: Day }
  readonly type: RecordType
  /** What came of sending it, where nothing was written. */
  readonly returned: Returned | null
  /** What stands in it at first, where it is known. */
  readonly start?: Typed
  /** Whom a question for a member of staff may name. */
  readonly people?: readonly Choice[]
  readonly action?: string
  readonly takesFile?: boolean
  /** What comes after the questions: its buttons. */
  readonly children: ComponentChildren
}

interface Props extends AskingProps {
  /** What it carries unseen, and what is said above the questions. */
  readonly head: ComponentChildren
  /** Whether questions that nothing was typed for are filled in as they say themselves, until it has been sent. */
  readonly filled: boolean
}

/** A form of all the questions of a record; given back with what was typed where nothing was written. */
export const Asking = ({
  ctx,
  type,
  returned,
  start = {},
  people = [],
  action,
  takesFile,
  head,
  filled,
  children,
}: Props) => (
  <Form csrf={ctx.csrf} {...(action ? { action } : {})} {...(takesFile ? { takesFile } : {})}>
    {head}
    <RecordFields
      type={type}
      typed={returned?.typed ?? start}
      faults={returned?.faults ?? {}}
      today={ctx.today}
      fresh={!returned && filled}
      people={people}
    />
    {children}
  </Form>
)
