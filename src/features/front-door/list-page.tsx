import { outcomeWords } from '../../domain/front-door/outcome.ts'
import { longDay, shortDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { childrenTold, waitingAtTheDoor } from '../../store/queries/front-door.ts'
import { earlierContacts } from '../../store/queries/front-door-earlier.ts'
import { decidedContacts, referrersWaiting } from '../../store/queries/front-door-told.ts'
import {
  Button,
  MojAlert,
  MojScrollablePane,
  MojSubNavigation,
  Table,
  TextInput,
} from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { WaitingTable } from './list.tsx'
import { childWords, sortOf, sourceOf } from './said.tsx'

const SIZE = 30
type Show = 'waiting' | 'reply' | 'decided'
const showOf = (asked: string | undefined): Show =>
  asked === 'reply' || asked === 'decided' ? asked : 'waiting'

async function load(ctx: Ctx<Db>) {
  const { tx, viewer, now } = ctx
  const show = showOf(ctx.query.show)
  const number = pageNumber(ctx.query)
  const part = { limit: SIZE, offset: (number - 1) * SIZE }
  const first = { limit: SIZE, offset: 0 }
  const asked = (ctx.query.q ?? '').trim()
  const words = asked
    .split(/\s+/)
    .filter(w => w !== '')
    .slice(0, 6)
  const waiting = await waitingAtTheDoor(tx, viewer, now, show === 'waiting' ? part : first)
  const reply = await referrersWaiting(tx, viewer, now, show === 'reply' ? part : first)
  const decided = show === 'decided' ? await decidedContacts(tx, viewer, now, words, part) : null
  const rows = show === 'waiting' ? waiting.rows : show === 'reply' ? reply.rows : (decided?.rows ?? [])
  const ids = rows.map(r => r.subject)
  const total = show === 'waiting' ? waiting.total : show === 'reply' ? reply.total : (decided?.total ?? 0)
  return found({
    show,
    number,
    asked,
    waiting,
    reply,
    decided,
    told: await childrenTold(tx, ids),
    earlier: show === 'waiting' ? await earlierContacts(tx, viewer, now, ids) : new Map(),
    total,
    pages: Math.max(1, Math.ceil(total / SIZE)),
  })
}

type Data = DataOf<typeof load>

const names = (data: Data, subject: string, ctx: Ctx<Db>): string =>
  (data.told.get(subject) ?? []).map(t => childWords(t, ctx.today)).join('; ') || 'No child named'

function Failed({ data }: { data: Data }) {
  const { failed } = data.reply
  if (failed === 0) return null
  return (
    <MojAlert
      variant="warning"
      title={failed === 1 ? 'A letter did not arrive' : `${failed} letters did not arrive`}
    >
      {failed === 1 ? 'A letter to a referrer' : `${failed} letters to referrers`} could not be delivered.{' '}
      <a href="/front-door?show=reply">See who has not heard, and tell them another way</a>.
    </MojAlert>
  )
}

function Reply({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  if (data.reply.total === 0)
    return <p class="govuk-body">Everyone whose contact was decided has been told.</p>
  return (
    <MojScrollablePane label="Referrers waiting to hear">
      <Table
        caption={`${data.reply.total} waiting to hear what was decided`}
        captionSize="s"
        head={['Who', 'About', 'What was decided', 'Tell them', 'What went wrong']}
        rows={data.reply.rows.map(r => [
          {
            text: (
              <>
                <a class="govuk-link" href={`/front-door/${r.code}/letter`}>
                  {r.referrer ?? sourceOf(r.source)}
                </a>{' '}
                <span class="gt-quiet gt-nowrap">{r.code}</span>
              </>
            ),
          },
          names(data, r.subject, ctx),
          r.outcome ? `${outcomeWords(r.outcome)}${r.decidedOn ? `, ${shortDay(r.decidedOn)}` : ''}` : '',
          r.due ? dueWords(r.due, ctx.today) : '',
          r.failed ?? 'Not told yet',
        ])}
      />
    </MojScrollablePane>
  )
}

function Decided({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  return (
    <>
      <search>
        <form method="get" class="gt-inline-form">
          <input type="hidden" name="show" value="decided" />
          <TextInput
            name="q"
            label="Reference, child’s name or referrer"
            value={data.asked}
            width={20}
            type="search"
          />
          <Button>Find</Button>
        </form>
      </search>
      {data.total === 0 ? (
        <p class="govuk-body">
          {data.asked
            ? `No decided contact is found for “${data.asked}”. Try fewer letters.`
            : 'No contact has been decided yet.'}
        </p>
      ) : (
        <MojScrollablePane label="Contacts decided">
          <Table
            caption={`${data.total} decided`}
            captionSize="s"
            head={['About', 'What it was', 'From', 'Decided', 'Outcome', 'By']}
            rows={(data.decided?.rows ?? []).map(r => [
              {
                text: (
                  <>
                    <a class="govuk-link" href={`/front-door/${r.code}`}>
                      {names(data, r.subject, ctx)}
                    </a>{' '}
                    <span class="gt-quiet gt-nowrap">{r.code}</span>
                  </>
                ),
              },
              sortOf(r.sort),
              sourceOf(r.source),
              shortDay(r.decidedOn),
              `${outcomeWords(r.outcome)}. Level ${r.level}`,
              r.by ?? 'Somebody who has left',
            ])}
          />
        </MojScrollablePane>
      )}
    </>
  )
}

const tab = (data: Data, show: Show, text: string) => ({
  text,
  href: show === 'waiting' ? '/front-door' : `/front-door?show=${show}`,
  active: data.show === show,
})

const link = (data: Data) => (n: number) =>
  `/front-door?show=${data.show}${data.asked ? `&q=${encodeURIComponent(data.asked)}` : ''}&page=${n}`

/** The front door: what waits for a decision, who waits to hear, and what was decided. */
export const frontDoorPage = page({
  path: '/front-door',
  permission: 'front-door',
  audit: 'the front door',
  load,
  render: (data: Data, ctx: Ctx<Db>) => ({
    title: 'Front door',
    section: 'front-door',
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">Front door</h1>
        <div class="govuk-button-group">
          {ctx.can('take-contact').allow && <Button href="/front-door/new">Write down a contact</Button>}
          <a class="govuk-link" href="/front-door/notices">
            Take in a file of notices
          </a>
        </div>
        <Failed data={data} />
        <MojSubNavigation
          label="Front door"
          items={[
            tab(data, 'waiting', `Waiting (${data.waiting.total})`),
            tab(data, 'reply', `Referrer waiting to hear (${data.reply.total})`),
            tab(data, 'decided', 'Decided'),
          ]}
        />
        {data.show === 'waiting' &&
          (data.total === 0 ? (
            <p class="govuk-body">Nothing waits for a decision. As at {longDay(ctx.today)}.</p>
          ) : (
            <WaitingTable
              rows={data.waiting.rows}
              told={data.told}
              earlier={data.earlier}
              today={ctx.today}
              now={ctx.now}
              total={data.total}
            />
          ))}
        {data.show === 'reply' && <Reply data={data} ctx={ctx} />}
        {data.show === 'decided' && <Decided data={data} ctx={ctx} />}
        <Paging number={data.number} pages={data.pages} link={link(data)} />
      </>
    ),
  }),
})
