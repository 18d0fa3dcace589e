import { printAllowance } from '../../domain/kernel/allowance.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { findSeries, findTimescale } from '../../domain/timescales/table.ts'
import { clockState } from '../../domain/timescales/timescale.ts'
import { clockWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { Button, SummaryList, Textarea } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Outcome } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { write } from './write.ts'

const STANDING = {
  confirmed: 'The text was read',
  supported: 'Other councils and manuals say so; the text itself was not read',
  unconfirmed: 'Not confirmed: check it before you rely on it',
  local: 'Set by this council; there is no national number',
} as const

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const clock = view.clocks.find(c => c.series === ctx.params.series && c.due === ctx.params.due)
  const series = findSeries(ctx.params.series ?? '')
  const rule = clock && findTimescale(clock.row)
  if (!clock || !series || !rule)
    return {
      missing: 'No such timescale runs on this child now. It may have changed since this link was made.',
    }
  const entry = (id: string | null) => view.file.happenings.find(e => e.id === id)
  return found({
    view,
    clock,
    series,
    rule,
    startedBy: entry(clock.startedBy),
    metBy: entry(clock.metBy),
    late: entry(clock.lateReason),
  })
}

type Data = DataOf<typeof load>

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const reason = textOf(ctx.typed, 'reason')
  const may = ctx.can('record').allow || ctx.can('decide').allow
  const fault = (say: string): Outcome => ({ again: { typed: ctx.typed, faults: { reason: say } } })
  if (!may) return { refused: ctx.can('record').because }
  const state = clockState(data.clock, ctx.today).is
  if (state !== 'overdue' && state !== 'met-late')
    return { refused: 'This timescale is not late, so there is nothing to give a reason for.' }
  if (reason === '') return fault('Say why it is late, and what has been done about it.')
  const { series, due } = data.clock
  const answers = { clock: series, due, reason }
  const written = await write(ctx, {
    type: knownRecordType('late-reason'),
    answers,
    form: `late/${series}/${due}`,
    stale: () => false,
  })
  if ('faults' in written) return { again: { typed: ctx.typed, faults: written.faults } }
  return 'broken' in written
    ? fault(written.broken)
    : { go: `/child/${ctx.child.code}/clock/${series}/${due}` }
}

/** One timescale on one child: the rule, where it comes from, how it was counted, and why it was late. */
export const clockPage = childPage({
  path: '/child/:child/clock/:series/:due',
  permission: 'open',
  audit: 'a timescale',
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const { clock, rule, series, startedBy, metBy, late } = data
    const state = clockState(clock, ctx.today)
    const link = (e: typeof startedBy) =>
      e ? (
        <a class="govuk-link" href={`/child/${ctx.child.code}/entry/${e.id}`}>
          {knownRecordType(e.type).title}, {longDay(e.happened)}
        </a>
      ) : (
        'An entry you may not see'
      )
    return {
      title: childTitle(ctx, series.title),
      section: 'find',
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="now" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Timescale</span>
          <h1 class="govuk-heading-l">{series.title}</h1>
          <SummaryList
            rows={[
              { key: 'How it stands', value: clockWords(clock, ctx.today) },
              { key: 'Rule', value: `${rule.title}: within ${printAllowance(rule.within)}` },
              {
                key: 'Counted from',
                value: [longDay(clock.starts), '. ', link(startedBy), '. That day is day 0.'],
              },
              { key: 'Due', value: longDay(clock.due) },
              clock.met !== null && { key: 'Met by', value: link(metBy) },
              { key: 'Source', value: rule.source },
              { key: 'How sure we are', value: STANDING[rule.standing] },
              (rule.from !== null || rule.to !== null) && {
                key: 'In force',
                value: `${rule.from ? `from ${longDay(rule.from)}` : 'always'}${rule.to ? ` up to ${longDay(rule.to)}` : ''}. The rule in force when it started governs.`,
              },
              late !== undefined && { key: 'Reason for lateness', value: String(late.answers.reason) },
            ]}
          />
          {(state.is === 'overdue' || state.is === 'met-late') &&
            !late &&
            (ctx.can('record').allow || ctx.can('decide').allow) && (
              <Form csrf={ctx.csrf}>
                <Once id={newId(ctx.now)} seq={data.view.seq} />
                <Textarea
                  name="reason"
                  label={{ text: 'Why is it late, and what has been done about it?', size: 's' }}
                  hint="It still counts as late: a reason explains, it does not excuse."
                  rows={3}
                  value={textOf(returned?.typed ?? {}, 'reason')}
                  error={returned?.faults.reason}
                />
                <Button>Record the reason</Button>
              </Form>
            )}
        </ChildFrame>
      ),
    }
  },
})
