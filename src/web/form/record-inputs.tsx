import type { ComponentChildren } from 'preact'
import { keptDocument } from '../../domain/records/kinds/documents.ts'
import { type Field, hintOf } from '../../domain/records/kinds/field.ts'
import type { KindName, Raw } from '../../domain/records/kinds/kind.ts'
import { Checkboxes, FileUpload, Radios, Select, Textarea, TextInput } from '../govuk/index.ts'
import { GroupedChoices } from './grouped-choices.tsx'

export interface Choice {
  readonly value: string
  readonly text: string
  /** True of a member of staff who is likely to be named: they stand first where several may be. */
  readonly near?: boolean
  /** The others' names and teams, where several may be named: they stand team by team. */
  readonly name?: string
  readonly team?: string
}

interface InputProps {
  readonly name: string
  readonly field: Field<unknown>
  readonly value: Raw
  readonly error: string | undefined
  readonly people: readonly Choice[]
  /** What it is asked as, where the child is too young for the usual words. */
  readonly label: string
}

const one = (v: Raw): string => (typeof v === 'string' ? v : (v[0] ?? ''))
const shared = ({ name, field, error, label }: InputProps) => {
  const hint = hintOf(field)
  return {
    name,
    label: { text: field.required ? label : `${label} (optional)`, size: 's' as const },
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
  }
}
const choices = (field: Field<unknown>): readonly Choice[] =>
  Object.entries(field.kind.choices ?? {}).map(([value, text]) => ({ value, text }))

/** A few answers are shown; many are a list to pick from. */
const SHOWN = 8

function ChoiceInput(props: InputProps) {
  const all = choices(props.field)
  if (all.length > SHOWN)
    return (
      <Select {...shared(props)} value={one(props.value)} items={[{ value: '', text: 'Choose' }, ...all]} />
    )
  const { label: legend, ...rest } = shared(props)
  return (
    <Radios
      {...rest}
      legend={legend}
      value={one(props.value)}
      items={all.map(c => ({ value: c.value, text: c.text }))}
      small
      inline={all.length <= 3 && all.every(c => c.text.length < 22)}
    />
  )
}

function ManyInput(props: InputProps) {
  const { label: legend, ...rest } = shared(props)
  const ticked = typeof props.value === 'string' ? [props.value] : props.value
  const { groups } = props.field.options
  if (groups)
    return (
      <GroupedChoices
        {...rest}
        legend={legend}
        groups={groups}
        choices={choices(props.field)}
        ticked={ticked}
      />
    )
  return (
    <Checkboxes
      {...rest}
      legend={legend}
      values={ticked}
      items={choices(props.field).map(c => ({ value: c.value, text: c.text }))}
      small
    />
  )
}

const WorkerInput = (props: InputProps) => (
  <Select
    {...shared(props)}
    value={one(props.value)}
    items={[{ value: '', text: 'Choose' }, ...props.people]}
  />
)

/** Nobody goes through every member of staff by keyboard: those who are likely stand first, the others in their teams. */
function WorkersInput(props: InputProps) {
  const { label: legend, ...rest } = shared(props)
  const { people, value } = props
  const ticked = typeof value === 'string' ? value.split(/\s+/) : value
  // Whoever is in no team comes last.
  const teams = [...new Set(people.flatMap(p => p.team ?? []))].toSorted((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1,
  )
  if (teams.length === 0) return <Checkboxes {...rest} legend={legend} values={ticked} items={people} small />
  const of = (is: (p: Choice) => boolean) => people.filter(is).map(p => p.value)
  const near = of(p => p.near === true)
  return (
    <GroupedChoices
      {...rest}
      legend={legend}
      groups={[
        ...(near.length > 0
          ? [{ title: 'You, and those who work with the child', codes: near, open: true }]
          : []),
        ...teams.map(team => ({ title: team || 'In no team', codes: of(p => p.team === team) })),
      ]}
      choices={people.map(p => ({ value: p.value, text: p.name ?? p.text }))}
      ticked={ticked}
    />
  )
}

/** Files: those that came already are carried unseen, by hash; more may be added. */
function DocumentsInput(props: InputProps) {
  const kept = (typeof props.value === 'string' ? [props.value] : props.value).filter(v => v !== '')
  return (
    <>
      <FileUpload
        hint="Up to 6 files of at most 10 MB each: PDF, Word, pictures, plain text or saved emails"
        {...shared(props)}
        name={`${props.name}_new`}
        id={props.name}
        multiple
      />
      {kept.map(value => (
        <Checkboxes
          name={props.name}
          id={`${props.name}-${value.slice(0, 8)}`}
          items={[{ value, text: `Keep ${keptDocument(value)?.name ?? value}` }]}
          values={[value]}
          small
        />
      ))}
    </>
  )
}

/** The one place in the web that knows every kind of field: a new kind does not compile until it is drawn here. */
export const inputs: Readonly<Record<KindName, (props: InputProps) => ComponentChildren>> = {
  day: props => (
    <TextInput
      {...shared(props)}
      hint={hintOf(props.field) ?? 'Such as 27/3/2026, or yesterday'}
      value={one(props.value)}
      width={10}
    />
  ),
  line: props => <TextInput {...shared(props)} value={one(props.value)} />,
  text: props => <Textarea {...shared(props)} value={one(props.value)} rows={4} />,
  'one-of': ChoiceInput,
  'many-of': ManyInput,
  'whole-number': props => (
    <TextInput {...shared(props)} value={one(props.value)} width={3} inputmode="numeric" />
  ),
  'yes-no': ChoiceInput,
  person: props => (
    <TextInput
      {...shared(props)}
      hint={hintOf(props.field) ?? 'It stands at the head of the child’s file'}
      value={one(props.value)}
      width={10}
    />
  ),
  worker: WorkerInput,
  workers: WorkersInput,
  carer: WorkerInput,
  documents: DocumentsInput,
}
