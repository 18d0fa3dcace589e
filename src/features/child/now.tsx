import { addMonths } from '../../domain/kernel/day.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { writes } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import type { Db } from '../../store/connection.ts'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage } from '../../web/page.ts'
import { Decided } from './decided.tsx'
import { Done } from './done.tsx'
import { Family } from './family.tsx'
import { ChildFrame } from './frame.tsx'
import { JoinedFiles, SecondFile } from './joined-files.tsx'
import { KnownBanner, KnownForm } from './known.tsx'
import { Lately, Missing } from './lately.tsx'
import { Lives } from './lives.tsx'
import { Next } from './next.tsx'
import { loadNow, type NowData } from './now-load.ts'
import { Who } from './who.tsx'

const COMMON = ['statutory-visit', 'case-note', 'looked-after-review', 'managers-decision'] as const

function Record({ ctx }: { ctx: ChildCtx<Db> }) {
  const may = (code: string) => {
    const type = knownRecordType(code)
    return ctx.can(type.permission).allow && writes(type, ctx.viewer.role)
  }
  const buttons = COMMON.filter(may)
  if (buttons.length === 0) return null
  return (
    <div class="govuk-button-group">
      {buttons.map((code, i) => (
        <Button
          href={`/child/${ctx.child.code}/record/${code}`}
          {...(i > 0 ? { variant: 'secondary' as const } : {})}
        >
          {knownRecordType(code).title}
        </Button>
      ))}
      <a class="govuk-link" href={`/child/${ctx.child.code}/record`}>
        Record something else
      </a>
    </div>
  )
}

/** From this age on a page of one's own is offered: what it shows is written for somebody who reads. */
const READS = 10

/** True of a child in care, or who leaves it, and who may read what is written for them. */
const mayHaveOwn = ({ file, on }: NowData): boolean =>
  file.person.born !== null &&
  addMonths(file.person.born, 12 * READS) <= on &&
  file.spells.some(s => (s.kind === 'looked-after' || s.kind === 'leaving-care') && s.to === null)

/** One page: who, where, what is next, what is missing, and the last things that happened. */
export const nowPage = childPage({
  path: '/child/:child',
  permission: 'open',
  audit: 'this child now',
  load: loadNow,
  render: (data: NowData, ctx: ChildCtx<Db>) => ({
    title: ctx.child.called,
    section: 'find',
    wide: true,
    body: (
      <ChildFrame ctx={ctx} file={data.file} tab="now" on={data.on}>
        <h1 class="govuk-visually-hidden">This child now</h1>
        <KnownBanner
          at={data.at}
          back={`/child/${ctx.child.code}`}
          unreadable={data.unreadable}
          empty={data.view.entries.length === 0}
        />
        <Done
          view={data.view}
          id={ctx.query.done}
          notes={data.notes}
          again={ctx.query.again === 'yes'}
          on={ctx.today}
          code={ctx.child.code}
        />
        {data.until && (
          <InsetText>
            You do not work with this child. The file is open to you until {londonTime(data.until)} for the
            reason you gave; what you open is kept with it, and somebody else reviews it.
          </InsetText>
        )}
        {data.view.kept > 0 && (
          <InsetText>{data.view.kept} confidential entries are not shown to you.</InsetText>
        )}
        <JoinedFiles files={data.joined} ctx={ctx} />
        {!data.at && <Record ctx={ctx} />}
        <div class="gt-columns">
          <div>
            <Next clocks={data.view.clocks} on={data.on} code={ctx.child.code} />
            <Lately data={data} code={ctx.child.code} />
          </div>
          <div>
            <Who data={data} />
            <SecondFile ctx={ctx} />
            <Decided file={data.file} on={data.on} code={ctx.child.code} />
            <Family relatives={data.relatives} code={ctx.child.code} />
            <Missing data={data} code={ctx.child.code} />
            {ctx.can('decide').allow && mayHaveOwn(data) && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/child/${ctx.child.code}/own-account`}>
                  A page of their own for the young person
                </a>
              </p>
            )}
            {data.audits > 0 && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/child/${ctx.child.code}/audits`}>
                  Audits of this file ({data.audits})
                </a>
              </p>
            )}
          </div>
        </div>
        <Lives file={data.file} on={data.on} />
        <KnownForm today={ctx.today} />
      </ChildFrame>
    ),
  }),
})
