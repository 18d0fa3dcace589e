import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

/** `id` is the id of the panel: the address of the tab, so it can be linked to. */
export type Tab = { readonly id: string; readonly label: string; readonly panel: Content } & Optional<{
  attributes: Attributes
  panelAttributes: Attributes
}>

type TabsProps = Common & { readonly items: readonly (Tab | Falsy)[] } & Optional<{
    id: string
    title: string
  }>

/** Panels of which one shows at a time. Without scripts it is a list of links and all panels. */
export function Tabs({ id, title = 'Contents', items, class: more, attributes }: TabsProps) {
  return (
    <div id={id} class={classes('govuk-tabs', more)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map((tab, index) => tab && <TabLabel tab={tab} selected={index === 0} />)}
        </ul>
      )}
      {items.map((tab, index) => tab && <Panel tab={tab} selected={index === 0} />)}
    </div>
  )
}

type OneTab = { readonly tab: Tab; readonly selected: boolean }

function TabLabel({ tab, selected }: OneTab) {
  return (
    <li class={classes('govuk-tabs__list-item', selected && 'govuk-tabs__list-item--selected')}>
      <a class="govuk-tabs__tab" href={`#${tab.id}`} {...tab.attributes}>
        {tab.label}
      </a>
    </li>
  )
}

function Panel({ tab, selected }: OneTab) {
  return (
    <div
      class={classes('govuk-tabs__panel', !selected && 'govuk-tabs__panel--hidden')}
      id={tab.id}
      {...tab.panelAttributes}
    >
      {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
    </div>
  )
}
