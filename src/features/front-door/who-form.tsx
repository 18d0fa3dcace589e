import type { ComponentChildren } from 'preact'
import { calledInContact } from '../../domain/front-door/outcome.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { type Faults, printed, type Typed, textOf } from '../../domain/records/parse.ts'
import { contactChild } from '../../domain/records/types/contact.ts'
import { Button, Radios, SummaryList, TextInput } from '../../web/govuk/index.ts'
import { ofChild } from './asked.ts'
import type { ToldChild } from './load.ts'
import { whoAtFirst } from './who.ts'
import { Different, LikelyWords, WhySame } from './who-likely.tsx'
import { NewFile } from './who-new.tsx'

interface Props {
  readonly child: ToldChild
  readonly sort: unknown
  readonly typed: Typed
  readonly faults: Faults
  readonly on: Day
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
      {!isEmpty && <Different child={child} typed={typed} faults={faults} on={on} />}
    </section>
  )
}
