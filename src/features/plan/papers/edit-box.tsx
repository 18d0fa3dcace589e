import { namedIn, saidBy } from '../../../domain/improvement/papers/author.ts'
import type { Ask } from '../../../domain/improvement/papers/part.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../../domain/kernel/london.ts'
import type { Faults } from '../../../domain/records/parse.ts'
import type { Named } from '../../../store/queries/papers-figures.ts'
import { Button, Details, Select, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { EditData } from './edit-load.ts'
import type { Box } from './edit-words.ts'
import { Sentences } from './html-table.tsx'

interface BoxProps {
  readonly box: Box
  readonly data: EditData
  readonly faults: Faults
}

/** What another wrote in the same place while this author was writing. */
function Theirs({ ask, data }: { ask: Ask; data: EditData }) {
  const words = data.file.written.get(ask.key)
  if (!words) return null
  const { author, recorded } = words.entry
  return (
    <section class="gt-conflict" role="alert">
      <h3 class="govuk-heading-s">
        {data.names.get(author) ?? 'Somebody'} wrote this at {londonTime(recorded)}
      </h3>
      <p class="govuk-body gt-prose" dir="auto">
        {words.text || 'They took the words out.'}
      </p>
    </section>
  )
}

function Insert({ ask, offered }: { ask: Ask; offered: readonly Named[] }) {
  return (
    <Details
      summary={
        <>
          Put a figure in<span class="govuk-visually-hidden">: {ask.label}</span>
        </>
      }
    >
      <Select
        name={`figure-${ask.key}`}
        label="Figure"
        hint="It stands in your words as a name between braces, and is filled in, dated and kept up to date. Add “before” for the day it is compared with: {NI66 before}."
        class="gt-write__figure"
        items={[
          { value: '', text: 'Choose a figure' },
          ...offered.map(o => ({ value: o.name, text: `${o.name}: ${o.says}` })),
        ]}
      />
      <Button variant="secondary" name="_insert" value={ask.key}>
        Put it at the end of my words
      </Button>
    </Details>
  )
}

/** The figures that the words name, as they will stand, each leading to its source. */
function Filled({ text, data }: { text: string; data: EditData }) {
  const names = namedIn(text)
  if (names.length === 0) return null
  return (
    <ul class="govuk-list govuk-body-s gt-write__filled">
      {names.map(name => (
        <li>
          {`{${name}} `}
          <Sentences list={saidBy(`{${name}}`, data.input.bound)} />
        </li>
      ))}
    </ul>
  )
}

/** One place for the author’s words. */
export function WordsBox({ box, data, faults }: BoxProps) {
  const { ask, text, basis } = box
  const error = faults[ask.key]
  const shared = {
    name: ask.key,
    label: { text: ask.optional ? `${ask.label} (optional)` : ask.label, size: 's' as const },
    hint: ask.help,
    value: text,
    ...(error ? { error } : {}),
  }
  const words = data.file.written.get(ask.key)
  return (
    <div class="gt-write__box">
      <input type="hidden" name={`basis-${ask.key}`} value={basis} />
      {error && <Theirs ask={ask} data={data} />}
      {ask.line ? (
        <TextInput {...shared} attributes={{ dir: 'auto' }} />
      ) : (
        <Textarea {...shared} rows={ask.optional ? 4 : 6} attributes={{ dir: 'auto' }} />
      )}
      <Filled text={text} data={data} />
      {!ask.line && !ask.placed && <Insert ask={ask} offered={data.offered} />}
      {words && (
        <p class="govuk-body-s gt-quiet">
          {data.names.get(words.entry.author) ?? 'Somebody'}, {longDay(londonDay(words.entry.recorded))} at{' '}
          {londonTime(words.entry.recorded)}
        </p>
      )}
    </div>
  )
}
