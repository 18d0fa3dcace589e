import { longDay, shortDay } from '../../domain/kernel/day.ts'
import type { Db } from '../../store/connection.ts'
import { Button, Table, Tag } from '../../web/govuk/index.ts'
import type { Ctx } from '../../web/page.ts'
import type { ActionData } from './action.tsx'

/** The steps on the way, each met or not. */
export function Milestones({ data, ctx, may }: { data: ActionData; ctx: Ctx<Db>; may: boolean }) {
  const { action, code } = data
  const at = `/plan/action/${code}/record`
  return (
    <section aria-labelledby="milestones">
      <h2 class="govuk-heading-m" id="milestones">
        Milestones
      </h2>
      {action.milestones.length === 0 ? (
        <p class="govuk-body gt-quiet">None set.</p>
      ) : (
        <Table
          caption="Milestones"
          captionClass="govuk-visually-hidden"
          head={['What', 'By', 'Met']}
          rows={action.milestones.map(m => [
            m.what,
            { text: shortDay(m.by), class: 'gt-nowrap' },
            {
              text: m.met ? (
                <>
                  <Tag colour="green">Met</Tag> <span class="gt-quiet">{longDay(m.met)}</span>
                </>
              ) : (
                <>
                  {m.by < ctx.today ? 'Not yet: its day has passed' : 'Not yet'}
                  {may && (
                    <>
                      {' '}
                      <a class="govuk-link" href={`${at}/milestone-met?milestone=${m.id}`}>
                        Mark as met<span class="govuk-visually-hidden">: {m.what}</span>
                      </a>
                    </>
                  )}
                </>
              ),
            },
          ])}
        />
      )}
      {may && (
        <Button variant="secondary" class="gt-small-button" href={`${at}/milestone-set`}>
          Add a milestone
        </Button>
      )}
    </section>
  )
}
