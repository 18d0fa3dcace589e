import { longDay } from '../../../domain/kernel/day.ts'
import { GRADES, grades } from '../../../domain/quality/grades.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { without } from '../../../domain/records/read-form.ts'
import type { RecordType } from '../../../domain/records/record-type.ts'
import { auditAgreed, auditHandedBack, auditResponse } from '../../../domain/records/types/audit.ts'
import { newId } from '../../../store/ids.ts'
import { Form, Once } from '../../../web/form/form.tsx'
import { RecordFields } from '../../../web/form/record-fields.tsx'
import { Button, Details, Radios } from '../../../web/govuk/index.ts'
import type { ChildCtx, Returned } from '../../../web/page.ts'
import { differs } from './differs.ts'
import { type AuditData, addressOf } from './load.ts'

interface Props {
  readonly data: AuditData
  readonly ctx: ChildCtx<unknown>
  readonly returned: Returned | null
}

/** What was sent from this form, and nothing of the others on the page. */
const own = (returned: Returned | null, what: string) =>
  returned && textOf(returned.typed, '_do') === what ? returned : null

function Small({
  data,
  ctx,
  returned,
  what,
  type,
  button,
}: Props & { what: string; type: RecordType; button: string }) {
  const back = own(returned, what)
  return (
    <Form csrf={ctx.csrf} action={addressOf(ctx, data.code)}>
      <Once typed={back?.typed} id={newId(ctx.now)} seq={data.audit.seq} />
      <input type="hidden" name="_do" value={what} />
      {back?.conflict}
      <RecordFields
        type={type}
        typed={back?.typed ?? {}}
        faults={back?.faults ?? {}}
        today={ctx.today}
        fresh={!back}
        people={[]}
      />
      <Button preventDoubleClick>{button}</Button>
    </Form>
  )
}

const VIEW = {
  yes: 'recognises this',
  partly: 'recognises this in part',
  no: 'does not recognise this',
} as const

/** What the worker and the manager said, and the form for whoever has not. */
export function Responses({ data, ctx, returned }: Props) {
  const { responses } = data.audit
  const as = data.posts.find(p => p === 'worker' || p === 'manager')
  const said = responses.some(r => r.by === ctx.viewer.id)
  return (
    <section>
      <h2 class="govuk-heading-m" id="answer">
        What the worker and manager say
      </h2>
      {responses.length === 0 && <p class="govuk-body">Nobody has answered yet.</p>}
      {responses.map(r => (
        <div class="gt-audit-said">
          <p class="govuk-body gt-prose">{r.will}</p>
          <p class="govuk-body-s gt-quiet">
            {data.names.get(r.by) ?? 'Somebody who has left'}, as the {r.as}, {VIEW[r.view]}. {longDay(r.on)}
          </p>
        </div>
      ))}
      {as && !said && (
        <Small
          data={data}
          ctx={ctx}
          returned={returned}
          what="respond"
          type={without(auditResponse, 'as')}
          button="Send your answer"
        />
      )}
    </section>
  )
}

/** Where two gradings differ: the grade the two auditors settled on, and why. */
export function Agree({ data, ctx, returned }: Props) {
  const { audit } = data
  if (!data.graded || !audit.compared || audit.compared.differ === 0 || audit.agreed) return null
  const back = own(returned, 'agree')
  const word = (g: keyof typeof grades | null) => (g ? grades[g].toLowerCase() : 'does not apply')
  return (
    <section class="gt-audit-standard" id="agree">
      <h2 class="govuk-heading-m">Agree the grades</h2>
      <p class="govuk-body">
        The two of you graded blind and differ here. Talk, then one of you writes down what you settled on.
      </p>
      <Form csrf={ctx.csrf} action={addressOf(ctx, data.code)}>
        <Once typed={back?.typed} id={newId(ctx.now)} seq={audit.seq} />
        <input type="hidden" name="_do" value="agree" />
        {back?.conflict}
        {differs(data).map(d => (
          <Radios
            name={`agreed_${d.standard}`}
            legend={{ text: d.title, size: 's' }}
            hint={`First: ${word(d.first)}. Second: ${word(d.second)}.`}
            value={textOf(back?.typed ?? {}, `agreed_${d.standard}`)}
            error={back?.faults[`agreed_${d.standard}`]}
            small
            items={GRADES.map(g => ({ value: g, text: grades[g] }))}
          />
        ))}
        <RecordFields
          type={auditAgreed}
          typed={back?.typed ?? {}}
          faults={back?.faults ?? {}}
          today={ctx.today}
          fresh={!back}
          people={[]}
        />
        <Button preventDoubleClick>Record what you agreed</Button>
      </Form>
    </section>
  )
}

/** The way out for an auditor who should not have this file. */
export const HandBack = (props: Props) => (
  <Details summary="I should not audit this file, or cannot" open={own(props.returned, 'back') !== null}>
    <Small {...props} what="back" type={without(auditHandedBack, 'part')} button="Hand it back" />
  </Details>
)
