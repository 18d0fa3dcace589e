import { type AttendanceTable, shareOf, summed, type Tally } from '../../domain/boards/attendance.ts'
import { addMonths, type Day, endOfMonth } from '../../domain/kernel/day.ts'
import { BarChart, barTable, ChartFigure, percent, TrendChart, trendTable } from '../../web/charts/index.ts'

interface Props {
  readonly table: AttendanceTable
  /** The first of the twelve months shown. */
  readonly from: Day
}

/** The share of all members who came, month by month; a month without a meeting is a gap. */
function overTime({ table, from }: Props) {
  const months = Array.from({ length: 12 }, (_, i) => addMonths(from, i))
  const monthOf = (month: Day): Tally =>
    summed(
      table.meetings.flatMap((m, i) =>
        m.on >= month && m.on <= endOfMonth(month) ? (table.whole[i] ?? []) : [],
      ),
    )
  const tallies = months.map(monthOf)
  return {
    months,
    format: percent,
    series: [
      { name: 'With deputies', values: tallies.map(shareOf) },
      { name: 'In person', values: tallies.map(t => shareOf({ ...t, deputy: 0 })) },
    ],
  }
}

const byAgency = ({ table }: Props) => ({
  bars: table.agencies.map(a => ({
    label: a.agency,
    value: a.represented.of === 0 ? null : Math.round((100 * a.represented.at) / a.represented.of),
    note: `${a.represented.at} of ${a.represented.of}`,
  })),
  format: percent,
  what: { label: 'Agency', value: 'Meetings at which it was represented' },
})

/** Who came over a year, and how often each agency was there at all. */
export function AttendancePictures(props: Props) {
  const trend = overTime(props)
  const bars = byAgency(props)
  const agencies = 'Meetings at which each agency was represented'
  return (
    <>
      <ChartFigure caption="Who came, of all members" label="Who came" table={trendTable(trend)} numeric>
        <TrendChart id="came" title="Who came, of all members" {...trend} />
      </ChartFigure>
      <ChartFigure caption={agencies} label="By agency" table={barTable(bars)} numeric>
        <BarChart id="agencies" title={agencies} {...bars} />
      </ChartFigure>
    </>
  )
}
