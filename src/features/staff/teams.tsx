import type { Day } from '../../domain/kernel/day.ts'
import { isNewlyQualified } from '../../domain/workload/limits.ts'
import { weightWords } from '../../domain/workload/weigh.ts'
import { together, type Workforce, workforceOf } from '../../domain/workload/workforce.ts'
import type { WorkerLoad } from '../../store/queries/workload.ts'
import { type Cell, Details, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { Meter } from '../../web/layout/meter.tsx'

/** A team: who is in it, and how many posts it has where that is recorded. */
export interface TeamOf {
  readonly name: string
  readonly people: readonly WorkerLoad[]
  readonly workforce: Workforce
}

/** The teams that hold children or have posts, by name. People of no team are nobody's posts. */
export function teamsOf(staff: readonly WorkerLoad[], posts: ReadonlyMap<string, number>): readonly TeamOf[] {
  const byTeam = Map.groupBy(staff, w => w.team)
  const names = new Set([...byTeam.keys(), ...posts.keys()].filter(t => t !== null))
  return [...names]
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map(name => {
      const people = byTeam.get(name) ?? []
      return { name, people, workforce: workforceOf(people, posts.get(name) ?? null) }
    })
}

/** Posts as they are said: 8, 8.5. */
const posts = (n: number): string => String(Math.round(n * 100) / 100)
const numeric = (n: number | null): Cell => ({ text: n === null ? 'Not recorded' : posts(n), numeric: true })
/** How many, and what part that is: "2 (13.3%)". */
const withRate = (n: number | null, rate: number | null): Cell => ({
  text: (
    <span class="gt-nowrap">
      {n === null ? 'Not recorded' : `${posts(n)}${n > 0 && rate !== null ? ` (${rate.toFixed(1)}%)` : ''}`}
    </span>
  ),
  numeric: true,
})

const sum = (people: readonly WorkerLoad[], of: (w: WorkerLoad) => number) =>
  people.reduce((n, w) => n + of(w), 0)

function Work({ people }: { people: readonly WorkerLoad[] }) {
  const holders = people.filter(w => w.role === 'social-worker' || w.cases.length > 0)
  const [load, limit] = [sum(holders, w => w.load), sum(holders, w => w.limit)]
  const over = holders.filter(w => w.load > w.limit).length
  if (holders.length === 0) return <span class="gt-quiet">Nobody holds children</span>
  return (
    <span class="gt-holder">
      <Meter value={load} most={limit} /> {weightWords(load)} of {weightWords(limit)}
      {over > 0 && `, ${over} over their limit`}
    </span>
  )
}

const cells = (name: Cell, people: readonly WorkerLoad[], w: Workforce, today: Day): readonly Cell[] => [
  name,
  <Work people={people} />,
  numeric(w.posts),
  numeric(w.inPost),
  withRate(w.vacant, w.vacancyRate),
  withRate(w.agency, w.agencyRate),
  { text: String(people.filter(p => isNewlyQualified(p.newlyQualified, today)).length), numeric: true },
]

/** How each team stands: its work against what its people can bear, and its posts against who fills them. */
export function Teams({ teams, today }: { teams: readonly TeamOf[]; today: Day }) {
  const right = (text: string): Cell => ({ text, numeric: true })
  return (
    <>
      <MojScrollablePane label="Teams">
        <Table
          caption="Teams"
          captionSize="m"
          rowHeaders
          head={['Team', 'Work', ...['Posts', 'In post', 'Vacant', 'Agency', 'Newly qualified'].map(right)]}
          rows={[
            ...teams.map(t =>
              cells(
                <a class="govuk-link" href={`#${anchor(t.name)}`}>
                  {t.name}
                </a>,
                t.people,
                t.workforce,
                today,
              ),
            ),
            cells(
              <strong>All teams</strong>,
              teams.flatMap(t => t.people),
              together(teams.map(t => t.workforce)),
              today,
            ),
          ]}
        />
      </MojScrollablePane>
      <Details summary="How posts are counted">
        <p class="govuk-body">
          Registered social workers and their managers, counted full-time: two people on half a post each are
          1. In post are those whom the council employs. A post is vacant also while an agency worker covers
          it. The rates are those of the national workforce return: vacancies of all posts vacant or filled,
          and agency workers of agency workers and people in post.
        </p>
      </Details>
    </>
  )
}

/** Where on the page a team's people stand. */
export const anchor = (team: string): string => `team-${team.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
