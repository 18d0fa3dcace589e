import {
  childrenAsked,
  MOST_CHILDREN,
  ofChild,
  professionalSources,
} from '../../domain/front-door/contact-form.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Faults, Typed } from '../../domain/records/parse.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details } from '../../web/govuk/index.ts'
import { childTold } from './words-of-forms.ts'

export interface PartsProps {
  /** The questions of the contact, in the words of this form. */
  readonly type: RecordType
  readonly typed: Typed
  readonly faults: Faults
  readonly today: Day
  readonly fresh: boolean
}

/** Some of the questions of the contact. */
export function Questions({ only, near, ...props }: PartsProps & Picked) {
  return <RecordFields {...props} people={[]} only={only} near={near ?? []} />
}
interface Picked {
  readonly only: readonly string[]
  readonly near?: readonly string[]
}

const usual = ['givenName', 'familyName', 'born', 'age', 'address', 'school']
const more = ['otherNames', 'sex', 'nhsNumber']

/** One child of the contact. Only a name, or an address, is needed. */
function OneChild({ n, of, ...props }: PartsProps & { n: number; of: number }) {
  const prefix = ofChild(n)
  const fields = { ...props, type: childTold, people: [], prefix }
  const told = more.some(name => (props.typed[`${prefix}${name}`] ?? '') !== '')
  const wrong = more.some(name => props.faults[`${prefix}${name}`] !== undefined)
  return (
    <fieldset class="govuk-fieldset gt-contact__child" id={`child-${n}`}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {of === 1 ? 'The child' : `Child ${n} of ${of}`}
      </legend>
      {n > 1 && <p class="govuk-hint">Leave these blank if there is no other child.</p>}
      <div class="gt-contact__two">
        <RecordFields {...fields} only={usual} />
      </div>
      <Details summary="More about this child, if you know it" open={told || wrong}>
        <RecordFields {...fields} only={more} />
      </Details>
    </fieldset>
  )
}

/** The children whom the contact is about. A button brings the same page back with room for one more, scripts or not. */
export function Children({ at, ...props }: PartsProps & { at: string }) {
  const of = childrenAsked(props.typed)
  return (
    <section aria-labelledby="children">
      <h2 class="govuk-heading-m" id="children">
        Who is it about?
      </h2>
      <p class="govuk-body">
        A name is enough, or an address if you do not know the name. Leave blank what you do not know.
      </p>
      <input type="hidden" name="_children" value={of} />
      {Array.from({ length: of }, (_, i) => (
        <OneChild {...props} n={i + 1} of={of} />
      ))}
      {of < MOST_CHILDREN && (
        <Button
          variant="secondary"
          name="_do"
          value="add"
          attributes={{ formaction: `${at}#child-${of + 1}` }}
        >
          Add another child
        </Button>
      )}
    </section>
  )
}

/** Who tells us. Where they work is asked of those who work with children. */
export function Who(props: PartsProps) {
  return (
    <>
      <Questions {...props} only={['source', 'referrer']} />
      <div
        class="gt-question gt-question--sometimes"
        data-only-if="source"
        data-only-values={professionalSources.join(' ')}
      >
        <p class="govuk-hint gt-only-if">Only if you work with children or families</p>
        <Questions {...props} only={['organisation', 'number']} />
      </div>
      <Questions {...props} only={['phone', 'email', 'address']} />
    </>
  )
}
