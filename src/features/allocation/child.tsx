import { headingOf } from '../../domain/casework/heading.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { allocation } from '../../domain/records/types/allocation.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import { weightWords } from '../../domain/workload/weigh.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details, MojSubNavigation, Textarea, TextInput } from '../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type Returned } from '../../web/page.ts'
import { type AllocationData, loadAllocation } from './child-load.ts'
import { handoverAsked, submitAllocation } from './child-submit.ts'
import { Choose } from './choose.tsx'

const titles = { worker: 'Allocation', reviewing: 'Reviewing officer', chairing: 'Conference chair' } as const
const called = { worker: 'worker', reviewing: 'reviewing officer', chairing: 'conference chair' } as const
const asked = {
  worker: 'Who will be the worker?',
  reviewing: 'Who will review?',
  chairing: 'Who will chair the conferences?',
} as const

/** Who has the child now, and what the child weighs. */
function Now({ data }: { data: AllocationData }) {
  const { holds, nowWorker, as, weighs } = data
  return (
    <p class="govuk-body">
      {holds && nowWorker
        ? `${nowWorker.name} has been the ${called[as]} since ${longDay(holds.from)}.`
        : `Nobody is the ${as === 'worker' ? 'named worker' : called[as]} yet.`}
      {as === 'worker' &&
        ` The child weighs ${weightWords(weighs.weight)}: ${weighs.rows.map(r => r.title.toLowerCase()).join(', ')}.`}
    </p>
  )
}

/** What the next worker must know, written by whoever knows it: now, or by the worker who hands over. */
function HandoverPart({ data, typed, returned, ctx }: PartProps) {
  if (data.as !== 'worker' || !data.nowWorker) return null
  const begun = Object.keys(handoverAsked.fields).some(name => textOf(typed, name) !== '')
  return (
    <Details
      summary="Write the handover now (optional)"
      open={begun || Object.keys(returned?.faults ?? {}).some(f => f in handoverAsked.fields)}
    >
      <p class="govuk-body">
        {handover.help} If you leave it, {data.nowWorker.name} and the new worker are both asked for it until
        it is written.
      </p>
      <RecordFields
        type={handoverAsked}
        typed={typed}
        faults={returned?.faults ?? {}}
        today={ctx.today}
        fresh={false}
        people={[]}
      />
    </Details>
  )
}

interface PartProps {
  readonly data: AllocationData
  readonly typed: Typed
  readonly returned: Returned | null
  readonly ctx: ChildCtx<Db>
}

function AllocationForm({ data, typed, returned, ctx }: PartProps) {
  const at = `/child/${ctx.child.code}/record/allocation`
  const warned = returned?.faults.despite
  return (
    <Form csrf={ctx.csrf} action={`${at}?as=${data.as}`} draft={`${at}?as=${data.as}&keep=script`}>
      <Once typed={returned?.typed ?? data.draft?.typed} id={newId(ctx.now)} seq={data.view.seq} />
      {returned?.conflict}
      <Choose
        name="worker"
        legend={asked[data.as]}
        people={data.people}
        team={data.team}
        value={textOf(typed, 'worker')}
        error={returned?.faults.worker}
        today={ctx.today}
        as={data.as}
      />
      {(warned || textOf(typed, 'despite') !== '') && (
        <Textarea
          name="despite"
          label={{ text: 'Why all the same?', size: 's' }}
          hint="It is kept with the allocation. Choose somebody else instead, and this is not needed."
          rows={2}
          value={textOf(typed, 'despite')}
          error={warned}
        />
      )}
      <TextInput
        name="from"
        label={{ text: 'From', size: 's' }}
        hint="Such as 27/3/2026, or yesterday"
        width={10}
        value={textOf(typed, 'from') || (returned ? '' : formDay(ctx.today))}
        error={returned?.faults.from}
      />
      <HandoverPart data={data} typed={typed} returned={returned} ctx={ctx} />
      <div class="govuk-button-group">
        <Button>{data.nowWorker ? 'Change' : 'Allocate'}</Button>
        <Button variant="secondary" name="_keep" value="hand">
          Keep for later
        </Button>
        <a class="govuk-link" href={`/child/${ctx.child.code}`}>
          Back to the child
        </a>
      </div>
      <DraftStatus />
    </Form>
  )
}

/** Gives a child to a named worker, to a reviewing officer, or to the chair of its conferences: who could hold it, with their work, on one page. */
export const allocationPage = childPage({
  path: '/child/:child/record/allocation',
  permission: allocation.permission,
  audit: 'record: allocation',
  load: loadAllocation,
  submit: submitAllocation,
  render: (data: AllocationData, ctx: ChildCtx<Db>, returned) => {
    const typed = returned?.typed ?? data.draft?.typed ?? {}
    const at = `/child/${ctx.child.code}/record/allocation`
    return {
      title: childTitle(ctx, titles[data.as]),
      section: 'find',
      wide: true,
      body: (
        <FileFrame ctx={ctx} heading={headingOf(data.view.file, ctx.child, ctx.today)} tab="record">
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">{titles[data.as]}</h1>
          <MojSubNavigation
            label="Which"
            items={[
              { text: 'Worker', href: at, active: data.as === 'worker' },
              { text: 'Reviewing officer', href: `${at}?as=reviewing`, active: data.as === 'reviewing' },
              { text: 'Conference chair', href: `${at}?as=chairing`, active: data.as === 'chairing' },
            ]}
          />
          {!returned && <Begun draft={data.draft} />}
          <Now data={data} />
          <AllocationForm data={data} typed={typed} returned={returned} ctx={ctx} />
        </FileFrame>
      ),
    }
  },
})
