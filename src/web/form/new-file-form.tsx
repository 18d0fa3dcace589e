import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import type { Returned } from '../page.ts'
import { Form } from './form.tsx'
import { type Choice, RecordFields } from './record-fields.tsx'

interface NewFileFormProps {
  readonly ctx: { readonly csrf: string; readonly today: Day }
  /** The id of the file, made now: sent twice, it is begun once. */
  readonly id: string
  readonly type: RecordType
  /** What came of sending it, where no file was begun. */
  readonly returned: Returned | null
  /** Whom a question for a member of staff may name. */
  readonly people?: readonly Choice[]
  /** What comes after the questions: its buttons. */
  readonly children: ComponentChildren
}

/** A form that begins a file with its first record; given back with what was typed where none was begun. */
export const NewFileForm = ({ ctx, id, type, returned, people = [], children }: NewFileFormProps) => (
  <Form csrf={ctx.csrf}>
    <input type="hidden" name="_subject" value={textOf(returned?.typed ?? {}, '_subject') || id} />
    <RecordFields
      type={type}
      typed={returned?.typed ?? {}}
      faults={returned?.faults ?? {}}
      today={ctx.today}
      fresh={!returned}
      people={people}
    />
    {children}
  </Form>
)
