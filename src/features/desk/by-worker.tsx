import { overTeams } from '../../domain/access/writes.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Share } from '../../store/queries/desk.ts'
import { type Desk, type DeskList, deskLists } from '../../store/queries/desk-lists.ts'
import type { Supervisee } from '../../store/queries/supervision.ts'
import { BarChart, barTable, ChartFigure } from '../../web/charts/index.ts'
import { type Cell, MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { deskLink } from './scope.ts'

/** One worker of the team, or one team: what is held, and how it stands. */
export interface Row {
  readonly key: string
  readonly name: string
  readonly share: Share
  readonly supervisee: Supervisee | null
}

function supervision(s: Supervisee | null, d: Desk): Cell {
  if (!s) return ''
  const overdue = s.due !== null && s.due < d.today
  return {
    text: (
      <>
        <a class="govuk-link" href={`/supervision/${s.code}`}>
          {s.last ? shortDay(s.last) : 'Not yet'}
          <span class="govuk-visually-hidden"> supervision of {s.name}</span>
        </a>
        {s.due && (
          <span class="gt-quiet"> {overdue ? dueWords(s.due, d.today) : `next by ${shortDay(s.due)}`}</span>
        )}
        {overdue && (
          <>
            {' '}
            <Tag colour="yellow">Late</Tag>
          </>
        )}
      </>
    ),
  }
}

interface ByWorkerProps {
  readonly d: Desk
  readonly rows: readonly Row[]
  /** The weight of each worker’s caseload, where it is known. */
  readonly weights: ReadonlyMap<string, string>
}

/** Who holds what: each number opens into its children. */
export function ByWorker({ d, rows, weights }: ByWorkerProps) {
  const teams = d.team === null
  const over = overTeams(d.viewer.role)
  const scope = (key: string): Desk => (teams ? { ...d, team: key } : { ...d, worker: key })
  const number = (list: DeskList, r: Row, n: number): Cell => ({
    text:
      n === 0 ? (
        '0'
      ) : (
        <a class="govuk-link" href={deskLink(scope(r.key), `/desk/${list}`)}>
          {n}
          <span class="govuk-visually-hidden">
            {' '}
            {deskLists[list].toLowerCase()}, {r.name}
          </span>
        </a>
      ),
  })
  const name = (r: Row): Cell => ({
    text: (
      <>
        {teams ? (
          <a class="govuk-link" href={deskLink(scope(r.key))}>
            {r.name}
          </a>
        ) : r.supervisee ? (
          <a class="govuk-link" href={`/staff/${r.supervisee.code}`}>
            {r.name}
          </a>
        ) : (
          r.name
        )}
        {r.supervisee?.newlyQualified && r.supervisee.rule?.startsWith('supervision.newly-qualified') && (
          <>
            {' '}
            <Tag colour="teal">Newly qualified</Tag>
          </>
        )}
      </>
    ),
  })
  const numeric = (text: string): Cell => ({ text, numeric: true })
  return (
    <MojScrollablePane label={teams ? 'Teams' : 'Workers'} class="gt-desk__workers">
      <Table
        caption={teams ? 'By team' : 'By worker'}
        captionSize="m"
        head={[
          teams ? 'Team' : 'Worker',
          numeric('Children'),
          ...(teams ? [] : [numeric('Weight')]),
          numeric('Late'),
          numeric('No reason'),
          numeric('Nothing moved'),
          numeric(over ? 'Left unsigned' : 'To sign off'),
          ...(teams ? [] : ['Last supervision']),
        ]}
        rows={rows.map(r => [
          name(r),
          number('children', r, r.share.children),
          ...(teams ? [] : [weights.get(r.key) ?? '']),
          number('late', r, r.share.late),
          String(r.share.late - r.share.reasons),
          number('drift', r, r.share.drift),
          over ? number('left', r, r.share.left) : number('unsigned', r, r.share.unsigned),
          ...(teams ? [] : [supervision(r.supervisee, d)]),
        ])}
        rowHeaders
        smallOnPhone
      />
    </MojScrollablePane>
  )
}

/** As many bars as can be read at a glance. */
const BARS = 30

/** What is late, as a picture: longest first. Nothing where nothing is late. */
export function LateChart({ d, rows }: { d: Desk; rows: readonly Row[] }) {
  const all = rows.filter(r => r.share.late > 0).toSorted((a, b) => b.share.late - a.share.late)
  if (all.length === 0) return null
  const late = all.slice(0, BARS)
  const what = d.team === null ? 'Team' : 'Worker'
  const bars = late.map(r => ({
    label: r.name,
    value: r.share.late,
    note: r.share.reasons > 0 ? `${r.share.reasons} with a reason` : undefined,
  }))
  const data = { bars, what: { label: what, value: 'Late' } }
  const which = all.length > BARS ? `, the ${BARS} of ${all.length} with most` : ''
  const title = `Late, by ${what.toLowerCase()}${which}`
  return (
    <ChartFigure caption={title} label="Late" table={barTable(data)}>
      <BarChart id="late" title={title} {...data} />
    </ChartFigure>
  )
}
