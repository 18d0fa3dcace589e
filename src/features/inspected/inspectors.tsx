import { addDays, longDay, shortDay } from '../../domain/kernel/day.ts'
import { type Inspector, letsIn } from '../../domain/readiness/visit.ts'
import { formDay, readDay } from '../../domain/records/kinds/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import { inspectorAdmitted } from '../../domain/records/types/visit.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import {
  Button,
  Details,
  InsetText,
  MojScrollablePane,
  SummaryList,
  Table,
  TextInput,
} from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Html, type Outcome, page } from '../../web/page.ts'
import { admit, admitUntil, endInspector, type LetIn, renewPassword } from './admit.ts'
import { momentWords, VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'
import { readForm, without } from './write.ts'

const asked = without(inspectorAdmitted, 'inspector')

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  return visit ? found({ visit }) : { missing: NO_VISIT }
}

type Data = DataOf<typeof load>

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

async function submitNew(ctx: Ctx<Db>, { visit }: Data): Promise<Outcome> {
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

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
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

function Change({ who, ctx, error }: { who: Inspector; ctx: Ctx<Db>; error: string | undefined }) {
  const hidden = <input type="hidden" name="inspector" value={who.id} />
  return (
    <Details
      summary={
        <>
          Change<span class="govuk-visually-hidden"> the account of {who.name}</span>
        </>
      }
      open={error !== undefined}
    >
      <Form csrf={ctx.csrf}>
        {hidden}
        <TextInput
          name={`until-${who.id}`}
          label={`${who.name} may sign in until the end of`}
          value={formDay(who.until)}
          width={10}
          error={error}
        />
        <Button variant="secondary" name="_do" value="until">
          Change the last day
        </Button>
      </Form>
      <Form csrf={ctx.csrf}>
        {hidden}
        <Button variant="secondary" name="_do" value="password">
          Make a new password
        </Button>
      </Form>
      <Form csrf={ctx.csrf}>
        {hidden}
        <Button variant="warning" name="_do" value="end">
          End it now
        </Button>
      </Form>
    </Details>
  )
}

const stands = (who: Inspector, on: Ctx<Db>['today']): string =>
  who.ended !== null
    ? `Ended ${momentWords(who.ended)}`
    : who.until < on
      ? 'Over'
      : letsIn(who, on)
        ? 'May sign in'
        : 'Not yet'

/** Who is let in by a visit, from when until when. An account ends at midnight in England, or when somebody ends it. */
export const inspectorsPage = page({
  path: '/inspection/:visit/inspectors',
  permission: 'ready',
  audit: 'the inspectors of a visit',
  load,
  submit,
  render: ({ visit }: Data, ctx: Ctx<Db>, returned) => ({
    title: `Inspectors, visit ${visit.code}`,
    section: 'inspection',
    wide: true,
    body: (
      <VisitFrame code={visit.code} at={`/inspection/${visit.code}/inspectors`}>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Inspectors</h1>
        <p class="govuk-body">
          An inspector reads, and changes nothing. They open the sampled files and what you show them, until
          the end of their last day. Everything they open is on the log.
        </p>
        {visit.inspectors.length === 0 ? (
          <p class="govuk-body">Nobody is let in yet.</p>
        ) : (
          <MojScrollablePane label="Inspectors">
            <Table
              caption="Let in"
              captionSize="m"
              rowHeaders
              head={['Name', 'From', 'Until the end of', 'Stands', 'Change']}
              rows={visit.inspectors.map(i => [
                i.name,
                shortDay(i.from),
                shortDay(i.until),
                stands(i, ctx.today),
                i.ended === null && visit.over === null ? (
                  <Change who={i} ctx={ctx} error={returned?.faults[`until-${i.id}`]} />
                ) : (
                  ''
                ),
              ])}
            />
          </MojScrollablePane>
        )}
        {visit.over === null ? (
          <section class="gt-ready-measure">
            <h2 class="govuk-heading-m">Let somebody in</h2>
            <Form csrf={ctx.csrf}>
              <input
                type="hidden"
                name="_subject"
                value={textOf(returned?.typed ?? {}, '_subject') || newId(ctx.now)}
              />
              <RecordFields
                type={asked}
                typed={returned?.typed ?? { from: formDay(ctx.today), until: formDay(addDays(visit.to, 1)) }}
                faults={returned?.faults ?? {}}
                today={ctx.today}
                fresh={false}
                people={[]}
              />
              <Button name="_do" value="new">
                Let them in, and show the password
              </Button>
            </Form>
          </section>
        ) : (
          <p class="govuk-body">
            This visit was over on {longDay(visit.over)}. Nobody can be let in any more.
          </p>
        )}
      </VisitFrame>
    ),
  }),
})
