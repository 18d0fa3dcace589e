import { ASKS, type Board, held, ITEM_KINDS, type Item, type Meeting } from '../../domain/boards/board.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Details } from '../../web/govuk/index.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'
import { papersFor } from './papers.ts'
import { Changed, meetingHref, PaperLink, whenWords } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  return found({ ...came.found, papers: await papersFor(ctx) })
}

type Data = DataOf<typeof load>

const itemWords = (item: Item, papers: Data['papers']) => (
  <>
    <strong>{item.title}</strong>
    <span class="gt-line">
      {ITEM_KINDS[item.kind]}, {item.lead}. {ASKS[item.asks]}.
    </span>
    <span class="gt-quiet gt-line gt-prose">{item.why}</span>
    <PaperLink item={item} papers={papers} />
  </>
)

interface Shown {
  readonly board: Board
  readonly data: Data
  readonly may: boolean
}

const change = (board: Board, item: Item) => (
  <span class="gt-line gt-boards__keep">
    <a class="govuk-link" href={boardHref(board, `/record/board-item?item=${item.id}`)}>
      Change<span class="govuk-visually-hidden"> {item.title}</span>
    </a>{' '}
    <a class="govuk-link" href={boardHref(board, `/record/board-item-removed?item=${item.id}`)}>
      Take off<span class="govuk-visually-hidden">: {item.title}</span>
    </a>
  </span>
)

function Items({ items, board, data, may }: Shown & { items: readonly Item[] }) {
  if (items.length === 0) return <span class="gt-quiet">Nothing yet</span>
  return (
    <ul class="govuk-list gt-boards__list gt-boards__items">
      {items.map(item => (
        <li>
          {itemWords(item, data.papers)}
          {may && change(board, item)}
        </li>
      ))}
    </ul>
  )
}

const meetingCell = (board: Board, m: Meeting) => (
  <>
    <a class="govuk-link" href={meetingHref(board, m)}>
      {whenWords(m)}
    </a>
    <span class="gt-quiet gt-line">{m.place}</span>
    <Changed meeting={m} />
  </>
)

function Ahead({ board, data, may, on }: Shown & { on: string }) {
  const ahead = board.meetings.filter(m => m.on >= on)
  if (ahead.length === 0)
    return <p class="govuk-body">No meeting is in the calendar. {may && 'Add one, or a series of them.'}</p>
  return (
    <StackedTable
      caption="Meetings to come, and what comes to each"
      captionSize="m"
      head={['Meeting', 'What comes to it, and why']}
      rows={ahead.map(m => [
        { text: meetingCell(board, m), class: 'gt-boards__when' },
        { text: <Items items={m.items} board={board} data={data} may={may} /> },
      ])}
    />
  )
}

/** The calendar and the forward plan are one list: what comes to which meeting, and what still waits for one. */
export const meetingsPage = page({
  path: '/boards/board/:id/meetings',
  permission: 'boards-read',
  audit: "a board's meetings and forward plan",
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { board } = data
    const may = ctx.can('boards-edit').allow
    const waiting = board.forwardPlan.filter(
      i => board.meetings.find(m => m.id === i.meeting && m.cancelled === undefined) === undefined,
    )
    const past = held(board, ctx.today)
    return {
      title: `Meetings: ${board.name}`,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="/meetings">
          {may && (
            <div class="govuk-button-group gt-boards__keep">
              <Button href={boardHref(board, '/record/board-item')}>Add to the forward plan</Button>
              <Button variant="secondary" href={boardHref(board, '/record/board-meeting')}>
                Add a meeting
              </Button>
              <Button variant="secondary" href={boardHref(board, '/series')}>
                Add a series of meetings
              </Button>
            </div>
          )}
          <Ahead board={board} data={data} may={may} on={ctx.today} />
          {waiting.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Not at a meeting yet</h2>
              <Items items={waiting} board={board} data={data} may={may} />
            </>
          )}
          <p class="govuk-body gt-boards__keep">
            <a class="govuk-link" href={boardHref(board, '/calendar.ics')}>
              Put the meetings in your calendar (.ics)
            </a>
          </p>
          {past.length > 0 && (
            <Details summary={`Meetings that have been: ${past.length}`} open={past.length <= 3}>
              <StackedTable
                caption="Meetings that have been"
                captionClass="govuk-visually-hidden"
                head={['Meeting', 'On its agenda']}
                rows={past.map(m => [
                  { text: meetingCell(board, m), class: 'gt-boards__when' },
                  m.items.map(i => i.title).join('; ') || 'Nothing was put down',
                ])}
              />
            </Details>
          )}
        </BoardFrame>
      ),
    }
  },
})
