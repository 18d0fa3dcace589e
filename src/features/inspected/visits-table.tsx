import { type Day, shortDay } from '../../domain/kernel/day.ts'
import { expected, inSample, type Visit, type VisitState, visitState } from '../../domain/readiness/visit.ts'
import { visitCodes } from '../../domain/readiness/visit-kinds.ts'
import { MojScrollablePane, Table, Tag, type TagColour } from '../../web/govuk/index.ts'

const STATES: Readonly<Record<VisitState, readonly [words: string, colour: TagColour]>> = {
  coming: ['Coming', 'blue'],
  'on-site': ['On site', 'orange'],
  between: ['Not ended yet', 'yellow'],
  over: ['Over', 'grey'],
}

export function StateTag({ visit, on }: { visit: Visit; on: Day }) {
  const [words, colour] = STATES[visitState(visit, on)]
  return <Tag colour={colour}>{words}</Tag>
}

/** Every visit, the latest first. */
export function VisitsTable({ visits, on }: { visits: readonly Visit[]; on: Day }) {
  if (visits.length === 0)
    return (
      <p class="govuk-body">
        No visit has been begun. Begin one on the day notice is given: inspectors are let in there, and files
        are put in their sample.
      </p>
    )
  return (
    <MojScrollablePane label="Visits">
      <Table
        caption="Visits"
        captionSize="m"
        rowHeaders
        head={[
          'Visit',
          'State',
          'Notice',
          'On site',
          { text: 'Inspectors', numeric: true },
          { text: 'Files', numeric: true },
          { text: 'Requests open', numeric: true },
        ]}
        rows={visits.map(v => [
          <a class="govuk-link" href={`/inspection/${v.code}`}>
            {visitCodes[v.kind]} <span class="gt-quiet">{v.code}</span>
          </a>,
          { text: <StateTag visit={v} on={on} />, class: 'gt-nowrap' },
          { text: shortDay(v.notice), class: 'gt-nowrap' },
          { text: `${shortDay(v.from)} to ${shortDay(v.to)}` },
          { text: String(expected(v, on).length), numeric: true },
          { text: String(new Set(inSample(v, on).map(s => s.child)).size), numeric: true },
          { text: String(v.requests.filter(r => r.answers.length === 0).length), numeric: true },
        ])}
      />
    </MojScrollablePane>
  )
}
