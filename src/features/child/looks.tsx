import type { ComponentChildren } from 'preact'
import { givesReasons } from '../../domain/access/decide.ts'
import { roles } from '../../domain/access/roles.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { countLooks, looksAt } from '../../store/log.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { giveReason, type Length, lengths } from '../../store/reasons.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, MojScrollablePane, Radios, Textarea } from '../../web/govuk/index.ts'
import { isOurPath } from '../../web/http/our-path.ts'
import { Paging } from '../../web/layout/paging.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome, pageNumber } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'

const SHOWN = 50

async function loadLog(ctx: ChildCtx<Db>) {
  // Whoever reads the log alone is shown nothing of the file.
  const view = ctx.can('open').allow ? await fileOf(ctx.tx, ctx.child, ctx.viewer) : null
  const number = pageNumber(ctx.query)
  const total = await countLooks(ctx.tx, ctx.child.id)
  return found({
    view,
    looks: await looksAt(ctx.tx, ctx.child.id, SHOWN, (number - 1) * SHOWN),
    total,
    number,
    pages: Math.max(1, Math.ceil(total / SHOWN)),
  })
}

const framed = (
  data: DataOf<typeof loadLog>,
  ctx: ChildCtx<Db>,
  body: ComponentChildren,
): ComponentChildren =>
  data.view === null ? (
    <>
      <span class="govuk-caption-l">
        {ctx.child.called}, {ctx.child.code}
      </span>
      {body}
    </>
  ) : (
    <ChildFrame ctx={ctx} file={data.view.file} tab="log" on={ctx.today}>
      {body}
    </ChildFrame>
  )

/** Who has looked at the file, and was let in or not, and why. */
export const logPage = childPage({
  path: '/child/:child/log',
  permission: 'read-log',
  audit: 'who has looked',
  load: loadLog,
  render: (data: DataOf<typeof loadLog>, ctx: ChildCtx<Db>) => ({
    title: childTitle(ctx, 'Who has looked'),
    section: 'find',
    wide: true,
    body: framed(
      data,
      ctx,
      <>
        <h1 class="govuk-heading-l">Who has looked</h1>
        <MojScrollablePane label="Who has looked">
          <StackedTable
            caption={data.total === 1 ? 'Once' : `${data.total} times, the last first`}
            captionSize="s"
            head={['When', 'Who', 'What', 'Let in?', 'Because']}
            rows={data.looks.map(l => [
              momentWords(l.at),
              l.name ? `${l.name}${l.role ? `, ${roles[l.role].toLowerCase()}` : ''}` : '',
              l.page,
              l.allowed ? 'Yes' : 'No',
              <>
                {l.because}
                {l.reason && <span class="gt-quiet gt-below gt-prose">“{l.reason}”</span>}
              </>,
            ])}
          />
        </MojScrollablePane>
        <Paging
          number={data.number}
          pages={data.pages}
          link={n => `/child/${ctx.child.code}/log?page=${n}`}
        />
      </>,
    ),
  }),
})

const LEAST = 10
const isLength = (text: string): text is Length => Object.hasOwn(lengths, text)

async function submitReason(ctx: ChildCtx<Db>): Promise<Outcome> {
  const reason = textOf(ctx.typed, 'reason')
  if (reason.length < LEAST)
    return {
      again: { typed: ctx.typed, faults: { reason: 'Say in a sentence why you need this child’s file.' } },
    }
  const length = textOf(ctx.typed, 'length')
  await giveReason(ctx.tx, ctx.viewer.id, ctx.child.id, reason, ctx.now, isLength(length) ? length : 'day')
  const home = `/child/${ctx.child.code}`
  const then = ctx.query.then ?? ''
  const ofChild = then === home || then.startsWith(`${home}/`) || then.startsWith(`${home}?`)
  return { go: ofChild && isOurPath(then) ? then : home }
}

/** What is left to do for a child with whom somebody works no more is their reason, in words they may change. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['handover', 'I was the child’s worker, and have the handover to write.'],
  ['sent-back', 'What I wrote about the child was sent back to me to be put right.'],
])

/** Somebody who does not work with a child says why they must look. It opens the file until the day ends. */
export const reasonPage = childPage({
  path: '/child/:child/reason',
  permission: 'list',
  audit: 'a reason for looking',
  load: async (ctx: ChildCtx<Db>) =>
    givesReasons(ctx.viewer.role)
      ? found(null)
      : { refused: 'A reason opens no file to your role. Ask whoever gave you your files.' },
  submit: submitReason,
  render: (_data, ctx: ChildCtx<Db>, returned) => ({
    title: `Why do you need this file? ${ctx.child.called}`,
    section: 'find',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">{ctx.child.called}</span>
        <h1 class="govuk-heading-l">Why do you need this file?</h1>
        <p class="govuk-body">
          You do not work with this child. Your reason is kept with your name, and somebody else reviews it:
          the child’s manager, or an auditor.
        </p>
        <Form csrf={ctx.csrf}>
          <Textarea
            name="reason"
            label={{ text: 'Your reason', size: 's' }}
            hint="What you must do for this child, and why it is you."
            rows={3}
            value={returned ? textOf(returned.typed, 'reason') : (reasons.get(ctx.query.for ?? '') ?? '')}
            error={returned?.faults.reason}
          />
          <Radios
            name="length"
            legend={{ text: 'For how long?', size: 's' }}
            items={Object.entries(lengths).map(([value, text]) => ({ value, text }))}
            value={returned ? textOf(returned.typed, 'length') : 'hour'}
            small
            inline
          />
          <div class="govuk-button-group">
            <Button>Open the file</Button>
            <a class="govuk-link" href="/find">
              Leave it closed, and find another child
            </a>
          </div>
        </Form>
      </>
    ),
  }),
})
