import { addDays, longDay, shortDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { type Inspector, letsIn } from '../../domain/readiness/visit.ts'
import { formDay } from '../../domain/records/kinds/day.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { Button, Details, MojScrollablePane, Table, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, page } from '../../web/page.ts'
import { VisitFrame } from './frame.tsx'
import { asked, type InspectorsData, load, submit } from './inspectors-submit.tsx'

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
  render: ({ visit }: InspectorsData, ctx: Ctx<Db>, returned) => ({
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
            <NewFileForm
              ctx={ctx}
              id={newId(ctx.now)}
              type={asked}
              returned={returned}
              start={{ from: formDay(ctx.today), until: formDay(addDays(visit.to, 1)) }}
            >
              <Button name="_do" value="new">
                Let them in, and show the password
              </Button>
            </NewFileForm>
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
