import { audienceOf } from '../../domain/front-door/referrer.ts'
import { type Faults, type Typed, textOf } from '../../domain/records/parse.ts'
import { Button, InsetText, Radios, Textarea, TextInput } from '../../web/govuk/index.ts'
import type { ContactData } from './load.ts'
import { toldBy, waysOffered } from './telling.ts'

const READ: Readonly<Record<string, string>> = {
  new: 'Nothing is decided yet. This is the letter as it will go: read it, change what you like, then decide and send.',
  changed:
    'Nothing is decided yet. Your answers changed, so the letter was written again: read it, then decide and send.',
  yours:
    'Nothing is decided yet. Your answers changed after you changed the letter, and it stands as you left it: see that it says the same, then decide and send.',
}

interface Props {
  readonly data: ContactData
  readonly typed: Typed
  readonly faults: Faults
  /** Why the letter is to be read first, where it is. */
  readonly read: string | undefined
}

const hint = (data: ContactData): string =>
  audienceOf(data.view.received.answers.source) === 'public'
    ? 'They may not work with the child, so the letter leaves out your reasons, the level of need and what is done. Add only what they may know.'
    : 'It is written from your answers. You can change it before it goes.'

/** The letter to the referrer, and how it goes. */
export function LetterForm({ data, typed, faults, read }: Props) {
  const { how, to } = toldBy(data.view.received.answers, typed)
  return (
    <section id="letter" class="gt-door__letter">
      <h2 class="govuk-heading-m">Tell the referrer</h2>
      {read && READ[read] && <InsetText>{READ[read]}</InsetText>}
      <Textarea
        name="letter"
        label={{ text: 'The letter', size: 's' }}
        hint={hint(data)}
        rows={textOf(typed, 'letter') === '' ? 5 : 20}
        value={textOf(typed, 'letter')}
        error={faults.letter}
      />
      <input type="hidden" name="_wrote" value={textOf(typed, '_wrote')} />
      <Button variant="secondary" name="_letter" value="write">
        {textOf(typed, 'letter') === '' ? 'Write it from the answers' : 'Write it again from the answers'}
      </Button>
      <Radios
        name="how"
        legend={{ text: 'How are they told?', size: 's' }}
        small
        value={how}
        error={faults.how}
        items={Object.entries(waysOffered(data.emails)).map(([value, text]) => ({ value, text }))}
      />
      <div class="gt-question" data-only-if="how" data-only-values="email post spoken">
        <TextInput name="to" label={{ text: 'To whom?', size: 's' }} value={to} error={faults.to} />
      </div>
    </section>
  )
}
