import { type Board, chairOn, isLate, type Meeting, openActions, toCome } from '../../domain/boards/board.ts'
import { reviewOverdue } from '../../domain/improvement/risk.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { readRisks } from '../../store/queries/risks.ts'
import { Button, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, page } from '../../web/page.ts'
import { loadFigures, StandingFigures } from './figures.tsx'
import { BoardFrame, boardHref, boardOf } from './frame.tsx'
import { papersFor } from './papers.ts'
import { ActionTable, Changed, meetingHref, PaperLink, whenWords } from './parts.tsx'

async function load(ctx: Ctx<Db>) {
  const came = await boardOf(ctx)
  if ('missing' in came) return came
  const { board } = came.found
  const risks = board.kind === 'improvement' ? await readRisks(ctx.tx) : []
  return found({
    board,
    figures: await loadFigures(ctx, board),
    papers: await papersFor(ctx),
    risksLate: risks.filter(r => reviewOverdue(r, ctx.today)),
  })
}

type Data = DataOf<typeof load>

function Facts({ board, on }: { board: Board; on: Day }) {
  const chair = chairOn(board, on)
  const independent = chair?.independent ? ' Independent of every agency on the board.' : ''
  return (
    <SummaryList
      rows={[
        { key: 'What it is for', value: <span class="gt-prose">{board.purpose}</span> },
        { key: 'Chair', value: chair ? `${chair.name}, ${chair.post}.${independent}` : 'No chair now' },
        board.support !== undefined && { key: 'Papers kept by', value: board.support },
      ]}
    />
  )
}

function Next({ board, meeting, data }: { board: Board; meeting: Meeting | undefined; data: Data }) {
  if (!meeting) return <p class="govuk-body">No meeting is in the calendar.</p>
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={meetingHref(board, meeting)}>
          {whenWords(meeting)}
        </a>
        <span class="gt-quiet gt-line">{meeting.place}</span>
        <Changed meeting={meeting} />
      </p>
      {meeting.items.length === 0 ? (
        <p class="govuk-body gt-quiet">Nothing is on its agenda yet.</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {meeting.items.map(item => (
            <li>
              {item.title} <PaperLink item={item} papers={data.papers} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** One board at a glance: what it is for, when it meets next and on what, the figures it always sees, what is late. */
export const boardPage = page({
  path: '/boards/board/:id',
  permission: 'boards-read',
  audit: 'a board',
  load,
  render: (data: Data, ctx: Ctx<Db>) => {
    const { board, risksLate } = data
    const may = ctx.can('boards-edit').allow
    const open = openActions(board)
    const late = open.filter(a => isLate(a, ctx.today))
    return {
      title: board.name,
      section: 'boards',
      wide: true,
      body: (
        <BoardFrame board={board} at="">
          <div class="gt-columns">
            <div>
              <h2 class="govuk-heading-m">Next meeting</h2>
              <Next board={board} meeting={toCome(board, ctx.today)[0]} data={data} />
            </div>
            <div>
              <h2 class="govuk-heading-m">About the board</h2>
              <Facts board={board} on={ctx.today} />
              {may && (
                <Button
                  variant="secondary"
                  class="gt-small-button"
                  href={boardHref(board, '/record/board-described')}
                >
                  Describe it anew
                </Button>
              )}
            </div>
          </div>
          <StandingFigures data={data.figures} />
          <h2 class="govuk-heading-m">Actions past their date</h2>
          {late.length === 0 ? (
            <p class="govuk-body">
              None.{' '}
              <a class="govuk-link" href={boardHref(board, '/actions')}>
                {open.length === 0 ? 'All actions' : `${open.length} open`}
              </a>
            </p>
          ) : (
            <ActionTable
              board={board}
              actions={late}
              on={ctx.today}
              may={may}
              caption="Actions past their date"
            />
          )}
          {risksLate.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Risks not looked at in time</h2>
              <ul class="govuk-list">
                {risksLate.map(r => (
                  <li>
                    <a class="govuk-link" href={`/plan/risks/${r.code}`}>
                      {r.title}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </BoardFrame>
      ),
    }
  },
})
