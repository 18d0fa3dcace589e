import { frameworks } from '../../domain/improvement/frameworks.ts'
import { BRAGS, DELIVERY_WORDS, IMPACT_WORDS } from '../../domain/improvement/plan.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Select } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import { sourceCalled } from './frame.tsx'
import type { Overview } from './overview.tsx'
import { FILTERS, type FilterName, NONE, STATES, themeKey, valuesOf } from './plan-filter.ts'

const TITLES: Readonly<Record<FilterName, string>> = {
  source: 'Source',
  theme: 'Theme',
  section: 'Part',
  band: 'Time given',
  lead: 'Owner',
  delivery: 'Delivery',
  impact: 'Impact',
  state: 'Only those',
}

const sections = new Map<string, string>(
  frameworks.flatMap(f => f.sections.map(s => [s.code, s.title] as const)),
)
const bands = new Map<string, string>(frameworks.flatMap(f => f.bands.map(b => [b.code, b.title] as const)))
const marks = (words: Readonly<Record<string, string>>) =>
  new Map<string, string>(BRAGS.map(b => [b, `${words[b]} (${b})`]))
const delivery = marks(DELIVERY_WORDS)
const impact = marks(IMPACT_WORDS)

/** A part of a source, in the words of the first framework that has it. */
export const sectionTitle = (code: string): string => sections.get(code) ?? code
export const bandTitle = (code: string | null): string => bands.get(code ?? '') ?? 'No time set'

function nameOf(name: FilterName, value: string, data: Overview): string {
  if (name === 'source') return sourceCalled(data.view, value)
  if (name === 'theme') return value === NONE ? 'No theme' : themeCalled(data.lines, value)
  if (name === 'state') return new Map<string, string>(Object.entries(STATES)).get(value) ?? value
  if (name === 'section') return sectionTitle(value)
  if (name === 'band') return bandTitle(value)
  if (name === 'lead') return value
  if (value === NONE) return 'Not marked'
  return (name === 'delivery' ? delivery : impact).get(value) ?? value
}

/** A theme in the words in which it was first written. */
export const themeCalled = (lines: Overview['lines'], key: string): string =>
  lines.find(l => themeKey(l.action) === key)?.action.theme ?? key

/** Questions that narrow the plan. A question with one possible answer is not asked. */
export function Filters({ data, ctx }: { data: Overview; ctx: Ctx<Db> }) {
  if (data.lines.length === 0) return null
  const asked = FILTERS.filter(name => data.filter[name] || valuesOf(name, data.lines, ctx.today).length > 1)
  return (
    <form method="get" action="/plan" class="gt-inline-form gt-filters" aria-label="Narrow the plan">
      {asked.map(name => (
        <Select
          name={name}
          label={TITLES[name]}
          value={data.filter[name] ?? ''}
          items={[
            { value: '', text: 'All' },
            ...valuesOf(name, data.lines, ctx.today)
              .toSorted()
              .map(value => ({ value, text: nameOf(name, value, data) })),
          ]}
        />
      ))}
      {data.order !== 'ref' && <input type="hidden" name="sort" value={data.order} />}
      <Button variant="secondary">Show</Button>
      {Object.keys(data.filter).length > 0 && (
        <a class="govuk-link" href="/plan">
          Show all
        </a>
      )}
    </form>
  )
}
