import { longDay } from '../../domain/kernel/day.ts'
import type { Entry } from '../../domain/records/entry.ts'
import type { Answers } from '../../domain/records/kinds/field.ts'
import { textOf } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findSeries } from '../../domain/timescales/table.ts'
import type { Db } from '../../store/connection.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { AnswerList, WrittenBy } from '../../web/form/written.tsx'
import { Button, Details, InsetText, TextInput } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type Outcome } from '../../web/page.ts'
import { ChronologyLink } from './chronology-choice.tsx'
import { Asked, History } from './entry-history.tsx'
import { canSign, type EntryData, loadEntry, wrote } from './entry-load.ts'
import { Hidden, Signing } from './entry-signing.tsx'
import { filesAt } from './files.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { mayChange, write } from './write.ts'

async function submit(ctx: ChildCtx<Db>, data: EntryData): Promise<Outcome> {
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

/** One entry: what it says, what it met, who wrote and changed it, and what can be done about it. */
export const entryPage = childPage({
  path: '/child/:child/entry/:entry',
  permission: 'open',
  audit: 'an entry',
  load: loadEntry,
  submit,
  render: (data: EntryData, ctx: ChildCtx<Db>, returned) => {
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
          <AnswerList type={type} answers={data.entry.answers} names={data.names} files={filesAt(ctx)} />
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
          <ChronologyLink ctx={ctx} entry={data.entry} />
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
          <History data={data} files={filesAt(ctx)} />
          <Asked words={data.words} entry={data.entry} />
        </ChildFrame>
      ),
    }
  },
})
