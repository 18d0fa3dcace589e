import { sexes } from '../../domain/records/codes.ts'
import type { Faults, Typed } from '../../domain/records/parse.ts'
import { Select, TextInput } from '../../web/govuk/index.ts'
import { ofChild } from './asked.ts'
import type { ToldChild } from './load.ts'
import { shownAtFirst } from './who.ts'

interface Props {
  readonly child: ToldChild
  readonly typed: Typed
  readonly faults: Faults
}

/** What is put right before a new file begins: as it was told, where nobody changes it. */
export function NewFile({ child, typed, faults }: Props) {
  const box = (name: 'givenName' | 'familyName' | 'born' | 'sex') => ({
    name: ofChild(name, child.n),
    value: shownAtFirst(child, name, typed),
    error: faults[ofChild(name, child.n)],
  })
  return (
    <>
      <p class="govuk-body-s">The new file begins with what was told. Put right here what is wrong.</p>
      <div class="gt-inline-form">
        <TextInput {...box('givenName')} label="Given names" width={20} />
        <TextInput {...box('familyName')} label="Family name" width={20} />
        <TextInput {...box('born')} label="Born, or expected" width={10} />
        <Select
          {...box('sex')}
          label="Sex"
          items={[
            { value: '', text: 'Not told' },
            ...Object.entries(sexes).map(([value, text]) => ({ value, text })),
          ]}
        />
      </div>
    </>
  )
}
