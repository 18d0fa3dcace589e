import type { ComponentChildren } from 'preact'
import { type Common, classes } from './content.ts'

type MojScrollablePaneProps = Common & { readonly label: string; readonly children: ComponentChildren }

/** Keeps a wide table inside a narrow screen. It takes focus, so that a keyboard can move it too. */
export function MojScrollablePane({ label, class: more, attributes, children }: MojScrollablePaneProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class={classes('moj-scrollable-pane', more)} aria-label={label} tabIndex={0} {...attributes}>
      {children}
    </section>
  )
}
