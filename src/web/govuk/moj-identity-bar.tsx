import { type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

export type IdentityFact = { readonly name: string; readonly value: Content }

type MojIdentityBarProps = Common & { readonly title: Content } & Optional<{
    /** What the bar is about, for who hears the page: 'Child'. */
    label: string
    /** What tells this person from another: date of birth, number, address, legal status. */
    facts: readonly (IdentityFact | Falsy)[]
    /** What everyone must see before anything else, such as a danger or a restriction. */
    badges: Content
    /** Links or forms to what is most often done next. */
    actions: readonly Content[]
  }>

/** Whose file this is, at the top of each of its pages, so that nobody writes into the wrong one. */
export function MojIdentityBar(props: MojIdentityBarProps) {
  const { title, label, facts = [], badges, actions = [] } = props
  return (
    <section
      class={classes('moj-identity-bar gt-identity-bar', props.class)}
      aria-label={label ?? 'This file'}
      {...props.attributes}
    >
      <div class="moj-identity-bar__container">
        <div class="moj-identity-bar__details">
          <span class="moj-identity-bar__title">{title}</span>
          {badges && <span class="gt-identity-bar__badges">{badges}</span>}
          {facts.length > 0 && (
            <dl class="gt-identity-bar__facts">
              {facts.map(
                fact =>
                  fact && (
                    <div class="gt-identity-bar__fact">
                      <dt>{fact.name}</dt> <dd>{fact.value}</dd>
                    </div>
                  ),
              )}
            </dl>
          )}
        </div>
        {actions.length > 0 && (
          <div class="moj-identity-bar__actions">
            {actions.map(action => action && <div class="moj-identity-bar__menu">{action}</div>)}
          </div>
        )}
      </div>
    </section>
  )
}
