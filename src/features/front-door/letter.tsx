import { longDay } from '../../domain/kernel/day.ts'
import { newEntry } from '../../domain/records/new-entry.ts'
import { type Typed, textOf } from '../../domain/records/parse.ts'
import { contactLetter } from '../../domain/records/types/contact.ts'
import type { Db } from '../../store/connection.ts'
import { writeOnce } from '../../store/guarded.ts'
import { newId } from '../../store/ids.ts'
import { namesOf } from '../../store/people.ts'
import { Form, Once, Problems } from '../../web/form/form.tsx'
import { notWritten } from '../../web/form/written.tsx'
import { Button, Radios, Textarea, TextInput } from '../../web/govuk/index.ts'
import { type Ctx, type DataOf, found, type Outcome, page, type Returned } from '../../web/page.ts'
import { letterOf } from './letter-words.ts'
import { loadContact } from './load.ts'
import { readTelling, toldBy, waysOffered } from './telling.ts'
import { send } from './write.ts'

async function load(ctx: Ctx<Db>) {
  const loaded = await loadContact(ctx)
  if (!('found' in loaded)) return loaded
  const { decided } = loaded.found.view
  if (!decided)
    return { missing: 'This contact is not decided yet, so there is no letter. Open it and decide it first.' }
  return found({ ...loaded.found, decided })
}

type Data = DataOf<typeof load>

const lastLetter = (data: Data): string => {
  const said = data.view.letters.find(l => l.letter.answers.letter)?.letter.answers.letter
  return typeof said === 'string' ? said : letterOf(data, data.decided.answers, {})
}

async function submit(ctx: Ctx<Db>, data: Data): Promise<Outcome> {
  const { typed, viewer, now, today } = ctx
  const { subject } = data.view
  const read = readTelling(ctx, data)
  if (Object.keys(read.faults).length > 0) return { again: { typed, faults: read.faults } }
  const entry = newEntry({
    id: textOf(typed, '_entry'),
    subject: subject.id,
    type: contactLetter,
    answers: read.answers,
    author: viewer.id,
    now,
    today,
  })
  const written = await writeOnce(ctx.tx, subject, typed, entry, {
    stale: e => e.type === contactLetter.code,
  })
  const kept = await notWritten(written, { typed, at: 'letter', namesOf: ids => namesOf(ctx.tx, ids) })
  if (kept) return kept
  if ('done' in written && read.answers.how === 'email' && data.emails) await send(ctx, data, entry)
  return { go: `/front-door/${data.code}` }
}

function Paper({ data, ctx }: { data: Data; ctx: Ctx<Db> }) {
  const last = data.view.letters.find(l => l.letter.answers.how !== 'none')?.letter
  return (
    <article class="gt-door__sheet">
      <p class="gt-door__from">
        <strong>{data.house.council}</strong>
        {data.house.address && <span>{data.house.address}</span>}
        {data.house.phone && <span>{data.house.phone}</span>}
      </p>
      {last && <p class="gt-prose">{String(last.answers.to ?? '').replaceAll(', ', '\n')}</p>}
      <p>{longDay(last?.happened ?? ctx.today)}</p>
      <div class="gt-prose">{lastLetter(data)}</div>
    </article>
  )
}

function Again({ data, ctx, returned }: { data: Data; ctx: Ctx<Db>; returned: Returned | null }) {
  const typed: Typed = returned?.typed ?? {}
  const faults = returned?.faults ?? {}
  const { how, to } = toldBy(data.view.received.answers, typed)
  return (
    <Form csrf={ctx.csrf} action={`/front-door/${data.code}/letter`} class="gt-door__again">
      <h2 class="govuk-heading-m">
        {data.view.letters.length > 0 ? 'Tell them again, or another way' : 'Tell the referrer'}
      </h2>
      <Once typed={returned?.typed} id={newId(ctx.now)} seq={data.view.seq} />
      {returned?.conflict}
      <Textarea
        name="letter"
        label={{ text: 'The letter', size: 's' }}
        rows={14}
        value={typed.letter === undefined ? lastLetter(data) : textOf(typed, 'letter')}
        error={faults.letter}
      />
      <Radios
        name="how"
        legend={{ text: 'How are they told?', size: 's' }}
        small
        value={how}
        error={faults.how}
        items={Object.entries(waysOffered(data.emails)).map(([value, text]) => ({ value, text }))}
      />
      <TextInput name="to" label={{ text: 'To whom?', size: 's' }} value={to} error={faults.to} />
      <Button>Record that they are told</Button>
    </Form>
  )
}

/** The letter as it is printed; and below, for what did not arrive, another way to tell the referrer. */
export const letterPage = page({
  path: '/front-door/:contact/letter',
  permission: 'front-door',
  audit: 'the letter to a referrer',
  load,
  submit,
  render: (data: Data, ctx: Ctx<Db>, returned) => ({
    title: `Letter, contact ${data.code}`,
    section: 'front-door',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <div class="gt-door__noprint">
          <span class="govuk-caption-l">
            <a class="govuk-link" href={`/front-door/${data.code}`}>
              Contact {data.code}
            </a>
          </span>
          <h1 class="govuk-heading-l">Letter to the referrer</h1>
          <p class="govuk-body">Print this page: only the letter is printed.</p>
        </div>
        <Paper data={data} ctx={ctx} />
        <Again data={data} ctx={ctx} returned={returned} />
      </>
    ),
  }),
})
