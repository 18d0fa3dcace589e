import { MojSubNavigation } from '../govuk/index.ts'

interface Place {
  readonly text: string
  readonly href: string
}

export interface PlaceGroup {
  readonly title: string
  readonly places: readonly Place[]
}

interface GroupedNavigationProps {
  readonly label: string
  readonly groups: readonly PlaceGroup[]
  /** The address of the page shown. */
  readonly at: string
}

/** The pages of a part of the product, too many for one row: each group under its own word. One group is a plain row. */
export function GroupedNavigation({ label, groups, at }: GroupedNavigationProps) {
  const some = groups.filter(g => g.places.length > 0)
  const [only, ...others] = some
  if (only && others.length === 0)
    return <MojSubNavigation label={label} items={only.places.map(p => ({ ...p, active: p.href === at }))} />
  return (
    <nav class="gt-grouped-nav" aria-label={label}>
      {some.map((group, n) => {
        const id = `${label.toLowerCase().replaceAll(' ', '-')}-group-${n + 1}`
        return (
          <div class="gt-grouped-nav__group">
            <span class="gt-grouped-nav__title" id={id}>
              {group.title}
            </span>
            <ul class="gt-grouped-nav__list" aria-labelledby={id}>
              {group.places.map(p => (
                <li>
                  <a
                    class="gt-grouped-nav__link"
                    href={p.href}
                    aria-current={p.href === at ? 'page' : undefined}
                  >
                    {p.text}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
