import { type Mark, markOn } from '../../domain/improvement/plan.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Button } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ActionData } from './action.tsx'
import { BragTag } from './parts.tsx'

function Standing({
  of,
  mark,
  data,
}: {
  of: 'delivery' | 'impact'
  mark: Mark | undefined
  data: ActionData
}) {
  return (
    <>
      <h2 class="govuk-heading-s">
        {of === 'delivery' ? 'Delivery: is it done?' : 'Impact: is it better for children?'}
      </h2>
      <p class="govuk-body">
        <BragTag brag={mark?.brag} of={of} />
      </p>
      {mark && (
        <p class="govuk-body-s">
          {mark.why && <span class="gt-prose">{mark.why} </span>}
          <span class="gt-quiet">
            {data.names.get(mark.by) ?? 'Somebody who has left'}, {longDay(mark.on)}
          </span>
        </p>
      )}
    </>
  )
}

/** How the action stands, in two marks that are never one; the last word on it; and the ways to say more. */
export function Marks({ data, ctx, may }: { data: ActionData; ctx: Ctx<Db>; may: boolean }) {
  const { action, code, names } = data
  const note = action.progress.at(-1)
  const way = (type: string, text: string) => (
    <Button variant="secondary" class="gt-small-button" href={`/plan/action/${code}/record/${type}`}>
      {text}
    </Button>
  )
  return (
    <aside class="gt-known" aria-label="How it stands">
      <Standing of="delivery" mark={markOn(action.deliveries, ctx.today)} data={data} />
      {may && way('delivery-marked', 'Mark delivery')}
      <Standing of="impact" mark={markOn(action.impacts, ctx.today)} data={data} />
      {may && way('impact-marked', 'Mark impact')}
      <h2 class="govuk-heading-s">Progress</h2>
      {note ? (
        <p class="govuk-body-s">
          <span class="gt-prose">{note.text}</span>{' '}
          <span class="gt-quiet">
            {names.get(note.author) ?? 'Somebody who has left'}, {longDay(note.on)}
          </span>
        </p>
      ) : (
        <p class="govuk-body-s gt-quiet">Nothing written yet.</p>
      )}
      {may && way('action-progress', 'Write a note')}
    </aside>
  )
}
