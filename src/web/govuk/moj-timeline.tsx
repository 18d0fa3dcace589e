import { type Attributes, type Common, type Content, classes, type Falsy, type Optional } from './content.ts'

export type MojTimelineItem = {
  readonly title: Content
  /** When it happened: for machines (ISO 8601) and in words. */
  readonly when: { readonly datetime: string; readonly text: Content }
} & Optional<{ by: Content; body: Content; class: string; attributes: Attributes }>

type MojTimelineProps = Common & { readonly items: readonly (MojTimelineItem | Falsy)[] } & Optional<{
    headingLevel: 2 | 3 | 4
  }>

/** What happened, one thing under the other: a chronology in words. */
export function MojTimeline({ items, headingLevel, class: more, attributes }: MojTimelineProps) {
  const Heading = `h${headingLevel ?? 2}` as const
  return (
    <div class={classes('moj-timeline', more)} {...attributes}>
      {items.map(
        item =>
          item && (
            <div class={classes('moj-timeline__item', item.class)} {...item.attributes}>
              <div class="moj-timeline__header">
                <Heading class="moj-timeline__title">{item.title}</Heading>
                {item.by && [' ', <p class="moj-timeline__byline">by {item.by}</p>]}
              </div>
              <p class="moj-timeline__date">
                <time dateTime={item.when.datetime}>{item.when.text}</time>
              </p>
              {item.body && <div class="moj-timeline__description">{item.body}</div>}
            </div>
          ),
      )}
    </div>
  )
}
