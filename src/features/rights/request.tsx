import { longDay } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import { marked, requestState } from '../../domain/rights/request.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { Button, Details, Select } from '../../web/govuk/index.ts'
import { type Ctx, page, type Returned } from '../../web/page.ts'
import { RightsFrame, StateTag } from './frame.tsx'
import { RequestFacts, TakenOut } from './request-facts.tsx'
import { loadRequest, type RequestData } from './request-load.ts'

import { STEPS, submit } from './request-steps.ts'

interface StepProps {
  readonly step: string
  readonly title: string
  readonly button: string
  readonly data: RequestData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

/** A step with its form, and what came back of it where it was the one that was sent. */
function Step({ step, title, button, data, ctx, returned }: StepProps) {
  const type = STEPS[step]
  const mine = returned !== null && textOf(returned.typed, '_do') === step
  if (!type) return null
  return (
    <section id={step}>
      <h2 class="govuk-heading-m">{title}</h2>
      <RecordForm
        ctx={ctx}
        type={type}
        id={newId(ctx.now)}
        seq={data.request.seq}
        returned={mine ? returned : null}
      >
        {/* While the file is marked, to mark it is what is done most: to say that it is finished comes once. */}
        <Button name="_do" value={step} {...(step === 'finish' ? { variant: 'secondary' as const } : {})}>
          {button}
        </Button>
      </RecordForm>
    </section>
  )
}

function Marker({ data, ctx, error }: { data: RequestData; ctx: Ctx<Db>; error: string | undefined }) {
  if (!ctx.can('dispose').allow || data.auditors.length === 0) return null
  return (
    <Details summary="Give the file to an auditor to be marked" open={error !== undefined}>
      <p class="govuk-body">They may open this file, and no other, for three months.</p>
      <Form csrf={ctx.csrf}>
        <Select
          name="marker"
          label="Who marks it?"
          items={[{ value: '', text: 'Choose' }, ...data.auditors.map(a => ({ value: a.id, text: a.name }))]}
          error={error}
        />
        <Button variant="secondary" name="_do" value="marker">
          Give it to them
        </Button>
      </Form>
    </Details>
  )
}

function Next({ data, ctx, returned }: Pick<StepProps, 'data' | 'ctx' | 'returned'>) {
  const { request, opens } = data
  const state = requestState(request)
  const at = `/rights/requests/${request.code}`
  const given = { data, ctx, returned }
  if (state === 'answered') return null
  const read = opens.allow ? (
    state === 'marking' ? (
      <Button href={`${at}/mark`}>Read and mark the file</Button>
    ) : (
      <p class="govuk-body">
        <a class="govuk-link" href={`${at}/mark`}>
          Read the file as it is marked
        </a>
      </p>
    )
  ) : (
    <p class="govuk-body">To mark it takes somebody who may open the file. {opens.because}</p>
  )
  return (
    <>
      {state === 'identity' && (
        <Step step="identity" title="Check identity" button="Identity is checked" {...given} />
      )}
      {state !== 'identity' && read}
      {state === 'marking' && opens.allow && (
        <Step
          step="finish"
          title="Marking is finished"
          button="Finished: ask for it to be checked"
          {...given}
        />
      )}
      {state === 'checking' &&
        (marked(request, ctx.viewer.id) ? (
          <p class="govuk-body">It waits for somebody else to check it.</p>
        ) : (
          opens.allow && <Step step="check" title="Check it" button="Record what you found" {...given} />
        ))}
      {state === 'ready' && opens.allow && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${at}/give`}>
            Take it as a file, to be given
          </a>
        </p>
      )}
      {state === 'ready' && <Step step="answer" title="It went" button="Record the answer" {...given} />}
      {state !== 'ready' && <Marker data={data} ctx={ctx} error={returned?.faults.marker} />}
      {!request.extended && (
        <Details
          summary="It needs longer than a month"
          open={textOf(returned?.typed ?? {}, '_do') === 'extend'}
        >
          <Step step="extend" title="Extend by two further months" button="Extend it" {...given} />
        </Details>
      )}
    </>
  )
}

/** One request: who asks, by when it must be answered, how far it is, and what was taken out. */
export const requestPage = page({
  path: '/rights/requests/:request',
  permission: 'rights',
  audit: 'a request for a file',
  load: loadRequest,
  submit,
  render: (data: RequestData, ctx: Ctx<Db>, returned) => ({
    title: `Request ${data.request.code}`,
    section: 'rights',
    wide: true,
    body: (
      <RightsFrame at="/rights/requests">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">
          Request {data.request.code}, came {longDay(data.request.received)}
        </span>
        <h1 class="govuk-heading-l">
          The file of {data.child ?? 'somebody whose file is not here any more'}
        </h1>
        <p class="govuk-body">
          <StateTag request={data.request} />
        </p>
        <div class="gt-columns">
          <div>
            <RequestFacts data={data} today={ctx.today} />
            <TakenOut data={data} />
          </div>
          <div>
            <Next data={data} ctx={ctx} returned={returned} />
          </div>
        </div>
      </RightsFrame>
    ),
  }),
})
