import {
  type Board,
  type BoardAction,
  MEMBER_PLACES,
  type Member,
  toCome,
} from '../../domain/boards/board.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { SummaryList } from '../../web/govuk/index.ts'
import { boardHref } from './frame.tsx'
import { loosePapers, type Papers } from './papers.ts'
import { ActionDue, meetingHref, PaperAnchor, PaperLink, whenWords } from './parts.tsx'

export interface Mine {
  readonly board: Board
  readonly places: readonly Member[]
  readonly actions: readonly BoardAction[]
}

interface Props {
  readonly mine: readonly Mine[]
  readonly papers: Papers
  readonly on: Day
}

function One({ board, places, actions, papers, on }: Mine & Omit<Props, 'mine'>) {
  const [next] = toCome(board, on)
  const withPaper = (next?.items ?? []).filter(i => i.paper !== undefined)
  const loose = next ? loosePapers(papers, board, next) : []
  return (
    <SummaryList
      card={{
        title: board.name,
        headingLevel: 3,
        actions: [{ href: boardHref(board), text: 'Open the board' }],
      }}
      rows={[
        { key: 'You are', value: places.map(p => MEMBER_PLACES[p.place]).join(', ') || 'No member any more' },
        {
          key: 'Next meeting',
          value: next ? (
            <>
              <a class="govuk-link" href={meetingHref(board, next)}>
                {whenWords(next)}
              </a>
              <span class="gt-quiet gt-line">{next.place}</span>
            </>
          ) : (
            'None in the calendar'
          ),
        },
        withPaper.length + loose.length > 0 && {
          key: 'Its papers',
          value: (
            <ul class="govuk-list gt-boards__list">
              {withPaper.map(item => (
                <li>
                  {item.title}: <PaperLink item={item} papers={papers} />
                </li>
              ))}
              {loose.map(paper => (
                <li>
                  <PaperAnchor paper={paper} />
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'Your actions',
          value:
            actions.length === 0 ? (
              'None open'
            ) : (
              <ul class="govuk-list gt-boards__list">
                {actions.map(a => (
                  <li>
                    {a.what} <ActionDue action={a} on={on} />
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}

/** The boards on which the reader sits: when they next meet, on what, and what the reader is to do. */
export function YourBoards({ mine, ...rest }: Props) {
  if (mine.length === 0) return null
  return (
    <section aria-labelledby="yours">
      <h2 class="govuk-heading-m" id="yours">
        Your boards
      </h2>
      {mine.map(m => (
        <One {...m} {...rest} />
      ))}
    </section>
  )
}
