import { namedIn, saidBy } from '../../../domain/improvement/papers/author.ts'
import { contentOf } from '../../../domain/improvement/papers/compose.ts'
import type { Ask, Part } from '../../../domain/improvement/papers/part.ts'
import { longDay } from '../../../domain/kernel/day.ts'
import { londonDay, londonTime } from '../../../domain/kernel/london.ts'
import type { Faults } from '../../../domain/records/parse.ts'
import type { Named } from '../../../store/queries/papers-figures.ts'
import { Button, Details, Select, Textarea, TextInput } from '../../../web/govuk/index.ts'
import type { EditData } from './edit-load.ts'
import type { Box } from './edit-words.ts'
import { Block, Sentences } from './html.tsx'

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

/** What is made from the record for a part. Charts are named only: they are drawn on the paper itself. */
function Made({ part, data }: { part: Part; data: EditData }) {
  const { asks: _, ...alone } = part
  const content = contentOf(alone, data.input)
  if (content.length === 0 || part.key === 'signature') return null
  const charts = content.flatMap(c => ('kind' in c && c.kind === 'figure' ? [c.title] : []))
  const rest = content.filter(c => !('kind' in c && c.kind === 'figure'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="gt-write__made" aria-label={`${part.title}: from the record`} tabIndex={0}>
      <p class="gt-write__from">From the record</p>
      {rest.map(c =>
        'kind' in c ? (
          <Block block={c.kind === 'heading' ? { ...c, level: 2 } : c} />
        ) : (
          <p class="govuk-body">
            <Sentences list={c} />
          </p>
        ),
      )}
      {charts.length > 0 && (
        <>
          <p class="govuk-body">Charts, each with its numbers:</p>
          <ul class="govuk-list govuk-list--bullet">
            {charts.map(c => (
              <li>{c}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Choices({ part, out, first, last }: { part: Part; out: boolean; first: boolean; last: boolean }) {
  if (part.fixed) return null
  const button = (what: string, words: string) => (
    <button type="submit" class="gt-write__choice" name="_part" value={`${what}:${part.key}`}>
      {words}
      <span class="govuk-visually-hidden">: {part.title}</span>
    </button>
  )
  return (
    <div class="gt-write__choices">
      {!first && !out && button('up', 'Move up')}
      {!last && !out && button('down', 'Move down')}
      {out ? button('in', 'Put it back') : button('out', 'Leave it out')}
    </div>
  )
}

interface PartProps {
  readonly part: Part
  readonly nth: number
  readonly boxes: readonly Box[]
  readonly data: EditData
  readonly faults: Faults
}

/** One part of the paper: what the record says beside the author’s own words. */
export function EditPart({ part, nth, boxes, data, faults }: PartProps) {
  const out = data.out.has(part.key)
  const mine = boxes.filter(b => part.asks?.some(a => a.key === b.ask.key))
  const { parts } = data
  return (
    <section class="gt-write__part" id={`part-${part.key}`} aria-labelledby={`head-${part.key}`}>
      <div class="gt-write__head">
        <h2 class="govuk-heading-m" id={`head-${part.key}`}>
          {part.title}
        </h2>
        <Choices
          part={part}
          out={out}
          first={nth === 0 || parts[nth - 1]?.fixed === true}
          last={nth === parts.length - 1 || parts[nth + 1]?.fixed === true}
        />
      </div>
      {out ? (
        <p class="govuk-body gt-quiet">Left out of the paper. Anything written here is kept.</p>
      ) : (
        <div class={mine.length > 0 && part.made ? 'gt-write__sides' : ''}>
          <Made part={part} data={data} />
          {mine.length > 0 && (
            <div>
              {mine.map(box => (
                <WordsBox box={box} data={data} faults={faults} />
              ))}
            </div>
          )}
        </div>
      )}
    </section>
  )
}
