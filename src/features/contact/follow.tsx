import { asTyped, type Follow, follow, sameCode } from '../../domain/front-door/follow.ts'
import { longDay } from '../../domain/kernel/day.ts'
import { textOf } from '../../domain/records/parse.ts'
import type { Db } from '../../store/connection.ts'
import { codeOfContact, sentBefore } from '../../store/contacts.ts'
import { writeLog } from '../../store/log.ts'
import { contactFollowed } from '../../store/queries/contact-followed.ts'
import { type Reach, reachOf } from '../../store/queries/reach.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { spend } from '../../store/throttle.ts'
import { Form, Problems } from '../../web/form/form.tsx'
import { Button, TextInput } from '../../web/govuk/index.ts'
import { Heading } from '../../web/layout/layout.tsx'
import { found, type Html, type Outcome, type PublicCtx, publicPage } from '../../web/page.ts'
import { RingUs } from './words.tsx'

type Data = { readonly reach: Reach }

/** Tries at one reference in a quarter of an hour, from wherever they come. */
const TRIES = 5

const WRONG =
  'This reference and code do not belong together. Check both as you wrote them down; capitals and hyphens do not matter.'
const WAIT =
  'This reference was tried too often in the last quarter of an hour. Wait a quarter of an hour, then try again.'

/** Looked up for a reference that is nobody’s, so that it takes as long. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

/** The contact of a reference and its code; undefined where they do not belong together, whichever of them is wrong. */
async function opened(ctx: PublicCtx<Db>, reference: string, code: string): Promise<string | undefined> {
  const subject = await subjectByCode(ctx.tx, 'contact', reference)
  const fits = sameCode(await codeOfContact(ctx.tx, subject?.id ?? NOBODY), code)
  return subject && fits && (await sentBefore(ctx.tx, subject.id)) ? subject.id : undefined
}

async function submit(ctx: PublicCtx<Db>, { reach }: Data): Promise<Outcome> {
  const { typed } = ctx
  const reference = asTyped(textOf(typed, 'reference'))
  const code = textOf(typed, 'code')
  const blank = {
    ...(reference === '' ? { reference: 'Enter your reference, such as C7K3M9Q2.' } : {}),
    ...(code === '' ? { code: 'Enter the code that came with it.' } : {}),
  }
  const again = (faults: Readonly<Record<string, string>>): Outcome => ({ again: { typed, faults } })
  if (Object.keys(blank).length > 0) return again(blank)
  if (!(await spend(ctx.tx, `follow ${reference}`, TRIES, ctx.now))) return again({ reference: WAIT })
  const id = await opened(ctx, reference, code)
  if (!id) return again({ reference: WRONG })
  await writeLog(ctx.tx, {
    at: ctx.now,
    viewer: null,
    action: 'public',
    subject: id,
    page: 'what became of a contact',
    allowed: true,
    because: 'The reference and its code were given',
  })
  const shown = follow(await contactFollowed(ctx.tx, id), ctx.today)
  return { shown: shownPage(reference, shown, reach) }
}

const TITLES: Readonly<Record<Follow['state'], string>> = {
  received: 'We have it',
  'looked-at': 'Somebody is looking at it',
  decided: 'It has been decided',
  'nobody-to-tell': 'It has been decided',
  told: 'It has been decided',
  stale: 'This code no longer works',
}

function Words({ shown, reach }: { shown: Follow; reach: Reach }) {
  const ring = <RingUs reach={reach} />
  switch (shown.state) {
    case 'received':
      return <p class="govuk-body">A manager reads it and decides within one working day of its coming.</p>
    case 'looked-at':
      return <p class="govuk-body">A manager has it now, and decides within one working day of its coming.</p>
    case 'decided':
      return (
        <p class="govuk-body">
          What was decided is being written to you. Come back tomorrow, or {ring} and give your reference.
        </p>
      )
    case 'nobody-to-tell':
      return (
        <p class="govuk-body">
          You did not say how to reach you, so we have not written. To ask about it, {ring} and give your
          reference.
        </p>
      )
    case 'told':
      return (
        <>
          <p class="govuk-body">This is what we told you on {longDay(shown.on)}:</p>
          <div class="gt-contact__letter gt-prose">{shown.letter}</div>
        </>
      )
    case 'stale':
      return (
        <p class="govuk-body">
          A code works for twelve months after the decision. To ask about it now, {ring} and give your
          reference.
        </p>
      )
  }
}

const shownPage = (reference: string, shown: Follow, reach: Reach): Html => ({
  title: `${TITLES[shown.state]}: ${reference}`,
  body: (
    <>
      <Heading over={`Reference ${reference}`}>{TITLES[shown.state]}</Heading>
      <Words shown={shown} reach={reach} />
      <p class="govuk-body">
        If something has happened since, or a child is in danger now, do not wait: ring <strong>999</strong>{' '}
        in an emergency, or{' '}
        <a class="govuk-link" href="/contact">
          tell us again
        </a>
        .
      </p>
    </>
  ),
})

/** What has become of a contact, for whoever has its reference and its code. */
export const followPage = publicPage({
  path: '/contact/follow',
  audit: 'what became of a contact',
  limit: 20,
  load: async (ctx: PublicCtx<Db>) => found({ reach: await reachOf(ctx.tx) }),
  submit,
  render: (data: Data, ctx: PublicCtx<Db>, returned) => ({
    title: 'See what has become of it',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <Heading over={ctx.council}>See what has become of it</Heading>
        <p class="govuk-body">
          When you told us about a child, you were shown a reference and a code. If you do not have them,{' '}
          <RingUs reach={data.reach} />.
        </p>
        <Form csrf="" action="/contact/follow">
          {(['reference', 'code'] as const).map(name => (
            <TextInput
              name={name}
              label={{ text: name === 'reference' ? 'Reference' : 'Code', size: 's' }}
              hint={
                name === 'reference' ? 'Such as C7K3M9Q2' : 'Three groups of four, such as 4HTQ-M2X7-RC9W'
              }
              value={returned ? textOf(returned.typed, name) : ''}
              width={20}
              autocomplete="off"
              spellcheck={false}
              error={returned?.faults[name]}
            />
          ))}
          <Button>Show</Button>
        </Form>
      </>
    ),
  }),
})
