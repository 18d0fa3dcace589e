import { calledBy } from '../../domain/casework/person.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { printed, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { holdLifted, holdPlaced } from '../../domain/records/types/disposal.ts'
import type { Hold } from '../../domain/rights/hold.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { startNumbered } from '../../store/numbered.ts'
import { namesOf } from '../../store/people.ts'
import { listable } from '../../store/queries/listable.ts'
import { holdByCode, readHolds } from '../../store/rights/read.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details, SummaryList, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../web/page.ts'
import { momentWords, RightsFrame } from './frame.tsx'
import { note, withChild } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const holds = await readHolds(ctx.tx)
  const children = await listable(
    ctx.tx,
    ctx.viewer,
    ctx.now,
    holds.flatMap(h => h.child ?? []),
  )
  const people = holds.flatMap(h => [h.by, ...(h.lifted ? [h.lifted.by] : [])])
  return found({
    // A hold on a child who is as if not there is so too; it holds all the same.
    holds: holds.filter(h => h.child === null || children.has(h.child)),
    children,
    names: await namesOf(ctx.tx, people),
  })
}
type Data = DataOf<typeof load>

async function place(ctx: Ctx<Db>): Promise<Outcome> {
  const told = await withChild(ctx, ctx.typed)
  const read = readForm(ctx, holdPlaced, told.typed)
  const faults = {
    ...(read.ok ? {} : read.error),
    ...(textOf(ctx.typed, 'scope') === 'file' ? told.faults : {}),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  const id = textOf(ctx.typed, '_subject')
  const entries = [entryBy(ctx, id, holdPlaced, read.value)]
  const code = await startNumbered(ctx.tx, { id, kind: 'hold', letter: 'H', entries }, ctx.now)
  return code ? { go: `/rights/holds#${code}` } : { again: { typed: ctx.typed, faults: { scope: BROKEN } } }
}

async function lift(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  if (!ctx.can('dispose').allow) return { refused: 'A director ends a legal hold. Ask one.' }
  const code = textOf(ctx.typed, '_hold')
  const shown = data.holds.find(h => h.code === code)
  if (!shown) return { again: { typed: ctx.typed, faults: { why: BROKEN } } }
  const read = readForm(ctx, holdLifted, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  await holdFile(ctx.tx, shown.id)
  const now = await holdByCode(ctx.tx, code)
  if (now && now.lifted === null)
    await note(ctx, { id: now.id, kind: 'hold', code }, [[holdLifted, read.value]])
  return { go: `/rights/holds#${code}` }
}

interface OneProps {
  readonly hold: Hold
  readonly data: Data
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

function One({ hold, data, ctx, returned }: OneProps) {
  const child = data.children.get(hold.child ?? '')
  const why = printed(holdPlaced, { reason: hold.reason })[0]?.words
  const name = (id: string) => data.names.get(id) ?? 'Somebody who has left'
  return (
    <section id={hold.code}>
      <h2 class="govuk-heading-m">
        {hold.code}:{' '}
        {hold.scope === 'all' ? 'every file' : `the file of ${child ? calledBy(child, child.code) : ''}`}{' '}
        <Tag colour={hold.lifted ? 'grey' : 'orange'}>{hold.lifted ? 'Ended' : 'Stands'}</Tag>
      </h2>
      <SummaryList
        rows={[
          { key: 'For', value: why ?? '' },
          { key: 'Asked for by', value: hold.askedBy },
          { key: 'About', value: <span class="gt-prose">{hold.words}</span> },
          { key: 'From', value: `${longDay(hold.from)}, placed by ${name(hold.by)}` },
          hold.lifted !== null && {
            key: 'Ended',
            value: `${momentWords(hold.lifted.at)}, ${name(hold.lifted.by)}: ${hold.lifted.why}`,
          },
        ]}
      />
      {hold.lifted === null && ctx.can('dispose').allow && (
        <Details summary="End this hold" open={textOf(returned?.typed ?? {}, '_hold') === hold.code}>
          <Form csrf={ctx.csrf}>
            <input type="hidden" name="_hold" value={hold.code} />
            <RecordFields
              type={holdLifted}
              typed={textOf(returned?.typed ?? {}, '_hold') === hold.code ? (returned?.typed ?? {}) : {}}
              faults={textOf(returned?.typed ?? {}, '_hold') === hold.code ? (returned?.faults ?? {}) : {}}
              today={ctx.today}
              fresh
              people={[]}
            />
            <Button variant="warning" name="_do" value="lift">
              End the hold
            </Button>
          </Form>
        </Details>
      )}
    </section>
  )
}

/** Every legal hold: what must be kept, for whom and why, whatever the rules say. */
export const holdsPage = page({
  path: '/rights/holds',
  permission: 'rights',
  audit: 'legal holds',
  load,
  submit: (ctx: Ctx<Db>, data: Data) => (textOf(ctx.typed, '_do') === 'lift' ? lift(ctx, data) : place(ctx)),
  render: (data: Data, ctx: Ctx<Db>, returned) => {
    const placing = returned !== null && textOf(returned.typed, '_do') === 'place'
    return {
      title: 'Legal holds',
      section: 'rights',
      body: (
        <RightsFrame at="/rights/holds">
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Legal holds</h1>
          <p class="govuk-body">
            While a hold stands nothing that it covers is disposed of, whatever the rules say.
          </p>
          {data.holds.length === 0 && <p class="govuk-body">No hold has been placed.</p>}
          {data.holds.map(hold => (
            <One hold={hold} data={data} ctx={ctx} returned={returned} />
          ))}
          <Details summary="Place a hold" open={placing}>
            <Form csrf={ctx.csrf}>
              <input
                type="hidden"
                name="_subject"
                value={(placing && textOf(returned.typed, '_subject')) || newId(ctx.now)}
              />
              <RecordFields
                type={holdPlaced}
                typed={placing ? returned.typed : {}}
                faults={placing ? returned.faults : {}}
                today={ctx.today}
                fresh={!placing}
                people={[]}
              />
              <Button name="_do" value="place">
                Place the hold
              </Button>
            </Form>
          </Details>
        </RightsFrame>
      ),
    }
  },
})
