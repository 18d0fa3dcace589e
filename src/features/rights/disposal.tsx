import { longDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { disposalDecided } from '../../domain/records/types/disposal.ts'
import { heldBy } from '../../domain/rights/hold.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import { findRetentionRow } from '../../domain/rights/retention-table.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { findSubject, holdFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { dispose, filesTogether } from '../../store/rights/dispose.ts'
import { disposalByCode, readHolds, retentionNow } from '../../store/rights/read.ts'
import { othersWhoDecide, whose } from '../../store/rights/whose.ts'
import { Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { DisposalTag } from './disposals.tsx'
import { Deciders, ofAllegations, ofChildren, type Place, ReadIt } from './place.tsx'
import { write } from './write.ts'

const NONE = { missing: 'There is no disposal of that code. Open the list of disposals, and choose one.' }

async function load(ctx: Ctx<Db>, { keeping }: Place) {
  const { tx } = ctx
  const disposal = await disposalByCode(tx, keeping, ctx.params.disposal ?? '')
  if (!disposal) return NONE
  const { called, gone } = await whose(ctx, keeping, [disposal.child])
  const file = await findSubject(tx, disposal.child)
  const name = called.get(disposal.child)
  if (!file || (name === undefined && !gone.has(file.id))) return NONE
  const people = [disposal.by, disposal.decided?.by].filter(id => id !== undefined)
  return found({
    disposal,
    file,
    called: name ?? null,
    names: await namesOf(tx, people),
    others: await othersWhoDecide(tx, keeping, disposal.by),
  })
}
type Data = DataOf<typeof load>

/** Why the file may not go, asked anew with nobody writing in it meanwhile; otherwise what goes, and by which rule. */
async function mayGo({ tx, today }: Ctx<Db>, { keeping }: Place, { file }: Data) {
  const files = await filesTogether(tx, file)
  for (const f of files) await holdFile(tx, f.id)
  const hold = heldBy(
    await readHolds(tx, keeping),
    files.map(f => f.id),
  )
  if (hold) return `A legal hold (${hold.code}) stands on this file. It is kept until that ends.`
  const retention = await retentionNow(tx, file, today)
  if (retention.is !== 'due') return `This file is not due any more. ${retention.because}`
  return { files, rule: retention.row.code, due: retention.until }
}

async function submit(ctx: Ctx<Db>, place: Place, data: Data): Promise<Outcome> {
  const { disposal } = data
  const { decides, disposal: of } = keepings[place.keeping]
  const back = { go: `${place.at}/disposals/${disposal.code}` }
  if (disposal.certificate) return back
  if (!ctx.can(decides).allow) return { refused: place.says.notYours }
  if (disposal.by === ctx.viewer.id) return { refused: place.says.own }
  const read = readForm(ctx, disposalDecided, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const goes = read.value.outcome === 'agreed' ? await mayGo(ctx, place, data) : null
  if (typeof goes === 'string') return { again: { typed: ctx.typed, faults: { outcome: goes } } }
  const file = { id: disposal.id, kind: of.kind, code: disposal.code }
  const written = await write(ctx, file, disposalDecided, read.value)
  const not = await notWritten(written, {
    typed: ctx.typed,
    at: 'outcome',
    namesOf: ids => namesOf(ctx.tx, ids),
  })
  if (not) return not
  if (goes && 'done' in written)
    await dispose(ctx.tx, { disposal: file, ...goes, by: ctx.viewer.id, now: ctx.now })
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

const disposalOf = (place: Place) =>
  page({
    path: `${place.at}/disposals/:disposal`,
    permission: keepings[place.keeping].reads,
    audit: `a disposal${place.of}`,
    load: (ctx: Ctx<Db>) => load(ctx, place),
    submit: (ctx: Ctx<Db>, data: Data) => submit(ctx, place, data),
    render: (data: Data, ctx: Ctx<Db>, returned) => {
      const { disposal: d, file, called, names, others } = data
      const name = (id: string) => names.get(id) ?? 'Somebody who has left'
      const decides =
        d.certificate === null && ctx.can(keepings[place.keeping].decides).allow && d.by !== ctx.viewer.id
      return {
        title: `Disposal ${d.code}`,
        section: place.section,
        body: (
          <place.Frame at={`${place.at}/disposals`}>
            <Problems faults={returned?.faults} />
            <span class="govuk-caption-l">Disposal {d.code}</span>
            <h1 class="govuk-heading-l">
              {called === null ? `Files ${d.certificate?.codes ?? ''}` : `The file of ${called}`}
            </h1>
            <p class="govuk-body">
              <DisposalTag disposal={d} place={place} />
            </p>
            <SummaryList
              rows={[
                { key: 'Kept until', value: longDay(d.due) },
                // What it is counted from is a day in somebody's life: it goes with the file.
                called !== null && { key: 'Because', value: d.because },
                { key: 'Proposed', value: `${name(d.by)}, ${momentWords(d.at)}` },
                { key: 'Looked at', value: <span class="gt-prose">{d.why}</span> },
                d.decided !== null && {
                  key: d.decided.outcome === 'agreed' ? 'Agreed' : 'Kept',
                  value: `${name(d.decided.by)}, ${momentWords(d.decided.at)}: ${d.decided.why}`,
                },
              ]}
            />
            <Certificate data={data} />
            {d.certificate === null && called !== null && <ReadIt place={place} code={file.code} />}
            {decides && (
              <RecordForm
                ctx={ctx}
                type={disposalDecided}
                id={newId(ctx.now)}
                seq={d.seq}
                returned={returned}
              >
                <Button variant="warning">Record the decision</Button>
              </RecordForm>
            )}
            {d.certificate === null && d.decided === null && !decides && (
              <Deciders place={place} others={others} />
            )}
          </place.Frame>
        ),
      }
    },
  })

/** One disposal: what was proposed and why, what another decided, and its certificate. */
export const disposalPage = disposalOf(ofChildren)
export const allegationDisposalPage = disposalOf(ofAllegations)
