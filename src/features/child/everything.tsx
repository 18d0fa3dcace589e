import { longDay } from '../../domain/kernel/day.ts'
import { writes } from '../../domain/records/record-type.ts'
import { findRecordType, knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type ChildCtx, childPage, type DataOf, found, pageNumber } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { mayJoin } from './joined-files.tsx'
import { offered } from './record.tsx'

const SIZE = 25

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const only = findRecordType(ctx.query.only ?? '')?.code ?? ''
  const all = view.file.happenings.filter(e => only === '' || e.type === only).toReversed()
  const pages = Math.max(1, Math.ceil(all.length / SIZE))
  const page = Math.min(pages, pageNumber(ctx.query))
  const shown = all.slice((page - 1) * SIZE, page * SIZE)
  return found({
    view,
    shown,
    page,
    pages,
    total: all.length,
    only,
    names: await namesOf(
      ctx.tx,
      shown.map(e => e.author),
    ),
  })
}

type Data = DataOf<typeof load>

/** Every entry of the file, newest first, and every way to add one. */
export const everythingPage = childPage({
  path: '/child/:child/record',
  permission: 'open',
  audit: 'everything recorded',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => {
    const at = `/child/${ctx.child.code}`
    const types = offered.filter(t => ctx.can(t.permission).allow && writes(t, ctx.viewer.role))
    const link = (n: number) => `${at}/record?page=${n}${data.only ? `&only=${data.only}` : ''}`
    return {
      title: childTitle(ctx, 'Everything recorded'),
      section: 'find',
      wide: true,
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
          <h1 class="govuk-heading-l">Everything recorded</h1>
          {types.length > 0 && (
            <nav aria-label="Record something" class="gt-record-menu">
              <h2 class="govuk-heading-s">Record something</h2>
              <ul class="govuk-list">
                {types.map(t => (
                  <li>
                    <a class="govuk-link" href={`${at}/record/${t.code}`}>
                      {t.title}
                    </a>
                  </li>
                ))}
                {mayJoin(ctx) && (
                  <li>
                    <a class="govuk-link" href={`${at}/join`}>
                      Two files of one child
                    </a>
                  </li>
                )}
              </ul>
            </nav>
          )}
          <MojScrollablePane label="Everything recorded">
            <Table
              caption={`${data.total} entries${data.only ? `: ${knownRecordType(data.only).title.toLowerCase()}` : ''}`}
              captionSize="s"
              head={['Day', 'What', 'In a line', 'Recorded by']}
              rows={data.shown.map(e => [
                longDay(e.happened),
                {
                  text: (
                    <a class="govuk-link" href={`${at}/entry/${e.id}`}>
                      {knownRecordType(e.type).title}
                    </a>
                  ),
                },
                {
                  text: (
                    <>
                      {e.withdrawn ? (
                        <s>{knownRecordType(e.type).summary(e.answers)}</s>
                      ) : (
                        knownRecordType(e.type).summary(e.answers)
                      )}{' '}
                      {e.withdrawn && <Tag colour="grey">Withdrawn</Tag>}{' '}
                      {e.amendments.length > 0 && <Tag colour="grey">Amended</Tag>}
                    </>
                  ),
                },
                data.names.get(e.author) ?? '',
              ])}
            />
          </MojScrollablePane>
          <Paging number={data.page} pages={data.pages} link={link} before="Newer" />
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}/department`}>
              What the Department receives
            </a>
          </p>
        </ChildFrame>
      ),
    }
  },
})
