import {
  type FollowUp,
  type Framework,
  type FrameworkJudgement,
  followUpDue,
} from '../../domain/improvement/framework.ts'
import { printAllowance } from '../../domain/kernel/allowance.ts'
import { england } from '../../domain/kernel/calendar.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'

const WHEN: Readonly<Record<FollowUp['when'], string>> = {
  always: 'Always',
  'health-recommendations': 'Where it asks something of health services',
  inadequate: 'Where a grade is inadequate',
  'priority-action': 'Where priority action is asked for',
}

const STANDING = {
  confirmed: '',
  supported: ' (a second source says so)',
  unconfirmed: ' (not checked)',
} as const

export const Grades = ({ framework: f }: { framework: Framework }) =>
  f.grades.length === 0 ? (
    <p class="govuk-body">Nothing is graded: inspectors write what they found.</p>
  ) : (
    <MojScrollablePane label={`Grades: ${f.shortName}`}>
      {' '}
      <Table
        caption={`Grades: ${f.shortName}`}
        captionSize="s"
        head={['Grade', 'What it says', 'Also printed as']}
        rows={f.grades.map(g => [g.name, g.means ?? '', (g.also ?? []).join('; ')])}
      />
    </MojScrollablePane>
  )

const carried = (j: FrameworkJudgement): string =>
  [j.from && `Begun from ${longDay(j.from)}`, j.before && `Begun before ${longDay(j.before)}`]
    .filter(Boolean)
    .join(', ') || 'All'

export function JudgementTable({ framework: f }: { framework: Framework }) {
  if (f.judgements.length === 0) return null
  const title = new Map(f.sections.map(s => [s.code, s.title]))
  return (
    <MojScrollablePane label={`Judgements: ${f.shortName}`}>
      <Table
        caption={`Judgements: ${f.shortName}`}
        captionSize="s"
        head={['Part of the report', 'Judgement', 'Inspections']}
        rows={f.judgements.map(j => [title.get(j.section) ?? '', j.title, carried(j)])}
      />
    </MojScrollablePane>
  )
}

export const Times = ({ framework: f }: { framework: Framework }) =>
  f.bands.length === 0 ? null : (
    <Table
      caption={`Headings of areas for improvement: ${f.shortName}`}
      captionSize="s"
      head={['Heading', 'Due, from publication']}
      rows={f.bands.map(b => [
        b.title,
        b.within === undefined ? 'No time is set' : b.within.n === 0 ? 'At once' : printAllowance(b.within),
      ])}
    />
  )

/** What must follow, by when if the clock began today, and where each rule comes from. */
export function FollowUpTable({
  rows,
  today,
  caption,
}: {
  rows: readonly FollowUp[]
  today: Day
  caption: string
}) {
  if (rows.length === 0) return <p class="govuk-body">Nothing has to follow that is known here.</p>
  const due = (row: FollowUp) => followUpDue(row, { received: today, published: today }, england)
  const said = (row: FollowUp) => {
    const day = due(row)
    return row.within && day
      ? `${printAllowance(row.within)} from ${row.clock}: ${longDay(day)}`
      : 'No time is set'
  }
  return (
    <MojScrollablePane label={caption}>
      <Table
        caption={caption}
        captionSize="s"
        head={['What', 'When', 'To', 'By', 'Source']}
        rows={rows.map(u => [u.what, WHEN[u.when], u.to, said(u), `${u.source}${STANDING[u.status]}`])}
      />
    </MojScrollablePane>
  )
}
