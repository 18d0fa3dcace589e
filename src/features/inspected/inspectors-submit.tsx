import type { Inspector } from '../../domain/readiness/visit.ts'
import { readDay } from '../../domain/records/kinds/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import { readForm, without } from '../../domain/records/read-form.ts'
import { inspectorAdmitted } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { InsetText, SummaryList } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, type Outcome } from '../../web/page.ts'
import { admit, admitUntil, endInspector, type LetIn, renewPassword } from './admit.ts'
import { VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'

export const asked = without(inspectorAdmitted, 'inspector')

export async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  return visit ? found({ visit }) : { missing: NO_VISIT }
}

export type InspectorsData = DataOf<typeof load>

/** A password stands on this page alone: nothing keeps it, and no address leads back to it. */
const passwordPage = (code: string, name: string, let_in: LetIn): Html => ({
  title: 'The password, once',
  section: 'inspection',
  body: (
    <VisitFrame code={code} at={`/inspection/${code}/inspectors`}>
      <h1 class="govuk-heading-l">{name} may sign in</h1>
      <InsetText>
        <SummaryList
          borderless
          rows={[
            { key: 'User name', value: <code class="gt-ready-secret">{let_in.username}</code> },
            { key: 'Password', value: <code class="gt-ready-secret">{let_in.password}</code> },
          ]}
        />
        <p class="govuk-body">
          The password is shown here and never again. Write it down for the inspector, and give it to them in
          person. They choose another when they first sign in. If it is lost, make a new one.
        </p>
      </InsetText>
      <a class="govuk-link" href={`/inspection/${code}/inspectors`}>
        I have written it down
      </a>
    </VisitFrame>
  ),
})

async function submitNew(ctx: Ctx<Db>, { visit }: InspectorsData): Promise<Outcome> {
  const id = textOf(ctx.typed, '_subject')
  if (!isId(id)) return { again: { typed: { ...ctx.typed, _subject: '' }, faults: { name: BROKEN } } }
  const read = readForm(ctx, asked, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  // The form gave them the shape of the type: a line and two days.
  const { name, from, until } = read.value as Pick<Inspector, 'name' | 'from' | 'until'>
  if (until < ctx.today)
    return {
      again: {
        typed: ctx.typed,
        faults: { until: 'This is over. Give a day that is still to come, or today.' },
      },
    }
  const let_in = await admit(ctx, visit, { id, name, from, until })
  return let_in
    ? { shown: passwordPage(visit.code, name, let_in) }
    : { go: `/inspection/${visit.code}/inspectors` }
}

/** Lets an inspector in, changes their last day, gives them another password, or ends their account. */
export async function submit(ctx: Ctx<Db>, data: InspectorsData): Promise<Outcome> {
  const { tx, typed } = ctx
  await holdFile(tx, data.visit.id)
  const visit = (await visitByCode(tx, data.visit.code)) ?? data.visit
  const back = { go: `/inspection/${visit.code}/inspectors` }
  const wrong = (faults: Record<string, string>): Outcome => ({ again: { typed, faults } })
  if (visit.over !== null) return wrong({ name: 'This visit is over. Begin another to let inspectors in.' })
  const way = textOf(typed, '_do')
  if (way === 'new') return await submitNew(ctx, { visit })
  const who = visit.inspectors.find(i => i.id === textOf(typed, 'inspector'))
  if (!who || who.ended !== null)
    return wrong({ name: 'That account is not open. Let the inspector in anew, if they are to come back.' })
  if (way === 'end') {
    await endInspector(ctx, visit, who, textOf(typed, 'why') || undefined)
    return back
  }
  if (way === 'until') {
    const until = readDay(textOf(typed, `until-${who.id}`), ctx.today)
    if (until === undefined || until < ctx.today)
      return wrong({ [`until-${who.id}`]: 'Give the last day, today or later, like 27/3/2026.' })
    await admitUntil(ctx, visit, who, until)
    return back
  }
  if (way !== 'password') return wrong({ name: BROKEN })
  const let_in = await renewPassword(ctx, who)
  return let_in ? { shown: passwordPage(visit.code, who.name, let_in) } : back
}
