import { ActionAnchor, type ActionLink } from './action-links.tsx'
import {
  type Common,
  type Content,
  classes,
  type Falsy,
  type Optional,
  settingsOf,
  textOf,
  type Words,
} from './content.ts'
import { SummaryCard, type SummaryCardSettings } from './summary-card.tsx'

type PartSettings = Optional<{ class: string }>

export type SummaryRow = {
  readonly key: Words<PartSettings>
  readonly value: Words<PartSettings>
} & Optional<{
  class: string
  actions: readonly ActionLink[]
  actionsClass: string
}>

type SummaryListProps = Common & { readonly rows: readonly (SummaryRow | Falsy)[] } & Optional<{
    card: SummaryCardSettings
    /** Without lines between the rows. */
    borderless: boolean
  }>

/** Facts about one thing: what it is called, what it is, and what can be done about it. */
export function SummaryList({ rows, card, borderless, class: more, attributes }: SummaryListProps) {
  const anyActions = rows.some(row => row && (row.actions ?? []).length > 0)
  const name = classes('govuk-summary-list', borderless && 'govuk-summary-list--no-border', more)
  const list = (
    <dl class={name} {...attributes}>
      {rows.map(row => row && <Row row={row} anyActions={anyActions} card={card?.title} />)}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

type RowProps = { readonly row: SummaryRow; readonly anyActions: boolean; readonly card: Content }

function Row({ row, anyActions, card }: RowProps) {
  const { actions } = row
  const name = classes(
    'govuk-summary-list__row',
    anyActions && !actions && 'govuk-summary-list__row--no-actions',
    row.class,
  )
  return (
    <div class={name}>
      <dt class={classes('govuk-summary-list__key', settingsOf(row.key)?.class)}>{textOf(row.key)}</dt>
      <dd class={classes('govuk-summary-list__value', settingsOf(row.value)?.class)}>{textOf(row.value)}</dd>
      {actions && actions.length > 0 && (
        <dd class={classes('govuk-summary-list__actions', row.actionsClass)}>
          <RowActions actions={actions} card={card} />
        </dd>
      )}
    </div>
  )
}

function RowActions({ actions, card }: { readonly actions: readonly ActionLink[]; readonly card: Content }) {
  const [only] = actions
  if (only && actions.length === 1) return <ActionAnchor action={only} card={card} />
  return (
    <ul class="govuk-summary-list__actions-list">
      {actions.map(action => (
        <li class="govuk-summary-list__actions-list-item">
          <ActionAnchor action={action} card={card} />
        </li>
      ))}
    </ul>
  )
}
