import { type Day, longDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { formDay, readDay } from '../../domain/records/kinds/day.ts'
import { lists as declared } from '../../domain/returns/annex-a/columns.ts'
import type { Db } from '../../store/connection.ts'
import { keepListsMade } from '../../store/queries/lists-made.ts'
import { type AnnexA, annexA } from '../../store/returns/write/annex-a.ts'
import { Button, InsetText, MojScrollablePane, Table, TextInput, WarningText } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { ReadyFrame } from './frame.tsx'

/** The day the lists are asked for: today where none is said, or it can't be read. */
export function askedDay(ctx: Pick<Ctx<Db>, 'query' | 'today'>): {
  readonly on: Day
  readonly fault: string | null
} {
  const typed = ctx.query.on?.trim() ?? ''
  const read = typed === '' ? ctx.today : readDay(typed, ctx.today)
  if (read === undefined)
    return {
      on: ctx.today,
      fault: `“${typed}” is not a date. Write it like 27/3/2026. These are the lists of today.`,
    }
  if (read > ctx.today)
    return { on: ctx.today, fault: 'That day is still to come. These are the lists of today.' }
  return { on: read, fault: null }
}

/** What each list came to: its rows, and what is blank in it and should not be. */
export const summaries = ({ rows, blanks }: Pick<AnnexA, 'rows' | 'blanks'>) =>
  declared.map(({ number, title }) => ({
    number,
    title,
    rows: rows.filter(r => r.list === number).length,
    blanks: blanks.filter(b => b.list === number),
  }))

export type ListSummary = ReturnType<typeof summaries>[number]

async function load(ctx: Ctx<Db>) {
  const asked = askedDay(ctx)
  const began = performance.now()
  const made = await annexA(ctx.tx, asked.on)
  const took = performance.now() - began
  const blank = made.blanks.reduce((n, b) => n + b.rows, 0)
  if (asked.on === ctx.today)
    await keepListsMade(ctx.tx, { on: asked.on, at: ctx.now, rows: made.rows.length, blank })
  return found({ ...asked, lists: summaries(made), took })
}

type Data = DataOf<typeof load>

function Files({ number, on }: { number: number | 'all'; on: Day }) {
  const what = number === 'all' ? 'all lists' : `list ${number}`
  const link = (format: string) => `/inspection/lists/file?list=${number}&format=${format}&on=${on}`
  return (
    <span class="gt-nowrap">
      <a class="govuk-link" href={link('xlsx')}>
        .xlsx<span class="govuk-visually-hidden"> of {what}</span>
      </a>
      {number !== 'all' && (
        <>
          {' '}
          <a class="govuk-link" href={link('csv')}>
            .csv<span class="govuk-visually-hidden"> of {what}</span>
          </a>
        </>
      )}
    </span>
  )
}

function Wrong({ blanks }: Pick<ListSummary, 'blanks'>) {
  if (blanks.length === 0) return <>Nothing</>
  return (
    <ul class="govuk-list gt-ready-blanks">
      {blanks.map(b => (
        <li>
          {b.column}: blank in {b.rows}
        </li>
      ))}
    </ul>
  )
}

/** The inspectors' child-level lists, made while the page is asked for: one click at an hour's notice. */
export const listsPage = page({
  path: '/inspection/lists',
  permission: 'ready',
  audit: 'the inspectors’ lists: how many rows',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const may = ctx.can('returns-file').allow
    const total = data.lists.reduce((n, l) => n + l.rows, 0)
    return {
      title: 'Child-level lists',
      section: 'inspection',
      wide: true,
      body: (
        <ReadyFrame at="/inspection/lists">
          <h1 class="govuk-heading-l">Child-level lists</h1>
          {data.fault && <InsetText>{data.fault}</InsetText>}
          <form method="get" class="gt-inline-form">
            <TextInput name="on" label="As at" value={formDay(data.on)} width={10} />
            <Button variant="secondary">Make them again</Button>
          </form>
          <p class="govuk-body-l">
            {plural(total, 'row')} as at {longDay(data.on)}, made in {(data.took / 1000).toFixed(1)} seconds.
          </p>
          {may ? (
            <>
              <Button href={`/inspection/lists/file?list=all&format=xlsx&on=${data.on}`}>
                Download all as one workbook
              </Button>
              <WarningText>
                Every child is in the lists by ID, restricted files too, as the law asks. Taking them is on
                the log. Keep the file as safe as the record.
              </WarningText>
            </>
          ) : (
            <p class="govuk-body">The director or a performance analyst takes the files.</p>
          )}
          <MojScrollablePane label="Lists">
            <Table
              caption="Lists"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={[
                'List',
                { text: 'Rows', numeric: true },
                'Blank, and should not be',
                ...(may ? ['Download'] : []),
              ]}
              rows={data.lists.map(l => [
                `${l.number}. ${l.title}`,
                { text: l.number === 11 ? 'Headings only' : String(l.rows), numeric: true },
                l.number === 11 ? 'Adopters are not in this record' : <Wrong blanks={l.blanks} />,
                ...(may ? [<Files number={l.number} on={data.on} />] : []),
              ])}
            />
          </MojScrollablePane>
        </ReadyFrame>
      ),
    }
  },
})
