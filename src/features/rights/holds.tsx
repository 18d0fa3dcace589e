import { longDay } from '../../domain/kernel/day.ts'
import { momentWords } from '../../domain/kernel/london.ts'
import { asking } from '../../domain/records/asked.ts'
import { person } from '../../domain/records/kinds/reference.ts'
import { printed, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import type { RecordType } from '../../domain/records/record-type.ts'
import { holdLifted, holdPlaced } from '../../domain/records/types/disposal.ts'
import type { Hold } from '../../domain/rights/hold.ts'
import { keepings } from '../../domain/rights/keeping.ts'
import type { Db } from '../../store/connection.ts'
import { entryBy } from '../../store/entry-by.ts'
import { BROKEN } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { holdFile } from '../../store/ledger.ts'
import { startNumbered } from '../../store/numbered.ts'
import { namesOf } from '../../store/people.ts'
import { holdByCode, readHolds } from '../../store/rights/read.ts'
import { whose } from '../../store/rights/whose.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { NewFileForm } from '../../web/form/new-file-form.tsx'
import { RecordFields } from '../../web/form/record-fields.tsx'
import { Button, Details, SummaryList, Tag } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../web/page.ts'
import { ofAllegations, ofChildren, type Place } from './place.tsx'
import { note, withFile } from './write.ts'

/** What a form asks: of allegations there is no hold on every file but that on every file there is. */
function placing({ keeping, says }: Place): RecordType {
  if (keeping === 'children') return holdPlaced
  const { fields } = asking(holdPlaced, ['scope', 'child'])
  return { ...holdPlaced, fields: { child: person('Which file?', { hint: says.hint }), ...fields } }
}

async function load(ctx: Ctx<Db>, { keeping }: Place) {
  const holds = await readHolds(ctx.tx, keeping)
  const { called } = await whose(
    ctx,
    keeping,
    holds.flatMap(h => h.child ?? []),
  )
  const people = holds.flatMap(h => [h.by, ...(h.lifted ? [h.lifted.by] : [])])
  return found({
    // A hold on a file that is as if not there is so too; it holds all the same.
    holds: holds.filter(h => h.child === null || called.has(h.child)),
    called,
    names: await namesOf(ctx.tx, people),
  })
}
type Data = DataOf<typeof load>

async function place(ctx: Ctx<Db>, at: Place): Promise<Outcome> {
  const told = await withFile(ctx, at, ctx.typed)
  const read = readForm(ctx, placing(at), told.typed)
  const one = at.keeping === 'allegations' || textOf(ctx.typed, 'scope') === 'file'
  const faults = { ...(read.ok ? {} : read.error), ...(one ? told.faults : {}) }
  if (!read.ok || Object.keys(faults).length > 0) return { again: { typed: ctx.typed, faults } }
  const id = textOf(ctx.typed, '_subject')
  const answers = one ? { scope: 'file', ...read.value } : read.value
  const entries = [entryBy(ctx, id, holdPlaced, answers)]
  const code = await startNumbered(ctx.tx, { id, ...keepings[at.keeping].hold, entries }, ctx.now)
  return code
    ? { go: `${at.at}/holds#${code}` }
    : { again: { typed: ctx.typed, faults: { askedBy: BROKEN } } }
}

/** A hold on every file there is stands on allegations too, and is ended where it was placed. */
const endsHere = (hold: Hold, { keeping }: Place) => keeping === 'children' || hold.scope === 'file'

async function lift(ctx: Ctx<Db>, at: Place, data: Data): Promise<Outcome> {
  if (!ctx.can(keepings[at.keeping].decides).allow) return { refused: at.says.endsHold }
  const code = textOf(ctx.typed, '_hold')
  const shown = data.holds.find(h => h.code === code)
  if (!shown || !endsHere(shown, at)) return { again: { typed: ctx.typed, faults: { why: BROKEN } } }
  const read = readForm(ctx, holdLifted, ctx.typed)
  if (!read.ok) return { again: { typed: ctx.typed, faults: read.error } }
  await holdFile(ctx.tx, shown.id)
  const now = await holdByCode(ctx.tx, at.keeping, code)
  if (now && now.lifted === null)
    await note(ctx, { id: now.id, kind: keepings[at.keeping].hold.kind, code }, [[holdLifted, read.value]])
  return { go: `${at.at}/holds#${code}` }
}

interface OneProps {
  readonly hold: Hold
  readonly at: Place
  readonly data: Data
  readonly ctx: Ctx<Db>
  readonly returned: Returned | null
}

function One({ hold, at, data, ctx, returned }: OneProps) {
  const why = printed(holdPlaced, { reason: hold.reason })[0]?.words
  const back = returned !== null && textOf(returned.typed, '_hold') === hold.code ? returned : null
  const name = (id: string) => data.names.get(id) ?? 'Somebody who has left'
  return (
    <section id={hold.code}>
      <h2 class="govuk-heading-m">
        {hold.code}:{' '}
        {hold.scope === 'all' ? 'every file' : `the file of ${data.called.get(hold.child ?? '') ?? ''}`}{' '}
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
      {hold.lifted === null && endsHere(hold, at) && ctx.can(keepings[at.keeping].decides).allow && (
        <Details summary="End this hold" open={back !== null}>
          <Form csrf={ctx.csrf}>
            <input type="hidden" name="_hold" value={hold.code} />
            <RecordFields
              type={holdLifted}
              typed={back?.typed ?? {}}
              faults={back?.faults ?? {}}
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

function Placing({ at, ctx, returned }: Pick<OneProps, 'at' | 'ctx' | 'returned'>) {
  const back = returned !== null && textOf(returned.typed, '_do') === 'place' ? returned : null
  return (
    <Details summary="Place a hold" open={back !== null}>
      <NewFileForm ctx={ctx} id={newId(ctx.now)} type={placing(at)} returned={back}>
        <Button name="_do" value="place">
          Place the hold
        </Button>
      </NewFileForm>
    </Details>
  )
}

const holdsOf = (at: Place) =>
  page({
    path: `${at.at}/holds`,
    permission: keepings[at.keeping].reads,
    audit: `legal holds${at.of === '' ? '' : ' on allegations'}`,
    load: (ctx: Ctx<Db>) => load(ctx, at),
    submit: (ctx: Ctx<Db>, data: Data) =>
      textOf(ctx.typed, '_do') === 'lift' ? lift(ctx, at, data) : place(ctx, at),
    render: (data: Data, ctx: Ctx<Db>, returned) => ({
      title: 'Legal holds',
      section: at.section,
      body: (
        <at.Frame at={`${at.at}/holds`}>
          <Problems faults={returned?.faults} />
          <h1 class="govuk-heading-l">Legal holds</h1>
          <p class="govuk-body">
            While a hold stands nothing that it covers is disposed of, whatever the rules say.
          </p>
          {data.holds.length === 0 && <p class="govuk-body">No hold has been placed.</p>}
          {data.holds.map(hold => (
            <One hold={hold} at={at} data={data} ctx={ctx} returned={returned} />
          ))}
          <Placing at={at} ctx={ctx} returned={returned} />
        </at.Frame>
      ),
    }),
  })

/** Every legal hold: what must be kept, for whom and why, whatever the rules say. */
export const holdsPage = holdsOf(ofChildren)
export const allegationHoldsPage = holdsOf(ofAllegations)
