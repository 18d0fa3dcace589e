import { printValue } from '../../domain/improvement/impact.ts'
import { dueNow } from '../../domain/improvement/plan.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { measureBound } from '../../domain/records/types/plan.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { refOf } from '../../store/queries/plan.ts'
import { ChartFigure, TrendChart, trendTable } from '../../web/charts/index.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, InsetText, Select } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page } from '../../web/page.ts'
import { answered } from './answered.ts'
import { PlanFrame } from './frame.tsx'
import { askedOf, type Choice, loadMeasure, type MeasureData, unitOf } from './measure-choice.ts'
import { partChoices } from './measure-parts.ts'
import { write } from './write.ts'

async function submit(ctx: Ctx<Db>, data: MeasureData): Promise<Outcome> {
  const { typed } = ctx
  const { choice } = data
  if (!choice) return { go: `/plan/action/${data.code}/measure` }
  const read = readForm(ctx, askedOf(choice), typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const { indicator, part } = choice
  const answers = {
    indicator: indicator.code,
    ...(part.split ? { splitBy: part.split.by, splitValue: part.split.value } : {}),
    ...(part.team ? { team: part.team } : {}),
    unit: unitOf(choice),
    ...(indicator.good === 'neither' ? {} : { good: indicator.good }),
    ...read.value,
  }
  const faults = measureBound.faults(answers)
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }
  const outcome = await write(ctx, {
    subject: { id: data.action.id, kind: 'action', code: data.code },
    type: measureBound,
    answers,
    stale: () => false,
  })
  return await answered(ctx, outcome, { typed, at: 'baseline', go: `/plan/action/${data.code}` })
}

function Choose({ data, ctx }: { data: MeasureData; ctx: Ctx<Db> }) {
  return (
    <form
      method="get"
      action={`/plan/action/${data.code}/measure`}
      class="gt-inline-form"
      aria-label="Choose a figure"
    >
      <Select
        name="indicator"
        label="Figure"
        value={data.choice?.indicator.code ?? ''}
        items={indicators.map(i => ({ value: i.code, text: i.name }))}
      />
      <Select
        name="part"
        label="Of which children"
        value={ctx.query.part ?? ''}
        items={partChoices(data.choice?.indicator, data.teams)}
      />
      <Button variant="secondary">See the figure</Button>
    </form>
  )
}

/** What else could show it, where no figure of the record does. */
const Kinds = ({ code }: { code: string }) => (
  <p class="govuk-body gt-ways">
    <span>No figure shows it?</span>
    <a class="govuk-link" href={`/plan/action/${code}/record/audit-measure-bound`}>
      An audit question
    </a>
    <a class="govuk-link" href={`/plan/action/${code}/record/survey-measure-bound`}>
      A survey
    </a>
    <a class="govuk-link" href={`/plan/action/${code}/record/visit-measure-bound`}>
      A visit to look
    </a>
  </p>
)

function Figure({ choice }: { choice: Choice }) {
  const { indicator, months, values, now } = choice
  const trend = {
    months,
    series: [{ name: indicator.code, values }],
    format: (value: number) => printValue(value, unitOf(choice)),
  }
  return (
    <>
      <p class="govuk-body">{indicator.question}</p>
      {now === null && <p class="govuk-body">There is nobody to ask this about today.</p>}
      <ChartFigure caption={indicator.name} label={indicator.name} table={trendTable(trend)} numeric>
        <TrendChart id="trend" title={indicator.name} {...trend} />
      </ChartFigure>
    </>
  )
}

function start(choice: Choice, data: MeasureData, today: Ctx<Db>['today']): Typed {
  const { baseline, target } = choice
  const due = dueNow(data.action)
  return {
    ...(baseline.value === null ? {} : { baseline: String(baseline.value) }),
    baselineOn: formDay(baseline.on),
    target,
    ...(due > today ? { targetBy: formDay(due) } : {}),
  }
}

/** Binds an action's outcome to a figure: first the figure is chosen and looked at, then where it should go is said. */
export const measurePage = page({
  path: '/plan/action/:id/measure',
  permission: 'plan-edit',
  audit: 'bind an action to a figure',
  load: loadMeasure,
  submit,
  render: (data: MeasureData, ctx: Ctx<Db>, returned) => {
    const { choice, code } = data
    const asked = new URLSearchParams({ indicator: choice?.indicator.code ?? '', part: ctx.query.part ?? '' })
    return {
      title: `Measure: action ${refOf(data.view, data.action)}`,
      section: 'plan',
      body: (
        <PlanFrame at="">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Action {refOf(data.view, data.action)}</span>
          <h1 class="govuk-heading-l">How will you know that it is better for children?</h1>
          <InsetText>{data.action.outcome}</InsetText>
          <Kinds code={code} />
          <Choose data={data} ctx={ctx} />
          {ctx.query.indicator && !choice && (
            <p class="govuk-body">There is no such figure of these children. Choose another.</p>
          )}
          {choice && (
            <>
              <Figure choice={choice} />
              <Form csrf={ctx.csrf} action={`/plan/action/${code}/measure?${asked}`}>
                <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.seq} />
                {returned?.conflict}
                {choice.baseline.value !== null && (
                  <p class="govuk-body">
                    Counted from the record, it was {printValue(choice.baseline.value, unitOf(choice))} on{' '}
                    {longDay(choice.baseline.on)}.
                  </p>
                )}
                <RecordFields
                  type={askedOf(choice)}
                  typed={returned?.typed ?? start(choice, data, ctx.today)}
                  faults={returned?.faults ?? {}}
                  today={ctx.today}
                  fresh={false}
                  people={[]}
                />
                <div class="govuk-button-group">
                  <Button>Bind it</Button>
                  <a class="govuk-link" href={`/plan/action/${code}`}>
                    Back to the action
                  </a>
                </div>
              </Form>
            </>
          )}
        </PlanFrame>
      ),
    }
  },
})
