import { type Day, earlier, later, shortDay } from '../../domain/kernel/day.ts'
import type { ChartTable } from './chart.tsx'

/** Something that lasted; without `to` it still does. */
export type Span = { readonly from: Day; readonly to?: Day | undefined; readonly label: string }

/** Something that happened on a day. A quiet mark has its words in the table only, where there are many. */
export type Mark = { readonly on: Day; readonly label: string; readonly quiet?: boolean | undefined }

export type Lane = {
  readonly name: string
  readonly spans?: readonly Span[] | undefined
  readonly marks?: readonly Mark[] | undefined
}

export type TimelineData = {
  /** The first and last day shown. What lies wholly outside is left out, of the table too. */
  readonly from: Day
  readonly to: Day
  readonly lanes: readonly Lane[]
  /** Draws a line at this day, if it is shown. */
  readonly today?: Day | undefined
}

/** The lane with what can be seen of it between two days, oldest first. */
export function visible(lane: Lane, from: Day, to: Day) {
  const spans = (lane.spans ?? []).filter(span => span.from <= to && (span.to ?? to) >= from)
  const marks = (lane.marks ?? []).filter(mark => mark.on >= from && mark.on <= to)
  return {
    name: lane.name,
    spans: spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    marks: marks.toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** The part of a span that can be seen. */
export function clip(span: Span, from: Day, to: Day): { readonly from: Day; readonly to: Day } {
  return { from: later(span.from, from), to: earlier(span.to ?? to, to) }
}

/** What the picture shows, lane by lane and oldest first: what, from, to. A mark has one day. */
export function timelineTable({ from, to, lanes }: TimelineData): ChartTable {
  const rows = lanes.flatMap(lane => {
    const { name, spans, marks } = visible(lane, from, to)
    const things = [
      ...spans.map(span => ({ at: span.from, row: [name, span.label, shortDay(span.from), ended(span)] })),
      ...marks.map(mark => ({ at: mark.on, row: [name, mark.label, shortDay(mark.on), ''] })),
    ]
    return things.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(thing => thing.row)
  })
  return { head: ['Kind', 'What', 'From or on', 'To'], rows }
}

/** The picture in words, a sentence a lane. */
export function describeTimeline({ from, to, lanes }: TimelineData): string {
  const said = lanes.map(lane => {
    const { name, spans, marks } = visible(lane, from, to)
    const things = [
      ...spans.map(
        span =>
          `${span.label} from ${shortDay(span.from)} ${span.to ? `to ${shortDay(span.to)}` : 'until now'}`,
      ),
      ...marks.filter(mark => !mark.quiet).map(mark => `${mark.label} on ${shortDay(mark.on)}`),
    ]
    const quiet = marks.filter(mark => mark.quiet).length
    if (quiet > 0) things.push(`${quiet} more on single days`)
    return `${name}: ${things.length > 0 ? things.join('; ') : 'nothing in this time'}.`
  })
  return [`From ${shortDay(from)} to ${shortDay(to)}.`, ...said].join(' ')
}

function ended(span: Span): string {
  return span.to ? shortDay(span.to) : 'now'
}
