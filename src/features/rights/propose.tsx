import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { asking } from '../../domain/records/asked.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { disposalProposed } from '../../domain/records/types/disposal.ts'
import { heldBy } from '../../domain/rights/hold.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { startNumbered } from '../../store/numbered.ts'
import { listable } from '../../store/queries/listable.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { filesTogether } from '../../store/rights/dispose.ts'
import { readDisposals, readHolds, retentionNow } from '../../store/rights/read.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { RightsFrame } from './frame.tsx'

const NONE = { missing: 'No child here has that ID. Open the list of files that are due, and choose one.' }
const asked = asking(disposalProposed, ['child', 'rule', 'due', 'because'])

async function load(ctx: Ctx<Db>) {
  const { tx } = ctx
  const subject = await subjectByCode(tx, 'child', (ctx.params.child ?? '').toUpperCase())
  const child = subject && (await listable(tx, ctx.viewer, ctx.now, [subject.id])).get(subject.id)
  if (!subject || !child) return NONE
  const retention = await retentionNow(tx, subject.id, ctx.today)
  if (retention.is !== 'due') return { missing: `This file is not due. ${retention.because}` }
  const files = await filesTogether(tx, subject)
  const before = (await readDisposals(tx)).find(d => d.child === subject.id && d.decided === null)
  if (before) return { go: `/rights/disposals/${before.code}` }
  const hold = heldBy(
    await readHolds(tx),
    files.map(f => f.id),
  )
  return found({ subject, called: calledBy(child, child.code), retention, files, hold })
}
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { subject, retention, hold }: Data): Promise<Outcome> {
  if (hold) return { refused: `A legal hold (${hold.code}) stands on this file. It is kept until that ends.` }
  const read = readForm(ctx, asked, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  const id = textOf(ctx.typed, '_subject')
  const { row, until } = retention
  // Without the day from which it is counted: this stays when the file is gone.
  const because = `${row.title}. ${row.source}.`
  const answers = { child: subject.id, rule: row.code, due: until, because, ...read.value }
  const entries = [entryBy(ctx, id, disposalProposed, answers)]
  const code = await startNumbered(ctx.tx, { id, kind: 'disposal', letter: 'D', entries }, ctx.now)
  return code ? { go: `/rights/disposals/${code}` } : { again: { typed: ctx.typed, faults: { why: BROKEN } } }
}

/** Proposes that one file goes: what goes with it, and why its time is over. */
export const proposePage = page({
  path: '/rights/retention/:child',
  permission: 'rights',
  audit: 'propose that a file is disposed of',
  load,
  submit,
  render: ({ called, retention, files, hold }: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Propose that a file is disposed of',
    section: 'rights',
    body: (
      <RightsFrame at="/rights/retention">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">The file of {called}</h1>
        <SummaryList
          rows={[
            { key: 'Kept until', value: longDay(retention.until) },
            { key: 'Because', value: retention.because },
            { key: 'Goes together', value: files.map(f => `${f.kind} ${f.code}`).join(', ') },
          ]}
        />
        {hold ? (
          <InsetText>
            A legal hold stands on this file:{' '}
            <a class="govuk-link" href={`/rights/holds#${hold.code}`}>
              {hold.code}
            </a>
            . It is kept until that ends.
          </InsetText>
        ) : (
          <Form csrf={ctx.csrf}>
            <input
              type="hidden"
              name="_subject"
              value={textOf(returned?.typed ?? {}, '_subject') || newId(ctx.now)}
            />
            <RecordFields
              type={asked}
              typed={returned?.typed ?? {}}
              faults={returned?.faults ?? {}}
              today={ctx.today}
              fresh={!returned}
              people={[]}
            />
            <p class="govuk-body">A director who is not you decides.</p>
            <Button>Propose it</Button>
          </Form>
        )}
      </RightsFrame>
    ),
  }),
})
