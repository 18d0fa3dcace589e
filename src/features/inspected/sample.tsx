import { calledBy } from '../../domain/casework/person.ts'
import { shortDay } from '../../domain/kernel/day.ts'
import { londonDay } from '../../domain/kernel/london.ts'
import { plural } from '../../domain/kernel/plural.ts'
import { expected, type Sampled } from '../../domain/readiness/visit.ts'
import { textOf } from '../../domain/records/parse.ts'
import { lists as declared } from '../../domain/returns/annex-a/columns.ts'
import type { Db } from '../../store/connection.ts'
import { BROKEN } from '../../store/guarded.ts'
import { isId, newId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { namesOf } from '../../store/people.ts'
import { listable } from '../../store/queries/listable.ts'
import { visitByCode } from '../../store/queries/visits.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, InsetText, MojScrollablePane, Table } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { childrenOf, sampling, unsampling } from './admit.ts'
import { byCodes, drawFrom } from './choose.ts'
import { ChooseForms } from './choose-forms.tsx'
import { VisitFrame } from './frame.tsx'
import { NO_VISIT } from './visit-form.tsx'
import { fileOfVisit, note } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const visit = await visitByCode(ctx.tx, ctx.params.visit ?? '')
  if (!visit) return { missing: NO_VISIT }
  const children = childrenOf(visit, ctx.today)
  return found({
    visit,
    children,
    named: await listable(
      ctx.tx,
      ctx.viewer,
      ctx.now,
      children.map(c => c.child),
    ),
    staff: await namesOf(
      ctx.tx,
      visit.samples.map(s => s.by),
    ),
    seed: newId(ctx.now),
  })
}

export type SampleData = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, data: SampleData): Promise<Outcome> {
  const { tx, typed, today } = ctx
  await holdFile(tx, data.visit.id)
  const visit = (await visitByCode(tx, data.visit.code)) ?? data.visit
  const wrong = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  const back = { go: `/inspection/${visit.code}/sample` }
  const way = textOf(typed, '_do')
  if (way === 'remove') {
    await note(ctx, fileOfVisit(visit), unsampling(visit, today, textOf(typed, 'child')))
    return back
  }
  const at = way === 'draw' ? 'list' : 'codes'
  if (expected(visit, today).length === 0)
    return wrong({ [at]: 'Let an inspector in first: files are given to somebody.' })
  const ticked = [typed.inspectors ?? []].flat()
  if (ticked.length === 0) return wrong({ inspectors: 'Say which inspectors are to have the files.' })
  const already = new Set(childrenOf(visit, today).map(c => c.child))
  const seed = textOf(typed, '_seed')
  if (way === 'draw' && !isId(seed)) return wrong({ list: BROKEN })
  // The same draw again: its files are there.
  if (way === 'draw' && visit.samples.some(s => s.seed === seed)) return back
  const choosing =
    way === 'draw'
      ? await drawFrom(ctx, {
          list: Number(textOf(typed, 'list')),
          many: Number(textOf(typed, 'many')),
          seed,
          already,
          on: today,
        })
      : await byCodes(ctx, textOf(typed, 'codes'))
  if ('faults' in choosing) return wrong(choosing.faults)
  await note(ctx, fileOfVisit(visit), sampling(visit, today, ticked, choosing.chosen))
  return back
}

const listTitle = (n: number) => declared.find(l => l.number === n)?.title ?? ''

const howWords = (s: Sampled): string =>
  s.how === 'random' && s.list !== null
    ? `Drawn from list ${s.list}, ${listTitle(s.list).toLowerCase()}${s.outOf === null ? '' : `, of ${plural(s.outOf, 'child', 'children')}`}`
    : 'Asked for by ID'

function Row({ data, ctx, s }: { data: SampleData; ctx: Ctx<Db>; s: Sampled }) {
  const child = data.named.get(s.child)
  const called = child ? calledBy(child, child.code) : 'A restricted file'
  const who = data.visit.samples
    .filter(o => o.child === s.child && o.removed === null)
    .flatMap(o => data.visit.inspectors.find(i => i.id === o.inspector)?.name ?? [])
  return [
    child ? (
      <>
        {called} <span class="gt-quiet">{child.code}</span>
      </>
    ) : (
      called
    ),
    howWords(s),
    who.join(', '),
    `${shortDay(londonDay(s.at))}, ${data.staff.get(s.by) ?? 'somebody who has left'}`,
    data.visit.over === null ? (
      <Form csrf={ctx.csrf}>
        <input type="hidden" name="child" value={s.child} />
        <Button variant="secondary" name="_do" value="remove" class="gt-ready-small">
          Take out<span class="govuk-visually-hidden">: {called}</span>
        </Button>
      </Form>
    ) : (
      ''
    ),
  ]
}

/** Which files the inspectors of a visit may open, and how each came into the sample. */
export const samplePage = page({
  path: '/inspection/:visit/sample',
  permission: 'ready',
  audit: 'the sample of an inspectors’ visit',
  load,
  submit,
  render: (data: SampleData, ctx: Ctx<Db>, returned) => ({
    title: `Sampled files, visit ${data.visit.code}`,
    section: 'inspection',
    wide: true,
    body: (
      <VisitFrame code={data.visit.code} at={`/inspection/${data.visit.code}/sample`}>
        <Problems faults={returned?.faults} />
        <h1 class="govuk-heading-l">Sampled files</h1>
        <p class="govuk-body">
          An inspector opens the files given to them here, and no other child’s. A file taken out is closed to
          them from the next thing they open.
        </p>
        <InsetText>
          A restricted file is never drawn. One that is asked for by its ID opens only to an inspector who is
          named on the file itself: whoever keeps its list of names can add them there.
        </InsetText>
        {data.children.length === 0 ? (
          <p class="govuk-body">No file is in the sample.</p>
        ) : (
          <MojScrollablePane label="Sampled files">
            <Table
              caption={plural(data.children.length, 'file')}
              captionSize="m"
              rowHeaders
              head={['Child', 'How it was chosen', 'Open to', 'Put in', 'Take out']}
              rows={data.children.map(s => Row({ data, ctx, s }))}
            />
          </MojScrollablePane>
        )}
        {data.visit.over === null && <ChooseForms data={data} ctx={ctx} returned={returned} />}
      </VisitFrame>
    ),
  }),
})
