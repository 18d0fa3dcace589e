import { type ActionSource, PRIORITIES } from '../../domain/improvement/plan.ts'
import { contradictionsSaid } from '../../domain/improvement/plan-lines.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { refOf } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import { InsetText, MojAlert, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ChallengeSection } from './action-challenge.tsx'
import { ClosingSection } from './action-closing.tsx'
import { BarrierSection, EvidenceSection } from './action-evidence.tsx'
import { ActionHead } from './action-head.tsx'
import { History } from './action-history.tsx'
import { loadAction, noSuchAction } from './action-load.ts'
import { MeasureSection } from './action-measure.tsx'
import { Milestones } from './action-milestones.tsx'
import { Progress } from './action-progress.tsx'
import { bandTitle, sectionTitle } from './filters.tsx'
import { PlanFrame, sourceCalled, sourcePath } from './frame.tsx'
import { Due, Said, Undo } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadAction(ctx)
  if (!('found' in loaded)) return loaded
  const { view, action, code } = loaded.found
  const held = !ctx.can('children-behind').allow
  const [line] = await planLines(ctx.tx, view, [action], { on: ctx.today, held, monthly: held })
  return line ? found({ ...loaded.found, line }) : noSuchAction(code)
}

export type ActionData = DataOf<typeof load>

/** What a source asks, word for word, and where it stands there. */
function Asked({ source, data }: { source: ActionSource; data: ActionData }) {
  const from = data.view.inspections.find(i => i.id === source.inspection)
  return (
    <>
      <p class="govuk-body gt-source-words">{source.text}</p>
      <p class="govuk-body-s gt-quiet">
        {from && (
          <a class="govuk-link" href={`${sourcePath(data.view, from)}#area-${source.finding}`}>
            {sourceCalled(data.view, from.id)}
          </a>
        )}
        {source.paragraph && <>, paragraph {source.paragraph}</>}. {sectionTitle(source.section)},{' '}
        {bandTitle(source.band).toLowerCase()}
      </p>
    </>
  )
}

/** The entry that joined the action to another recommendation: what is taken out to part them. */
const joinedBy = (data: ActionData, s: ActionSource) =>
  data.entries.findLast(
    e =>
      e.type === 'action-answers-too' &&
      e.answers.inspection === s.inspection &&
      e.answers.finding === s.finding,
  )?.id

function Answers({ data }: { data: ActionData }) {
  const { source, also } = data.action
  return (
    <InsetText>
      <Asked source={source} data={data} />
      {also.map(s => {
        const entry = joinedBy(data, s)
        return (
          <>
            <p class="govuk-body-s">
              <strong>It answers this too.</strong> {entry && <Undo data={data} entry={entry} />}
            </p>
            <Asked source={s} data={data} />
          </>
        )
      })}
      {data.may && (
        <p class="govuk-body-s gt-noprint">
          <a class="govuk-link" href={`/plan/action/${data.code}/answers-too`}>
            It answers another recommendation too
          </a>
        </p>
      )}
    </InsetText>
  )
}

function Waits({ data }: { data: ActionData }) {
  return (
    <ul class="govuk-list">
      {data.action.depends.map(d => {
        const other = data.view.actions.find(a => a.id === d.action)
        return (
          <li>
            {other ? (
              <a class="govuk-link" href={`/plan/action/${data.view.codes.get(other.id)}`}>
                Action {refOf(data.view, other)}: {other.what}
              </a>
            ) : (
              'An action that is gone'
            )}
            {d.why && <>. {d.why}</>} <Undo data={data} entry={d.id} />
          </li>
        )
      })}
    </ul>
  )
}

function Facts({ data, ctx }: { data: ActionData; ctx: Ctx<Db> }) {
  const { action, code } = data
  const at = `/plan/action/${code}/record`
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What is done', value: <span class="gt-prose">{action.what}</span> },
          { key: 'Owner', value: action.lead },
          action.sponsor !== undefined && { key: 'Sponsor', value: action.sponsor },
          action.partners.length > 0 && { key: 'Partners', value: action.partners.join(', ') },
          action.theme !== undefined && {
            key: 'Theme',
            value: (
              <a
                class="govuk-link"
                href={`/plan?${new URLSearchParams({ theme: action.theme.trim().toLowerCase() })}`}
              >
                {action.theme}
              </a>
            ),
          },
          action.priority !== undefined && { key: 'Priority', value: PRIORITIES[action.priority] },
          action.start !== undefined && { key: 'Starts', value: longDay(action.start) },
          {
            key: 'Due',
            value: (
              <>
                <Due action={action} on={ctx.today} />
                {action.revisions.map(r => (
                  <span class="gt-line gt-quiet">
                    Moved on {longDay(r.on)} to {longDay(r.due)}, agreed by {r.agreedBy}: {r.why}
                  </span>
                ))}
              </>
            ),
          },
          action.depends.length > 0 && { key: 'Waits for', value: <Waits data={data} /> },
        ]}
      />
      {data.may && (
        <p class="govuk-body gt-ways gt-noprint">
          <a class="govuk-link" href={`${at}/action-planned`}>
            Change the words or people
          </a>
          <a class="govuk-link" href={`${at}/due-date-revised`}>
            Move the due date
          </a>
          <a class="govuk-link" href={`${at}/action-depends`}>
            It waits for another action
          </a>
        </p>
      )}
    </>
  )
}

function Contradictions({ data }: { data: ActionData }) {
  const against = contradictionsSaid(data.line)
  if (against.length === 0) return null
  return (
    <MojAlert variant="warning" title="The figures say otherwise" showTitle>
      {against.map(said => (
        <p class="govuk-body">
          <Said sentence={said} />
        </p>
      ))}
    </MojAlert>
  )
}

/** One action: what will be better, whether it is done and better, what is next; then all that stands behind that. */
export const actionPage = page({
  path: '/plan/action/:id',
  permission: 'plan-read',
  audit: 'an action of the plan',
  load,
  render: (data: ActionData, ctx: Ctx<Db>) => ({
    title: `Action ${refOf(data.view, data.action)}`,
    section: 'plan',
    wide: true,
    body: (
      <PlanFrame ctx={ctx} view={data.view} at="">
        <span class="govuk-caption-l">Improvement plan: action {refOf(data.view, data.action)}</span>
        <h1 class="govuk-heading-l gt-plan-outcome">{data.action.outcome}</h1>
        <Contradictions data={data} />
        <ActionHead data={data} ctx={ctx} />
        <div class="gt-columns">
          <div>
            <h2 class="govuk-heading-m">What it answers</h2>
            <Answers data={data} />
            <Facts data={data} ctx={ctx} />
            <MeasureSection data={data} may={data.may} />
            <EvidenceSection data={data} />
          </div>
          <div>
            <Milestones data={data} ctx={ctx} may={data.may} />
            <Progress data={data} />
            <BarrierSection data={data} />
            <ChallengeSection data={data} />
            <ClosingSection data={data} ctx={ctx} />
          </div>
        </div>
        <History data={data} />
      </PlanFrame>
    ),
  }),
})
