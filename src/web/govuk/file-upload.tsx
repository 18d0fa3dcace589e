import { type Common, classes, type Optional } from './content.ts'
import { describedByIds, Field, type FieldProps } from './form-group.tsx'

type FileUploadProps = FieldProps &
  Optional<{
    multiple: boolean
    /** File kinds offered by the browser's dialogue, such as '.pdf,.docx'. The server must check again. */
    accept: string
    /** Where scripts run, show an area files can be dropped on. Its words go as data-i18n attributes. */
    dropZone: boolean | Common
  }>

/** A file, or files, to send. */
export function FileUpload(props: FileUploadProps) {
  const { name, id = name, dropZone } = props
  const input = (
    <input
      class={classes('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
      id={id}
      name={name}
      type="file"
      accept={props.accept}
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedByIds(id, props)}
      {...props.attributes}
    />
  )
  const { class: more, attributes }: Common = typeof dropZone === 'object' ? dropZone : {}
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      {props.before}
      {dropZone ? (
        <div
          class={classes('govuk-file-upload-wrapper', more)}
          data-module="govuk-file-upload"
          {...attributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.after}
    </Field>
  )
}
