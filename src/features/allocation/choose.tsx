import type { Day } from '../../domain/kernel/day.ts'
import { holderNotes, loadWords } from '../../domain/workload/words.ts'
import type { Candidate } from '../../store/queries/workload-candidates.ts'
import { type ChoiceItem, Radios } from '../../web/govuk/index.ts'
import { Meter } from '../../web/layout/meter.tsx'

interface ChooseProps {
  readonly name: string
  readonly legend: string
  readonly people: readonly Candidate[]
  /** Who is offered at once; the others are a step away. */
  readonly team: string | null
  readonly value: string
  readonly error: string | undefined
  readonly today: Day
  readonly as: 'worker' | 'reviewing' | 'chairing'
}

function item(c: Candidate, { today, team, as }: ChooseProps): ChoiceItem {
  const notes = [
    ...(c.knows.length > 0 ? [`Works with ${c.knows.join(' and ')}, a brother or sister`] : []),
    ...(c.team !== team && c.team !== null ? [c.team] : []),
    ...(c.role === 'team-manager' ? ['Team manager'] : []),
    ...(as === 'worker' ? holderNotes(c, today) : []),
  ]
  return {
    value: c.id,
    text: (
      <span class="gt-holder">
        <span class="gt-holder__name">{c.name}</span>{' '}
        {as === 'reviewing' && (
          <span class="gt-quiet">reviews {c.reviewing === 1 ? '1 child' : `${c.reviewing} children`}</span>
        )}
        {as === 'worker' && (
          <>
            <Meter value={c.load} most={c.limit} />
            <span class="gt-quiet">
              {loadWords(c)}
              {c.load > c.limit && ', over the limit'}
            </span>
          </>
        )}
      </span>
    ),
    ...(notes.length > 0 ? { hint: notes.join('. ') } : {}),
  }
}

/** Who could be given the child, each with their work: those who come first to mind, then everybody else. */
export function Choose(props: ChooseProps) {
  const { people, team, as, value, name, legend, error } = props
  const isNear = (c: Candidate) => as !== 'worker' || c.team === team || c.knows.length > 0 || c.id === value
  const near = people.filter(isNear)
  const first = near.length > 0 ? near : people
  const others = people.filter(c => !first.includes(c))
  return (
    <Radios
      name={name}
      legend={{ text: legend, size: 's' }}
      hint={
        as !== 'worker'
          ? 'Independent of the child’s team.'
          : 'The bar is their work by weight; the mark is their limit.'
      }
      value={value}
      small
      items={first.map(c => item(c, props))}
      {...(error ? { error } : {})}
      {...(others.length > 0
        ? {
            after: (
              <details class="govuk-details gt-holders-more">
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">Somebody of another team ({others.length})</span>
                </summary>
                <div class="govuk-details__text">
                  <Radios
                    name={name}
                    id={`${name}-more`}
                    legend={{ text: 'Of other teams', class: 'govuk-visually-hidden' }}
                    value={value}
                    small
                    items={others.map(c => item(c, props))}
                  />
                </div>
              </details>
            ),
          }
        : {})}
    />
  )
}
