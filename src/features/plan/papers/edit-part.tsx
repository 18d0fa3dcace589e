import { contentOf } from '../../../domain/improvement/papers/compose.ts'
import type { Part } from '../../../domain/improvement/papers/part.ts'
import type { Faults } from '../../../domain/records/parse.ts'
import { WordsBox } from './edit-box.tsx'
import type { EditData } from './edit-load.ts'
import type { Box } from './edit-words.ts'
import { Block } from './html.tsx'
import { Sentences } from './html-table.tsx'

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
