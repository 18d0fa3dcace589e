import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Button, MojAlert, MojSubNavigation } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, page } from '../../web/page.ts'
import { WaitingTable } from './list.tsx'
import { type ListData, loadList, type Show } from './list-load.ts'
import { Decided, Reply } from './list-told.tsx'

function Failed({ data }: { data: ListData }) {
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

const tab = (data: ListData, show: Show, text: string) => ({
  text,
  href: show === 'waiting' ? '/front-door' : `/front-door?show=${show}`,
  active: data.show === show,
})

const link = (data: ListData) => (n: number) =>
  `/front-door?show=${data.show}${data.asked ? `&q=${encodeURIComponent(data.asked)}` : ''}&page=${n}`

/** The front door: what waits for a decision, who waits to hear, and what was decided. */
export const frontDoorPage = page({
  path: '/front-door',
  permission: 'front-door',
  audit: 'the front door',
  load: loadList,
  render: (data: ListData, ctx: Ctx<Db>) => ({
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
