import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../domain/kernel/london.ts'
import { findRecordType, knownRecordType } from '../../domain/records/registry.ts'
import { spellKinds } from '../../domain/records/spell.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { draftsOf } from '../../store/drafts.ts'
import { caseload } from '../../store/queries/caseload.ts'
import { type Task, type Whose, work } from '../../store/queries/work.ts'
import {
  Details,
  MojScrollablePane,
  MojSubNavigation,
  Pagination,
  Table,
  Tag,
} from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'

const SIZE = 30

async function load(ctx: Ctx<Db>) {
  if (!ctx.can('my-work').allow) return { go: '/digest' }
  const { viewer } = ctx
  const manages = viewer.role === 'team-manager'
  const whose: Whose = ctx.query.whose === 'mine' || !manages ? 'mine' : 'team'
  const number = pageNumber(ctx.query)
  const list = await work(ctx.tx, viewer, whose, ctx, { limit: SIZE, offset: (number - 1) * SIZE })
  const [drafts, children] = [
    await draftsOf(ctx.tx, viewer, ctx.now),
    await caseload(ctx.tx, viewer, whose, ctx.today),
  ]
  return found({
    whose,
    manages,
    list,
    drafts,
    children,
    number,
    pages: Math.max(1, Math.ceil(list.total / SIZE)),
  })
}

type Data = DataOf<typeof load>

/** What to do, in words, and where it is done. */
function task(t: Task, signs: boolean): { readonly say: string; readonly href: string } {
  const at = `/child/${t.code}`
  if (t.kind === 'signature')
    return {
      say: `${signs ? 'Sign off' : 'Waits to be signed off'}: ${knownRecordType(t.what).title.toLowerCase()}`,
      href: `${at}/entry/${t.entry}`,
    }
  if (t.kind === 'unallocated')
    return {
      say: `Nobody is allocated. ${t.what in spellKinds ? Object(spellKinds)[t.what].title : ''}`,
      href: `${at}/record/allocation`,
    }
  return { say: findSeries(t.what)?.task ?? t.what, href: `${at}/clock/${t.what}/${t.due}` }
}

function Row({ t, ctx, team }: { t: Task; ctx: Ctx<Db>; team: boolean }) {
  const { say, href } = task(t, team || ctx.viewer.role === 'director')
  const late = t.due !== null && t.due < ctx.today
  const doIt = t.kind === 'clock' ? DOES[t.what] : undefined
  return (
    <li class="gt-task">
      <div class="gt-task__what">
        <a class="govuk-link gt-task__child" href={`/child/${t.code}`}>
          {calledBy(t, t.code)}
        </a>
        <a class="govuk-link" href={href}>
          {say}
        </a>
        {team && t.worker && <span class="gt-quiet">{t.worker}</span>}
      </div>
      <div class="gt-task__when">
        {t.due ? dueWords(t.due, ctx.today) : `since ${longDay(t.since)}`}
        {late && <Tag colour="yellow">Late</Tag>}
        {late && t.reason && <span class="gt-quiet">reason given</span>}
        {t.kind === 'unallocated' && <Tag colour="orange">Unallocated</Tag>}
        {t.kind === 'signature' && <Tag colour="light-blue">Unsigned</Tag>}
        {doIt && (
          <a class="govuk-link" href={`/child/${t.code}/record/${doIt}`}>
            Record it
          </a>
        )}
      </div>
    </li>
  )
}

/** The record that meets each series, to go straight to it. */
const DOES: Readonly<Record<string, string>> = {
  'looked-after-visit': 'statutory-visit',
  'protection-visit': 'statutory-visit',
  'looked-after-review': 'looked-after-review',
  'protection-review': 'protection-review',
  'health-assessment': 'health-assessment',
  'dental-check': 'dental-check',
  immunisations: 'immunisation',
  sdq: 'sdq',
  'referral-decision': 'referral-decided',
}

function Drafts({ data }: { data: Data }) {
  if (data.drafts.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Begun and not recorded</h2>
      <ul class="govuk-list">
        {data.drafts.map(d => (
          <li>
            <a class="govuk-link" href={`/child/${d.code}/record/${d.form}`}>
              {findRecordType(d.form)?.title ?? d.form}
            </a>{' '}
            for{' '}
            {calledBy(
              { givenName: d.givenName, familyName: d.familyName, unborn: d.unborn ?? false },
              d.code,
            )}
            , saved {longDay(londonDay(d.saved))} at {londonTime(d.saved)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Caseload({ data }: { data: Data }) {
  if (data.children.length === 0) return null
  return (
    <Details
      summary={
        data.whose === 'team'
          ? `All ${data.children.length} children of the team`
          : `All ${data.children.length} children you work with`
      }
    >
      <MojScrollablePane label="Children">
        <Table
          caption="Children"
          captionClass="govuk-visually-hidden"
          head={['Child', 'Last visit', 'Plan', ...(data.whose === 'team' ? ['Worker'] : [])]}
          rows={data.children.map(c => [
            {
              text: (
                <a class="govuk-link" href={`/child/${c.code}`}>
                  {calledBy(c, c.code)}
                </a>
              ),
            },
            c.visited ? longDay(c.visited) : 'None yet',
            [c.lookedAfter && 'Looked after', c.plan && 'Protection plan'].filter(Boolean).join(', '),
            ...(data.whose === 'team' ? [c.worker ?? ''] : []),
          ])}
        />
      </MojScrollablePane>
    </Details>
  )
}

const heading = (data: Data): string => (data.whose === 'team' ? 'My team’s work' : 'My work')

/** One home for each person: what is waiting, why, and by when. */
export const myWorkPage = page({
  path: '/',
  permission: 'figures',
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
          <p class="govuk-body-l">
            {data.list.total === 0
              ? 'Nothing waits for you. Everything due in the next four weeks is done.'
              : `${data.list.total} things to do in the next four weeks${data.list.overdue > 0 ? `, ${data.list.overdue} of them late` : ''}.`}
          </p>
          <Drafts data={data} />
          <ul class="gt-tasks">
            {data.list.tasks.map(t => (
              <Row t={t} ctx={ctx} team={data.whose === 'team'} />
            ))}
          </ul>
          {data.pages > 1 && (
            <Pagination
              {...(data.number > 1 ? { previous: { href: link(data.number - 1), label: 'Sooner' } } : {})}
              {...(data.number < data.pages
                ? { next: { href: link(data.number + 1), label: `Page ${data.number + 1} of ${data.pages}` } }
                : {})}
            />
          )}
          <Caseload data={data} />
        </>
      ),
    }
  },
})
