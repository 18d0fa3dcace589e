import { ChoiceGroup } from '../govuk/choice-group.tsx'
import { Checkboxes, Details } from '../govuk/index.ts'

interface GroupedProps {
  readonly name: string
  readonly legend: { readonly text: string; readonly size: 's' }
  readonly hint?: string
  readonly error?: string
  readonly groups: readonly {
    readonly title: string
    readonly codes: readonly string[]
    /** Open from the start: what is in it is likely to be chosen. */
    readonly open?: boolean
  }[]
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly ticked: readonly string[]
}

/** Many answers in groups that open, so that forty don't stand in the way. A group with a tick in it is open. */
export function GroupedChoices({ name, legend, hint, error, groups, choices, ticked }: GroupedProps) {
  const offered = new Set(groups.flatMap(g => g.codes))
  const kept = choices.filter(c => ticked.includes(c.value) && !offered.has(c.value))
  const shown = groups.map(g => ({
    title: g.title,
    open: g.open === true,
    items: g.codes.flatMap(code => choices.filter(c => c.value === code)),
  }))
  if (kept.length > 0) shown.push({ title: 'Given before, and offered no more', open: true, items: kept })
  return (
    <ChoiceGroup id={name} legend={legend} hint={hint} error={error} group={{ class: 'gt-grouped' }}>
      {shown.map(({ title, items, open: isOpen }, i) => {
        const n = items.filter(c => ticked.includes(c.value)).length
        // The message at the head of the page leads to the first box, so that must be in sight.
        const open = isOpen || n > 0 || (error !== undefined && i === 0)
        return (
          <Details summary={n > 0 ? `${title} (${n})` : title} open={open} class="gt-grouped-one">
            <Checkboxes
              name={name}
              id={i === 0 ? name : `${name}-group-${i + 1}`}
              legend={{ text: title, class: 'govuk-visually-hidden' }}
              items={items}
              values={ticked}
              small
            />
          </Details>
        )
      })}
    </ChoiceGroup>
  )
}
