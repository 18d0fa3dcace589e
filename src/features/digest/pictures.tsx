import { type Split, splits } from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { SUPPRESSED } from '../../domain/indicators/suppress.ts'
import {
  BarChart,
  barTable,
  ChartFigure,
  count,
  percent,
  TrendChart,
  trendTable,
} from '../../web/charts/index.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'
import { address } from './asked.ts'
import { type IndicatorData, MONTHS } from './indicator-load.ts'

const formatOf = (i: Indicator) => (i.unit === 'percent' ? percent : count)
const numbers = (values: readonly unknown[]) => values.map(v => (typeof v === 'number' ? v : null))

/** The figure over the months, with its target. */
export function Trend({ data }: { data: IndicatorData }) {
  const { i, target } = data
  const chart = {
    months: data.ends,
    series: [{ name: i.name, values: numbers(data.past.map(f => f.value)) }],
    format: formatOf(i),
    ...(target === undefined ? {} : { target: { value: target, label: 'Target' } }),
  }
  return (
    <ChartFigure caption={`The last ${MONTHS - 1} months`} label="Trend" table={trendTable(chart)} numeric>
      <TrendChart id="trend" title={`${i.name}: the last ${MONTHS - 1} months`} {...chart} />
    </ChartFigure>
  )
}

/** The figure in each part of a split. */
export function Splits({ data }: { data: IndicatorData }) {
  const { i, split, parts, whole } = data
  const bars = parts.map(p => ({
    label: p.split ?? '',
    value: typeof p.value === 'number' ? p.value : null,
    note:
      p.value === null
        ? 'none'
        : p.value === SUPPRESSED
          ? 'held back'
          : i.unit === 'percent'
            ? `${p.numerator} of ${p.denominator}`
            : '',
  }))
  const chart = {
    bars,
    format: formatOf(i),
    ...(i.unit === 'percent' && typeof whole.value === 'number'
      ? { comparator: { value: whole.value, label: 'All' } }
      : {}),
  }
  return (
    <section>
      <h2 class="govuk-heading-m">Split</h2>
      <MojSubNavigation
        label="Split by"
        items={(Object.keys(splits) as Split[]).map(s => ({
          text: `By ${splits[s].toLowerCase()}`,
          href: address(`/digest/${i.code}`, data.asked, { split: s }),
          active: s === split,
        }))}
      />
      <ChartFigure
        caption={`By ${splits[split].toLowerCase()}`}
        label="Split"
        table={barTable({
          ...chart,
          what: { label: splits[split], value: i.unit === 'percent' ? 'Percent' : 'Children' },
        })}
        numeric
      >
        <BarChart id="split" title={`${i.name} by ${splits[split].toLowerCase()}`} {...chart} />
      </ChartFigure>
    </section>
  )
}
