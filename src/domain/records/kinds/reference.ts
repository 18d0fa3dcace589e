import { fail, ok } from '../../kernel/result.ts'
import { type Answer, type Field, type FieldOptions, field } from './field.ts'
import { type Kind, oneText, type Raw } from './kind.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const kind = (name: 'person' | 'worker', say: string): Kind<string> => ({
  name,
  parse(raw) {
    const id = oneText(raw)
    return UUID.test(id) ? ok(id) : fail(say)
  },
  print: v => v,
  raw: v => v,
  column: 'uuid',
  cell: v => v,
  schema: { type: 'string', format: 'uuid' },
  example: '01890a5d-ac96-774b-bcce-b302099a8057',
})

/** A member of staff, by the id of their file. Shown by name; the page offers the names. */
export const worker = <const O extends FieldOptions>(label: string, options: O): Field<Answer<string, O>> =>
  field(kind('worker', 'Choose a member of staff from the list.'), label, options)

/** A foster carer with an account, by the id of their file: the page offers their names, and no colleague’s. */
export const carerAccount = <const O extends FieldOptions>(
  label: string,
  options: O,
): Field<Answer<string, O>> =>
  field({ ...kind('worker', 'Choose a foster carer from the list.'), name: 'carer' }, label, options)

const many = (raw: Raw): readonly string[] =>
  (typeof raw === 'string' ? raw.split(/\s+/) : raw).map(id => id.trim()).filter(id => id !== '')

const several: Kind<string> = {
  ...kind('worker', ''),
  name: 'workers',
  parse(raw) {
    const ids = [...new Set(many(raw))]
    const stranger = ids.find(id => !UUID.test(id))
    return stranger === undefined
      ? ok(ids.join(' '))
      : fail(`“${stranger}” is not a member of staff. Choose from the list.`)
  },
  raw: many,
  column: 'text',
  schema: { type: 'string' },
}

/** Any number of members of staff: the ids of their files, kept as one text with blanks between. */
export const workers = <const O extends FieldOptions>(label: string, options: O): Field<Answer<string, O>> =>
  field(several, label, options)

/** Another child with a file here, by its id. */
export const person = <const O extends FieldOptions>(label: string, options: O): Field<Answer<string, O>> =>
  field(
    kind('person', 'No child here has that ID. Check it, or leave it blank and enter the name.'),
    label,
    options,
  )
