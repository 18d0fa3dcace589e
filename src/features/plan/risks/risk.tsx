import type { Risk } from '../../../domain/improvement/risk.ts'
import { findIndicator } from '../../../domain/indicators/indicators.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import type { Db } from '../../../store/connection.ts'
import { actionCalled, type PlanView } from '../../../store/queries/plan.ts'
import { Button, InsetText, SummaryList } from '../../../web/govuk/index.ts'
import { type Ctx, page } from '../../../web/page.ts'
import { PlanFrame } from '../frame.tsx'
import { loadRisk, type RiskData } from './load.ts'
import { GradeTag, gradeSaid, Review, riskHref } from './parts.tsx'
import { Ratings } from './ratings.tsx'

const prose = (words: string) => <span class="gt-prose">{words}</span>

function Actions({ risk, view }: { risk: Risk; view: PlanView }) {
  if (risk.actions.length === 0) return <span class="gt-quiet">None named</span>
  return (
    <ul class="govuk-list gt-boards__list">
      {risk.actions.map(code => {
        const action = actionCalled(view, code)
        return (
          <li>
            {action ? (
              <a class="govuk-link" href={`/plan/action/${code}`}>
                Action {code.slice(1)}: {action.what}
              </a>
            ) : (
              `${code}: no such action in the plan`
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Indicators = ({ risk }: { risk: Risk }) => (
  <ul class="govuk-list gt-boards__list">
    {risk.indicators.flatMap(code => {
      const i = findIndicator(code)
      return i
        ? [
            <li>
              <a class="govuk-link" href={`/digest/${encodeURIComponent(code)}`}>
                {i.name}
              </a>
            </li>,
          ]
        : []
    })}
  </ul>
)

function Facts({ data, ctx }: { data: RiskData; ctx: Ctx<Db> }) {
  const { risk, view } = data
  return (
    <SummaryList
      rows={[
        { key: 'Because', value: prose(risk.cause) },
        { key: 'it might be that', value: prose(risk.event) },
        { key: 'and for children', value: prose(risk.consequence) },
        {
          key: 'Now',
          value: (
            <>
              <GradeTag grade={risk} /> <span class="gt-line">{gradeSaid(risk)}</span>
            </>
          ),
        },
        {
          key: 'To be brought to',
          value: (
            <>
              <GradeTag grade={risk.target} /> <span class="gt-line">{gradeSaid(risk.target)}</span>
            </>
          ),
        },
        risk.controls !== undefined && { key: 'Held in check by', value: prose(risk.controls) },
        { key: 'What is being done', value: prose(risk.mitigation) },
        { key: 'Owner', value: risk.owner },
        risk.sponsor !== undefined && { key: 'Sponsor', value: risk.sponsor },
        { key: 'Looked at again', value: <Review risk={risk} on={ctx.today} /> },
        { key: 'Actions of the plan', value: <Actions risk={risk} view={view} /> },
        risk.indicators.length > 0 && {
          key: 'Figures that would show it',
          value: <Indicators risk={risk} />,
        },
      ]}
    />
  )
}

/** Where a risk begins a source of the plan: filled in, and nothing written before a person sends it. */
const sourceHref = (risk: Risk): string =>
  `/plan/source/new?${new URLSearchParams({
    kind: 'risk',
    title: risk.title,
    text: risk.description,
    link: riskHref(risk),
  })}`

/** One risk: what it is, how grave, who owns it, what is done about it, and how it was rated over time. */
export const riskPage = page({
  path: '/plan/risks/:risk',
  permission: 'plan-read',
  audit: 'a risk',
  load: loadRisk,
  render: (data: RiskData, ctx: Ctx<Db>) => {
    const { risk, names } = data
    const may = ctx.can('plan-edit').allow
    return {
      title: `Risk ${risk.code}: ${risk.title}`,
      section: 'plan',
      body: (
        <PlanFrame at="/plan/risks">
          <span class="govuk-caption-l">Risk {risk.code}</span>
          <h1 class="govuk-heading-l">{risk.title}</h1>
          {risk.closed && (
            <InsetText>
              Closed on {longDay(risk.closed.on)}: {risk.closed.why}
            </InsetText>
          )}
          {may && (
            <div class="govuk-button-group gt-boards__keep">
              <Button href={riskHref(risk, '/record/risk-rated')}>
                {risk.closed ? 'Rate it, and open it again' : 'Review and rate it'}
              </Button>
              <Button variant="secondary" href={riskHref(risk, '/record/risk-described')}>
                Change its words
              </Button>
              {!risk.closed && (
                <Button variant="secondary" href={riskHref(risk, '/record/risk-closed')}>
                  Close it
                </Button>
              )}
              {!risk.closed && (
                <a class="govuk-link" href={sourceHref(risk)}>
                  Make it a source of the plan
                </a>
              )}
            </div>
          )}
          <Facts data={data} ctx={ctx} />
          <Ratings risk={risk} today={ctx.today} names={names} />
        </PlanFrame>
      ),
    }
  },
})
