import { DELIVERY_WORDS, IMPACT_WORDS } from '../../../domain/improvement/plan.ts'
import { planColumnKeys, planColumns } from '../../../domain/improvement/plan-file/columns.ts'
import { SOURCE_KINDS } from '../../../domain/improvement/source.ts'
import { shortDay } from '../../../domain/kernel/day.ts'
import { formDay } from '../../../domain/records/kinds/day.ts'
import { type Typed, textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import type { LineFault } from '../../../store/plan-import.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import { Button, MojScrollablePane, Select, Table, TextInput } from '../../../web/govuk/index.ts'
import type { Ctx, Returned } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import type { ImportData } from './import-check.tsx'
import { columnField, type Reading, readingOf } from './kept.ts'

interface Props {
  readonly data: ImportData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
  readonly lines: readonly LineFault[]
}

const LEFT_OUT = { value: '', text: 'Leave it out' }
const choices = [LEFT_OUT, ...planColumnKeys.map(key => ({ value: key, text: planColumns[key].title }))]

function Columns({ reading, faults }: { reading: Reading; faults: Returned['faults'] }) {
  const names = reading.table.rows[reading.found.head] ?? []
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 class="govuk-fieldset__heading">What each column is</h2>
      </legend>
      <div class="gt-plan-file__columns">
        {names.map((name, n) => (
          <Select
            name={columnField(n)}
            label={name.trim() === '' ? `Column ${n + 1}, without a name` : `“${name.replace(/\s+/g, ' ')}”`}
            {...(reading.found.guessed.includes(n) ? { hint: 'Guessed from its name.' } : {})}
            value={reading.mapping[n] ?? ''}
            items={choices}
            error={faults[columnField(n)]}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Lines({ reading, lines }: { reading: Reading; lines: readonly LineFault[] }) {
  const notes = (line: number, own: readonly string[]) => [
    ...lines.filter(l => l.line === line).map(l => ({ text: l.why, bad: true })),
    ...own.map(text => ({ text, bad: false })),
  ]
  const rows = reading.actions.map(a => [
    { text: String(a.line) },
    { text: a.recommendation ?? a.theme ?? '' },
    { text: a.what },
    { text: a.owner ?? reading.otherwise.lead ?? '' },
    {
      text: `${a.due ? shortDay(a.due) : (reading.otherwise.due ?? '')}${a.revised ? `, now ${shortDay(a.revised.due)}` : ''}`,
    },
    {
      text: [a.delivery && DELIVERY_WORDS[a.delivery], a.impact && IMPACT_WORDS[a.impact]]
        .filter(Boolean)
        .join('; '),
    },
    {
      text: notes(a.line, a.notes).map(({ text, bad }) =>
        bad ? (
          <strong class="gt-line govuk-error-message">{text}</strong>
        ) : (
          <span class="gt-line gt-quiet">{text}</span>
        ),
      ),
    },
  ])
  return (
    <MojScrollablePane label="The lines of the plan">
      <Table
        class="gt-plan-table"
        caption={`${reading.actions.length} actions`}
        captionSize="m"
        head={['Line', 'Answers', 'Action', 'Owner', 'Due', 'Marks', 'To know']}
        rows={rows}
      />
    </MojScrollablePane>
  )
}

const Left = ({ reading }: { reading: Reading }) =>
  reading.left.length === 0 ? null : (
    <p class="govuk-body">
      Not read:{' '}
      {reading.left.map(l => `line ${l.line} (${l.why.replace(/\.$/, '').toLowerCase()})`).join('; ')}.
    </p>
  )

function Source({
  typed,
  file,
  ctx,
  faults,
}: {
  typed: Typed
  file: string
  ctx: Ctx<Db>
  faults: Returned['faults']
}) {
  const said = (name: string, otherwise: string) => textOf(typed, name) || otherwise
  const { inspection: _, ...kinds } = SOURCE_KINDS
  return (
    <>
      <h2 class="govuk-heading-m">Where its recommendations come from</h2>
      <p class="govuk-body">
        Those that the plan has already, word for word, are answered there. The others become a source of
        their own.
      </p>
      <Select
        name="kind"
        label="What kind of source is it?"
        value={said('kind', 'other')}
        items={Object.entries(kinds).map(([value, text]) => ({ value, text }))}
        error={faults.kind}
      />
      <TextInput
        name="title"
        label="What is it called?"
        value={said('title', file.replace(/\.\w+$/, ''))}
        error={faults.title}
      />
      <TextInput name="body" label="Whom did it come from?" value={said('body', '')} error={faults.body} />
      <TextInput
        name="date"
        label="Its date"
        width={10}
        value={said('date', formDay(ctx.today))}
        error={faults.date}
      />
    </>
  )
}

/** The whole of a file as it is read, and the questions it leaves open. */
export function CheckPage({ data, ctx, returned, lines }: Props) {
  const { kept } = data
  const typed = returned?.typed ?? {}
  const faults = returned?.faults ?? {}
  const reading = readingOf(kept, typed, ctx)
  if (!reading) return null
  return (
    <PlanFrame at="">
      <Problems faults={faults} />
      <h1 class="govuk-heading-l">Check the plan</h1>
      <p class="govuk-body">Read from {kept.file}. Nothing is in the plan yet.</p>
      <Form csrf={ctx.csrf} action={`/plan/import/${kept.id}`}>
        <input type="hidden" name="shown" value={reading.which} />
        {kept.tables.length > 1 && (
          <Select
            name="table"
            label="Which table?"
            value={String(reading.which)}
            items={kept.tables.map((t, n) => ({
              value: String(n),
              text: `${t.title ?? `Table ${n + 1}`} (${t.rows.length} lines)`,
            }))}
          />
        )}
        <Columns reading={reading} faults={faults} />
        <h2 class="govuk-heading-m">What its lines leave open</h2>
        <div class="gt-inline-form">
          <TextInput
            name="made"
            label="The plan was made on"
            hint="Days without a year count from it."
            width={10}
            value={textOf(typed, 'made') || formDay(ctx.today)}
            error={faults.made}
          />
          <TextInput name="due" label="Due, where none is said" width={10} value={textOf(typed, 'due')} />
          <TextInput name="lead" label="Owner, where none is said" value={textOf(typed, 'lead')} />
        </div>
        <Button variant="secondary" name="_do" value="show">
          Read it again so
        </Button>
        <div id="lines">
          <Lines reading={reading} lines={lines} />
          <Left reading={reading} />
        </div>
        <Source typed={typed} file={kept.file} ctx={ctx} faults={faults} />
        <div class="govuk-button-group">
          <Button name="_do" value="take" preventDoubleClick>
            Take it into the plan
          </Button>
          <Button variant="secondary" name="_do" value="leave">
            Leave it
          </Button>
        </div>
      </Form>
    </PlanFrame>
  )
}
