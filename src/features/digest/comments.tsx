import { longDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form } from '../../web/form/form.tsx'
import { Button, Details, Textarea } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { IndicatorData } from './indicator-load.ts'

/** What people who know have written about the figure, and the place to write. */
export function Comments({
  data,
  ctx,
  fault,
}: {
  data: IndicatorData
  ctx: Ctx<Db>
  fault: string | undefined
}) {
  const [latest, ...older] = data.comments
  const shown = (c: IndicatorData['comments'][number]) => (
    <div>
      <p class="govuk-body gt-prose">{c.text}</p>
      <p class="govuk-body-s gt-quiet">
        About {longDay(c.on)}. {data.names.get(c.author)}, {longDay(londonDay(c.recorded))}
      </p>
    </div>
  )
  return (
    <section>
      <h2 class="govuk-heading-m">What lies behind it</h2>
      {latest ? shown(latest) : <p class="govuk-body">Nobody has written about this figure yet.</p>}
      {older.length > 0 && <Details summary={`${older.length} earlier`}>{older.map(shown)}</Details>}
      {ctx.can('comment').allow && (
        <Details summary="Write about this figure" open={fault !== undefined}>
          <Form csrf={ctx.csrf}>
            <input type="hidden" name="_entry" value={newId(ctx.now)} />
            <Textarea
              name="text"
              label="What lies behind the figure, and what is being done?"
              rows={4}
              value={typeof ctx.typed.text === 'string' ? ctx.typed.text : ''}
              error={fault}
            />
            <Button>Keep</Button>
          </Form>
        </Details>
      )}
    </section>
  )
}
