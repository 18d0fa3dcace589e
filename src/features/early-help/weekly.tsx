import { ageWords, calledBy } from '../../domain/casework/person.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { Typed } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { readDraft } from '../../store/drafts.ts'
import { readEntries } from '../../store/ledger.ts'
import { AGENDA, agenda, type OnAgenda } from '../../store/queries/early-help-weekly.ts'
import { NotificationBanner } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { DecisionForm, FORM } from './decision-form.tsx'
import { ChildLink, HelpFrame } from './frame.tsx'

async function load(ctx: Ctx<Db>) {
  const list = await agenda(ctx.tx, ctx)
  const chosen = list.children.find(c => c.code === ctx.query.child && c.mayDecide)
  const seq = chosen ? ((await readEntries(ctx.tx, chosen.subject)).at(-1)?.seq ?? 0) : 0
  const draft = chosen ? await readDraft(ctx.tx, ctx.viewer.id, chosen.subject, FORM) : undefined
  return found({ ...list, open: chosen ? { code: chosen.code, seq, draft } : null })
}

type Data = DataOf<typeof load>

const meets = (c: OnAgenda, on: Day): string =>
  [
    c.met ? `Last met ${longDay(c.met)}.` : '',
    c.next ? (c.next < on ? '' : `Meets ${longDay(c.next)}.`) : c.agency ? 'No meeting is planned.' : '',
  ]
    .filter(Boolean)
    .join(' ')

const helpWords = (c: OnAgenda): string =>
  c.agency === null
    ? `${c.since ? 'Early help has ended.' : 'No early help.'}${c.open ? ' Open to social care.' : ''}`
    : `${c.agency}. Lead professional: ${c.lead ?? 'nobody named'}${c.reach ? `, ${c.reach}` : ''}.`

function Ways({ child }: { child: OnAgenda }) {
  return (
    <p class="govuk-body gt-agenda__ways">
      {child.mayDecide && (
        <a class="govuk-link" href={`/early-help/meeting?child=${child.code}#child-${child.code}`}>
          Write what was decided<span class="govuk-visually-hidden"> for {calledBy(child, child.code)}</span>
        </a>
      )}
      {child.mayRecord && child.agency !== null && (
        <a class="govuk-link" href={`/child/${child.code}/record/early-help-meeting`}>
          Team around the child met<span class="govuk-visually-hidden">: {calledBy(child, child.code)}</span>
        </a>
      )}
      {child.mayRecord && child.agency !== null && (
        <a class="govuk-link" href={`/child/${child.code}/record/early-help-step`}>
          Step up, down or end<span class="govuk-visually-hidden">: {calledBy(child, child.code)}</span>
        </a>
      )}
    </p>
  )
}

function Item({ child, data, ctx }: { child: OnAgenda; data: Data; ctx: Ctx<Db> }) {
  const open = data.open?.code === child.code ? data.open : null
  const begun: Typed | undefined = open?.draft?.typed
  return (
    <li class="gt-agenda__item" id={`child-${child.code}`}>
      <h2 class="govuk-heading-s">
        <ChildLink child={child} /> <span class="gt-quiet">{ageWords(child, ctx.today)}</span>
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {child.why.map(why => (
          <li>{why}</li>
        ))}
      </ul>
      <p class="govuk-body gt-quiet">
        {helpWords(child)} {meets(child, ctx.today)}
      </p>
      {child.decided && (
        <p class="govuk-body">
          Decided {longDay(child.decided)}: {child.decision}
        </p>
      )}
      {open ? (
        <DecisionForm ctx={ctx} code={child.code} seq={open.seq} begun={begun} draft={open.draft} />
      ) : (
        <Ways child={child} />
      )}
      <div class="gt-agenda__room" aria-hidden="true">
        <span>Decided</span>
        <span>Who, and by when</span>
      </div>
    </li>
  )
}

/** The agenda of the weekly meeting: whom it speaks of and why, with room for what it decides. */
export const weeklyPage = page({
  path: '/early-help/meeting',
  permission: 'early-help',
  audit: 'agenda of the weekly meeting',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const done = data.children.find(c => c.code === ctx.query.done)
    return {
      title: `Weekly meeting, ${longDay(ctx.today)}`,
      section: 'help',
      wide: true,
      body: (
        <HelpFrame tab="week">
          {ctx.query.done !== undefined && (
            <NotificationBanner type="success">
              <p class="govuk-notification-banner__heading">
                The decision is on the file{done ? ` of ${calledBy(done, done.code)}` : ''}.
              </p>
            </NotificationBanner>
          )}
          <p class="govuk-body-l">
            Weekly meeting, {longDay(ctx.today)}:{' '}
            {data.children.length === 0
              ? 'nobody needs to be spoken of.'
              : `${data.children.length === 1 ? 'one child' : `${data.children.length} children`} to speak of.`}
          </p>
          <p class="govuk-body gt-quiet">
            Here are children new to early help or stepped up or down in the last week, those whose team has
            not met when it should or for six weeks, and those of whom somebody told us again within twelve
            weeks.
          </p>
          {data.more && (
            <p class="govuk-body">
              There are more than {AGENDA}: these are the first by name. The register shows them all.
            </p>
          )}
          <ol class="gt-agenda">
            {data.children.map(child => (
              <Item child={child} data={data} ctx={ctx} />
            ))}
          </ol>
        </HelpFrame>
      ),
    }
  },
})
