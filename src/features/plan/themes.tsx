import { type BRAGS, DELIVERY_WORDS, IMPACT_WORDS } from '../../domain/improvement/plan.ts'
import { isContradicted, type PlanLine } from '../../domain/improvement/plan-lines.ts'
import type { Db } from '../../store/connection.ts'
import { readPlan } from '../../store/queries/plan.ts'
import { planLines } from '../../store/queries/plan-lines.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { themeCalled } from './filters.tsx'
import { PlanFrame } from './frame.tsx'
import { brags, NONE, statesOf, themeKey } from './plan-filter.ts'

async function load(ctx: Ctx<Db>) {
  const view = await readPlan(ctx.tx)
  const held = !ctx.can('children-behind').allow
  return found({
    lines: await planLines(ctx.tx, view, view.actions, { on: ctx.today, held, monthly: held }),
  })
}

type Data = DataOf<typeof load>

/** "3 on track (green), 1 not marked": each leads to those actions. */
function Marks({
  of,
  lines,
  theme,
  on,
}: {
  of: 'delivery' | 'impact'
  lines: readonly PlanLine[]
  theme: string
  on: Ctx<Db>['today']
}) {
  const words = of === 'delivery' ? DELIVERY_WORDS : IMPACT_WORDS
  const said = (brag: (typeof BRAGS)[number] | typeof NONE) =>
    brag === NONE ? 'not marked' : `${words[brag].toLowerCase()} (${brag})`
  return (
    <ul class="govuk-list gt-plan-marks">
      {brags(lines, of, on)
        .filter(b => b.count > 0)
        .map(({ brag, count }) => (
          <li class={`gt-plan-mark gt-plan-mark--${brag}`}>
            <a class="govuk-link" href={`/plan?${new URLSearchParams({ theme, [of]: brag })}`}>
              {count} {said(brag)}
            </a>
          </li>
        ))}
    </ul>
  )
}

/** The plan by theme: how many actions, how they stand, and what contradicts them. */
export const themesPage = page({
  path: '/plan/themes',
  permission: 'plan-read',
  audit: 'the improvement plan by theme',
  load,
  render: ({ lines }: Data, ctx: Ctx<Db>) => {
    const groups = [...Map.groupBy(lines, l => themeKey(l.action))].toSorted(([a], [b]) =>
      a === NONE ? 1 : b === NONE ? -1 : a.localeCompare(b),
    )
    const counted = (of: readonly PlanLine[], is: (l: PlanLine) => boolean) => of.filter(is).length
    return {
      title: 'The plan by theme',
      section: 'plan',
      wide: true,
      body: (
        <PlanFrame at="/plan/themes">
          <h1 class="govuk-heading-l">The plan by theme</h1>
          {lines.length === 0 ? (
            <p class="govuk-body">No action has been planned yet.</p>
          ) : (
            <MojScrollablePane label="Themes">
              <Table
                caption="Themes of the plan"
                captionClass="govuk-visually-hidden"
                head={['Theme', 'Actions', 'Delivery', 'Impact', 'Past their date', 'Contradicted']}
                rows={groups.map(([theme, of]) => [
                  {
                    text: (
                      <a class="govuk-link" href={`/plan?${new URLSearchParams({ theme })}`}>
                        {theme === NONE ? 'No theme' : themeCalled(of, theme)}
                      </a>
                    ),
                  },
                  String(of.length),
                  { text: <Marks of="delivery" lines={of} theme={theme} on={ctx.today} /> },
                  { text: <Marks of="impact" lines={of} theme={theme} on={ctx.today} /> },
                  String(counted(of, l => statesOf(l, ctx.today).includes('overdue'))),
                  String(counted(of, isContradicted)),
                ])}
              />
            </MojScrollablePane>
          )}
        </PlanFrame>
      ),
    }
  },
})
