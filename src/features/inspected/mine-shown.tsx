import type { ComponentChildren } from 'preact'
import { DELIVERY_WORDS, dueNow, IMPACT_WORDS, markOn } from '../../domain/improvement/plan.ts'
import { findIndicator } from '../../domain/indicators/indicators.ts'
import { SUPPRESSED } from '../../domain/indicators/suppress.ts'
import { longDay, shortDay } from '../../domain/kernel/day.ts'
import { visitKind } from '../../domain/readiness/visit-kinds.ts'
import type { Db } from '../../store/connection.ts'
import { readPlan, refOf } from '../../store/queries/plan.ts'
import { readyDocuments } from '../../store/queries/ready-documents.ts'
import { readEvaluation } from '../../store/queries/self-evaluation.ts'
import { BackLink, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, page } from '../../web/page.ts'
import { DocumentsTable } from './documents.tsx'
import { Area } from './evaluation-areas.tsx'
import { frameworkName, readAreas } from './evaluation-read.ts'
import { shownFigures, shownVisit } from './mine-load.ts'

const shownPage = (title: string, body: ComponentChildren, caption?: string): Html => ({
  title,
  section: 'inspection',
  wide: true,
  body: (
    <>
      <BackLink href="/inspection/mine">Your visit</BackLink>
      {caption && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
      {body}
    </>
  ),
})

async function loadFigures(ctx: Ctx<Db>) {
  const shown = await shownVisit(ctx, 'figures')
  return 'missing' in shown ? shown : found(await shownFigures(ctx))
}

/** The figures of the digest, as inspectors are shown them. */
export const mineFiguresPage = page({
  path: '/inspection/mine/figures',
  permission: 'inspect',
  audit: 'inspector: figures',
  load: loadFigures,
  render: (data: DataOf<typeof loadFigures>, ctx: Ctx<Db>) =>
    shownPage(
      `Figures, ${longDay(ctx.today)}`,
      <>
        <p class="govuk-body">Figures of one to four children are shown as “c”.</p>
        <MojScrollablePane label="Figures">
          <Table
            caption="Figures"
            captionClass="govuk-visually-hidden"
            rowHeaders
            head={['Indicator', { text: 'Figure', numeric: true }, { text: 'Children', numeric: true }]}
            rows={data.map(f => {
              const percent = findIndicator(f.code)?.unit === 'percent'
              const value =
                f.value === null
                  ? 'nobody to ask about'
                  : f.value === SUPPRESSED
                    ? 'c'
                    : `${f.value}${percent ? '%' : ''}`
              return [
                `${f.name} (${f.code})`,
                { text: value, numeric: true },
                { text: percent ? `${f.numerator} of ${f.denominator}` : '', numeric: true },
              ]
            })}
          />
        </MojScrollablePane>
      </>,
    ),
})

async function loadPlan(ctx: Ctx<Db>) {
  const shown = await shownVisit(ctx, 'plan')
  return 'missing' in shown ? shown : found(await readPlan(ctx.tx))
}

/** The improvement plan, an action a row. */
export const minePlanPage = page({
  path: '/inspection/mine/plan',
  permission: 'inspect',
  audit: 'inspector: the improvement plan',
  load: loadPlan,
  render: (view: DataOf<typeof loadPlan>, ctx: Ctx<Db>) =>
    shownPage(
      'Improvement plan',
      view.actions.length === 0 ? (
        <p class="govuk-body">The plan has no actions.</p>
      ) : (
        <MojScrollablePane label="Actions">
          <Table
            caption={`As it stands on ${longDay(ctx.today)}`}
            captionSize="s"
            head={[
              'No.',
              'What will be better for children',
              'What is done',
              'Lead',
              'Due',
              'Delivery',
              'Impact',
            ]}
            rows={view.actions.map(a => {
              const delivery = markOn(a.deliveries, ctx.today)
              const impact = markOn(a.impacts, ctx.today)
              return [
                refOf(view, a),
                a.outcome,
                a.what,
                a.lead,
                shortDay(dueNow(a)),
                delivery ? DELIVERY_WORDS[delivery.brag] : 'Not marked',
                impact ? IMPACT_WORDS[impact.brag] : 'Not marked',
              ]
            })}
          />
        </MojScrollablePane>
      ),
    ),
})

async function loadEvaluation(ctx: Ctx<Db>) {
  const shown = await shownVisit(ctx, 'self-evaluation')
  if ('missing' in shown) return shown
  const { framework } = visitKind(shown.visit.kind)
  const evaluation = await readEvaluation(ctx.tx, framework, ctx.today)
  return found({ framework, areas: evaluation ? await readAreas(ctx.tx, evaluation, ctx.today) : [] })
}

/** The self-evaluation, without the ways into the pages of staff. */
export const mineEvaluationPage = page({
  path: '/inspection/mine/self-evaluation',
  permission: 'inspect',
  audit: 'inspector: the self-evaluation',
  load: loadEvaluation,
  render: (data: DataOf<typeof loadEvaluation>, ctx: Ctx<Db>) =>
    shownPage(
      'Self-evaluation',
      <div class="gt-ready-measure">
        {data.areas.map(area => (
          <Area area={area} asAt={ctx.today} links={false} />
        ))}
      </div>,
      frameworkName(data.framework),
    ),
})

async function loadDocuments(ctx: Ctx<Db>) {
  const shown = await shownVisit(ctx, 'documents')
  if ('missing' in shown) return shown
  return found((await readyDocuments(ctx.tx))?.documents ?? [])
}

/** Policies and other documents. */
export const mineDocumentsPage = page({
  path: '/inspection/mine/documents',
  permission: 'inspect',
  audit: 'inspector: documents',
  load: loadDocuments,
  render: (documents: DataOf<typeof loadDocuments>, ctx: Ctx<Db>) =>
    shownPage(
      'Documents',
      documents.length === 0 ? (
        <p class="govuk-body">None is kept yet.</p>
      ) : (
        <DocumentsTable documents={documents} on={ctx.today} files="/inspection/mine/file" />
      ),
    ),
})
