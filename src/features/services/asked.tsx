import { helpWith } from '../../domain/records/types/service.ts'
import type { Db } from '../../store/connection.ts'
import { services, type Wanted } from '../../store/queries/services.ts'
import { Button, Checkboxes, Select, TextInput } from '../../web/govuk/index.ts'
import { pageNumber } from '../../web/page.ts'

const SIZE = 20

type Query = Readonly<Record<string, string | undefined>>

/** What was asked of the directory, out of an address. An age that is none, or a need nobody knows, is passed over. */
function wantedOf(query: Query, always: Pick<Wanted, 'open'>) {
  const text = (query.q ?? '').trim()
  const age = (query.age ?? '').trim()
  const helps = query.helps && Object.hasOwn(helpWith, query.helps) ? query.helps : null
  return {
    text,
    words: text
      .split(/\s+/)
      .filter(w => w !== '')
      .slice(0, 6),
    helps,
    age: /^\d{1,2}$/.test(age) ? Number(age) : null,
    typedAge: age,
    open: always.open ?? query.open === 'yes',
  }
}

/** A page of the directory, as asked for in an address: one query for those who work here and for anybody. */
export async function findServices(db: Db, query: Query, always: Pick<Wanted, 'open'> = {}) {
  const wanted = wantedOf(query, always)
  const number = pageNumber(query)
  const list = await services(db, wanted, { limit: SIZE, offset: (number - 1) * SIZE })
  const link = (n: number) => {
    const params = {
      q: wanted.text,
      helps: wanted.helps,
      age: wanted.typedAge,
      open: wanted.open ? 'yes' : '',
    }
    const kept = Object.entries(params).flatMap(([k, v]) => (v ? [[k, v]] : []))
    return `?${new URLSearchParams([...kept, ['page', String(n)]])}`
  }
  const narrowed = wanted.text !== '' || wanted.helps !== null || wanted.typedAge !== ''
  return { wanted, ...list, number, pages: Math.max(1, Math.ceil(list.total / SIZE)), link, narrowed }
}

export type FoundServices = Awaited<ReturnType<typeof findServices>>

/** The questions that narrow the directory. */
export function Narrow({
  found,
  action,
  openOnly,
}: {
  found: FoundServices
  action: string
  openOnly: boolean
}) {
  const { wanted } = found
  const wrongAge = wanted.typedAge !== '' && wanted.age === null
  return (
    <search>
      <form method="get" action={action} class="gt-inline-form gt-filters">
        <TextInput name="q" label="A word" value={wanted.text} width={20} />
        <Select
          name="helps"
          label="Helps with"
          value={wanted.helps ?? ''}
          items={[
            { value: '', text: 'Anything' },
            ...Object.entries(helpWith).map(([value, text]) => ({ value, text })),
          ]}
        />
        <TextInput
          name="age"
          label="Child’s age"
          value={wanted.typedAge}
          width={2}
          inputmode="numeric"
          {...(wrongAge ? { error: 'Enter years in figures, such as 7.' } : {})}
        />
        {openOnly && (
          <Checkboxes
            name="open"
            items={[{ value: 'yes', text: 'Takes new families now' }]}
            values={wanted.open ? ['yes'] : []}
            small
          />
        )}
        <Button variant="secondary">Show</Button>
        {found.narrowed && (
          <a class="govuk-link" href={action}>
            Show all
          </a>
        )}
      </form>
    </search>
  )
}

/** How many were found, or what to try where none was. */
export const countWords = (found: FoundServices): string =>
  found.total > 0
    ? `${found.total} ${found.total === 1 ? 'service' : 'services'}`
    : found.narrowed
      ? 'No service fits. Try fewer words, another need, or leave out the age.'
      : 'No service is in the directory yet.'
