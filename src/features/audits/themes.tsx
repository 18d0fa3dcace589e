import { longDay } from '../../domain/kernel/day.ts'
import { gradedTools } from '../../domain/quality/observations.ts'
import type { Db } from '../../store/connection.ts'
import { csvFile } from '../../web/csv.ts'
import { Button, MojScrollablePane, Select, Table } from '../../web/govuk/index.ts'
import { type Ctx, page } from '../../web/page.ts'
import { address, audits } from './asked.ts'
import { AuditFrame } from './frame.tsx'
import { loadThemes, moved, type ShownTheme, said, type Themes } from './themes-load.ts'

/** The theme as a source of the plan: a form filled in, that nobody has sent yet. */
function planHref({ asked, n }: Themes, t: ShownTheme): string {
  const where = t.weakest ? ` It is weakest in ${t.weakest.team}: ${said(t.weakest.figure)}.` : ''
  const change = moved(t)
  const text = `${t.title}: good or better in ${said(t.now)} of ${n} audits (${asked.tool.title.toLowerCase()}) finished in the last twelve months${
    change === null
      ? ''
      : `, ${change === 0 ? 'as in' : `${Math.abs(change)} points ${change > 0 ? 'up on' : 'down on'}`} the twelve before`
  }.${where}`
  const query = new URLSearchParams({
    kind: 'audit-theme',
    title: `${asked.tool.title}: ${t.title.toLowerCase()}`,
    text,
    body: 'Case audits',
    link: address('/audits/themes', asked),
  })
  return `/plan/source/new?${query}`
}

const direction = (t: ShownTheme): string => {
  const change = moved(t)
  if (change === null) return 'No earlier audits'
  return change === 0 ? 'No change' : `${change > 0 ? 'Up' : 'Down'} ${Math.abs(change)} points`
}

/** What audits find again and again: the weakest first, with whether it moved, and the ways on from it. */
export const themesPage = page({
  path: '/audits/themes',
  permission: 'audit-read',
  audit: 'themes of audits',
  load: loadThemes,
  render: (data: Themes, ctx: Ctx<Db>) => ({
    title: 'Themes of audits',
    section: 'audits',
    wide: true,
    body: (
      <AuditFrame ctx={ctx} at="/audits/themes">
        <h1 class="govuk-heading-l">Themes</h1>
        <form method="get" class="gt-inline-form">
          <Select
            name="tool"
            label="Audit"
            value={data.asked.tool.code}
            items={gradedTools.map(t => ({ value: t.code, text: t.title }))}
          />
          <Button variant="secondary">Show</Button>
        </form>
        {data.themes.length === 0 ? (
          <p class="govuk-body-l">
            No audit of this kind was finished in the twelve months to {longDay(data.to)}.
          </p>
        ) : (
          <>
            <p class="govuk-body-l">
              In the twelve months to {longDay(data.to)}: {audits(data.n, data.held)}, against{' '}
              {audits(data.earlier, data.held)} in the twelve before. The weakest first.
            </p>
            <MojScrollablePane label="Themes, the weakest first">
              <Table
                caption="Themes, the weakest first"
                captionClass="govuk-visually-hidden"
                rowHeaders
                head={[
                  'Standard',
                  'Good or better',
                  'Twelve months before',
                  'Since then',
                  ...(data.held ? [] : ['Weakest team']),
                  'Training',
                  ...(ctx.can('plan-edit').allow ? ['Plan'] : []),
                ]}
                rows={data.themes.map(t => [
                  data.held ? (
                    t.title
                  ) : (
                    <a class="govuk-link" href={address('/audits/behind', data.asked, { standard: t.code })}>
                      {t.title}
                    </a>
                  ),
                  said(t.now),
                  said(t.before),
                  direction(t),
                  ...(data.held
                    ? []
                    : [t.weakest ? `${t.weakest.team}, ${said(t.weakest.figure)}` : 'Too few to say']),
                  t.training,
                  ...(ctx.can('plan-edit').allow
                    ? [
                        <a class="govuk-link" href={planHref(data, t)}>
                          Make this a source of the plan<span class="govuk-visually-hidden">: {t.title}</span>
                        </a>,
                      ]
                    : []),
                ])}
              />
            </MojScrollablePane>
            {!data.held && (
              <p class="govuk-body">
                <a class="govuk-link" href={address('/audits/training.csv', data.asked)} download>
                  Training needs as a file (CSV)
                </a>
              </p>
            )}
          </>
        )}
      </AuditFrame>
    ),
  }),
})

const HEAD = [
  'Audit',
  'Standard',
  'Training',
  'Good or better',
  'Of',
  'Per cent',
  'Change in points',
  'Weakest team',
]

/** What to train, the weakest standard first: for those who plan training. It names no child. */
export const trainingCsvPage = page({
  path: '/audits/training.csv',
  permission: 'children-behind',
  audit: 'training needs: export',
  load: async (ctx: Ctx<Db>) => {
    const { found: data } = await loadThemes(ctx)
    const rows = data.themes.map(t => [
      data.asked.tool.title,
      t.title,
      t.training,
      String(t.now.numerator),
      String(t.now.denominator),
      String(t.now.value ?? ''),
      String(moved(t) ?? ''),
      t.weakest?.team ?? '',
    ])
    return {
      file: {
        name: `training-${data.asked.tool.code}-${ctx.today}.csv`,
        type: 'text/csv; charset=utf-8',
        bytes: csvFile([HEAD, ...rows]),
      },
    }
  },
  render: () => ({ title: 'Training needs', body: null }),
})
