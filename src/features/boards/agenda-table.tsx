import { ASKS, type Board, ITEM_KINDS, type Meeting } from '../../domain/boards/board.ts'
import { StackedTable } from '../../web/layout/stacked-table.tsx'
import { boardHref } from './frame.tsx'
import type { Papers } from './papers.ts'
import { PaperLink } from './parts.tsx'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** When each item begins, for as long as every item before it says how long it takes. */
export function beginnings(meeting: Meeting): readonly (string | null)[] {
  const [hours = 0, minutes = 0] = meeting.starts.split(':').map(Number)
  let at: number | null = hours * 60 + minutes
  return meeting.items.map(item => {
    const begins = at
    at = at === null || item.minutes === undefined ? null : at + item.minutes
    return begins === null ? null : clock(begins)
  })
}

interface AgendaProps {
  readonly board: Board
  readonly meeting: Meeting
  readonly papers: Papers
  readonly may: boolean
}

/** The agenda: item by item, who brings it, what the board is asked, and its paper. */
export function AgendaTable({ board, meeting, papers, may }: AgendaProps) {
  const begins = beginnings(meeting)
  const timed = meeting.items.some(i => i.minutes !== undefined)
  return (
    <StackedTable
      caption="Agenda"
      captionClass="govuk-visually-hidden"
      head={[
        '',
        ...(timed ? ['From'] : []),
        'Item',
        'Brought by',
        'The board is asked',
        ...(may ? [{ text: 'Keep', class: 'gt-boards__keep' }] : []),
      ].map((cell, i) => (i === 0 ? { text: <span class="govuk-visually-hidden">Number</span> } : cell))}
      rows={meeting.items.map((item, n) => [
        String(n + 1),
        ...(timed ? [begins[n] ?? ''] : []),
        {
          text: (
            <>
              <strong>{item.title}</strong>{' '}
              <span class="gt-quiet gt-line">
                {ITEM_KINDS[item.kind]}
                {item.minutes === undefined ? '' : `, ${item.minutes} minutes`}
              </span>
              <span class="gt-line gt-prose">{item.why}</span>
              <PaperLink item={item} papers={papers} />
            </>
          ),
        },
        item.lead,
        ASKS[item.asks],
        ...(may
          ? [
              {
                class: 'gt-boards__keep',
                text: (
                  <ul class="govuk-list gt-boards__ways">
                    <li>
                      <a class="govuk-link" href={boardHref(board, `/record/board-item?item=${item.id}`)}>
                        Change<span class="govuk-visually-hidden">: {item.title}</span>
                      </a>
                    </li>
                    <li>
                      <a
                        class="govuk-link"
                        href={boardHref(board, `/record/board-item-removed?item=${item.id}`)}
                      >
                        Take off<span class="govuk-visually-hidden">: {item.title}</span>
                      </a>
                    </li>
                  </ul>
                ),
              },
            ]
          : []),
      ])}
    />
  )
}
