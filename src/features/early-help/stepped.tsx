import { referralDue } from '../../domain/early-help/lasting.ts'
import { type Day, longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { type Stepped, stepped } from '../../store/queries/early-help-weekly.ts'
import { MojScrollablePane, Table, Tag } from '../../web/govuk/index.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { type Ctx, type DataOf, found, page, pageNumber } from '../../web/page.ts'
import { ChildLink, HelpFrame } from './frame.tsx'

const SIZE = 25

async function load(ctx: Ctx<Db>) {
  const number = pageNumber(ctx.query)
  const list = await stepped(ctx.tx, ctx, { limit: SIZE, offset: (number - 1) * SIZE })
  return found({ list, number, pages: Math.max(1, Math.ceil(list.total / SIZE)) })
}

type Data = DataOf<typeof load>

function Waits({ step, on }: { step: Stepped; on: Day }) {
  const due = referralDue(step.on)
  return (
    <>
      <Tag colour={due < on ? 'orange' : 'yellow'}>No referral yet</Tag>{' '}
      <span class="gt-line">
        {due < on ? `It was due by ${longDay(due)}. ` : `Due by ${longDay(due)}. `}
        <a class="govuk-link" href={`/child/${step.code}/record/referral-received`}>
          Send it now<span class="govuk-visually-hidden"> for child {step.code}</span>
        </a>
      </span>
    </>
  )
}

const row = (step: Stepped, on: Day) => [
  longDay(step.on),
  { text: <ChildLink child={step} /> },
  step.step === 'up' ? 'Up to social care' : 'Down from social care',
  { text: <span class="gt-prose">{step.why ?? 'On the child’s file'}</span> },
  { text: step.waits ? <Waits step={step} on={on} /> : '' },
]

const captionOf = ({ total, waiting }: Data['list']): string =>
  `${total === 1 ? 'One step' : `${total} steps`} in the last three months${waiting > 0 ? `, with the steps up without a referral, whenever they were: ${waiting}` : ''}`

/** Who stepped up or down in the last quarter, and why; a step up without its referral stands first. */
export const steppedPage = page({
  path: '/early-help/stepped',
  permission: 'early-help',
  audit: 'steps up and down',
  load,
  render: ({ list, number, pages }: Data, ctx: Ctx<Db>) => ({
    title: 'Stepped up or down',
    section: 'help',
    wide: true,
    body: (
      <HelpFrame tab="stepped">
        {list.total === 0 ? (
          <p class="govuk-body">Nobody stepped up or down in the last three months.</p>
        ) : (
          <MojScrollablePane label="Steps up and down">
            <Table
              caption={captionOf(list)}
              captionSize="s"
              head={['When', 'Child', 'Step', 'Why', 'What is still to do']}
              rows={list.steps.map(s => row(s, ctx.today))}
            />
          </MojScrollablePane>
        )}
        <Paging number={number} pages={pages} link={n => `/early-help/stepped?page=${n}`} />
      </HelpFrame>
    ),
  }),
})
