import { Asking, type AskingProps } from './asking.tsx'
import { NewFile } from './form.tsx'

interface NewFileFormProps extends AskingProps {
  /** The id of the file, made now: sent twice, it is begun once. */
  readonly id: string
}

/** A form that begins a file with its first record. What it does not start with is filled in as its questions say. */
export const NewFileForm = ({ id, ...asking }: NewFileFormProps) => (
  <Asking {...asking} filled head={<NewFile typed={asking.returned?.typed} id={id} />} />
)
