import { rawAnswers, textOf } from '../../domain/records/parse.ts'
import { readForm } from '../../domain/records/read-form.ts'
import { knownRecordType } from '../../domain/records/registry.ts'
import { amendment, withdrawal } from '../../domain/records/types/about-entries.ts'
import { allegationReceived } from '../../domain/records/types/allegation.ts'
import type { Db } from '../../store/connection.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { RecordForm } from '../../web/form/record-form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Details, TextInput } from '../../web/govuk/index.ts'
import { AllegationsFrame } from '../../web/layout/allegations-frame.tsx'
import { type Ctx, type DataOf, found, type Outcome, page } from '../../web/page.ts'
import { loadAllegation } from './load.ts'
import { allegationHref } from './said.tsx'
import { write } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadAllegation(ctx)
  if (!('found' in loaded)) return loaded
  const entry = loaded.found.allegation.entries.find(e => e.id === ctx.params.entry)
  if (!entry) return { missing: 'There is no such entry in this file.' }
  if (entry.withdrawn)
    return { missing: 'This entry was taken out, so it can’t be corrected. Record it again if it happened.' }
  return found({ ...loaded.found, entry, type: knownRecordType(entry.type) })
}
type Data = DataOf<typeof load>

async function submit(ctx: Ctx<Db>, { allegation: a, entry, type }: Data): Promise<Outcome> {
  const { typed } = ctx
  const out = textOf(typed, '_do') === 'out'
  if (out && type === allegationReceived)
    return {
      refused: 'The first entry of a file can’t be taken out. Correct it, and decide on the threshold.',
    }
  const name = out ? '_out' : '_why'
  const why = textOf(typed, name)
  const read = readForm(ctx, type, ctx.typed)
  const faults = {
    ...(out || read.ok ? {} : read.error),
    ...(why === '' ? { [name]: out ? 'Say why it should not count.' : 'Say why it is being changed.' } : {}),
  }
  if (Object.keys(faults).length > 0) return { again: { typed, faults } }
  const written = await write(ctx, a, {
    type: out ? withdrawal : amendment,
    answers: out || !read.ok ? { why } : { why, becomes: read.value },
    amends: entry.id,
  })
  const not = await notWritten(written, {
    typed,
    at: name,
    namesOf: ids => namesOf(ctx.tx, ids),
    amended: type,
  })
  return not ?? { go: allegationHref(a, '#written') }
}

/** Corrects what was written, or takes it out of what counts: what was written stays, with who, when and why. */
export const allegationAmendPage = page({
  path: '/allegations/file/:file/amend/:entry',
  permission: 'allegations',
  audit: 'correct an entry of an allegation',
  load,
  submit,
  render: ({ allegation: a, entry, type }: Data, ctx: Ctx<Db>, returned) => ({
    title: `Correct: ${type.title}`,
    section: 'allegations',
    body: (
      <AllegationsFrame at="/allegations/file">
        <Problems faults={returned?.faults} />
        <span class="govuk-caption-l">
          Allegation {a.code}: {a.adult}
        </span>
        <h1 class="govuk-heading-l">Correct: {type.title.toLowerCase()}</h1>
        <p class="govuk-body">What was written stays in the file, with your correction beside it.</p>
        <RecordForm
          ctx={ctx}
          type={type}
          id={newId(ctx.now)}
          seq={a.seq}
          returned={returned}
          start={rawAnswers(type, entry.answers)}
        >
          <TextInput
            name="_why"
            label={{ text: 'Why is it being changed?', size: 's' }}
            value={textOf(returned?.typed ?? {}, '_why')}
            error={returned?.faults._why}
          />
          <div class="govuk-button-group">
            <Button>Correct it</Button>
            <a class="govuk-link" href={allegationHref(a)}>
              Leave it as it is
            </a>
          </div>
        </RecordForm>
        {type !== allegationReceived && (
          <Details summary="It should not be in this file at all" open={returned?.faults._out !== undefined}>
            <Form csrf={ctx.csrf}>
              <Once typed={undefined} id={newId(ctx.now)} seq={a.seq} />
              <TextInput
                name="_out"
                label={{ text: 'Why should it not count?', size: 's' }}
                value={textOf(returned?.typed ?? {}, '_out')}
                error={returned?.faults._out}
              />
              <Button variant="secondary" name="_do" value="out">
                Take it out
              </Button>
            </Form>
          </Details>
        )}
      </AllegationsFrame>
    ),
  }),
})
