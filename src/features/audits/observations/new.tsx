import { addDays, addMonths, type Day, parseDay } from '../../../domain/kernel/day.ts'
import { mayNotObserve } from '../../../domain/quality/observation.ts'
import { observationTool, observationTools } from '../../../domain/quality/observations.ts'
import { asking } from '../../../domain/records/asked.ts'
import { type Faults, textOf } from '../../../domain/records/parse.ts'
import { readForm } from '../../../domain/records/read-form.ts'
import { observationOpened } from '../../../domain/records/types/observation.ts'
import type { Db } from '../../../store/connection.ts'
import { entryBy } from '../../../store/entry-by.ts'
import { BROKEN } from '../../../store/guarded.ts'
import { newId } from '../../../store/ids.ts'
import { startNumbered } from '../../../store/numbered.ts'
import { opensRestricted } from '../../../store/queries/audit-share.ts'
import { auditTies } from '../../../store/queries/audit-ties.ts'
import { listable } from '../../../store/queries/listable.ts'
import { subjectByCode } from '../../../store/queries/subjects.ts'
import { Problems } from '../../../web/form/form.tsx'
import { NewFileForm } from '../../../web/form/new-file-form.tsx'
import { BackLink, Button } from '../../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../../web/page.ts'
import { choicesFor, personChoice } from '../samples/asking.ts'

/** Days after the meeting for which the child’s file is open to the observer, to write it up. */
const DAYS = 14
/** How far back the observer must have had no part in the case, in months. */
const MONTHS = 12

const asked = asking({ ...observationOpened, faults: () => ({}) }, ['team', 'until'])
const load = async (ctx: Ctx<Db>) => found({ choices: await choicesFor(ctx) })
type Data = DataOf<typeof load>

const NO_CHILD = 'No child here has that ID, or not one whom you may name. Check it.'

interface Who {
  readonly observer: Data['choices']['all'][number]
  readonly observed: string
  readonly on: Day
}

/** The child of a meeting, and why this observer may not have them. */
async function childOf(ctx: Ctx<Db>, typed: string, who: Who): Promise<{ id: string } | { fault: Faults }> {
  const subject = await subjectByCode(ctx.tx, 'child', typed.toUpperCase())
  const named = subject && (await listable(ctx.tx, ctx.viewer, ctx.now, [subject.id])).get(subject.id)
  if (!named) return { fault: { child: NO_CHILD } }
  const id = named.subject
  const tied = await auditTies(ctx.tx, [who.observer.id], [id], addMonths(ctx.today, -MONTHS), ctx.today)
  const why = mayNotObserve(who.observer.id, who.observed, tied)
  if (why) return { fault: { observer: why } }
  const row = await ctx.tx
    .selectFrom('person')
    .select(['restricted', 'named'])
    .where('subject', '=', id)
    .executeTakeFirst()
  if (row?.restricted === true && !opensRestricted(who.observer, row.named))
    return {
      fault: { observer: 'That file is open to named people alone, and the observer is not one of them.' },
    }
  return { id }
}

async function submit(ctx: Ctx<Db>, { choices }: Data): Promise<Outcome> {
  const { typed } = ctx
  const again = (faults: Faults): Outcome => ({ again: { typed, faults } })
  const code = textOf(typed, 'child')
  // The child is typed by ID and kept by the id of the file.
  const read = readForm(ctx, asking(asked, ['child']), typed)
  if (!read.ok) return again(read.error)
  const { tool, observed, observer, on: given } = read.value
  const kind = observationTool(String(tool))
  const who = choices.all.find(p => p.id === observer)
  const seen = choices.all.find(p => p.id === observed)
  if (!who) return again({ observer: 'Choose who observes from the list.' })
  if (!seen) return again({ observed: 'Choose who is observed from the list.' })
  const self = mayNotObserve(who.id, seen.id, [])
  if (self) return again({ observer: self })
  if (kind?.about === 'child' && code === '')
    return again({ child: 'Enter the child ID: it is a meeting about a child.' })
  if (kind?.about === 'staff' && code !== '')
    return again({ child: 'No child is named in an observation of supervision or duty. Leave this empty.' })
  const on = parseDay(String(given)) ?? ctx.today
  const child = code === '' ? null : await childOf(ctx, code, { observer: who, observed: seen.id, on })
  if (child && 'fault' in child) return again(child.fault)
  const answers = {
    ...read.value,
    ...(child ? { child: child.id, until: addDays(on > ctx.today ? on : ctx.today, DAYS) } : {}),
    ...(seen.team ? { team: seen.team } : {}),
  }
  const id = textOf(typed, '_subject')
  const entries = [entryBy(ctx, id, observationOpened, answers)]
  const made = await startNumbered(ctx.tx, { id, kind: 'observation', letter: 'O', entries }, ctx.now)
  if (!made) return { again: { typed: { ...typed, _subject: '' }, faults: { tool: BROKEN } } }
  return { go: '/audits/observations' }
}

/** Arranges an observation: of what, of whom, by whom. Where it is about a child, the observer may read that file. */
export const observationNewPage = page({
  path: '/audits/observation/new',
  permission: 'audit-draw',
  audit: 'arrange an observation',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: 'Arrange an observation',
    section: 'audits',
    body: (
      <>
        <BackLink href="/audits/observations">Observations</BackLink>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Arrange an observation</h1>
        <p class="govuk-body">
          Tell who is observed first. A conference, review or core group is about a child, whose file the
          observer may read until it is written up; supervision and duty name no child (
          {observationTools
            .filter(t => t.about === 'staff')
            .map(t => t.title.toLowerCase())
            .join(', ')}
          ).
        </p>
        <NewFileForm
          ctx={ctx}
          id={newId(ctx.now)}
          type={asked}
          returned={returned}
          people={data.choices.all.map(personChoice)}
        >
          <Button preventDoubleClick>Arrange it</Button>
        </NewFileForm>
      </>
    ),
  }),
})
