import type { Db } from '../../store/connection.ts'
import { planOnce } from '../../store/planned-once.ts'
import { caseload } from '../../store/queries/caseload.ts'
import { coveredBy } from '../../store/queries/covers.ts'
import type { Whose } from '../../store/queries/work-parts.ts'
import { BackLink } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { ChildrenTable, FIT } from './caseload.tsx'
import { whoseOf } from './whose.ts'

async function load(ctx: Ctx<Db>) {
  const { whose } = whoseOf(ctx)
  const number = pageNumber(ctx.query)
  const order: 'name' | 'visit' = ctx.query.order === 'visit' ? 'visit' : 'name'
  const covers = await coveredBy(ctx.tx, ctx.viewer.id, ctx.today)
  await planOnce(ctx.tx)
  const asked = { covers, whose, today: ctx.today, limit: FIT, offset: (number - 1) * FIT, order }
  const children = await caseload(ctx.tx, ctx.viewer, asked)
  return found({ ...children, whose, order, number, pages: Math.max(1, Math.ceil(children.total / FIT)) })
}

type Data = DataOf<typeof load>

const heading = ({ whose }: Data): string =>
  whose === 'team' ? 'My team’s children' : 'Children I work with'

const at = (whose: Whose, order: string): string => `/children?whose=${whose}&order=${order}`

/** All whom a person or their team works with, some at a time: for those who have more than a first page shows. */
export const childrenPage = page({
  path: '/children',
  permission: 'my-work',
  audit: 'my children',
  load,
  render: (data: Data, _: Ctx<Db>) => ({
    title: heading(data),
    section: 'work',
    wide: true,
    body: (
      <>
        <BackLink href={`/?whose=${data.whose}`} />
        <h1 class="govuk-heading-l">{heading(data)}</h1>
        {data.total === 0 && <p class="govuk-body">There is none.</p>}
        {data.total > 0 && data.number > data.pages && (
          <p class="govuk-body">
            There are fewer than that.{' '}
            <a class="govuk-link" href={at(data.whose, data.order)}>
              Go back to the first of them
            </a>
          </p>
        )}
        {data.held.length > 0 && (
          <>
            <p class="govuk-body">
              {data.total} {data.total === 1 ? 'child' : 'children'},{' '}
              {data.order === 'name' ? 'by family name' : 'longest since a visit first'}.{' '}
              <a class="govuk-link" href={at(data.whose, data.order === 'name' ? 'visit' : 'name')}>
                {data.order === 'name' ? 'Put those longest since a visit first' : 'Put them by family name'}
              </a>
            </p>
            <ChildrenTable held={data.held} whose={data.whose} />
            <Paging
              number={data.number}
              pages={data.pages}
              link={n => `${at(data.whose, data.order)}&page=${n}`}
            />
          </>
        )}
      </>
    ),
  }),
})
