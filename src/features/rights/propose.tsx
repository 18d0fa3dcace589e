import { longDay } from '../../domain/kernel/day.ts'
import { asking } from '../../domain/records/asked.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { disposalProposed } from '../../domain/records/types/disposal.ts'
import { heldBy } from '../../domain/rights/hold.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { startNumbered } from '../../store/numbered.ts'
import { filesTogether } from '../../store/rights/dispose.ts'
import { readDisposals, readHolds, retentionNow } from '../../store/rights/read.ts'
import { fileByCode, othersWhoDecide } from '../../store/rights/whose.ts'
import { Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button, InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { Deciders, ofAllegations, ofChildren, type Place, ReadIt } from './place.tsx'

const asked = asking(disposalProposed, ['child', 'rule', 'due', 'because'])

async function load(ctx: Ctx<Db>, place: Place) {
  const { tx } = ctx
  const { keeping } = place
  const file = await fileByCode(ctx, keeping, ctx.params.file ?? '')
  if (!file) return { missing: place.says.none }
  const { subject } = file
  const retention = await retentionNow(tx, subject, ctx.today)
  if (retention.is !== 'due') return { missing: `This file is not due. ${retention.because}` }
  const files = await filesTogether(tx, subject)
  const before = (await readDisposals(tx, keeping)).find(d => d.child === subject.id && d.decided === null)
  if (before) return { go: `${place.at}/disposals/${before.code}` }
  const hold = heldBy(
    await readHolds(tx, keeping),
    files.map(f => f.id),
  )
  return found({
    ...file,
    retention,
    files,
    hold,
    others: await othersWhoDecide(tx, keeping, ctx.viewer.id),
  })
}
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, place: Place, { files }: Data): Promise<Outcome> {
  // Whether it may be proposed is asked anew with nobody writing in it: another may have proposed it meanwhile.
  for (const f of files) await holdFile(ctx.tx, f.id)
  const now = await load(ctx, place)
  if ('missing' in now) return { refused: now.missing }
  if ('go' in now) return now
  const { subject, retention, hold } = now.found
  if (hold) return { refused: `A legal hold (${hold.code}) stands on this file. It is kept until that ends.` }
  const read = readForm(ctx, asked, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const id = textOf(ctx.typed, '_subject')
  const { row, until } = retention
  // Without the day from which it is counted: this stays when the file is gone.
  const because = `${row.title}. ${row.source}.`
  const answers = { child: subject.id, rule: row.code, due: until, because, ...read.value }
  const entries = [entryBy(ctx, id, disposalProposed, answers)]
  const code = await startNumbered(ctx.tx, { id, ...keepings[place.keeping].disposal, entries }, ctx.now)
  return code
    ? { go: `${place.at}/disposals/${code}` }
    : { again: { typed: ctx.typed, faults: { why: BROKEN } } }
}

const proposeOf = (place: Place) =>
  page({
    path: `${place.at}/retention/:file`,
    permission: keepings[place.keeping].reads,
    audit: place.of === '' ? 'propose that a file is disposed of' : `propose a disposal${place.of}`,
    load: (ctx: Ctx<Db>) => load(ctx, place),
    submit: (ctx: Ctx<Db>, data: Data) => submit(ctx, place, data),
    render: (data: Data, ctx: Ctx<Db>, returned) => {
      const { subject, called, retention, files, hold, others } = data
      return {
        title: 'Propose that a file is disposed of',
        section: place.section,
        body: (
          <place.Frame at={`${place.at}/retention`}>
            <Problems faults={returned?.faults} />
            <h1 class="govuk-heading-l">The file of {called}</h1>
            <SummaryList
              rows={[
                { key: 'Kept until', value: longDay(retention.until) },
                { key: 'Because', value: retention.because },
                { key: 'Goes together', value: files.map(f => `${f.kind} ${f.code}`).join(', ') },
              ]}
            />
            <ReadIt place={place} code={subject.code} />
            {hold ? (
              <InsetText>
                A legal hold stands on this file:{' '}
                <a class="govuk-link" href={`${place.at}/holds#${hold.code}`}>
                  {hold.code}
                </a>
                . It is kept until that ends.
              </InsetText>
            ) : (
              <NewFileForm ctx={ctx} id={newId(ctx.now)} type={asked} returned={returned}>
                <Deciders place={place} others={others} />
                <Button>Propose it</Button>
              </NewFileForm>
            )}
          </place.Frame>
        ),
      }
    },
  })

/** Proposes that one file goes: what goes with it, and why its time is over. */
export const proposePage = proposeOf(ofChildren)
export const allegationProposePage = proposeOf(ofAllegations)
