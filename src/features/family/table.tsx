import type { Claim } from '../../domain/family/claims.ts'
import { isSibling, type Relative } from '../../domain/family/relatives.ts'
import { longDay, parseDay } from '../../domain/kernel/day.ts'
import { type Content, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { ReachWords } from './reach.tsx'

/** Somebody by name, leading to their file where they have one here. */
export function RelativeName({ relative: r }: { relative: Relative }) {
  if (!r.file) return <>{r.name}</>
  return (
    <a class="govuk-link" href={`/child/${r.file.code}`}>
      {r.name}
    </a>
  )
}

/** Where it is written: on this file, or on the other's. */
export const Source = ({ claim, code, relative: r }: { claim: Claim; code: string; relative: Relative }) => (
  <a class="govuk-link" href={`/child/${claim.toldBy === null ? code : r.file?.code}/entry/${claim.entry}`}>
    {claim.toldBy === null ? 'This file' : `${r.name}’s file`}
  </a>
)

function since(r: Relative): string {
  const from = r.from ? longDay(r.from) : ''
  if (!r.ended) return from
  return `${from ? `${from} ` : ''}until ${r.to ? longDay(r.to) : 'a day not recorded'}`
}

const bornWords = (r: Relative): string => {
  if (r.born === null) return ''
  const day = parseDay(r.born)
  return `${r.unborn ? 'expected' : 'born'} ${day ? longDay(day) : r.born}`
}

const yesNo = (v: boolean | null): string => (v === null ? 'Not recorded' : v ? 'Yes' : 'No')

/** Of children nobody asks whether they answer for this one, nor for a number when their own file has it. */
const grownUp = (r: Relative): boolean => r.file === null && !isSibling(r) && r.kind !== 'child'

/** A cell that still says what it is where the table is stacked, on a phone. */
const told = (label: string, text: Content) => ({ text, attributes: { 'data-label': label } })

const rowOf = (r: Relative, code: string) => [
  r.title,
  {
    text: (
      <>
        <RelativeName relative={r} />
        {bornWords(r) && <span class="gt-line gt-quiet">{bornWords(r)}</span>}
        {r.died && <span class="gt-line gt-quiet">has died</span>}
        {r.side && <span class="gt-line gt-quiet">{r.side}’s side</span>}
      </>
    ),
  },
  told('Since', since(r)),
  told(
    'Parental responsibility',
    r.closed || (r.responsibility === null && !grownUp(r)) ? '' : yesNo(r.responsibility),
  ),
  r.closed ? '' : r.household ? 'Lives with the child' : '',
  told(
    'How to reach them',
    r.closed || (r.contact === null && !grownUp(r)) ? '' : <ReachWords words={r.contact} />,
  ),
  {
    text: r.closed
      ? 'On their file, which is closed to you'
      : r.claims.map(c => (
          <span class="gt-line">
            <Source claim={c} code={code} relative={r} />
          </span>
        )),
  },
]

/** Everybody in the picture, in words. */
export function RelativesTable({ relatives, code }: { relatives: readonly Relative[]; code: string }) {
  if (relatives.length === 0) return null
  return (
    <MojScrollablePane label="Everybody in the family" class="gt-family__table">
      <Table
        class="gt-stacked"
        caption="Who is who"
        captionSize="m"
        head={[
          'To the child',
          'Who',
          'Since',
          'Parental responsibility',
          'Household',
          'How to reach them',
          'Where it is written',
        ]}
        rows={relatives.map(r => rowOf(r, code))}
        rowHeaders
        smallOnPhone
      />
    </MojScrollablePane>
  )
}
