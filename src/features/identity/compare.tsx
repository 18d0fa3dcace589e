import { ageWords } from '../../domain/casework/person.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { sexes } from '../../domain/records/codes.ts'
import type { Beside } from '../../store/queries/joined-files.ts'
import { Table } from '../../web/govuk/index.ts'
import type { Pair } from './join-load.ts'

const NONE = 'Not recorded'

const bornWords = (b: Beside, on: Day): string =>
  b.born === null
    ? NONE
    : b.unborn
      ? `Expected ${longDay(b.born)}`
      : `${longDay(b.born)} (${ageWords(b, on)})`

const sexOf = (b: Beside): string => Object.entries(sexes).find(([code]) => code === b.sex)?.[1] ?? NONE

/** The questions that are compared, in the order in which people look. */
const rows: readonly (readonly [string, (b: Beside, on: Day) => string])[] = [
  ['Given names', b => b.givenName ?? NONE],
  ['Family name', b => b.familyName ?? NONE],
  ['Other names', b => b.otherNames ?? NONE],
  ['Born', bornWords],
  ['Sex', sexOf],
  ['NHS number', b => b.nhsNumber ?? NONE],
  ['Unique pupil number', b => b.upn ?? NONE],
  ['Address', b => b.address ?? NONE],
  ['Worker', b => b.worker ?? 'Nobody'],
  ['Begun', b => longDay(londonDay(b.started))],
  ['Entries', b => String(b.entries)],
]

/** Two files side by side; what is not the same stands out. */
export function Compare({ pair, on }: { pair: Pair; on: Day }) {
  const { this: one, other } = pair
  return (
    <Table
      class="gt-compare"
      smallOnPhone
      caption="The two files"
      captionClass="govuk-visually-hidden"
      rowHeaders
      head={[
        { text: <span class="govuk-visually-hidden">Question</span> },
        `This file, ${one.code}`,
        `The other, ${other.code}`,
      ]}
      rows={rows.map(([title, say]) => {
        const [a, b] = [say(one, on), say(other, on)]
        return [title, a, { text: a === b ? b : <strong>{b}</strong> }]
      })}
    />
  )
}
