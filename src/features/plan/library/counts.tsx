import type { Counted } from '../../../store/queries/library-search.ts'
import { Details } from '../../../web/govuk/index.ts'
import { searchPath } from './asked.ts'
import { themeTitle } from './parts.tsx'
import type { SearchData } from './search.tsx'

interface ListProps {
  readonly rows: readonly Counted[]
  readonly title: string
  readonly name: (row: Counted) => string
  readonly href: (row: Counted) => string
}

const FIRST = 12

function Rows({ rows, name, href }: ListProps) {
  return (
    <ul class="govuk-list gt-library__counts">
      {rows.map(row => (
        <li>
          <a class="govuk-link" href={href(row)}>
            {name(row)}
          </a>{' '}
          <span class="gt-library__n">{row.n.toLocaleString('en-GB')}</span>
        </li>
      ))}
    </ul>
  )
}

function List(props: ListProps) {
  const { rows, title } = props
  if (rows.length < 2) return null
  return (
    <section aria-label={title}>
      <h2 class="govuk-heading-s">{title}</h2>
      <Rows {...props} rows={rows.slice(0, FIRST)} />
      {rows.length > FIRST && (
        <Details summary={`${rows.length - FIRST} more`}>
          <Rows {...props} rows={rows.slice(FIRST)} />
        </Details>
      )}
    </section>
  )
}

/** How many of the passages found are on each theme, and of each council. */
export function Counts({ data }: { data: SearchData }) {
  const { asked, results, councils } = data
  const called = new Map(councils.map(c => [c.code, c.name]))
  return (
    <div class="gt-library__aside">
      <List
        rows={results.themes}
        title="By theme"
        name={r => themeTitle(r.code)}
        href={r =>
          asked.words || asked.council
            ? searchPath(asked, { theme: r.code })
            : `/plan/library/theme/${r.code}`
        }
      />
      <List
        rows={results.councils}
        title="By council"
        name={r => called.get(r.code) ?? r.name}
        href={r =>
          asked.words || asked.theme
            ? searchPath(asked, { council: r.code })
            : `/plan/library/council/${r.code}`
        }
      />
    </div>
  )
}
