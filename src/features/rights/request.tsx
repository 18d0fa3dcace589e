import { addMonths, longDay } from '../../domain/kernel/day.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import {
  accessAnswered,
  accessExtended,
  identityChecked,
  markerNamed,
  markingChecked,
  markingFinished,
} from '../../domain/records/types/access-request.ts'
import { marked, requestState } from '../../domain/rights/request.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Details, Select } from '../../web/govuk/index.ts'
import { type Ctx, type Outcome, page, type Returned } from '../../web/page.ts'
import { RightsFrame, StateTag } from './frame.tsx'
import { RequestFacts, TakenOut } from './request-facts.tsx'
import { fileOfRequest, gatherAsked, loadRequest, type RequestData } from './request-load.ts'
import { note, write } from './write.ts'

/** What may be sent from this page, by the button: each a record of its own. */
const STEPS: Readonly<Record<string, RecordType>> = {
  identity: identityChecked,
  extend: accessExtended,
  finish: markingFinished,
  check: markingChecked,
  answer: accessAnswered,
}

const OWN = 'You marked words in this file. Somebody else checks it: ask them to open this page.'

/** Why a step is not to be taken now. */
function barred(step: string, { request }: RequestData, ctx: Ctx<Db>): string | undefined {
  const state = requestState(request)
  if (state === 'answered') return 'This request was answered.'
  if (step === 'finish' && state === 'identity') return 'First write down how identity was checked.'
  if (step === 'check' && state !== 'checking') return 'It is not finished yet: it waits to be marked.'
  if (step === 'check' && marked(request, ctx.viewer.id)) return OWN
  if (step === 'answer' && state !== 'ready') return 'It must be checked by a second person before it goes.'
  if (step === 'extend' && request.extended) return 'It was extended already, and can’t be again.'
  return undefined
}

/** Marking is finished on the whole file, by somebody who may read the whole of it. */
async function notWhole(ctx: Ctx<Db>, { request }: RequestData): Promise<string | undefined> {
  const file = await gatherAsked(ctx, request, 'the whole file')
  if ('refused' in file) return file.refused
  const { gathered } = file
  if (gathered.kept > 0)
    return `${gathered.kept} entries of this file are closed to you, so you can’t say that it is marked. Ask somebody who may read them.`
  const all = new Set(gathered.items.flatMap(i => i.documents.map(d => d.hash)))
  const open = [...all].filter(hash => !request.documents.has(hash)).length
  return open > 0
    ? `Of ${open} documents it is not said whether they are given. Decide on each, where it stands in the file.`
    : undefined
}

async function nameMarker(ctx: Ctx<Db>, { request, auditors }: RequestData): Promise<Outcome> {
  const marker = textOf(ctx.typed, 'marker')
  if (!auditors.some(a => a.id === marker))
    return { again: { typed: ctx.typed, faults: { marker: 'Choose an auditor from the list.' } } }
  const until = addMonths(ctx.today, 3)
  await note(ctx, fileOfRequest(request), [[markerNamed, { child: request.child, marker, until }]])
  return { go: `/rights/requests/${request.code}` }
}

async function submit(ctx: Ctx<Db>, data: RequestData): Promise<Outcome> {
  const { request } = data
  const step = textOf(ctx.typed, '_do')
  const again = (typed: Typed, faults: Readonly<Record<string, string>>): Outcome => ({
    again: { typed, faults },
  })
  if (step === 'marker') {
    if (!ctx.can('dispose').allow)
      return { refused: 'A director gives a file to somebody to be marked. Ask one.' }
    return request.answered ? { go: `/rights/requests/${request.code}` } : await nameMarker(ctx, data)
  }
  const type = Object.hasOwn(STEPS, step) ? STEPS[step] : undefined
  if (!type) return again(ctx.typed, { how: BROKEN })
  const why =
    barred(step, data, ctx) ?? (step === 'finish' || step === 'check' ? await notWhole(ctx, data) : undefined)
  if (why) return again(ctx.typed, { [step]: why })
  const read = readForm(ctx, type, ctx.typed)
  if (!read.ok) return again(ctx.typed, read.error)
  const written = await write(ctx, fileOfRequest(request), type, read.value)
  const not = await notWritten(written, { typed: ctx.typed, at: step, namesOf: ids => namesOf(ctx.tx, ids) })
  return not ?? { go: `/rights/requests/${request.code}` }
}

interface StepProps {
  readonly step: string
  readonly title: string
  readonly button: string
  readonly data: RequestData
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

function Step({ step, title, button, data, ctx, returned }: StepProps) {
  const type = STEPS[step]
  const mine = returned !== null && textOf(returned.typed, '_do') === step
  if (!type) return null
  return (
    <section id={step}>
      <h2 class="govuk-heading-m">{title}</h2>
      <Form csrf={ctx.csrf}>
        <Once typed={mine ? returned.typed : undefined} id={newId(ctx.now)} seq={data.request.seq} />
        {mine && returned.conflict}
        <RecordFields
          type={type}
          typed={mine ? returned.typed : {}}
          faults={mine ? returned.faults : {}}
          today={ctx.today}
          fresh={!mine}
          people={[]}
        />
        {/* While the file is marked, to mark it is what is done most: to say that it is finished comes once. */}
        <Button name="_do" value={step} {...(step === 'finish' ? { variant: 'secondary' as const } : {})}>
          {button}
        </Button>
      </Form>
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
