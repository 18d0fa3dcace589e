import { chronology } from '../../domain/casework/chronology.ts'
import { trueOn } from '../../domain/casework/file.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Db } from '../../store/connection.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { KnownBanner, KnownForm, knownMoment } from './known.tsx'

async function load(ctx: ChildCtx<Db>) {
  const at = knownMoment(ctx.query, ctx.now)
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer, at)
  const on = at ? londonDay(at) : ctx.today
  const file = trueOn(view.file, on)
  const lines = chronology(file)
  const names = await namesOf(
    ctx.tx,
    lines.map(l => l.entry.author),
  )
  return found({
    at,
    file,
    on,
    names,
    lines: ctx.query.order === 'new' ? lines.toReversed() : lines,
    unreadable: ctx.query.known !== undefined && at === undefined,
  })
}

type Data = DataOf<typeof load>

/** The significant events of a child's life with us, from the record itself. It prints. */
export const chronologyPage = childPage({
  path: '/child/:child/chronology',
  permission: 'open',
  audit: 'chronology',
  load,
  render: (data: Data, ctx: ChildCtx<Db>) => {
    const at = `/child/${ctx.child.code}`
    return {
      title: childTitle(ctx, 'Chronology'),
      section: 'find',
      wide: true,
      body: (
        <ChildFrame ctx={ctx} file={data.file} tab="chronology" on={data.on}>
          <h1 class="govuk-heading-l">Chronology</h1>
          <KnownBanner
            at={data.at}
            back={`${at}/chronology`}
            unreadable={data.unreadable}
            empty={data.file.happenings.length === 0}
          />
          <p class="govuk-body gt-not-printed">
            {ctx.query.order === 'new' ? (
              <a class="govuk-link" href="?order=old">
                Oldest first
              </a>
            ) : (
              <a class="govuk-link" href="?order=new">
                Newest first
              </a>
            )}
          </p>
          {data.lines.length === 0 ? (
            <p class="govuk-body">
              Nothing significant is recorded yet. Decisions, moves, plans and missing episodes come here by
              themselves.
            </p>
          ) : (
            <MojScrollablePane label="Chronology">
              <Table
                caption={`${data.lines.length} significant events`}
                captionSize="s"
                head={['Day', 'Age', 'What happened', 'Recorded by']}
                rows={data.lines.map(l => [
                  longDay(l.on),
                  l.age,
                  {
                    text: (
                      <a class="govuk-link" href={`${at}/entry/${l.entry.id}`}>
                        {l.what}
                      </a>
                    ),
                  },
                  `${data.names.get(l.entry.author) ?? ''}${l.entry.amendments.length > 0 ? ' (amended)' : ''}`,
                ])}
              />
            </MojScrollablePane>
          )}
          <KnownForm today={ctx.today} />
        </ChildFrame>
      ),
    }
  },
})
