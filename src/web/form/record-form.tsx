import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/kernel/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Returned } from '../page.ts'
import { Form, Once } from './form.tsx'
import { RecordFields } from './record-fields.tsx'
import type { Choice } from './record-inputs.tsx'

interface RecordFormProps {
  readonly ctx: { readonly csrf: string; readonly today: Day }
  readonly type: RecordType
  /** The id of the entry it writes, made now: sent twice, it is written once. */
  readonly id: string
  /** How far the file has gone. */
  readonly seq: number
  /** What came of sending it, where it was not written. */
  readonly returned: Returned | null
  /** What stands in it at first, where it is not blank: a blank one is filled in as its questions say. */
  readonly start?: Typed
  /** Whom a question for a member of staff may name. */
  readonly people?: readonly Choice[]
  readonly action?: string
  readonly takesFile?: boolean
  /** What comes after the questions: its buttons. */
  readonly children: ComponentChildren
}

/** A form that writes one record, all its questions asked; given back with what was typed where it was not written. */
export const RecordForm = ({
  ctx,
  type,
  id,
  seq,
  returned,
  start,
  people = [],
  action,
  takesFile,
  children,
}: RecordFormProps) => (
  <Form csrf={ctx.csrf} {...(action ? { action } : {})} {...(takesFile ? { takesFile } : {})}>
    <Once typed={returned?.typed} id={id} seq={seq} />
    {returned?.conflict}
    <RecordFields
      type={type}
      typed={returned?.typed ?? start ?? {}}
      faults={returned?.faults ?? {}}
      today={ctx.today}
      fresh={!returned && start === undefined}
      people={people}
    />
    {children}
  </Form>
)
