import { addDays, longDay } from '../../../domain/kernel/day.ts'
import { isDone, waitsForCheck } from '../../../domain/quality/audit.ts'
import { readForm, without } from '../../../domain/records/read-form.ts'
import { auditActionChecked, auditActionDone, auditPosts } from '../../../domain/records/types/audit.ts'
import { dueWords } from '../../../domain/timescales/words.ts'
import type { Db } from '../../../store/connection.ts'
import { newId } from '../../../store/ids.ts'
import { namesOf } from '../../../store/people.ts'
import { GRACE } from '../../../store/queries/audit-draw.ts'
import { Problems } from '../../../web/form/form.tsx'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { notWritten } from '../../../web/form/written.tsx'
import { BackLink, Button, SummaryList } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../../web/page.ts'
import { writeAudit } from '../write.ts'
import { addressOf, load as loadAudit } from './load.ts'

async function load(ctx: ChildCtx<Db>) {
  const loaded = await loadAudit(ctx)
  if (!('found' in loaded)) return loaded
  const data = loaded.found
  const action = data.audit.actions.find(a => a.ref === ctx.params.action)
  if (!action || data.mine) return { missing: 'The audit has no such action. Open it from the audit.' }
  const does: 'done' | 'check' | null =
    !isDone(action) && action.done === null && data.posts.includes(action.who)
      ? 'done'
      : waitsForCheck(action) && data.checks
        ? 'check'
        : null
  return found({ data, action, does })
}

type Data = DataOf<typeof load>

const typeOf = (does: 'done' | 'check') =>
  does === 'done'
    ? without(auditActionDone, 'action', 'child', 'auditor', 'until')
    : without(auditActionChecked, 'action', 'child', 'who')

async function submit(ctx: ChildCtx<Db>, { data, action, does }: Data): Promise<Outcome> {
  if (!does)
    return { refused: 'This action is not yours to do or to check now. Open the audit to see how it stands.' }
  const read = readForm(ctx, typeOf(does), ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const { child, parts } = data.audit
  const shared = { action: action.ref, child, ...read.value }
  const answers =
    does === 'done'
      ? { ...shared, auditor: parts.first.auditor ?? ctx.viewer.id, until: addDays(ctx.today, GRACE) }
      : { ...shared, who: action.who }
  const type = does === 'done' ? auditActionDone.code : auditActionChecked.code
  const faults = does === 'check' ? auditActionChecked.faults(answers) : {}
  if (Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  const tried = await writeAudit(ctx, data, type, answers, {
    stale: e => e.type === type && e.answers.action === action.ref,
  })
  const at = does === 'done' ? 'what' : 'why'
  const not = await notWritten(tried, { typed: ctx.typed, at, namesOf: ids => namesOf(ctx.tx, ids) })
  return (
    not ?? { go: does === 'done' ? `${addressOf(ctx, data.code)}?done=action` : '/audits/mine?checked=yes' }
  )
}

/** One action of an audit: done by whoever has the post, and looked at by the auditor whether it happened. */
export const auditActionPage = childPage({
  path: '/child/:child/audit/:audit/action/:action',
  permission: 'open',
  audit: 'an action of an audit',
  load,
  submit,
  render: ({ data, action, does }: Data, ctx: ChildCtx<Db>, returned) => {
    const name = (id: string) => data.names.get(id) ?? 'somebody who has left'
    return {
      title: `Action ${action.ref} of audit ${data.code}`,
      section: 'audits',
      body: (
        <>
          <BackLink href={addressOf(ctx, data.code)}>The audit</BackLink>
          <Problems faults={returned?.faults} />
          <Heading over={`${ctx.child.called}: audit ${data.code}`}>{action.what}</Heading>
          <SummaryList
            rows={[
              { key: 'Who does it', value: auditPosts[action.who] },
              { key: 'By when', value: isDone(action) ? longDay(action.by) : dueWords(action.by, ctx.today) },
              action.done !== null && {
                key: 'Done',
                value: (
                  <>
                    <span class="gt-prose">{action.done.what}</span>
                    <span class="gt-line gt-quiet">
                      {name(action.done.by)}, {longDay(action.done.on)}
                    </span>
                  </>
                ),
              },
              ...action.checks.map(c => ({
                key: c.done ? 'Checked: it happened' : 'Checked: not yet',
                value: (
                  <>
                    <span class="gt-prose">{c.why}</span>
                    <span class="gt-line gt-quiet">
                      {name(c.by)}, {longDay(c.on)}
                    </span>
                  </>
                ),
              })),
            ]}
          />
          {does && (
            <RecordForm
              ctx={ctx}
              type={typeOf(does)}
              id={newId(ctx.now)}
              seq={data.audit.seq}
              returned={returned}
            >
              <Button preventDoubleClick>{does === 'done' ? 'It is done' : 'Record what you saw'}</Button>
            </RecordForm>
          )}
          {does === 'check' && (
            <p class="govuk-body">
              <a class="govuk-link" href={`/child/${ctx.child.code}`}>
                Look in the child’s file
              </a>
            </p>
          )}
        </>
      ),
    }
  },
})
