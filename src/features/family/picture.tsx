import type { FamilyDrawing } from '../../domain/family/drawing.ts'
import { FamilyChart } from '../../web/charts/index.ts'
import { Details } from '../../web/govuk/index.ts'

const signs: readonly string[] = [
  'A square is male, a circle female, a diamond not known, a triangle not yet born.',
  'The double outline is this child. A cross: has died.',
  'A line between two is a couple; lines down lead to their children, and twins leave the line together.',
  'A house is where the child is placed. A dotted line leads to the child from whoever cares for them.',
  'The dashed outline is the child’s household. Dashed lines and symbols: it has ended.',
  'Whoever has no line stands in a place that the record does not tell: say whose side they are on, and they get one.',
]

/** The family as a picture drawn from the record; the table beside it says the same. */
export function Picture({ drawing, empty }: { drawing: FamilyDrawing; empty: boolean }) {
  if (empty)
    return (
      <p class="govuk-body">
        Nobody is recorded yet. Add the mother, the father or whoever brings the child up.
      </p>
    )
  return (
    <figure class="gt-figure gt-family__picture">
      <figcaption class="gt-figure__caption">Family diagram</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="gt-figure__picture" aria-label="Family diagram" tabIndex={0}>
        <FamilyChart id="family" title="Family diagram" drawing={drawing} />
      </section>
      <Details summary="What the signs mean" class="gt-figure__table">
        <ul class="govuk-list govuk-list--bullet">
          {signs.map(s => (
            <li>{s}</li>
          ))}
        </ul>
      </Details>
    </figure>
  )
}
