import { textOf } from '../../../domain/records/parse.ts'
import type { Db } from '../../../store/connection.ts'
import { Form, Problems } from '../../../web/form/form.tsx'
import { Button, TextInput } from '../../../web/govuk/index.ts'
import { Heading } from '../../../web/layout/layout.tsx'
import { found, type Outcome, type PublicCtx, publicPage } from '../../../web/page.ts'
import { AT, NoChildren } from './public-form.tsx'
import { openAnswer } from './public-open.ts'
import { save, sayDone, shownOf } from './public-write.ts'

async function submit(ctx: PublicCtx<Db>): Promise<Outcome> {
  const came = await openAnswer(ctx)
  const asked = textOf(ctx.typed, '_do')
  if ('faults' in came) {
    // Whoever was writing gets their words back, also where the code stopped working meanwhile.
    if (asked !== '') return { refused: Object.values(came.faults).join(' ') }
    return { again: { typed: ctx.typed, faults: came.faults } }
  }
  switch (asked) {
    case 'save':
      return await save(ctx, came.opened, false)
    case 'finish':
      return await save(ctx, came.opened, true)
    case 'done':
      return await sayDone(ctx, came.opened)
    default:
      return { shown: shownOf(ctx, came.opened) }
  }
}

/** Where an agency answers a section 11 audit: with the reference and the code of its letter, and without an account. */
export const agencyAnswerPage = publicPage({
  path: AT,
  audit: 'a section 11 answer',
  // A whole agency may sit behind one address, and saves often.
  limit: 120,
  load: async () => found(null),
  submit,
  render: (_data, ctx: PublicCtx<Db>, returned) => ({
    title: 'Answer a section 11 audit',
    body: (
      <>
        <Problems faults={returned?.faults} />
        <Heading over={ctx.council}>Answer a section 11 audit</Heading>
        <p class="govuk-body">
          For agencies that were asked how they keep children safe (section 11 of the Children Act 2004). Your
          letter has a reference and a code. If you do not have it, ask whoever sent it for another.
        </p>
        <NoChildren />
        <Form csrf="" action={AT}>
          {(['reference', 'code'] as const).map(name => (
            <TextInput
              name={name}
              label={{ text: name === 'reference' ? 'Reference' : 'Code', size: 's' }}
              hint={
                name === 'reference' ? 'Such as A7K3M9Q2' : 'Four groups of four, such as 4HTQ-M2X7-RC9W-8KQT'
              }
              value={returned ? textOf(returned.typed, name) : ''}
              width={20}
              autocomplete="off"
              spellcheck={false}
              {...(returned?.faults[name] ? { error: returned.faults[name] } : {})}
            />
          ))}
          <Button>Open</Button>
        </Form>
      </>
    ),
  }),
})
