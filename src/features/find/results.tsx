import { fileAt } from '../../domain/access/parts.ts'
import type { Role } from '../../domain/access/roles.ts'
import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import type { Results as FoundAll } from '../../store/queries/find-child.ts'
import type { Found } from '../../store/queries/find-listed.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import type { Ctx } from '../../web/page.ts'
import { sentence } from './sentence.ts'

export interface FindData extends FoundAll {
  readonly asked: string
  readonly number: number
  readonly pages: number
}

interface Props {
  readonly data: FindData
  readonly ctx: Ctx<Db>
}

const here = (asked: string): string => encodeURIComponent(asked)

function Nobody({ data, ctx }: Props) {
  return (
    <p class="govuk-body">
      No child is found for “{data.asked}”. Try fewer letters, an earlier name, the date of birth or the child
      ID.
      {ctx.can('new-child').allow && (
        <>
          {' '}
          If nobody knows the child yet,{' '}
          <a class="govuk-link" href={`/new-child?q=${here(data.asked)}`}>
            start a file
          </a>
          .
        </>
      )}
    </p>
  )
}

/** Whom it is, and under the name why it is an answer where the name alone does not show it. */
function Who({ child, role }: { child: Found; role: Role }) {
  return (
    <>
      <a class="govuk-link" href={fileAt(role, child.code)}>
        {calledBy(child, child.code)}
      </a>
      {child.otherNames && <span class="gt-quiet"> also {child.otherNames}</span>}
      {child.why.length > 0 && <span class="gt-quiet gt-below gt-find__why">{sentence(child.why)}</span>}
    </>
  )
}

/** Whether so many were found that another word would find the child sooner. */
const isMany = (data: FindData): boolean => data.pages > 2 && data.number === 1

/** The children who fit, the best answer first. */
export function Results({ data, ctx }: Props) {
  if (data.asked === '') return null
  if (data.total === 0) return <Nobody data={data} ctx={ctx} />
  return (
    <>
      {isMany(data) && (
        <p class="govuk-body">
          A date of birth, or a word of the address beside the name, finds the child sooner.
        </p>
      )}
      <MojScrollablePane label="Children found">
        <Table
          caption={data.total === 1 ? '1 child found' : `${data.total} children found, the likeliest first`}
          captionSize="s"
          head={['Name', 'Born', 'Child ID', 'Worker']}
          rows={data.children.map(c => [
            { text: <Who child={c} role={ctx.viewer.role} /> },
            c.born ? `${longDay(c.born)} (${ageWords(c, ctx.today)})` : 'Not recorded',
            c.code,
            c.worker ?? 'Nobody',
          ])}
        />
      </MojScrollablePane>
      <Paging number={data.number} pages={data.pages} link={n => `/find?q=${here(data.asked)}&page=${n}`} />
      {ctx.can('new-child').allow && data.number === data.pages && (
        <p class="govuk-body">
          Is it none of these?{' '}
          <a class="govuk-link" href={`/new-child?q=${here(data.asked)}`}>
            Start a file
          </a>
        </p>
      )}
    </>
  )
}
