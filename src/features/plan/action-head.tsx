import { printValue } from '../../domain/improvement/impact.ts'
import { nextSteps } from '../../domain/improvement/next-steps.ts'
import { IMPACT_WORDS, type Mark, markOn } from '../../domain/improvement/plan.ts'
import { countedImpact, disagreementSaid } from '../../domain/improvement/plan-lines.ts'
import { longDay, shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Tag } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ActionData } from './action.tsx'
import { BragTag, Due } from './parts.tsx'

function MarkSaid({ mark, data }: { mark: Mark | undefined; data: ActionData }) {
  if (!mark) return null
  return (
    <p class="govuk-body-s">
      {mark.why && <span class="gt-prose">{mark.why} </span>}
      <span class="gt-quiet">
        {data.names.get(mark.by) ?? 'Somebody who has left'}, {longDay(mark.on)}
      </span>
    </p>
  )
}

const way = (data: ActionData, type: string, text: string) =>
  data.may && (
    <Button
      variant="secondary"
      class="gt-small-button gt-noprint"
      href={`/plan/action/${data.code}/record/${type}`}
    >
      {text}
    </Button>
  )

function Done({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action } = data
  const mark = markOn(action.deliveries, ctx.today)
  return (
    <section class="gt-plan-card" aria-labelledby="done">
      <h2 class="govuk-heading-s" id="done">
        Delivery: is it done?
      </h2>
      <p class="govuk-body">
        <BragTag brag={mark?.brag} of="delivery" />{' '}
        {action.state === 'closed' && <Tag colour="grey">Closed</Tag>}
        {action.state === 'proposed' && <Tag colour="yellow">Put forward for closing</Tag>}
      </p>
      <MarkSaid mark={mark} data={data} />
      <p class="govuk-body-s">
        Due <Due action={action} on={ctx.today} />
      </p>
      {action.state !== 'closed' && way(data, 'delivery-marked', 'Mark delivery')}
    </section>
  )
}

/** Each measure with its figure and its target, in a line. */
function Figures({ data }: { data: ActionData }) {
  const shown = data.line.measures.filter(m => m.current && !m.heldBack)
  if (shown.length === 0) return null
  return (
    <>
      {shown.map(({ measure, name, current }) => (
        <p class="govuk-body-s">
          {name}
          {name.endsWith('?') ? ' ' : ': '}
          <strong>{current && printValue(current.value, measure.unit)}</strong>
          {measure.unit !== 'met' && `, target ${printValue(measure.target.value, measure.unit)}`}
        </p>
      ))}
    </>
  )
}

/** The impact as a person marked it, as its measures count it, and where the two differ. */
function Better({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action, line } = data
  const mark = markOn(action.impacts, ctx.today)
  const counted = countedImpact(line)
  const differs = disagreementSaid(line, ctx.today)
  return (
    <section class="gt-plan-card" aria-labelledby="better">
      <h2 class="govuk-heading-s" id="better">
        Impact: is it better for children?
      </h2>
      <p class="govuk-body">
        <BragTag brag={mark?.brag} of="impact" />
      </p>
      <MarkSaid mark={mark} data={data} />
      <p class="govuk-body-s">
        {counted ? (
          <>
            Counted from{' '}
            {line.measures.length === 1 ? 'its measure' : 'its measures, by the one furthest behind'}:{' '}
            <strong>
              {IMPACT_WORDS[counted].toLowerCase()} ({counted})
            </strong>
          </>
        ) : (
          'No measure has a figure yet.'
        )}
      </p>
      <Figures data={data} />
      {differs && (
        <p class="govuk-body-s gt-plan-differs">
          <strong>They differ.</strong> {differs.text}
        </p>
      )}
      {way(data, 'impact-marked', 'Mark impact')}
    </section>
  )
}

const FEW = 4

function Next({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const steps = nextSteps(data.action, ctx.today, data.view.actions)
  return (
    <section class="gt-plan-card" aria-labelledby="next">
      <h2 class="govuk-heading-s" id="next">
        What is next?
      </h2>
      {steps.length === 0 ? (
        <p class="govuk-body-s">Nothing: it is closed, and need not be looked at again.</p>
      ) : (
        <ul class="govuk-list gt-plan-next">
          {steps.slice(0, FEW).map(s => (
            <li>
              {s.what}
              {s.by && (
                <span class={s.presses ? 'gt-line gt-overdue' : 'gt-line gt-quiet'}>
                  {s.presses ? 'Was due ' : 'By '}
                  {shortDay(s.by)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {steps.length > FEW && <p class="govuk-body-s gt-quiet">And {steps.length - FEW} more below.</p>}
    </section>
  )
}

/** The story of an action in three answers. */
export const ActionHead = ({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) => (
  <div class="gt-plan-cards">
    <Done data={data} ctx={ctx} />
    <Better data={data} ctx={ctx} />
    <Next data={data} ctx={ctx} />
  </div>
)
