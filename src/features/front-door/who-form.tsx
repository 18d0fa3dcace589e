import type { ComponentChildren } from 'preact'
import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { calledInContact } from '../../domain/front-door/outcome.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { sexes } from '../../domain/records/codes.ts'
import { type Faults, printed, type Typed, textOf } from '../../domain/records/parse.ts'
import { contactChild } from '../../domain/records/types/contact.ts'
import { Button, Checkboxes, Radios, Select, SummaryList, Tag, TextInput } from '../../web/govuk/index.ts'
import { ofChild } from './asked.ts'
import type { Likely } from './likely.ts'
import type { ToldChild } from './load.ts'
import { shownAtFirst, whoAtFirst } from './who.ts'

interface Props {
  readonly child: ToldChild
  readonly sort: unknown
  readonly typed: Typed
  readonly faults: Faults
  readonly on: Day
}

const bornWords = (c: Likely, on: Day): string =>
  c.born === null
    ? 'born: not recorded'
    : c.unborn
      ? `expected ${longDay(c.born)}`
      : `born ${longDay(c.born)} (${ageWords(c, on)})`

function LikelyWords({ c, on }: { c: Likely; on: Day }) {
  return (
    <>
      {calledBy(c, c.code)}, {bornWords(c, on)}{' '}
      {c.open && <Tag colour="blue">{c.worker ? `Open: ${c.worker}` : 'Open, no worker'}</Tag>}{' '}
      {c.twin && <Tag colour="purple">Probably a twin, brother or sister</Tag>}
    </>
  )
}

/** Why it may be the same child, and the way to the file: what is typed here is kept meanwhile. */
const WhySame = ({ c }: { c: Likely }) => (
  <>
    {c.why.length > 0 && `${c.why.join('; ')}. `}
    <a class="govuk-link" href={`/child/${c.code}`}>
      Open the file<span class="govuk-visually-hidden"> of {calledBy(c, c.code)}</span>
    </a>
  </>
)

/** What is put right before a new file begins: as it was told, where nobody changes it. */
function NewFile({ child, typed, faults }: Pick<Props, 'child' | 'typed' | 'faults'>) {
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

/** Asked only after one answer to who the child is; without scripts it says so. */
const Only = ({
  who,
  value,
  say,
  children,
}: {
  who: string
  value: string
  say: string
  children: ComponentChildren
}) => (
  <div class="gt-question gt-question--sometimes" data-only-if={who} data-only-values={value}>
    <p class="govuk-hint gt-only-if">{say}</p>
    {children}
  </div>
)

/** Who a child of the contact is: somebody here, or the beginning of a file. */
export function WhoForm({ child, sort, typed, faults, on }: Props) {
  const { n, told, likely } = child
  const name = calledInContact(told.answers)
  const who = ofChild('who', n)
  const looked = textOf(typed, ofChild('look', n))
  const not = typed[ofChild('not', n)] ?? []
  const isEmpty = likely.length === 0
  return (
    <section class="gt-door__child" id={`child-${n}`}>
      <h2 class="govuk-heading-m">Who is {name}?</h2>
      <SummaryList
        class="gt-door__told"
        borderless
        rows={printed(contactChild, told.answers).map(a => ({ key: a.label, value: a.words }))}
      />
      <Radios
        name={who}
        legend={{
          text: isEmpty ? 'Nobody here looks like this child' : 'Children here who may be the same',
          size: 's',
        }}
        small
        error={faults[who]}
        value={textOf(typed, who) || whoAtFirst(child, sort)}
        items={[
          ...likely.map(c => ({
            value: `child:${c.code}`,
            text: <LikelyWords c={c} on={on} />,
            hint: <WhySame c={c} />,
          })),
          !isEmpty && { divider: 'or' },
          {
            value: 'new',
            text: 'A child not known here: start a file',
          },
          {
            value: 'other',
            text: 'A child whose ID I know',
          },
          {
            value: 'none',
            text: 'No file: nothing is kept about a child',
            hint: 'Such as advice given without a name.',
          },
        ]}
      />
      <Only who={who} value="new" say="Only if you start a file">
        <NewFile child={child} typed={typed} faults={faults} />
      </Only>
      <Only who={who} value="other" say="Only if you know the child’s ID">
        <TextInput
          name={ofChild('other', n)}
          label="Child ID"
          width={10}
          value={textOf(typed, ofChild('other', n))}
          error={faults[ofChild('other', n)]}
        />
      </Only>
      <div class="gt-inline-form">
        <TextInput
          name={ofChild('look', n)}
          label="Look for other names, an NHS number or a child ID"
          width={20}
          value={looked}
        />
        <Button variant="secondary" name="_look" value={String(n)}>
          Look
        </Button>
      </div>
      {!isEmpty && (
        <details class="govuk-details" open={not.length > 0 || faults[ofChild('why', n)] !== undefined}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Somebody above is certainly another child</span>
          </summary>
          <div class="govuk-details__text">
            <Checkboxes
              name={ofChild('not', n)}
              legend="Remember that these are different children, and do not ask again"
              small
              values={typeof not === 'string' ? [not] : not}
              items={likely.map(c => ({
                value: c.code,
                text: `${calledBy(c, c.code)}, ${bornWords(c, on)}`,
              }))}
            />
            <TextInput
              name={ofChild('why', n)}
              label="How do you know?"
              value={textOf(typed, ofChild('why', n))}
              error={faults[ofChild('why', n)]}
            />
          </div>
        </details>
      )}
    </section>
  )
}
