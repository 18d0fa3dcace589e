import { longDay } from '../../domain/kernel/day.ts'
import { visitKind } from '../../domain/readiness/visit-kinds.ts'
import { textOf } from '../../domain/records/parse.ts'
import { visitShared } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { holdFile } from '../../store/ledger.ts'
import { countInspectorLooks } from '../../store/queries/visit-log.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, Details } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { endVisit } from './admit.ts'
import { VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'
import { everything, Facts, Needed, Shown } from './visit-parts.tsx'
import { fileOfVisit, note } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const opened = await countInspectorLooks(
    ctx.tx,
    visit.inspectors.map(i => i.id),
  )
  return found({ visit, opened })
}

export type VisitData = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: VisitData): Promise<Outcome> {
  await holdFile(ctx.tx, data.visit.id)
  const visit = (await visitByCode(ctx.tx, data.visit.code)) ?? data.visit
  const back = { go: `/inspection/${visit.code}` }
  if (visit.over !== null) return back
  const way = textOf(ctx.typed, '_do')
  if (way === 'over') {
    await endVisit(ctx, visit)
    return back
  }
  if (way !== 'shown') return { again: { typed: ctx.typed, faults: { shown: BROKEN } } }
  const ticked = [ctx.typed.shown ?? []].flat()
  const changed = everything.filter(what => ticked.includes(what) !== visit.shown.has(what))
  await note(
    ctx,
    fileOfVisit(visit),
    changed.map(what => [visitShared, { what, shown: ticked.includes(what) }] as const),
  )
  return back
}

/** One visit: who comes and when, what they may see, what they asked, and its end. */
export const visitPage = page({
  path: '/inspection/:visit',
  permission: 'ready',
  audit: 'an inspectors’ visit',
  load,
  submit,
  render: (data: VisitData, ctx: Ctx<Db>, returned) => {
    const { visit } = data
    return {
      title: `Visit ${visit.code}`,
      section: 'inspection',
      wide: true,
      body: (
        <VisitFrame code={visit.code} at={`/inspection/${visit.code}`}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">Visit {visit.code}</span>
          <h1 class="govuk-heading-l">{visitKind(visit.kind).title}</h1>
          <div class="gt-columns">
            <div>
              <Facts data={data} ctx={ctx} />
              {visit.over === null && (
                <p class="govuk-body">
                  <a class="govuk-link" href={`/inspection/${visit.code}/change`}>
                    Change the days, lead or scope
                  </a>
                </p>
              )}
              {visit.over === null && <Needed data={data} />}
            </div>
            <div>
              {visit.over === null ? (
                <>
                  <Shown data={data} ctx={ctx} error={returned?.faults.shown} />
                  <Details summary="End the visit">
                    <p class="govuk-body">
                      Every account is ended at once, whoever is signed in, and every file is taken out of the
                      sample. The log stays. This cannot be undone.
                    </p>
                    <Form csrf={ctx.csrf}>
                      <Button variant="warning" name="_do" value="over">
                        End the visit now
                      </Button>
                    </Form>
                  </Details>
                </>
              ) : (
                <p class="govuk-body">
                  Over since {longDay(visit.over)}. All that it opened is closed; what the inspectors asked
                  and opened stays to be read.
                </p>
              )}
            </div>
          </div>
        </VisitFrame>
      ),
    }
  },
})
