import { plural } from '../../domain/kernel/plural.ts'
import { yearWords } from '../../domain/returns/check/rule.ts'
import { collections } from '../../domain/returns/fields.ts'
import { grouped, type Line } from '../../domain/returns/live/lines.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Select, Tag } from '../../web/govuk/index.ts'
import type { Ctx, Html } from '../../web/page.ts'
import { type Asked, yearsOn } from './asked.ts'
import type { Reading } from './load.ts'

export const WEIGHTS = { error: 'Error', query: 'Query' } as const

export const Weight = ({ of }: { of: 'error' | 'query' }) => (
  <Tag colour={of === 'error' ? 'orange' : 'grey'}>{WEIGHTS[of]}</Tag>
)

/** "36 errors and 50 queries, on 61 children" */
export function countWords(lines: readonly Line[]): string {
  const [all] = grouped(lines, () => 'all')
  if (!all) return 'Nothing that the rules would reject or ask about.'
  const of = all.children > 0 ? `, on ${plural(all.children, 'child', 'children')}` : ''
  const counts = [
    all.errors > 0 && plural(all.errors, 'error'),
    all.queries > 0 && plural(all.queries, 'query', 'queries'),
  ]
  return `${counts.filter(Boolean).join(' and ')}${of}.`
}

/** "Children looked after (SSDA903), 2025-26, Oak" */
export const overWords = (asked: Asked): string =>
  [collections[asked.collection], yearWords(asked.year), asked.narrow.team].filter(Boolean).join(', ')

/** Which return, of which year; and whose, for those who may see more than one team. */
export function AskForm({
  ctx,
  asked,
  teams,
}: {
  ctx: Ctx<Db>
  asked: Asked
  teams: readonly string[] | null
}) {
  return (
    <form method="get" action="/returns" class="gt-inline-form gt-not-printed">
      <Select
        name="collection"
        label="Return"
        value={asked.collection}
        items={Object.entries(collections).map(([value, text]) => ({ value, text }))}
      />
      <Select
        name="year"
        label="Year"
        value={yearWords(asked.year)}
        items={yearsOn(ctx.today).map(y => ({ value: yearWords(y), text: yearWords(y) }))}
      />
      {teams && (
        <Select
          name="team"
          label="Team"
          value={asked.narrow.team ?? ''}
          items={[{ value: '', text: 'All teams' }, ...teams.map(t => ({ value: t, text: t }))]}
        />
      )}
      <Button variant="secondary">Show</Button>
    </form>
  )
}

/** The part of the product in which returns stand: for a manager, who takes none, their team's. */
export const sectionOf = (ctx: Ctx<Db>): 'returns' | 'team' =>
  ctx.can('returns-file').allow ? 'returns' : 'team'

/** How far the record has been read: the page goes on by itself where scripts run, and by a press where none do. */
export function readingPage(ctx: Ctx<Db>, { asked, read, of }: Reading, href: string): Html {
  const part = of === 0 ? 0 : Math.floor((read / of) * 100)
  return {
    title: `Reading the record: ${part}%`,
    section: sectionOf(ctx),
    body: (
      <>
        <span class="govuk-caption-l">{overWords(asked)}</span>
        <h1 class="govuk-heading-l">Reading the record</h1>
        <p class="govuk-body">
          {read.toLocaleString('en-GB')} of {plural(of, 'child', 'children')} read. It takes longest the first
          time: after that only files that have changed are read again.
        </p>
        <progress class="gt-returns__read" max={100} value={part} aria-label="How much has been read">
          {part}%
        </progress>
        <p class="govuk-body">
          <Button href={href} attributes={{ 'data-goes-on': '' }}>
            Go on
          </Button>
        </p>
      </>
    ),
  }
}
