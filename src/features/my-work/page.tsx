import type { Action } from '../../domain/access/roles.ts'
import { awaySince } from '../../domain/oversight/evening.ts'
import type { Db } from '../../store/connection.ts'
import { draftsOf } from '../../store/drafts.ts'
import { planOnce } from '../../store/planned-once.ts'
import { auditTasks } from '../../store/queries/audit-work.ts'
import { caseload } from '../../store/queries/caseload.ts'
import { coveredBy } from '../../store/queries/covers.ts'
import { contactsWaiting } from '../../store/queries/desk.ts'
import { thisShift, whileAway } from '../../store/queries/evening.ts'
import { planWaiting } from '../../store/queries/plan-waiting.ts'
import { sealedUnnamed } from '../../store/queries/sealed-unnamed.ts'
import { work } from '../../store/queries/work.ts'
import { LEFT_SHOWN } from '../../store/queries/work-parts.ts'
import { MojSubNavigation } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { AuditWork } from './audits.tsx'
import { WhileAway } from './away.tsx'
import { BegunForms } from './begun.tsx'
import { Caseload, FIT } from './caseload.tsx'
import { Covering } from './covering.tsx'
import { type Night, NightHome } from './night.tsx'
import { PlanWaits } from './plan-waits.tsx'
import { SealedUnnamed } from './sealed.tsx'
import { TaskRow } from './task-row.tsx'
import { whoseOf } from './whose.ts'

const SIZE = 30
/** Sealed files that wait for a name, shown at once: after an import there may be hundreds. */
const SEALED = 5

const nightOf = async (ctx: Ctx<Db>): Promise<Night | null> =>
  ctx.viewer.role === 'out-of-hours'
    ? { done: await thisShift(ctx.tx, ctx.viewer, ctx.now), contacts: await contactsWaiting(ctx.tx) }
    : null

/** Where the day begins for those who have no work of a worker's. */
const firstOf: readonly { readonly may: Action; readonly at: string }[] = [
  { may: 'my-children', at: '/my-children' },
  { may: 'my-own', at: '/mine' },
  { may: 'inspect', at: '/inspection/mine' },
  { may: 'allegations', at: '/allegations' },
  { may: 'figures', at: '/digest' },
  { may: 'find', at: '/find' },
  { may: 'accounts', at: '/staff' },
]

async function load(ctx: Ctx<Db>) {
  if (!ctx.can('my-work').allow) return { go: firstOf.find(f => ctx.can(f.may).allow)?.at ?? '/help' }
  const { viewer } = ctx
  const { manages, whose } = whoseOf(ctx)
  const number = pageNumber(ctx.query)
  const covers = await coveredBy(ctx.tx, viewer.id, ctx.today)
  const before = {
    night: await nightOf(ctx),
    covers,
    drafts: await draftsOf(ctx.tx, viewer, ctx.now),
    plan: await planWaiting(ctx.tx, viewer, ctx.today, ctx.can('plan-edit').allow),
    sealed: await sealedUnnamed(ctx.tx, viewer, ctx.now, SEALED),
  }
  // Of the files that somebody holds, whosever they are: one way of asking is as good as another.
  await planOnce(ctx.tx)
  const list = await work(ctx.tx, viewer, covers, whose, ctx, { limit: SIZE, offset: (number - 1) * SIZE })
  return found({
    ...before,
    list,
    children: await caseload(ctx.tx, viewer, { covers, whose, today: ctx.today, limit: FIT, orCount: true }),
    away: before.night ? [] : await whileAway(ctx.tx, viewer, whose, ctx.now),
    audits: await auditTasks(ctx.tx, viewer, covers, ctx),
    whose,
    manages,
    number,
    pages: Math.max(1, Math.ceil(list.total / SIZE)),
  })
}

type Data = DataOf<typeof load>

const heading = (data: Data): string => (data.whose === 'team' ? 'My team’s work' : 'My work')

function waits({ list, audits }: Data): string {
  if (list.total === 0)
    return audits.some(t => t.opens)
      ? 'Nothing waits for you but what audits ask.'
      : 'Nothing waits for you. Everything due in the next four weeks is done.'
  const late = list.overdue > 0 ? `, ${list.overdue} of them late` : ''
  const many = list.left >= LEFT_SHOWN ? 'At least ' : ''
  return `${many}${list.total} ${list.total === 1 ? 'thing' : 'things'} to do in the next four weeks${late}.`
}

/** For those who are over managers: what these left unsigned is below, and all of it, by team, is on the desk. */
function LeftUnsigned({ left }: { left: number }) {
  if (left === 0) return null
  const say =
    left >= LEFT_SHOWN
      ? `Managers have left more unsigned for four weeks than fits here: these are the ${left} that have waited longest.`
      : `Managers have left ${left} of them unsigned for four weeks.`
  return (
    <p class="govuk-body">
      {say}{' '}
      <a class="govuk-link" href="/desk">
        See them by team
      </a>
    </p>
  )
}

/** One home for each person: what is waiting, why, and by when. */
export const myWorkPage = page({
  path: '/',
  permission: 'come-in',
  audit: 'my work',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const link = (n: number) => `/?page=${n}&whose=${data.whose}`
    return {
      title: heading(data),
      section: 'work',
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{heading(data)}</h1>
          {data.manages && (
            <MojSubNavigation
              label="Whose work"
              items={[
                { text: 'My team', href: '/?whose=team', active: data.whose === 'team' },
                { text: 'Mine', href: '/?whose=mine', active: data.whose === 'mine' },
              ]}
            />
          )}
          <WhileAway done={data.away} since={awaySince(ctx.today)} />
          {data.night && <NightHome night={data.night} ctx={ctx} />}
          <p class="govuk-body-l">{waits(data)}</p>
          <LeftUnsigned left={data.list.left} />
          <AuditWork tasks={data.audits} today={ctx.today} />
          <Covering covers={data.covers} />
          <BegunForms drafts={data.drafts} />
          <SealedUnnamed {...data.sealed} />
          <ul class="gt-tasks">
            {data.list.tasks.map(t => (
              <TaskRow t={t} ctx={ctx} team={data.whose === 'team'} />
            ))}
          </ul>
          <Paging number={data.number} pages={data.pages} link={link} before="Sooner" />
          <PlanWaits waits={data.plan} />
          <Caseload children={data.children} whose={data.whose} />
          <ul class="govuk-list gt-links">
            <li>
              <a class="govuk-link" href="/my-supervision">
                My supervision
              </a>
            </li>
            <li>
              <a class="govuk-link" href="/decisions">
                Register of decisions
              </a>
            </li>
          </ul>
        </>
      ),
    }
  },
})
