import { type Allegation, isOpen } from '../../domain/allegations/allegation.ts'
import { nextSteps } from '../../domain/allegations/next.ts'
import { type Day, daysBetween, shortDay } from '../../domain/kernel/day.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { textOf } from '../../domain/records/parse.ts'
import { sectors } from '../../domain/records/types/allegation.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { writeLog } from '../../store/log.ts'
import {
  findAllegations,
  listAllegations,
  MOST_FOUND,
  type Shows,
  shows,
} from '../../store/queries/allegations.ts'
import { Form } from '../../web/form/form.tsx'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button, MojSubNavigation } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { Paging } from '../../web/layout/paging.tsx'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, type Outcome, page, pageNumber } from '../../web/page.ts'
import { allegationHref, StateTag } from './said.tsx'

const SIZE = 25

const isShow = (text: string | undefined): text is Shows => text !== undefined && Object.hasOwn(shows, text)

async function load(ctx: Ctx<Db>) {
  const show: Shows = isShow(ctx.query.show) ? ctx.query.show : 'open'
  const number = pageNumber(ctx.query)
  const list = await listAllegations(ctx.tx, show, { limit: SIZE, offset: (number - 1) * SIZE })
  return found({ ...list, show, number, pages: Math.max(1, Math.ceil(list.total / SIZE)) })
}
type Data = DataOf<typeof load>

/** What comes next in a file, and by when. */
function Next({ a, today }: { a: Allegation; today: Day }) {
  const [step] = nextSteps(a, today)
  if (!step) return <span class="gt-quiet">Nothing</span>
  const late = step.due !== null && step.due < today
  return (
    <>
      {step.words}
      {step.due && (
        <span class={late ? 'gt-line gt-overdue' : 'gt-line gt-quiet'}>{dueWords(step.due, today)}</span>
      )}
    </>
  )
}

const lasted = (a: Allegation, today: Day): string =>
  isOpen(a)
    ? `open ${plural(daysBetween(a.received, today), 'day')}`
    : a.closed
      ? `over ${shortDay(a.closed)}`
      : ''

function Files({ files, caption, today }: { files: readonly Allegation[]; caption: string; today: Day }) {
  return (
    <StackedTable
      caption={caption}
      captionSize="m"
      rowHeaders
      head={['File', 'Adult', 'Works in', 'Told', 'What comes next', 'Stands']}
      rows={files.map(a => [
        <a class="govuk-link" href={allegationHref(a)}>
          {a.code}
        </a>,
        { text: a.adult },
        { text: `${sectors[a.sector]}: ${a.employer}` },
        {
          text: (
            <>
              <span class="gt-nowrap">{shortDay(a.received)}</span>
              <span class="gt-line gt-quiet">{lasted(a, today)}</span>
            </>
          ),
        },
        { text: <Next a={a} today={today} /> },
        { text: <StateTag state={a.state} /> },
      ])}
    />
  )
}

/** It is sent, not asked for in an address: a name in an address would stand in the log, where others read it. */
const Search = ({ ctx, asked }: { ctx: Ctx<Db>; asked: string }) => (
  <Form csrf={ctx.csrf} action="/allegations">
    <SearchInput
      name="words"
      label={{ text: 'Find a file by the name of the adult or the employer', size: 's' }}
      value={asked}
      class="govuk-!-width-two-thirds"
    />
    <Button variant="secondary">Find</Button>
  </Form>
)

const EMPTY: Readonly<Record<Shows, string>> = {
  open: 'No allegation is open. When you are told of one, write it down on the same day.',
  closed: 'No allegation is over yet.',
  all: 'No allegation was written down yet. When you are told of one, write it down on the same day.',
}

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const asked = textOf(ctx.typed, 'words')
  const files = await findAllegations(ctx.tx, asked)
  // What was typed stays here: of the search it is logged that it was made, and which files it showed.
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: ctx.viewer.id,
    action: 'list',
    subject: null,
    page: 'a search of allegations',
    allowed: true,
    because: ctx.because,
    detail: { shown: files.map(a => a.id) },
  })
  return {
    shown: {
      title: 'Find an allegation',
      section: 'allegations',
      wide: true,
      body: (
        <AllegationsFrame at="/allegations">
          <h1 class="govuk-heading-l">Find an allegation</h1>
          <Search ctx={ctx} asked={asked} />
          {files.length === 0 ? (
            <p class="govuk-body">
              {asked === ''
                ? 'Type a name, or a part of one.'
                : `No file has “${asked}” in the name of the adult or of the employer. Try fewer words, or a part of one.`}
            </p>
          ) : (
            <Files
              files={files}
              caption={
                files.length === MOST_FOUND
                  ? `The last ${MOST_FOUND} files. Type more to see fewer`
                  : plural(files.length, 'file')
              }
              today={ctx.today}
            />
          )}
          <p class="govuk-body">
            <a class="govuk-link" href="/allegations">
              All open files
            </a>
          </p>
        </AllegationsFrame>
      ),
    },
  }
}

/** Files of allegations: those that are open first, with what comes next in each. */
export const allegationsPage = page({
  path: '/allegations',
  permission: 'allegations',
  audit: 'files of allegations',
  load,
  submit,
  render: ({ files, total, show, number, pages }: Data, ctx: Ctx<Db>) => ({
    title: 'Allegations against adults',
    section: 'allegations',
    wide: true,
    body: (
      <AllegationsFrame at="/allegations">
        <h1 class="govuk-heading-l">Allegations against adults</h1>
        <p class="govuk-body">
          Only designated officers see these files. Nothing in a child’s file leads here.
        </p>
        <Button href="/allegations/new">Write down an allegation</Button>
        <Search ctx={ctx} asked="" />
        <MojSubNavigation
          label="Which files"
          items={Object.entries(shows).map(([code, text]) => ({
            text,
            href: code === 'open' ? '/allegations' : `/allegations?show=${code}`,
            active: code === show,
          }))}
        />
        {files.length === 0 ? (
          <p class="govuk-body">{number > 1 ? 'The list ends before this page.' : EMPTY[show]}</p>
        ) : (
          <Files
            files={files}
            caption={`${plural(total, 'file')}, ${show === 'open' ? 'open longest first' : 'told last first'}`}
            today={ctx.today}
          />
        )}
        <Paging number={number} pages={pages} link={n => `/allegations?show=${show}&page=${n}`} />
      </AllegationsFrame>
    ),
  }),
})
