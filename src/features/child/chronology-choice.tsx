import { significance } from '../../domain/casework/chronology.ts'
import { longDay } from '../../domain/kernel/day.ts'
import type { Standing } from '../../domain/records/entry.ts'
import { textOf } from '../../domain/records/parse.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { chronologyChoice } from '../../domain/records/types/about-entries.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { fileOf } from '../../store/queries/file-of.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, InsetText, TextInput } from '../../web/govuk/index.ts'
import { type ChildCtx, childPage, type DataOf, found, type Outcome, type Returned } from '../../web/page.ts'
import { ChildFrame, childTitle } from './frame.tsx'
import { readAnswers, write } from './write.ts'

async function load(ctx: ChildCtx<Db>) {
  const view = await fileOf(ctx.tx, ctx.child, ctx.viewer)
  const entry = view.file.happenings.find(e => e.id === ctx.params.entry)
  if (!entry) return { missing: 'There is no such entry on this file, or it is confidential.' }
  if (entry.withdrawn)
    return {
      missing: 'This entry was withdrawn, so it stands in no chronology. Record it again if it happened.',
    }
  return found({ view, entry, stands: significance(entry) })
}

type Data = DataOf<typeof load>

async function submit(ctx: ChildCtx<Db>, data: Data): Promise<Outcome> {
  const { typed } = ctx
  const out = textOf(typed, '_back') === 'out' ? '?view=out' : ''
  const back = `/child/${ctx.child.code}/chronology${out}`
  const read = await readAnswers(ctx, chronologyChoice, data.view.file, typed)
  if (!read.ok) return { again: { typed, faults: read.error } }
  const written = await write(ctx, {
    type: chronologyChoice,
    answers: read.value,
    amends: data.entry.id,
    form: `chronology/${data.entry.id}`,
    stale: e => e.type === chronologyChoice.code && e.amends === data.entry.id,
  })
  return (
    (await notWritten(written, { typed, at: 'why', namesOf: ids => namesOf(ctx.tx, ids) })) ?? { go: back }
  )
}

function ChoiceForm({ ctx, data, returned }: { ctx: ChildCtx<Db>; data: Data; returned: Returned | null }) {
  // What came back asks again for what was asked, whatever stands meanwhile.
  const sent = returned ? textOf(returned.typed, 'include') : ''
  const include = sent === '' ? data.stands === undefined : sent === 'yes'
  const value = (name: string) => textOf(returned?.typed ?? {}, name)
  return (
    <Form csrf={ctx.csrf}>
      <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.view.seq} />
      {returned?.conflict}
      <input type="hidden" name="include" value={include ? 'yes' : 'no'} />
      {value('_back') && <input type="hidden" name="_back" value={value('_back')} />}
      <TextInput
        name="why"
        label={{
          text: include ? 'Why does it belong in the chronology?' : 'Why should it be left out?',
          size: 's',
        }}
        hint="The reason is kept with it, and can be read by whoever reads what is left out."
        value={value('why')}
        error={returned?.faults.why ?? returned?.faults.include}
      />
      {include && (
        <TextInput
          name="line"
          label={{ text: 'In a line (optional)', size: 's' }}
          hint="Without it, the record’s own words stand."
          value={value('line')}
          error={returned?.faults.line}
        />
      )}
      <div class="govuk-button-group">
        <Button>{include ? 'Put it in' : 'Leave it out'}</Button>
        <a class="govuk-link" href={`/child/${ctx.child.code}/chronology`}>
          Leave it as it is
        </a>
      </div>
    </Form>
  )
}

/** Puts an entry into the chronology, or leaves it out, with the reason. */
export const chronologyChoicePage = childPage({
  path: '/child/:child/chronology/choose/:entry',
  permission: 'record',
  audit: 'choose for the chronology',
  load,
  submit,
  render: (data: Data, ctx: ChildCtx<Db>, returned) => {
    const type = knownRecordType(data.entry.type)
    const earlier = data.entry.chosen
    return {
      title: childTitle(ctx, 'Chronology'),
      section: 'find',
      body: (
        <ChildFrame ctx={ctx} file={data.view.file} tab="chronology" on={ctx.today}>
          <Problems faults={returned?.faults} />
          <span class="govuk-caption-l">
            {type.title}, {longDay(data.entry.happened)}
          </span>
          <h1 class="govuk-heading-l">
            {data.stands === undefined ? 'Put it into the chronology' : 'Leave it out of the chronology'}
          </h1>
          <p class="govuk-body">{data.stands ?? type.summary(data.entry.answers)}</p>
          {earlier && <InsetText>{chronologyChoice.summary(earlier.answers)}</InsetText>}
          <ChoiceForm ctx={ctx} data={data} returned={returned} />
        </ChildFrame>
      ),
    }
  },
})

/** On an entry: whether it stands in the chronology, and the way to choose otherwise. */
export function ChronologyLink({ ctx, entry }: { ctx: ChildCtx<Db>; entry: Standing }) {
  if (entry.withdrawn || !ctx.can('record').allow) return null
  const stands = significance(entry) !== undefined
  return (
    <p class="govuk-body gt-not-printed">
      {stands ? 'It stands in the chronology. ' : 'It is not in the chronology. '}
      <a class="govuk-link" href={`/child/${ctx.child.code}/chronology/choose/${entry.id}`}>
        {stands ? 'Leave it out' : 'Put it in'}
      </a>
    </p>
  )
}
