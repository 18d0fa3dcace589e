import { roles } from '../../domain/access/roles.ts'
import { headingOf } from '../../domain/casework/heading.ts'
import { nowOf, spellWords } from '../../domain/casework/now.ts'
import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { londonTime } from '../../domain/kernel/london.ts'
import { parse } from '../../domain/records/parse.ts'
import { writes } from '../../domain/records/record-type.ts'
import { relationshipKinds } from '../../domain/records/types/relationship.ts'
import { handover } from '../../domain/records/types/supervision.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import { clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import { handoverFacts, type Said } from '../../domain/workload/handover.ts'
import type { Db } from '../../store/connection.ts'
import { dropDraft, keepDraft, readDraft } from '../../store/drafts.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { listable } from '../../store/queries/listable.ts'
import { workload } from '../../store/queries/workload.ts'
import { handoverWaiting } from '../../store/queries/workload-hands.ts'
import { Begun, DraftStatus, Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { AnswerList, notWritten, WrittenBy } from '../../web/form/written.tsx'
import { Button, InsetText, SummaryList, Table } from '../../web/govuk/index.ts'
import { childTitle, FileFrame } from '../../web/layout/file-frame.tsx'
import { type ChildCtx, childPage, type DataOf, found, type Outcome, type Returned } from '../../web/page.ts'
import { writeAbout } from './write.ts'

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const facts = handoverFacts(view.file, ctx.today)
  const now = nowOf(view.file, ctx.today)
  const holders = [now.worker, now.reviewing].flatMap(s =>
    typeof s?.facts.worker === 'string' ? [s.facts.worker] : [],
  )
  const kin = facts.people.flatMap(p => (p.child ? [p.child] : []))
  return found({
    view,
    facts,
    now,
    holders: await workload(ctx.tx, { ids: holders, left: true }, ctx.today),
    kin: await listable(ctx.tx, ctx.viewer, ctx.now, kin),
    waits: await handoverWaiting(ctx.tx, ctx.child.id, ctx.today),
    draft: await readDraft(ctx.tx, ctx.viewer.id, ctx.child.id, handover.code),
    names: await namesOf(ctx.tx, facts.written ? [facts.written.author] : []),
    may: ctx.can(handover.permission).allow && writes(handover, ctx.viewer.role),
  })
}

type Data = DataOf<typeof load>

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

function Sayings({
  title,
  list,
  none,
  code,
}: {
  title: string
  list: readonly Said[]
  none: string
  code: string
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {list.length === 0 && <p class="govuk-body">{none}</p>}
      <ul class="govuk-list gt-handed">
        {list.map(s => (
          <li>
            <span class="gt-quiet">
              {s.title},{' '}
              <a class="govuk-link" href={`/child/${code}/entry/${s.entry}`}>
                {longDay(s.on)}
              </a>
              {s.by && `, by ${longDay(s.by)}`}
            </span>
            <span class="gt-prose gt-below">{s.say}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Due({ data, ctx }: { data: Data; ctx: ChildCtx<Db> }) {
  const open = data.view.clocks
    .map(c => ({ c, is: clockState(c, ctx.today).is }))
    .filter(({ c, is }) => c.starts <= ctx.today && (is === 'running' || is === 'overdue'))
    .sort((a, b) => (a.c.due < b.c.due ? -1 : 1))
  return (
    <section>
      <h2 class="govuk-heading-m">What is due</h2>
      {open.length === 0 ? (
        <p class="govuk-body">No timescale is running.</p>
      ) : (
        <ul class="govuk-list">
          {open.map(({ c, is }) => (
            <li>
              {findSeries(c.series)?.task}: {clockWords(c, ctx.today)}
              {is === 'overdue' && ' (late)'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function People({ data }: { data: Data }) {
  const known = (kind: string): kind is keyof typeof relationshipKinds => kind in relationshipKinds
  const rows = [
    ...data.holders.map(h => [h.name, roles[h.role], h.reach ?? 'Not recorded']),
    ...data.facts.people.flatMap(p => {
      const named = p.child ? data.kin.get(p.child) : undefined
      // Somebody whose file is closed to the reader is as if not there.
      if (p.child && !named && !p.name) return []
      const name = named ? calledBy(named, named.code) : (p.name ?? '')
      const kind = known(p.kind) ? relationshipKinds[p.kind] : p.kind
      return [[name, p.agency ? `${kind}, ${p.agency}` : kind, p.contact ?? 'Not recorded']]
    }),
  ]
  return (
    <Table
      caption="Who is who, and how to reach them"
      captionSize="m"
      rowHeaders
      head={['Name', 'Who', 'How to reach them']}
      rows={rows}
    />
  )
}

function NowFacts({ data }: { data: Data }) {
  const { now } = data
  const row = (key: string, s: (typeof now)['worker'], say?: string) =>
    s
      ? [
          {
            key,
            value: `${[say ?? spellWords(s)].filter(Boolean).join('')}${say === '' ? '' : ', '}since ${longDay(s.from)}`,
          },
        ]
      : []
  const rows = [
    ...row('Looked after', now.lookedAfter, ''),
    ...row('Legal status', now.legalStatus),
    ...row('Lives', now.placement),
    ...row('Child protection plan', now.plan),
    ...row('Missing', now.missing),
  ]
  return rows.length > 0 ? <SummaryList rows={rows} /> : null
}

/** What the last worker wrote: what no record knows. */
function Written({ data }: { data: Data }) {
  const { written } = data.facts
  if (!written) return null
  return (
    <section>
      <h2 class="govuk-heading-m">In the words of who hands over</h2>
      <AnswerList type={handover} answers={written.answers} names={data.names} />
      <WrittenBy entry={written} names={data.names} />
    </section>
  )
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
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const { facts, waits } = data
    const { code } = ctx.child
    const restricted = ctx.child.target.sensitivity === 'restricted'
    return {
      title: childTitle(ctx, 'Handover'),
      section: 'find',
      wide: true,
      body: (
        <FileFrame ctx={ctx} heading={headingOf(data.view.file, code, restricted, ctx.today)} tab={null}>
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
