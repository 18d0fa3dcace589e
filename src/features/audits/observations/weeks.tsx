import { longDay } from '../../../domain/kernel/day.ts'
import { textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { practiceWeek } from '../../../domain/records/types/observation.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { startNumbered } from '../../../store/numbered.ts'
import { readWeeks } from '../../../store/queries/observations.ts'
import { Problems } from '../../../web/form/form.tsx'
import { NewFileForm } from '../../../web/form/new-file-form.tsx'
import { Button, Details, MojScrollablePane, Table } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { AuditFrame } from '../frame.tsx'

const load = async (ctx: Ctx<Db>) => found({ weeks: await readWeeks(ctx.tx) })
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>): Promise<Outcome> {
  const { typed } = ctx
  if (!ctx.can('audit-draw').allow)
    return { refused: 'Whoever shares out audits sets practice weeks. Ask them.' }
  const read = readForm(ctx, practiceWeek, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const id = textOf(typed, '_subject')
  const entries = [entryBy(ctx, id, practiceWeek, read.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'practice-week', letter: 'P', entries }, ctx.now)
  if (!code) return { again: { typed: { ...typed, _subject: '' }, faults: { name: BROKEN } } }
  return { go: `/audits/week/${code}` }
}

/** Practice weeks: what was audited and observed in some days, on one page each. */
export const weeksPage = page({
  path: '/audits/weeks',
  permission: 'audit-read',
  audit: 'practice weeks',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Practice weeks',
    section: 'audits',
    body: (
      <AuditFrame ctx={ctx} at="/audits/weeks">
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Practice weeks</h1>
        {data.weeks.length === 0 ? (
          <p class="govuk-body">None has been set yet.</p>
        ) : (
          <MojScrollablePane label="Practice weeks">
            <Table
              caption="Practice weeks"
              captionClass="govuk-visually-hidden"
              rowHeaders
              head={['Name', 'From', 'To', 'What was looked at']}
              rows={data.weeks.map(w => [
                <a class="govuk-link" href={`/audits/week/${w.code}`}>
                  {w.name}
                </a>,
                longDay(w.from),
                longDay(w.to),
                w.theme ?? '',
              ])}
            />
          </MojScrollablePane>
        )}
        {ctx.can('audit-draw').allow && (
          <Details summary="Set a practice week" open={returned !== null || data.weeks.length === 0}>
            <p class="govuk-body">
              Audits and observations finished from its first to its last day are gathered.
            </p>
            <NewFileForm ctx={ctx} id={newId(ctx.now)} type={practiceWeek} returned={returned}>
              <Button preventDoubleClick>Set it</Button>
            </NewFileForm>
          </Details>
        )}
      </AuditFrame>
    ),
  }),
})
