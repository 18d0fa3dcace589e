import { monthName, parts } from '../kernel/day.ts'
import { printValue } from './impact.ts'
import { cell, type Picture, type Table } from './paper.ts'

/** The numbers of a chart as a table: a row for each year and a column for each month that has one. */
export function chartTable(figure: Picture): Table {
  const { months, series, unit } = figure.chart
  const values = series[0]?.values ?? []
  const years = [...new Set(months.map(m => parts(m).year))]
  const used = [...new Set(months.map(m => parts(m).month))].sort((a, b) => a - b)
  const nameOf = (month: number) => {
    const one = months.find(m => parts(m).month === month)
    return one === undefined ? '' : monthName(one).slice(0, 3)
  }
  const valueAt = (year: number, month: number) => {
    // Of two in one month the later stands.
    const i = months.findLastIndex(m => parts(m).year === year && parts(m).month === month)
    const value = values[i]
    return value === undefined || value === null ? '–' : printValue(value, unit)
  }
  return {
    kind: 'table',
    caption: `${figure.title}: the numbers`,
    head: ['Year', ...used.map(nameOf)],
    rows: years.map(year => [cell(String(year)), ...used.map(month => cell(valueAt(year, month)))]),
  }
}
