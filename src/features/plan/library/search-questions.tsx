import { frameworks } from '../../../domain/improvement/frameworks.ts'
import { themes } from '../../../domain/improvement/themes.ts'
import { Button, Details, Select, TextInput } from '../../../web/govuk/index.ts'
import { isNarrowed } from './asked.ts'

import type { SearchData } from './search.tsx'

const GRADES = [
  { value: 1, text: 'Outstanding' },
  { value: 2, text: 'Good' },
  { value: 3, text: 'Adequate, or requires improvement' },
  { value: 4, text: 'Inadequate' },
]

const all = (text: string) => ({ value: '', text })

/** What the library is asked: words and a theme, and behind them whose report and when. */
export function Questions({ data }: { data: SearchData }) {
  const { asked, councils, stands } = data
  const years = Array.from(
    { length: (stands.last ?? 0) - (stands.first ?? 1) + 1 },
    (_, n) => (stands.first ?? 0) + n,
  ).map(y => ({ value: y, text: String(y) }))
  const more = [asked.framework, asked.level, asked.from, asked.to, asked.council, asked.kind]
  return (
    <form method="get" action="/plan/library" class="gt-library__questions" aria-label="Search the library">
      <TextInput
        name="q"
        label={{ text: 'Words', size: 's' }}
        hint={'For words that stand together use quotation marks: "life story". For either, write or.'}
        value={asked.words ?? ''}
      />
      <Select
        name="theme"
        label={{ text: 'Theme', size: 's' }}
        value={asked.theme ?? ''}
        items={[all('Any theme'), ...themes.map(t => ({ value: t.code, text: t.title }))]}
      />
      <Details summary="Council, grade, years and framework" open={more.some(m => m !== undefined)}>
        <div class="gt-inline-form gt-filters">
          <Select
            name="kind"
            label="Which words"
            value={asked.kind ?? ''}
            items={[
              all('Areas and findings'),
              { value: 'area', text: 'Areas for improvement' },
              { value: 'evidence', text: 'What inspectors found' },
            ]}
          />
          <Select
            name="council"
            label="Council"
            value={asked.council ?? ''}
            items={[all('Any'), ...councils.map(c => ({ value: c.code, text: c.name }))]}
          />
          <Select
            name="grade"
            label="Grade of the report"
            value={asked.level ?? ''}
            items={[all('Any'), ...GRADES]}
          />
          <Select
            name="framework"
            label="Framework"
            value={asked.framework ?? ''}
            items={[
              all('Any'),
              ...frameworks.map(f => ({ value: f.code, text: `${f.shortName}, from ${f.from.slice(0, 4)}` })),
            ]}
          />
          <Select name="from" label="From" value={asked.from ?? ''} items={[all('Any year'), ...years]} />
          <Select name="to" label="To" value={asked.to ?? ''} items={[all('Any year'), ...years]} />
        </div>
      </Details>
      <div class="govuk-button-group">
        <Button>Search</Button>
        {isNarrowed(asked) && (
          <a class="govuk-link" href="/plan/library">
            Clear
          </a>
        )}
      </div>
    </form>
  )
}
