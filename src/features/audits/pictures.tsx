import { type ShownFigure, SUPPRESSED } from '../../domain/indicators/suppress.ts'
import { addDays, addMonths } from '../../domain/kernel/day.ts'
import { auditSplits, distribution, ENOUGH, goodOf, quarterName } from '../../domain/quality/collate.ts'
import { GRADES, grades } from '../../domain/quality/grades.ts'
import { BarChart, barTable, ChartFigure, percent, TrendChart, trendTable } from '../../web/charts/index.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { address, within } from './asked.ts'
import type { Collated } from './collated.tsx'

type Shown = ShownFigure | Collated['figures'][number]
const share = (f: Shown | undefined): number | null => (f && typeof f.value === 'number' ? f.value : null)
const note = (f: Shown | undefined): string =>
  !f || f.denominator === 0
    ? 'none'
    : f.value === SUPPRESSED
      ? 'held back: few'
      : `${f.numerator} of ${f.denominator}`

/** How many files of each grade, a row a standard: every number opens into the files. */
function GradeTable({ data }: { data: Collated }) {
  return (
    <MojScrollablePane label="Files of each grade">
      <Table
        caption="Files of each grade, in the last twelve months"
        captionSize="m"
        rowHeaders
        head={['Standard', ...GRADES.map(g => ({ text: grades[g], numeric: true }))]}
        rows={data.standards.map(s => [
          s.title,
          ...distribution(data.year, s.code).map((n, i) =>
            n === 0 ? (
              '0'
            ) : (
              <a
                class="govuk-link"
                href={address('/audits/behind', data.asked, { standard: s.code, grade: GRADES[i] ?? '' })}
              >
                {n}
                <span class="govuk-visually-hidden">
                  {' '}
                  files: {s.title}, {grades[GRADES[i] ?? 'good'].toLowerCase()}
                </span>
              </a>
            ),
          ),
        ])}
      />
    </MojScrollablePane>
  )
}

/** Each standard: the share of files in which it is good or better. */
export function Grades({ data }: { data: Collated }) {
  const whole = (code: string) => data.figures.find(f => f.code === code && f.split === null)
  const bars = {
    bars: data.standards.map(s => ({
      label: s.title,
      value: share(whole(s.code)),
      note: note(whole(s.code)),
      strong: s.code === 'overall',
    })),
    format: percent,
    what: { label: 'Standard', value: 'Good or better' },
  }
  return (
    <>
      <ChartFigure
        caption="Good or better, in the last twelve months"
        label="Good or better by standard"
        table={barTable(bars)}
      >
        <BarChart id="grades" title="Good or better by standard" {...bars} />
      </ChartFigure>
      {!data.held && <GradeTable data={data} />}
    </>
  )
}

/** The share good or better, quarter by quarter: the whole, and the three standards that are weakest now. */
export function Quarters({ data }: { data: Collated }) {
  const weakest = data.standards
    .filter(s => s.code !== 'overall')
    .map(s => ({ s, now: goodOf(data.year, s.code) }))
    .filter(w => w.now.denominator > 0)
    .toSorted((a, b) => (a.now.value ?? 101) - (b.now.value ?? 101))
    .slice(0, 3)
    .map(w => w.s)
  const overall = data.standards.filter(s => s.code === 'overall')
  const of = (code: string) =>
    data.quarters.map(q => {
      const made = goodOf(within(data.all, { from: q, to: addDays(addMonths(q, 3), -1) }), code)
      // Two files are no trend.
      return made.denominator < ENOUGH ? null : share(made)
    })
  const trend = {
    months: data.quarters,
    series: [...overall, ...weakest].map(s => ({ name: s.title, values: of(s.code) })),
    format: percent,
  }
  const table = trendTable(trend)
  // The table says quarters where the picture has room for a month alone.
  const rows = table.rows.map((r, i) => [
    data.quarters[i] ? quarterName(data.quarters[i]) : r[0],
    ...r.slice(1),
  ])
  return (
    <ChartFigure
      caption="Good or better by quarter: over all, and what is weakest now"
      label="Good or better by quarter"
      table={{ head: ['Quarter', ...table.head.slice(1)], rows: rows.map(r => r.map(c => c ?? '')) }}
      numeric
    >
      <TrendChart id="quarters" title="Good or better by quarter" {...trend} />
    </ChartFigure>
  )
}

const degree = (value: number | null): string =>
  value === null ? 'none' : value >= 75 ? 'high' : value >= 50 ? 'mid' : value >= 30 ? 'low' : 'least'

/** Standards against teams (or ages, or ethnic groups): where it is weak, at a glance. */
export function Heat({ data }: { data: Collated }) {
  const { split } = data.asked
  const cell = (code: string, part: string) => data.figures.find(f => f.code === code && f.split === part)
  return (
    <MojScrollablePane label="Good or better, side by side">
      <Table
        caption={`Good or better by ${auditSplits[split].toLowerCase()}, per cent of files`}
        captionSize="m"
        class="gt-audit-heat"
        rowHeaders
        head={['Standard', ...data.parts.map(p => ({ text: p, numeric: true }))]}
        rows={data.standards.map(s => [
          s.title,
          ...data.parts.map(p => {
            const f = cell(s.code, p)
            const value = share(f)
            const more = { standard: s.code, part: p }
            return {
              numeric: true,
              class: `gt-audit-heat--${degree(value)}`,
              text:
                value === null ? (
                  <span class="gt-quiet">{f && f.value === SUPPRESSED ? 'c' : '–'}</span>
                ) : data.held ? (
                  percent(value)
                ) : (
                  <a class="govuk-link" href={address('/audits/behind', data.asked, more)} title={note(f)}>
                    {percent(value)}
                    <span class="govuk-visually-hidden">
                      , {note(f)}: {s.title}, {p}
                    </span>
                  </a>
                ),
            }
          }),
        ])}
      />
      {data.held && (
        <p class="govuk-body-s gt-quiet">
          c: held back, because it speaks of few children, or would let it be worked out.
        </p>
      )}
    </MojScrollablePane>
  )
}
