import { headingOf } from '../../domain/casework/heading.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { parse } from '../../domain/records/parse.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText } from '../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type Outcome, type Returned } from '../../web/page.ts'
import { type HandoverData as Data, loadHandover } from './handover-load.ts'
import { Due, NowFacts, People, Sayings, Written } from './handover-parts.tsx'
import { writeAbout } from './write.ts'

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { typed, child, tx } = ctx
  const at = `/child/${child.code}/handover`
  if (!data.may) return { refused: 'You may read this file, and not write in it. Ask the child’s worker.' }
  const kept = await keepDraft(ctx, child.id, handover.code, data.view.entries)
  if (kept) return kept === 'script' ? { said: londonTime(ctx.now) } : { go: at }
  const { born, unborn } = data.view.file.person
  const read = parse(handover, typed, { today: ctx.today, born, unborn })
  if (!read.ok) return { again: { typed, faults: read.error } }
  const stale = (e: { type: string }) => e.type === handover.code
  const written = await writeAbout(ctx, child, { type: handover, answers: read.value, typed, stale })
  const again = await notWritten(written, { typed, at: 'on', namesOf: ids => namesOf(tx, ids) })
  if (again) return again
  if ('done' in written) await dropDraft(tx, ctx.viewer.id, child.id, handover.code)
  return { go: `${at}?done=yes` }
}

function Write({ data, ctx, returned }: { data: Data; ctx: ChildCtx<Db>; returned: Returned | null }) {
  const at = `/child/${ctx.child.code}/handover`
  const typed = returned?.typed ?? data.draft?.typed ?? {}
  return (
    <section class="gt-no-print">
      <h2 class="govuk-heading-m">{data.facts.written ? 'Write a new handover' : 'Write the handover'}</h2>
      <p class="govuk-body">{handover.help}</p>
      {!returned && <Begun draft={data.draft} />}
      <Form csrf={ctx.csrf} action={at} draft={`${at}?keep=script`}>
        <Once typed={returned?.typed ?? data.draft?.typed} id={newId(ctx.now)} seq={data.view.seq} />
        {returned?.conflict}
        <RecordFields
          type={handover}
          typed={typed}
          faults={returned?.faults ?? {}}
          today={ctx.today}
          fresh={!returned && !data.draft}
          people={[]}
        />
        <div class="govuk-button-group">
          <Button>Record</Button>
          <Button variant="secondary" name="_keep" value="hand">
            Keep for later
          </Button>
        </div>
        <DraftStatus />
      </Form>
    </section>
  )
}

/** All that the next worker must know, from the record; and, in the same place, what only the last worker knows. */
export const handoverPage = childPage({
  path: '/child/:child/handover',
  permission: 'open',
  audit: 'handover',
  load: loadHandover,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const { facts, waits } = data
    const { code } = ctx.child
    return {
      title: childTitle(ctx, 'Handover'),
      section: 'find',
      wide: true,
      body: (
        <FileFrame ctx={ctx} heading={headingOf(data.view.file, ctx.child, ctx.today)} tab={null}>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Handover, {longDay(ctx.today)}</h1>
          {waits && (
            <InsetText>
              {waits.toName} took over from {waits.fromName} on {longDay(waits.on)}. No handover has been
              written yet.
            </InsetText>
          )}
          {data.view.kept > 0 && (
            <InsetText>{data.view.kept} confidential entries are not shown to you.</InsetText>
          )}
          <Written data={data} />
          {data.may && (waits !== undefined || returned !== null) && (
            <Write data={data} ctx={ctx} returned={returned} />
          )}
          <NowFacts data={data} />
          <Due data={data} ctx={ctx} />
          <Sayings
            title="Next dates"
            list={facts.next}
            none="No decision has a day that is still to come."
            code={code}
          />
          <Sayings title="Risks" list={facts.risks} none="The record names no risk." code={code} />
          <Sayings title="What protects" list={facts.protects} none="The record names nothing." code={code} />
          <Sayings
            title="Last decisions"
            list={facts.decisions}
            none="No decision has been recorded."
            code={code}
          />
          {facts.views && <Sayings title="What the child says" list={[facts.views]} none="" code={code} />}
          <People data={data} />
          {data.may && waits === undefined && returned === null && (
            <Write data={data} ctx={ctx} returned={returned} />
          )}
        </FileFrame>
      ),
    }
  },
})
