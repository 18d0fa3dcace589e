import { roles } from '../../domain/access/roles.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { isCovered } from '../../domain/workload/cover.ts'
import { mayArrangeCover, staffRights } from '../../domain/workload/staff-rights.ts'
import { weightOf, weightWords } from '../../domain/workload/weigh.ts'
import { family } from '../../domain/workload/weights.ts'
import { holderNotes, loadWords } from '../../domain/workload/words.ts'
import type { Db } from '../../store/connection.ts'
import { coversOf } from '../../store/queries/covers.ts'
import { listable } from '../../store/queries/listable.ts'
import { Button, NotificationBanner, SummaryList, Table } from '../../web/govuk/index.ts'
import { Meter } from '../../web/layout/meter.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { MISSING, memberOf } from './load.ts'

async function load(ctx: Ctx<Db>) {
  const member = await memberOf(ctx)
  if (!member) return MISSING
  const names = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    member.cases.map(c => c.subject),
  )
  const children = member.cases.flatMap(c => {
    const named = names.get(c.subject)
    return named ? [{ ...c, code: named.code, called: calledBy(named, named.code) }] : []
  })
  return found({
    member,
    children: children.toSorted((a, b) => a.called.localeCompare(b.called)),
    covers: await coversOf(ctx.tx, member.id, ctx.today),
    rights: staffRights(ctx.viewer, member),
    cover: isCovered(member.role) && member.working && mayArrangeCover(ctx.viewer, member),
  })
}

type Data = DataOf<typeof load>

function Facts({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { member, covers } = data
  const notes = holderNotes({ ...member, registered: true, agency: false, share: 100 }, ctx.today)
  return (
    <SummaryList
      rows={[
        { key: 'Role', value: `${roles[member.role]}${member.team ? `, ${member.team}` : ''}` },
        { key: 'Registered social worker', value: member.registered ? 'Yes' : 'Not recorded' },
        {
          key: 'Employed',
          value: `${member.agency ? 'Through an agency' : 'By the council'}${member.share < 100 ? `, ${member.share} per cent of full time` : ''}`,
        },
        { key: 'How to reach them', value: member.reach ?? 'Not recorded' },
        {
          key: 'Work',
          value: (
            <span class="gt-holder">
              <Meter value={member.load} most={member.limit} /> {loadWords(member)}
            </span>
          ),
        },
        ...(notes.length > 0 ? [{ key: 'To know', value: notes.join('. ') }] : []),
        ...covers.map(c => ({
          key: 'Cover',
          value: `${c.byName}, from ${longDay(c.from)}${c.to ? `, until ${longDay(c.to)} when ${member.name} is back` : ''}`,
        })),
      ]}
    />
  )
}

function Children({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const { children, member } = data
  if (children.length === 0)
    return <p class="govuk-body">{member.name} is the worker of no child that you may see.</p>
  return (
    <>
      <Table
        caption="Children"
        captionSize="m"
        rowHeaders
        head={['Child', 'Worker since', 'Weighs']}
        rows={children.map(c => {
          const { weight, rows } = weightOf(c, ctx.today)
          return [
            <a class="govuk-link" href={`/child/${c.code}`}>
              {c.called}
            </a>,
            c.since ? longDay(c.since) : '',
            `${weightWords(weight)}: ${rows.map(r => r.title.toLowerCase()).join(', ')}`,
          ]
        })}
      />
      {children.some(c => c.family !== null) && (
        <p class="govuk-body gt-quiet">
          Of brothers and sisters the heaviest counts whole, and each other {weightWords(family.weight)} of
          what it weighs.
        </p>
      )}
    </>
  )
}

/** One member of staff: who they are, whom they hold, who covers, and what can be done about it. */
export const memberPage = page({
  path: '/staff/:code',
  permission: 'staff-read',
  audit: 'a member of staff',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { member } = data
    const at = `/staff/${member.code}`
    return {
      title: member.name,
      section: 'team',
      wide: true,
      body: (
        <>
          {ctx.query.done && (
            <NotificationBanner type="success">
              <p class="govuk-notification-banner__heading">
                {ctx.query.done === 'cover' ? 'Cover is as shown below.' : 'The details are as shown below.'}
              </p>
            </NotificationBanner>
          )}
          <h1 class="govuk-heading-l">{member.name}</h1>
          {!member.working && <p class="govuk-body">No longer works here.</p>}
          <div class="govuk-button-group">
            {data.rights !== 'none' && (
              <Button href={`${at}/details`} variant="secondary">
                Change details
              </Button>
            )}
            {data.cover && (
              <Button href={`${at}/cover`} variant="secondary">
                Arrange cover
              </Button>
            )}
            {data.rights === 'all' && (
              <Button href={`${at}/sign-in`} variant="secondary">
                How they sign in
              </Button>
            )}
            {data.children.length > 0 && (
              <Button href={`/team/${member.code}/move`} variant="secondary">
                Move their children
              </Button>
            )}
            <a class="govuk-link" href="/staff">
              All staff
            </a>
          </div>
          <Facts data={data} ctx={ctx} />
          {ctx.can('list').allow && <Children data={data} ctx={ctx} />}
        </>
      ),
    }
  },
})
