import { outcomeWords } from '../../domain/front-door/outcome.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import { dueWords } from '../../domain/timescales/words.ts'
import type { Db } from '../../store/connection.ts'
import { SearchInput } from '../../web/form/search-input.tsx'
import { Button, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ListData } from './list-load.ts'
import { childWords, sortOf, sourceOf } from './said.tsx'

const names = (data: ListData, subject: string, ctx: Ctx<Db>): string =>
  (data.told.get(subject) ?? []).map(t => childWords(t, ctx.today)).join('; ') || 'No child named'

/** Referrers who have not heard what was decided, or whom the letter did not reach. */
export function Reply({ data, ctx }: { data: ListData; ctx: Ctx<Db> }) {
  if (data.reply.total === 0)
    return <p class="govuk-body">Everyone whose contact was decided has been told.</p>
  return (
    <MojScrollablePane label="Referrers waiting to hear">
      <Table
        caption={`${data.reply.total} waiting to hear what was decided`}
        captionSize="s"
        head={['Who', 'About', 'What was decided', 'Tell them', 'What went wrong']}
        rows={data.reply.rows.map(r => [
          {
            text: (
              <>
                <a class="govuk-link" href={`/front-door/${r.code}/letter`}>
                  {r.referrer ?? sourceOf(r.source)}
                </a>{' '}
                <span class="gt-quiet gt-nowrap">{r.code}</span>
              </>
            ),
          },
          names(data, r.subject, ctx),
          r.outcome ? `${outcomeWords(r.outcome)}${r.decidedOn ? `, ${shortDay(r.decidedOn)}` : ''}` : '',
          r.due ? dueWords(r.due, ctx.today) : '',
          r.failed ?? 'Not told yet',
        ])}
      />
    </MojScrollablePane>
  )
}

/** What was decided, and a search in it. */
export function Decided({ data, ctx }: { data: ListData; ctx: Ctx<Db> }) {
  return (
    <>
      <search>
        <form method="get" class="gt-inline-form">
          <input type="hidden" name="show" value="decided" />
          <SearchInput label="Reference, child’s name or referrer" value={data.asked} width={20} />
          <Button>Find</Button>
        </form>
      </search>
      {data.total === 0 ? (
        <p class="govuk-body">
          {data.asked
            ? `No decided contact is found for “${data.asked}”. Try fewer letters.`
            : 'No contact has been decided yet.'}
        </p>
      ) : (
        <MojScrollablePane label="Contacts decided">
          <Table
            caption={`${data.total} decided`}
            captionSize="s"
            head={['About', 'What it was', 'From', 'Decided', 'Outcome', 'By']}
            rows={(data.decided?.rows ?? []).map(r => [
              {
                text: (
                  <>
                    <a class="govuk-link" href={`/front-door/${r.code}`}>
                      {names(data, r.subject, ctx)}
                    </a>{' '}
                    <span class="gt-quiet gt-nowrap">{r.code}</span>
                  </>
                ),
              },
              sortOf(r.sort),
              sourceOf(r.source),
              shortDay(r.decidedOn),
              `${outcomeWords(r.outcome)}. Level ${r.level}`,
              r.by ?? 'Somebody who has left',
            ])}
          />
        </MojScrollablePane>
      )}
    </>
  )
}
