import type { Allegation } from '../../domain/allegations/allegation.ts'
import { figuresOf, type Share } from '../../domain/allegations/figures.ts'
import { printAllowance } from '../../domain/kernel/allowance.ts'
import { addMonths, type Day, longDay } from '../../domain/kernel/day.ts'
import { formDay, readDay } from '../../domain/records/kinds/day.ts'
import type { Faults } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { allAllegations } from '../../store/queries/allegations.ts'
import { Problems } from '../../web/form/form.tsx'
import { Button, Details, TextInput } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { allegationHref } from './said.tsx'

const UNREAD = 'That is not a date we can read. Type it as 27/3/2026.'

/** The days asked for: the last twelve months, where none are or they can’t be read. */
function period(ctx: Ctx<Db>): { readonly from: Day; readonly to: Day; readonly faults: Faults } {
  const read = (name: 'from' | 'to', usual: Day) => {
    const typed = ctx.query[name]?.trim() ?? ''
    return typed === '' ? usual : readDay(typed, ctx.today)
  }
  const usual = addMonths(ctx.today, -12)
  const [from, to] = [read('from', usual), read('to', ctx.today)]
  const turned = from && to && to < from
  return {
    from: from ?? usual,
    to: to ?? ctx.today,
    faults: {
      ...(from ? {} : { from: UNREAD }),
      ...(to ? {} : { to: UNREAD }),
      ...(turned ? { to: 'This is before the first day. Check both days.' } : {}),
    },
  }
}

async function load(ctx: Ctx<Db>) {
  const asked = period(ctx)
  return found({ ...asked, figures: figuresOf(await allAllegations(ctx.tx), asked.from, asked.to) })
}
type Data = DataOf<typeof load>

/** So many files are named at once; more are a step away. */
const AT_ONCE = 6

/** The files behind a figure. */
function Behind({ files }: { files: readonly Allegation[] }) {
  const codes = files.map((a, i) => (
    <>
      {i > 0 && ', '}
      <a class="govuk-link" href={allegationHref(a)}>
        {a.code}
      </a>
    </>
  ))
  if (files.length <= AT_ONCE) return <>{codes}</>
  return <Details summary="Which ones">{codes}</Details>
}

const Shares = ({ caption, shares }: { caption: string; shares: readonly Share[] }) =>
  shares.length === 0 ? null : (
    <StackedTable
      caption={caption}
      captionSize="m"
      head={['What', { text: 'How many', numeric: true }, 'Files']}
      rows={shares.map(s => [s.words, { text: s.files.length, numeric: true }, <Behind files={s.files} />])}
    />
  )

function InTime({ figures: f }: Pick<Data, 'figures'>) {
  if (f.resolved.length === 0) return <p class="govuk-body">None was resolved in this time.</p>
  return (
    <>
      <StackedTable
        caption={`How long it took, of ${f.resolved.length} resolved`}
        captionSize="m"
        head={[
          'Within',
          { text: 'How many', numeric: true },
          { text: 'Share', numeric: true },
          'Once aimed at',
          'Files',
        ]}
        rows={f.inTime.map(t => [
          printAllowance(t.within),
          { text: t.files.length, numeric: true },
          { text: `${Math.round((100 * t.files.length) / f.resolved.length)}%`, numeric: true },
          t.share === 100 ? 'All but the exceptional' : `${t.share}%`,
          <Behind files={t.files} />,
        ])}
      />
      <p class="govuk-body gt-quiet">The shares are from {f.inTime[0]?.source}. They are not confirmed.</p>
    </>
  )
}

/** What a designated officer tells of a year. */
export const allegationFiguresPage = page({
  path: '/allegations/figures',
  permission: 'allegations',
  audit: 'figures of allegations',
  load,
  render: ({ from, to, faults, figures }: Data, ctx: Ctx<Db>) => ({
    title: 'Figures of allegations',
    section: 'allegations',
    body: (
      <AllegationsFrame at="/allegations/figures">
        <Problems faults={faults} />
        <span class="govuk-caption-l">
          {longDay(from)} to {longDay(to)}
        </span>
        <h1 class="govuk-heading-l">Figures of allegations</h1>
        <form method="get" class="gt-allegation__period">
          <TextInput
            name="from"
            label="First day"
            value={ctx.query.from ?? formDay(from)}
            width={10}
            error={faults.from}
          />
          <TextInput
            name="to"
            label="Last day"
            value={ctx.query.to ?? formDay(to)}
            width={10}
            error={faults.to}
          />
          <Button variant="secondary">Show</Button>
        </form>
        <p class="govuk-body">
          {figures.told.length === 1 ? '1 allegation was' : `${figures.told.length} allegations were`} told of
          in this time, {figures.late.length} of them later than one working day.
        </p>
        {figures.late.length > 0 && (
          <p class="govuk-body">
            Told late: <Behind files={figures.late} />
          </p>
        )}
        <Shares caption="Threshold" shares={figures.threshold} />
        <Shares caption="Where the adult works" shares={figures.sectors} />
        <Shares caption="Who told" shares={figures.tellers} />
        <Shares caption="Outcomes of those resolved" shares={figures.outcomes} />
        <InTime figures={figures} />
        <p class="govuk-body gt-quiet">
          Numbers so small may tell who is meant. Before they go to others, leave out those under five.
        </p>
      </AllegationsFrame>
    ),
  }),
})
