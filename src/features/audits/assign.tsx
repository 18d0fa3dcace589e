import { calledBy } from '../../domain/casework/person.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { barred } from '../../domain/quality/independence.ts'
import { auditTool } from '../../domain/quality/tools.ts'
import { textOf } from '../../domain/records/parse.ts'
import { auditWithdrawn } from '../../domain/records/types/audit.ts'
import { gradingParts } from '../../domain/records/types/audit-grading.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { survivorOf } from '../../store/joined.ts'
import { namesOf } from '../../store/people.ts'
import { dueFor, GRACE } from '../../store/queries/audit-draw.ts'
import { readAudit } from '../../store/queries/audit-files.ts'
import { opensRestricted } from '../../store/queries/audit-share.ts'
import { auditTies } from '../../store/queries/audit-ties.ts'
import { listable } from '../../store/queries/listable.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { BackLink, Button, Details, InsetText, Radios, Select, Textarea } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { AuditFrame } from './frame.tsx'
import { choicesFor, personChoice } from './samples/asking.ts'
import { readForm, writeAudit } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const missing = { missing: `There is no audit ${ctx.params.audit}. Open it from its sample.` }
  const file = await readAudit(ctx.tx, ctx.params.audit ?? '')
  if (!file) return missing
  const id = await survivorOf(ctx.tx, file.audit.child)
  const child = (await listable(ctx.tx, ctx.viewer, ctx.now, [id])).get(id)
  const tool = auditTool(file.audit.tool)
  if (!child || !tool) return missing
  const { first, second } = file.audit.parts
  const open = file.audit.withdrawn
    ? []
    : [
        ...(first.grading ? [] : (['first'] as const)),
        ...(file.audit.second && !second.grading ? (['second'] as const) : []),
      ]
  return found({
    ...file,
    child,
    tool,
    open,
    choices: await choicesFor(ctx),
    names: await namesOf(ctx.tx, [
      ...[first.auditor, second.auditor].flatMap(a => a ?? []),
      ...[...first.back, ...second.back].map(b => b.by),
    ]),
  })
}

type Data = DataOf<typeof load>

/** Why somebody may not have this file: decided here, on the server, whatever the page offered. */
async function inTheWay(
  ctx: Ctx<Db>,
  data: Data,
  auditor: Data['choices']['all'][number],
  part: 'first' | 'second',
) {
  const { audit, child } = data
  const other = audit.parts[part === 'first' ? 'second' : 'first']
  if (other.auditor === auditor.id)
    return 'They make the other grading of this file: a second grading is another person’s.'
  const row = await ctx.tx
    .selectFrom('person')
    .select(['restricted', 'named'])
    .where('subject', '=', child.subject)
    .executeTakeFirst()
  const tied = await auditTies(ctx.tx, [auditor.id], [child.subject], audit.from, ctx.today)
  const closed = row?.restricted === true && !opensRestricted(auditor, row.named)
  return barred(auditor.id, child.subject, tied, closed)?.because
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const wrong = (name: string, fault: string): Outcome => ({ again: { typed, faults: { [name]: fault } } })
  const to = data.audit.sample ? `/audits/sample/${data.audit.sample}` : '/audits/samples'
  const words = { typed, namesOf: (ids: readonly string[]) => namesOf(ctx.tx, ids) }
  if (textOf(typed, '_do') === 'withdraw') {
    if (data.audit.parts.first.grading) return { refused: 'This audit is finished: what it found stands.' }
    const read = readForm(ctx, auditWithdrawn, typed)
    if (!read.ok) return { again: { typed, faults: read.error } }
    const tried = await writeAudit(ctx, data, auditWithdrawn.code, read.value, { stale: () => false })
    return (await notWritten(tried, { ...words, at: 'why' })) ?? { go: to }
  }
  const part = data.open.find(p => p === textOf(typed, 'part'))
  if (!part) return wrong('part', 'Choose which grading. One that is finished stays with who made it.')
  const auditor = data.choices.all.find(p => p.id === textOf(typed, 'auditor'))
  if (!auditor) return wrong('auditor', 'Choose who audits it.')
  const because = await inTheWay(ctx, data, auditor, part)
  if (because) return wrong('auditor', `${auditor.name}: ${because} Choose somebody else.`)
  const due = dueFor(data.tool, ctx.today)
  const answers = { part, auditor: auditor.id, child: data.audit.child, due, until: addDays(due, GRACE) }
  const tried = await writeAudit(ctx, data, 'audit-assigned', answers, {
    stale: e => e.type === 'audit-assigned' && e.answers.part === part,
  })
  return (await notWritten(tried, { ...words, at: 'auditor' })) ?? { go: to }
}

/** Gives an audit to another auditor, or withdraws it. */
export const assignPage = page({
  path: '/audits/assign/:audit',
  permission: 'audit-draw',
  audit: 'give an audit to an auditor',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const typed = returned?.typed ?? {}
    const faults = returned?.faults ?? {}
    const { parts, sample, seq } = data.audit
    const backs = [...parts.first.back, ...parts.second.back]
    return {
      title: `Give audit ${data.code} to somebody`,
      section: 'audits',
      body: (
        <AuditFrame ctx={ctx} at="/audits/samples">
          <BackLink href={sample ? `/audits/sample/${sample}` : '/audits/samples'}>The sample</BackLink>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            {data.tool.title} {data.code}
          </span>
          <h1 class="govuk-heading-l">{calledBy(data.child, data.child.code)}: who audits this file?</h1>
          {backs.map(b => (
            <InsetText>
              Handed back by {data.names.get(b.by)}: {b.why}
            </InsetText>
          ))}
          {data.open.length === 0 ? (
            <p class="govuk-body">It is finished or withdrawn: there is nobody to give it to.</p>
          ) : (
            <>
              <Form csrf={ctx.csrf}>
                <Once typed={returned?.typed} id={newId(ctx.now)} seq={seq} />
                {returned?.conflict}
                <Radios
                  name="part"
                  legend={{ text: 'Which grading?', size: 's' }}
                  value={textOf(typed, 'part') || data.open[0] || ''}
                  error={faults.part}
                  small
                  items={data.open.map(p => ({
                    value: p,
                    text: gradingParts[p],
                    hint: parts[p].auditor
                      ? `Now with ${data.names.get(parts[p].auditor ?? '')}`
                      : 'With nobody',
                  }))}
                />
                <Select
                  name="auditor"
                  label={{ text: 'Who audits it?', size: 's' }}
                  hint="Nobody may have a file that they work on, manage, review or have written in."
                  value={textOf(typed, 'auditor')}
                  error={faults.auditor}
                  items={[
                    { value: '', text: 'Choose' },
                    ...data.choices.auditors.map(personChoice),
                    ...data.choices.workers.map(personChoice),
                  ]}
                />
                <Button preventDoubleClick>Give it to them</Button>
              </Form>
              {!parts.first.grading && (
                <Details summary="Withdraw this audit" open={textOf(typed, '_do') === 'withdraw'}>
                  <Form csrf={ctx.csrf}>
                    <Once id={newId(ctx.now)} seq={seq} />
                    <input type="hidden" name="_do" value="withdraw" />
                    <Textarea name="why" label="Why is it withdrawn?" error={faults.why} rows={2} />
                    <Button variant="warning">Withdraw it</Button>
                  </Form>
                </Details>
              )}
            </>
          )}
        </AuditFrame>
      ),
    }
  },
})
