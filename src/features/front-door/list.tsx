import { calledBy } from '../../domain/casework/person.ts'
import { clockHours } from '../../domain/front-door/age.ts'
import { type Earlier, repeats } from '../../domain/front-door/repeats.ts'
import type { Day, Instant } from '../../domain/kernel/day.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Waiting } from '../../store/queries/front-door.ts'
import { MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { childWords, RepeatTags, sortOf, sourceOf } from './said.tsx'

interface WaitingProps {
  readonly rows: readonly Waiting[]
  readonly told: ReadonlyMap<string, readonly Answers[]>
  readonly earlier: ReadonlyMap<string, readonly Earlier[]>
  readonly today: Day
  readonly now: Instant
  readonly total: number
}

function Whom({ row, told, today }: { row: Waiting; told: readonly Answers[]; today: Day }) {
  const href =
    row.kind === 'contact' ? `/front-door/${row.code}` : `/child/${row.code}/record/referral-decided`
  const words =
    row.kind === 'referral'
      ? calledBy(row, row.code)
      : told.map(t => childWords(t, today)).join('; ') || 'No child named'
  return (
    <>
      <a class="govuk-link" href={href}>
        {words}
      </a>{' '}
      <span class="gt-quiet gt-nowrap">{row.code}</span>
      {row.danger && (
        <>
          {' '}
          <Tag colour="red">In danger now</Tag>
        </>
      )}
      {row.marac && (
        <>
          {' '}
          <Tag colour="purple">MARAC</Tag>
        </>
      )}
    </>
  )
}

function Repeats({ row, earlier }: { row: Waiting; earlier: readonly Earlier[] }) {
  const said = repeats({ receivedOn: row.receivedOn, sort: row.sort ?? '' }, earlier)
  return said.length === 0 ? null : <RepeatTags said={said} />
}

/** What waits for a decision, the most pressing first. */
export function WaitingTable({ rows, told, earlier, today, now, total }: WaitingProps) {
  return (
    <MojScrollablePane label="Waiting for a decision">
      <Table
        caption={`${total} waiting for a decision`}
        captionSize="s"
        head={['About', 'What it is', 'From', 'Waiting', 'Decide']}
        rows={rows.map(row => [
          {
            text: (
              <>
                <Whom row={row} told={told.get(row.subject) ?? []} today={today} />
                <Repeats row={row} earlier={earlier.get(row.subject) ?? []} />
              </>
            ),
            class: 'gt-door__about',
          },
          row.kind === 'referral' ? 'Referral on the child’s file' : sortOf(row.sort),
          sourceOf(row.source),
          { text: clockHours(row.since, now), class: 'gt-nowrap' },
          row.due === null
            ? ''
            : row.due < today
              ? { text: <strong>{dueWords(row.due, today)}</strong> }
              : dueWords(row.due, today),
        ])}
      />
    </MojScrollablePane>
  )
}
