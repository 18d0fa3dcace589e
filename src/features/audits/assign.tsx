import { calledBy } from '../../domain/casework/person.ts'
import { textOf } from '../../domain/records/parse.ts'
import { gradingParts } from '../../domain/records/types/audit-grading.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { BackLink, Button, Details, InsetText, Radios, Select, Textarea } from '../../web/govuk/index.ts'
import { type Ctx, page } from '../../web/page.ts'
import { type AssignData, load, submit } from './assign-submit.ts'
import { AuditFrame } from './frame.tsx'
import { personChoice } from './samples/asking.ts'

/** Gives an audit to another auditor, or withdraws it. */
export const assignPage = page({
  path: '/audits/assign/:audit',
  permission: 'audit-draw',
  audit: 'give an audit to an auditor',
  load,
  submit,
  render: (data: AssignData, ctx: Ctx<Db>, returned) => {
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
