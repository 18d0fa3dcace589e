import { headingOf } from '../../../domain/casework/heading.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { stateOf } from '../../../domain/quality/audit.ts'
import type { Db } from '../../../store/connection.ts'
import { Problems } from '../../../web/form/form.tsx'
import { InsetText, NotificationBanner, Tag } from '../../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type Returned } from '../../../web/page.ts'
import { Agree, HandBack, Responses } from './answering.tsx'
import { Beside } from './beside.tsx'
import { FollowUps, Found } from './found.tsx'
import { GradingForm } from './grading.tsx'
import { type AuditData, addressOf, load } from './load.ts'
import { submit } from './submit.ts'

function About({ data, ctx }: { data: AuditData; ctx: ChildCtx<unknown> }) {
  const { audit, tool, names, mine } = data
  const part = mine ? audit.parts[mine] : audit.parts.first
  return (
    <p class="govuk-body">
      {longDay(audit.from)} to {longDay(audit.to)}.{' '}
      {mine
        ? `${tool.use}${part.due ? ` Finish it by ${longDay(part.due)}.` : ''}`
        : audit.parts.first.grading
          ? `Audited by ${names.get(audit.parts.first.grading.auditor) ?? 'somebody who has left'}, finished ${longDay(audit.parts.first.grading.on)}.`
          : `${stateOf(audit, ctx.today)}.`}{' '}
      {mine === 'second' && <Tag colour="light-blue">Second grading, blind</Tag>}{' '}
      <a class="govuk-link" href={`/child/${ctx.child.code}/audits`}>
        All audits of this file
      </a>
    </p>
  )
}

function Concerns({ data, ctx }: { data: AuditData; ctx: ChildCtx<unknown> }) {
  const { concerns } = data.audit
  const open = concerns.filter(c => c.answer === null)
  if (concerns.length === 0 && !data.mine) return null
  return (
    <InsetText>
      {open.length > 0 ? (
        <>The manager has been told of a concern and has not answered it. </>
      ) : (
        data.mine && <>Something a manager should hear of today does not wait for the end of the audit. </>
      )}
      <a class="govuk-link" href={`${addressOf(ctx, data.code)}/concern`}>
        {data.mine ? 'Tell the manager now' : `Concerns told to the manager (${concerns.length})`}
      </a>
    </InsetText>
  )
}

function Reading({
  data,
  ctx,
  returned,
}: {
  data: AuditData
  ctx: ChildCtx<unknown>
  returned: Returned | null
}) {
  const { audit } = data
  if (audit.withdrawn)
    return (
      <p class="govuk-body">
        Withdrawn on {longDay(audit.withdrawn.on)}: {audit.withdrawn.why}
      </p>
    )
  if (!audit.parts.first.grading)
    return (
      <p class="govuk-body">
        It is not finished. What is found can be read here by those who work with the child, as soon as it is.
      </p>
    )
  return (
    <>
      {audit.second && !audit.parts.second.grading && (
        <p class="govuk-body gt-quiet">A second auditor grades this file too, so a grade may still change.</p>
      )}
      <Agree data={data} ctx={ctx} returned={returned} />
      <Found data={data} />
      <h2 class="govuk-heading-m">What must happen for this child</h2>
      <FollowUps data={data} ctx={ctx} />
      <Responses data={data} ctx={ctx} returned={returned} />
    </>
  )
}

/** One audit of a child’s file: to grade, for its auditor; to read and answer, for those who work with the child. */
export const auditPage = childPage({
  path: '/child/:child/audit/:audit',
  permission: 'open',
  audit: 'an audit of the file',
  load,
  submit,
  render: (data: AuditData, ctx: ChildCtx<Db>, returned) => {
    const title = `${data.tool.title} ${data.code}`
    return {
      title: childTitle(ctx, title),
      section: 'audits',
      wide: true,
      body: (
        <FileFrame ctx={ctx} heading={headingOf(data.view.file, ctx.child, ctx.today)} tab={null}>
          <Problems faults={returned?.faults} />
          {ctx.query.done && <NotificationBanner type="success">Recorded.</NotificationBanner>}
          <h1 class="govuk-heading-l">{title}</h1>
          <About data={data} ctx={ctx} />
          <Concerns data={data} ctx={ctx} />
          {data.mine ? (
            <>
              <div class="gt-audit-columns">
                {/* What is known comes before what is asked, by keyboard and aloud as on a phone. */}
                <Beside data={data} ctx={ctx} />
                <div>
                  <GradingForm data={data} ctx={ctx} returned={returned} />
                </div>
              </div>
              <HandBack data={data} ctx={ctx} returned={returned} />
            </>
          ) : (
            <Reading data={data} ctx={ctx} returned={returned} />
          )}
        </FileFrame>
      ),
    }
  },
})
