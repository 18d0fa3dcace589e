import { longDay } from '../../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../../domain/kernel/london.ts'
import { readForm, without } from '../../../domain/records/read-form.ts'
import { auditConcern, auditConcernAnswered } from '../../../domain/records/types/audit.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { namesOf } from '../../../store/people.ts'
import { Problems } from '../../../web/form/form.tsx'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { notWritten } from '../../../web/form/written.tsx'
import { BackLink, Button } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../../web/page.ts'
import { writeAudit } from '../write.ts'
import { addressOf, load as loadAudit } from './load.ts'

async function load(ctx: ChildCtx<Db>) {
  const loaded = await loadAudit(ctx)
  if (!('found' in loaded)) return loaded
  const data = loaded.found
  const open = data.audit.concerns.find(c => c.answer === null)
  const does: 'answer' | 'tell' | null =
    open && data.posts.includes('manager') ? 'answer' : data.mine ? 'tell' : null
  return found({ data, open, does })
}

type Data = DataOf<typeof load>

const typeOf = (does: 'answer' | 'tell') =>
  does === 'answer' ? without(auditConcernAnswered, 'concern') : without(auditConcern, 'ref', 'by', 'child')

async function submit(ctx: ChildCtx<Db>, { data, open, does }: Data): Promise<Outcome> {
  if (!does)
    return { refused: 'The auditor tells the manager of a concern, and the child’s manager answers it.' }
  const read = readForm(ctx, typeOf(does), ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const { concerns, child } = data.audit
  const [type, answers] =
    does === 'answer'
      ? [auditConcernAnswered.code, { concern: open?.ref ?? '', ...read.value }]
      : [auditConcern.code, { ref: String(concerns.length + 1), by: ctx.today, child, ...read.value }]
  const tried = await writeAudit(ctx, data, type, answers, { stale: e => e.type === type })
  const not = await notWritten(tried, { typed: ctx.typed, at: 'what', namesOf: ids => namesOf(ctx.tx, ids) })
  return not ?? { go: `${addressOf(ctx, data.code)}?done=concern` }
}

/** What cannot wait for the end of an audit: told to the child’s manager the same day, and answered by them. */
export const auditConcernPage = childPage({
  path: '/child/:child/audit/:audit/concern',
  permission: 'open',
  audit: 'a concern of an auditor',
  load,
  submit,
  render: ({ data, does }: Data, ctx: ChildCtx<Db>, returned) => ({
    title: `Concern: audit ${data.code}`,
    section: 'audits',
    body: (
      <>
        <BackLink href={addressOf(ctx, data.code)}>The audit</BackLink>
        <Problems faults={returned?.faults} />
        <Heading over={`${ctx.child.called}: audit ${data.code}`}>
          {does === 'tell' ? 'Tell the manager now' : 'Concerns told to the manager'}
        </Heading>
        {does === 'tell' && (
          <p class="govuk-body">
            It stands at the top of the manager’s work at once. If a child is in danger now, ring as well.
          </p>
        )}
        {data.audit.concerns.map(c => (
          <div class="gt-audit-said">
            <p class="govuk-body gt-prose">{c.what}</p>
            <p class="govuk-body-s gt-quiet">
              {data.names.get(c.by)}, {longDay(londonDay(c.at))} at {londonTime(c.at)}
            </p>
            {c.answer && (
              <>
                <p class="govuk-body gt-prose">{c.answer.what}</p>
                <p class="govuk-body-s gt-quiet">
                  Answered by {data.names.get(c.answer.by)}, {longDay(londonDay(c.answer.at))} at{' '}
                  {londonTime(c.answer.at)}
                </p>
              </>
            )}
          </div>
        ))}
        {data.audit.concerns.length === 0 && does === null && <p class="govuk-body">None.</p>}
        {does && (
          <RecordForm
            ctx={ctx}
            type={typeOf(does)}
            id={newId(ctx.now)}
            seq={data.audit.seq}
            returned={returned}
          >
            <Button preventDoubleClick>
              {does === 'tell' ? 'Tell the manager' : 'Record what you have done'}
            </Button>
          </RecordForm>
        )}
      </>
    ),
  }),
})
