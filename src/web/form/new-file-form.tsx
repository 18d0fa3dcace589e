import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/kernel/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Returned } from '../page.ts'
import { Form, NewFile } from './form.tsx'
import { RecordFields } from './record-fields.tsx'
import type { Choice } from './record-inputs.tsx'

interface NewFileFormProps {
  readonly ctx: { readonly csrf: string; readonly today: Day }
  /** The id of the file, made now: sent twice, it is begun once. */
  readonly id: string
  readonly type: RecordType
  /** What came of sending it, where no file was begun. */
  readonly returned: Returned | null
  /** What stands in it at first, where it is known; what it does not say is filled in as its questions say. */
  readonly start?: Typed
  /** Whom a question for a member of staff may name. */
  readonly people?: readonly Choice[]
  readonly action?: string
  readonly takesFile?: boolean
  /** What comes after the questions: its buttons. */
  readonly children: ComponentChildren
}

/** A form that begins a file with its first record; given back with what was typed where none was begun. */
export const NewFileForm = ({
  ctx,
  id,
  type,
  returned,
  start = {},
  people = [],
  action,
  takesFile,
  children,
}: NewFileFormProps) => (
  <Form csrf={ctx.csrf} {...(action ? { action } : {})} {...(takesFile ? { takesFile } : {})}>
    <NewFile typed={returned?.typed} id={id} />
    <RecordFields
      type={type}
      typed={returned?.typed ?? start}
      faults={returned?.faults ?? {}}
      today={ctx.today}
      fresh={!returned}
      people={people}
    />
    {children}
  </Form>
)
