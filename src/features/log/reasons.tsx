import { england } from '../../domain/kernel/calendar.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { instantAt, londonDay, londonTime, momentWords } from '../../domain/kernel/london.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import {
  type Given,
  reasonsGiven,
  reasonsWaiting,
  reviewReason,
  type Verdict,
  verdicts,
} from '../../store/reasons.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, NotificationBanner, Radios, SummaryCard, Tag, Textarea } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import {
  type Ctx,
  type DataOf,
  found,
  type Outcome,
  page,
  pageNumber,
  type Returned,
} from '../../web/page.ts'
import { LogFrame, whoWords } from './frame.tsx'

const SHOWN = 10
/** Working days after which a reason that nobody reviewed stands out. */
const DUE = 3

const isLate = (g: Given, today: string): boolean => england.add(londonDay(g.given), DUE) < today

async function load(ctx: Ctx<Db>) {
  const which = ctx.query.show === 'reviewed' ? 'reviewed' : 'waiting'
  const number = pageNumber(ctx.query)
  // Given on this day or before, it is late today.
  let last = ctx.today
  while (england.add(last, DUE) >= ctx.today) last = addDays(last, -1)
  const { waiting, overdue } = await reasonsWaiting(ctx.tx, ctx.viewer, ctx.now, instantAt(addDays(last, 1)))
  const slice = { limit: SHOWN + 1, offset: (number - 1) * SHOWN }
  const list = await reasonsGiven(ctx.tx, ctx.viewer, ctx.now, which, slice)
  return found({ which, number, waiting, overdue, list: list.slice(0, SHOWN), more: list.length > SHOWN })
}
type Data = DataOf<typeof load>

const isVerdict = (text: string): text is Verdict => Object.hasOwn(verdicts, text)

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed } = ctx
  const reason = textOf(typed, 'reason')
  const verdict = textOf(typed, 'verdict')
  const words = textOf(typed, 'words').trim()
  const faults = {
    ...(isVerdict(verdict) ? {} : { verdict: 'Choose what you found.' }),
    ...(isVerdict(verdict) && verdict !== 'right' && words === ''
      ? {
          words:
            verdict === 'ask'
              ? 'Say what you asked, and when.'
              : 'Say why it was wrong, and what happens now.',
        }
      : {}),
  }
  if (Object.keys(faults).length > 0 || !isVerdict(verdict)) return { again: { typed, faults } }
  const review = { reason, verdict, words: words.slice(0, 2000) }
  if (!(await reviewReason(ctx.tx, ctx.viewer, ctx.now, review)))
    return {
      refused:
        'This reason is not yours to review, or somebody has reviewed it meanwhile. Open the list again.',
    }
  return { go: '/log/reasons?done=yes' }
}

/** One reason: who gave it, for whom, what they did with it, and what was made of it. */
function Reason({ g, ctx, returned }: { g: Given; ctx: Ctx<Db>; returned: Returned | null }) {
  const isIt = returned !== null && textOf(returned.typed, 'reason') === g.id
  const typed = isIt ? returned.typed : {}
  const faults = isIt ? returned.faults : {}
  const waits = g.verdict === null || g.verdict === 'ask'
  return (
    <SummaryCard title={`${whoWords(g)}: ${g.called}`} headingLevel={2}>
      <p class="govuk-body gt-prose">“{g.reason}”</p>
      <p class="govuk-body gt-quiet">
        Given {momentWords(g.given)}, for the file to be open until {londonTime(g.until)}.{' '}
        {g.looks === 0
          ? 'Nothing was opened on the strength of it.'
          : `${g.looks} ${g.looks === 1 ? 'page' : 'pages'} opened or sent on the strength of it.`}{' '}
        <a class="govuk-link" href={`/child/${g.code}/log`}>
          Who has looked<span class="govuk-visually-hidden"> at the file of {g.called}</span>
        </a>{' '}
        {waits && isLate(g, ctx.today) && <Tag colour="yellow">Overdue</Tag>}
      </p>
      {g.verdict && (
        <p class="govuk-body">
          {verdicts[g.verdict]}. {g.reviewer ?? 'Somebody'}, {g.reviewed ? momentWords(g.reviewed) : ''}
          {g.words ? <span class="gt-below gt-prose">“{g.words}”</span> : null}
        </p>
      )}
      {waits && (
        <Form csrf={ctx.csrf} action="/log/reasons">
          <input type="hidden" name="reason" value={g.id} />
          <Radios
            name="verdict"
            id={isIt ? 'verdict' : `verdict-${g.id}`}
            legend="What did you find?"
            items={Object.entries(verdicts).map(([value, text]) => ({ value, text }))}
            value={textOf(typed, 'verdict')}
            error={faults.verdict}
            small
          />
          <Textarea
            name="words"
            id={isIt ? 'words' : `words-${g.id}`}
            label="In words. You may leave this out where it was right"
            rows={2}
            value={textOf(typed, 'words')}
            error={faults.words}
          />
          <Button variant="secondary">
            Keep the review<span class="govuk-visually-hidden"> of the reason for {g.called}</span>
          </Button>
        </Form>
      )}
    </SummaryCard>
  )
}

const heading = (data: Data): string =>
  data.waiting === 0
    ? 'No reason waits for a review'
    : `${data.waiting} ${data.waiting === 1 ? 'waits' : 'wait'} for a review${data.overdue > 0 ? `, ${data.overdue} of them overdue` : ''}`

/** Emergency access read back: everybody who gave a reason for looking is asked about, by somebody else. */
export const reasonsPage = page({
  path: '/log/reasons',
  permission: 'review-looks',
  audit: 'reasons given for looking',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Reasons given for looking',
    section: ctx.can('log-read').allow ? 'log' : 'team',
    body: (
      <LogFrame ctx={ctx} at="/log/reasons">
        {ctx.query.done && <NotificationBanner type="success">The review is kept.</NotificationBanner>}
        <Problems faults={returned?.faults} />
        <Heading over={heading(data)}>Reasons given for looking</Heading>
        {data.list.length > 0 && (
          <p class="govuk-body">
            Each of these people opened a file of a child they do not work with, and said why. Look at it
            within {DUE} working days.
          </p>
        )}
        <p class="govuk-body">
          {data.which === 'waiting' ? (
            <a class="govuk-link" href="/log/reasons?show=reviewed">
              Those reviewed already
            </a>
          ) : (
            <a class="govuk-link" href="/log/reasons">
              Those that wait
            </a>
          )}
        </p>
        {data.list.map(g => (
          <Reason g={g} ctx={ctx} returned={returned} />
        ))}
        {data.list.length === 0 && data.which === 'reviewed' && (
          <p class="govuk-body">None has been reviewed yet.</p>
        )}
        <Paging
          number={data.number}
          pages={data.more ? data.number + 1 : data.number}
          link={n => `/log/reasons?show=${data.which}&page=${n}`}
        />
      </LogFrame>
    ),
  }),
})
