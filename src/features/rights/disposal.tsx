import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { disposalDecided } from '../../domain/records/types/disposal.ts'
import { heldBy } from '../../domain/rights/hold.ts'
import { findRetentionRow } from '../../domain/rights/retention-table.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { findSubject, holdFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { listable } from '../../store/queries/listable.ts'
import { dispose, filesTogether } from '../../store/rights/dispose.ts'
import { disposalByCode, notHere, readHolds, retentionNow } from '../../store/rights/read.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { DisposalTag } from './disposals.tsx'
import { momentWords, RightsFrame } from './frame.tsx'
import { write } from './write.ts'

const NONE = { missing: 'There is no disposal of that code. Open the list of disposals, and choose one.' }

async function load(ctx: Ctx<Db>) {
  const disposal = await disposalByCode(ctx.tx, ctx.params.disposal ?? '')
  if (!disposal) return NONE
  const child = (await listable(ctx.tx, ctx.viewer, ctx.now, [disposal.child])).get(disposal.child)
  if (!child && !(await notHere(ctx.tx, [disposal.child])).has(disposal.child)) return NONE
  const people = [disposal.by, disposal.decided?.by].filter(id => id !== undefined)
  return found({ disposal, child: child ?? null, names: await namesOf(ctx.tx, people) })
}
type Data = DataOf<typeof load>

/** Agreed: whether the file may still go is asked anew, with nobody writing in it meanwhile. */
async function carryOut(ctx: Ctx<Db>, { disposal }: Data): Promise<string | undefined> {
  const { tx } = ctx
  const child = await findSubject(tx, disposal.child)
  if (!child) return 'This file is not here any more.'
  const files = await filesTogether(tx, child)
  for (const f of files) await holdFile(tx, f.id)
  const hold = heldBy(
    await readHolds(tx),
    files.map(f => f.id),
  )
  if (hold) return `A legal hold (${hold.code}) stands on this file. It is kept until that ends.`
  const retention = await retentionNow(tx, child.id, ctx.today)
  return retention.is === 'due' ? undefined : `This file is not due any more. ${retention.because}`
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { disposal } = data
  const back = { go: `/rights/disposals/${disposal.code}` }
  if (disposal.certificate) return back
  if (!ctx.can('dispose').allow)
    return { refused: 'A director decides whether a file is disposed of. Ask one.' }
  if (disposal.by === ctx.viewer.id)
    return {
      refused: 'You proposed this yourself. Another director decides, or you ask a colleague to propose it.',
    }
  const read = readForm(ctx, disposalDecided, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const agreed = read.value.outcome === 'agreed'
  const why = agreed ? await carryOut(ctx, data) : undefined
  if (why) return { again: { typed: ctx.typed, faults: { outcome: why } } }
  const file = { id: disposal.id, kind: 'disposal' as const, code: disposal.code }
  const written = await write(ctx, file, disposalDecided, read.value)
  const not = await notWritten(written, {
    typed: ctx.typed,
    at: 'outcome',
    namesOf: ids => namesOf(ctx.tx, ids),
  })
  if (not) return not
  const child = await findSubject(ctx.tx, disposal.child)
  const retention = child && (await retentionNow(ctx.tx, child.id, ctx.today))
  if (agreed && 'done' in written && child && retention?.is === 'due')
    await dispose(ctx.tx, {
      disposal: file,
      files: await filesTogether(ctx.tx, child),
      rule: retention.row.code,
      due: retention.until,
      by: ctx.viewer.id,
      now: ctx.now,
    })
  return back
}

function Certificate({ data }: { data: Data }) {
  const { certificate: c } = data.disposal
  if (!c) return null
  return (
    <section class="gt-rights-certificate">
      <h2 class="govuk-heading-m">Certificate of disposal {data.disposal.code}</h2>
      <p class="govuk-body">
        What these files said was destroyed on {momentWords(c.at)}. That they were there, who wrote in them
        and when, stays to be proved: golden-thread verify holds it against this certificate.
      </p>
      <SummaryList
        rows={[
          { key: 'Files', value: c.codes },
          { key: 'Rule', value: findRetentionRow(c.rule)?.title ?? c.rule },
          { key: 'Kept until', value: longDay(c.due) },
          { key: 'Entries emptied', value: String(c.entries) },
          { key: 'Documents deleted', value: String(c.documents) },
          { key: 'Lines of the log whose words went', value: String(c.lines) },
          { key: 'SHA-256 of what was kept', value: <code class="gt-rights-hash">{c.kept}</code> },
        ]}
      />
    </section>
  )
}

/** One disposal: what was proposed and why, what a director decided, and its certificate. */
export const disposalPage = page({
  path: '/rights/disposals/:disposal',
  permission: 'rights',
  audit: 'a disposal',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const { disposal: d, child, names } = data
    const name = (id: string) => names.get(id) ?? 'Somebody who has left'
    const decides = d.certificate === null && ctx.can('dispose').allow && d.by !== ctx.viewer.id
    return {
      title: `Disposal ${d.code}`,
      section: 'rights',
      body: (
        <RightsFrame at="/rights/disposals">
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Disposal {d.code}</span>
          <h1 class="govuk-heading-l">
            {child ? `The file of ${calledBy(child, child.code)}` : `Files ${d.certificate?.codes ?? ''}`}
          </h1>
          <p class="govuk-body">
            <DisposalTag disposal={d} />
          </p>
          <SummaryList
            rows={[
              { key: 'Kept until', value: longDay(d.due) },
              // What it is counted from is a day in somebody's life: it goes with the file.
              child !== null && { key: 'Because', value: d.because },
              { key: 'Proposed', value: `${name(d.by)}, ${momentWords(d.at)}` },
              { key: 'Looked at', value: <span class="gt-prose">{d.why}</span> },
              d.decided !== null && {
                key: d.decided.outcome === 'agreed' ? 'Agreed' : 'Kept',
                value: `${name(d.decided.by)}, ${momentWords(d.decided.at)}: ${d.decided.why}`,
              },
            ]}
          />
          <Certificate data={data} />
          {decides && (
            <Form csrf={ctx.csrf}>
              <Once typed={returned?.typed} id={newId(ctx.now)} seq={d.seq} />
              {returned?.conflict}
              <RecordFields
                type={disposalDecided}
                typed={returned?.typed ?? {}}
                faults={returned?.faults ?? {}}
                today={ctx.today}
                fresh={!returned}
                people={[]}
              />
              <Button variant="warning">Record the decision</Button>
            </Form>
          )}
          {d.certificate === null && d.decided === null && !decides && (
            <p class="govuk-body">A director who did not propose it decides.</p>
          )}
        </RightsFrame>
      ),
    }
  },
})
