import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Entry, Standing } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { wordsAsked } from '../../store/queries/subjects.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Details, InsetText, Tag, Textarea, TextInput } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { AnswerList, idsIn, WrittenBy } from './parts.tsx'
import { mayChange, textOf, write } from './write.ts'

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const entry = view.file.happenings.find(e => e.id === ctx.params.entry)
  if (!entry) return { missing: 'There is no such entry on this file, or it is confidential.' }
  const about = view.entries.filter(e => e.amends === entry.id)
  const names = await namesOf(
    ctx.tx,
    [entry, ...view.entries.filter(e => e.id === entry.id), ...about].flatMap(e => [
      e.author,
      ...idsIn(e.answers),
    ]),
  )
  const met = view.clocks.filter(c => c.metBy === entry.id)
  return found({ view, entry, about, names, met, words: await wordsAsked(ctx.tx, entry.id) })
}

type Data = DataOf<typeof load>

const canSign = (type: RecordType, data: Data, ctx: ChildCtx<Db>) =>
  type.signedBy.includes(ctx.viewer.role) && ctx.can('sign').allow && data.entry.signedBy === null

/** Nobody signs what they wrote, nor what they changed (rules §4). */
const wrote = (data: Data, who: string) =>
  data.entry.author === who || data.entry.amendments.some(a => a.author === who)

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const what = textOf(ctx.typed, '_do')
  const back = `/child/${ctx.child.code}/entry/${data.entry.id}`
  const fault = (name: string, say: string): Outcome => ({
    again: { typed: ctx.typed, faults: { [name]: say } },
  })
  if (what !== 'signature' && what !== 'withdrawal')
    return { refused: 'This form was not whole when it came. Open the entry again, and send it from there.' }
  const type = knownRecordType(what)
  const about = knownRecordType(data.entry.type)
  // The same form again: what it wrote stands.
  if (data.view.entries.some(e => e.id === textOf(ctx.typed, '_entry'))) return { go: back }
  if (data.entry.withdrawn) return { refused: 'This entry was withdrawn, and counts nowhere any more.' }
  if (what === 'signature') {
    if (wrote(data, ctx.viewer.id))
      return { refused: 'You wrote this, so somebody else must sign it off. Ask another manager.' }
    if (!canSign(about, data, ctx)) return { refused: 'This can’t be signed by you, or is signed already.' }
  } else if (!mayChange(ctx, about))
    return {
      refused: `Your role does not withdraw this: ${about.title.toLowerCase()}. Ask the child’s manager.`,
    }
  const why = textOf(ctx.typed, 'why')
  if (what === 'withdrawal' && why === '') return fault('why', 'Say why it should not count.')
  const comment = textOf(ctx.typed, 'comment')
  const answers: Answers = what === 'withdrawal' ? { why } : comment ? { comment } : {}
  const stale = (e: Entry) =>
    e.amends === data.entry.id && e.seq > (data.entry.amendments.at(-1)?.seq ?? data.entry.seq)
  const written = await write(ctx, { type, answers, amends: data.entry.id, form: what, stale })
  if ('faults' in written) return { again: { typed: ctx.typed, faults: written.faults } }
  if ('theirs' in written)
    return fault('sign', 'It was changed while you were reading. Read it again as it stands now, then sign.')
  return 'broken' in written ? fault('sign', written.broken) : { go: back }
}

function Hidden({ ctx, seq }: { ctx: ChildCtx<Db>; seq: number }) {
  return (
    <>
      <input type="hidden" name="_entry" value={newId(ctx.now)} />
      <input type="hidden" name="_basis" value={seq} />
    </>
  )
}

function Signing({ ctx, data, fault }: { ctx: ChildCtx<Db>; data: Data; fault: string | undefined }) {
  const type = knownRecordType(data.entry.type)
  if (type.signedBy.length === 0 || data.entry.withdrawn) return null
  const { signedBy } = data.entry
  if (signedBy)
    return (
      <p class="govuk-body">
        <Tag colour="green">Signed off</Tag> by {data.names.get(signedBy.author)} on{' '}
        {longDay(londonDay(signedBy.recorded))}
      </p>
    )
  if (wrote(data, ctx.viewer.id))
    return <p class="govuk-body">Waits to be signed off by somebody other than you.</p>
  if (!canSign(type, data, ctx)) return <p class="govuk-body">Waits to be signed off by a manager.</p>
  return (
    <Form csrf={ctx.csrf}>
      <Hidden ctx={ctx} seq={data.view.seq} />
      <Textarea
        name="comment"
        id="sign"
        label="Anything to add before you sign it off? (optional)"
        rows={2}
        error={fault}
      />
      <Button name="_do" value="signature">
        Sign off
      </Button>
    </Form>
  )
}

function History({ data }: { data: Data }) {
  const type = knownRecordType(data.entry.type)
  const root = data.view.entries.find(e => e.id === data.entry.id)
  if (!root || data.about.length === 0) return null
  const version = (answers: unknown): Answers =>
    typeof answers === 'object' && answers !== null ? (answers as Answers) : {}
  return (
    <section>
      <h2 class="govuk-heading-m">What was changed, by whom and why</h2>
      <ol class="govuk-list govuk-list--number">
        <li>
          <WrittenBy entry={root} names={data.names} />
          {data.entry.amendments.length > 0 && (
            <Details summary="As first written">
              <AnswerList type={type} answers={root.answers} names={data.names} />
            </Details>
          )}
        </li>
        {data.about.map(e => (
          <li>
            {knownRecordType(e.type).summary(e.answers)}
            <WrittenBy entry={e} names={data.names} />
            {e.type === 'amendment' && e.id !== data.entry.amendments.at(-1)?.id && (
              <Details summary="As it stood after this">
                <AnswerList type={type} answers={version(e.answers.becomes)} names={data.names} />
              </Details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Asked({ words, entry }: { words: unknown; entry: Standing }) {
  const kept: Readonly<Record<string, unknown>> =
    typeof words === 'object' && words !== null && 'fields' in words ? Object(words.fields) : {}
  // The database keeps no order among the words: they come as the type asks them, those it has dropped since last.
  const now = Object.keys(knownRecordType(entry.type).fields)
  const fields = [...now.filter(n => n in kept), ...Object.keys(kept).filter(n => !now.includes(n))].map(
    n => kept[n],
  )
  return (
    <Details summary="The words that were asked">
      <p class="govuk-body">As the form stood on {longDay(londonDay(entry.recorded))}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {fields.map(f => (
          <li>{String(Object(f).label)}</li>
        ))}
      </ul>
    </Details>
  )
}

/** One entry: what it says, what it met, who wrote and changed it, and what can be done about it. */
export const entryPage = childPage({
  path: '/child/:child/entry/:entry',
  permission: 'open',
  audit: 'an entry',
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const type = knownRecordType(data.entry.type)
    const may = mayChange(ctx, type)
    return {
      title: childTitle(ctx, type.title),
      section: 'find',
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="record" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">{longDay(data.entry.happened)}</span>
          <h1 class="govuk-heading-l">{type.title}</h1>
          {data.entry.withdrawn && (
            <InsetText>This was withdrawn. It is kept here, and counts nowhere.</InsetText>
          )}
          <AnswerList type={type} answers={data.entry.answers} names={data.names} />
          <WrittenBy entry={data.entry} names={data.names} />
          {data.met.map(c => (
            <p class="govuk-body">
              It met:{' '}
              <a class="govuk-link" href={`/child/${ctx.child.code}/clock/${c.series}/${c.due}`}>
                {findSeries(c.series)?.title}
              </a>
              , due {longDay(c.due)}
            </p>
          ))}
          <Signing ctx={ctx} data={data} fault={returned?.faults.sign} />
          {may && !data.entry.withdrawn && (
            <>
              <Button href={`/child/${ctx.child.code}/amend/${data.entry.id}`} variant="secondary">
                Amend
              </Button>
              <Details summary="Withdraw it" open={returned?.faults.why !== undefined}>
                <Form csrf={ctx.csrf}>
                  <Hidden ctx={ctx} seq={data.view.seq} />
                  <TextInput
                    name="why"
                    label="Why should it not count?"
                    hint="It stays on the file, struck out."
                    error={returned?.faults.why}
                  />
                  <Button variant="warning" name="_do" value="withdrawal">
                    Withdraw
                  </Button>
                </Form>
              </Details>
            </>
          )}
          <History data={data} />
          <Asked words={data.words} entry={data.entry} />
        </ChildFrame>
      ),
    }
  },
})
