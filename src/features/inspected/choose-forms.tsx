import { expected } from '../../domain/readiness/visit.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, Checkboxes, Select, Textarea, TextInput } from '../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../web/page.ts'
import { drawable } from './choose.ts'
import type { SampleData } from './sample.tsx'

interface ChooseProps {
  readonly data: SampleData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

function Who({ data, ctx, returned, id }: ChooseProps & { id: string }) {
  const all = expected(data.visit, ctx.today)
  const ticked = returned ? [returned.typed.inspectors ?? []].flat() : all.map(i => i.id)
  return (
    <Checkboxes
      name="inspectors"
      id={id}
      legend={{ text: 'Open to', size: 's' }}
      items={all.map(i => ({ value: i.id, text: i.name }))}
      values={ticked}
      error={id === 'inspectors' ? returned?.faults.inspectors : undefined}
      small
    />
  )
}

/** Puts files in the sample: drawn at random from a list, or by their IDs. */
export function ChooseForms({ data, ctx, returned }: ChooseProps) {
  if (expected(data.visit, ctx.today).length === 0)
    return (
      <p class="govuk-body">
        Files are given to somebody:{' '}
        <a class="govuk-link" href={`/inspection/${data.visit.code}/inspectors`}>
          let an inspector in first
        </a>
        .
      </p>
    )
  const typed = returned?.typed ?? {}
  return (
    <div class="gt-columns">
      <section>
        <h2 class="govuk-heading-m">Draw at random</h2>
        <Form csrf={ctx.csrf}>
          <input type="hidden" name="_seed" value={data.seed} />
          <Select
            name="list"
            label={{ text: 'From which list?', size: 's' }}
            hint="The inspectors’ lists as they stand today. Those in the sample already are left out."
            value={textOf(typed, 'list')}
            items={[
              { value: '', text: 'Choose' },
              ...drawable.map(l => ({ value: String(l.number), text: `${l.number}. ${l.title}` })),
            ]}
            error={returned?.faults.list}
          />
          <TextInput
            name="many"
            label={{ text: 'How many?', size: 's' }}
            value={textOf(typed, 'many') || '6'}
            width={3}
            inputmode="numeric"
            error={returned?.faults.many}
          />
          <Who data={data} ctx={ctx} returned={returned} id="inspectors" />
          <Button name="_do" value="draw">
            Draw them
          </Button>
        </Form>
      </section>
      <section>
        <h2 class="govuk-heading-m">Those they ask for</h2>
        <Form csrf={ctx.csrf}>
          <Textarea
            name="codes"
            label={{ text: 'Child IDs', size: 's' }}
            hint="One a line"
            rows={4}
            value={textOf(typed, 'codes')}
            error={returned?.faults.codes}
          />
          <Who data={data} ctx={ctx} returned={returned} id="inspectors-asked" />
          <Button name="_do" value="ids" variant="secondary">
            Put them in the sample
          </Button>
        </Form>
      </section>
    </div>
  )
}
