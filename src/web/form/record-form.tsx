import { Asking, type AskingProps } from './asking.tsx'
import { Once } from './form.tsx'

interface RecordFormProps extends AskingProps {
  /** The id of the entry it writes, made now: sent twice, it is written once. */
  readonly id: string
  /** How far the file has gone. */
  readonly seq: number
}

/**
 * A form that writes one record. What it starts with is all that stands in it; a blank one is filled in as its questions
 * say.
 */
export const RecordForm = ({ id, seq, ...asking }: RecordFormProps) => (
  <Asking
    {...asking}
    filled={asking.start === undefined}
    head={
      <>
        <Once typed={asking.returned?.typed} id={id} seq={seq} />
        {asking.returned?.conflict}
      </>
    }
  />
)
