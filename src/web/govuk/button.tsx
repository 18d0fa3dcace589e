import type { ComponentChildren } from 'preact'
import { type Common, classes, isPlainText, type Optional } from './content.ts'

type ButtonProps = Common & { readonly children: ComponentChildren } & Optional<{
    id: string
    variant: 'secondary' | 'warning' | 'inverse'
    /** The one button that begins a service: it carries an arrow. */
    start: boolean
    /** Makes it a link that looks like a button. A link only goes somewhere; what changes a record is a button. */
    href: string
    type: 'submit' | 'button' | 'reset'
    name: string
    value: string
    disabled: boolean
    preventDoubleClick: boolean
  }>

/** A button, or with `href` a link that looks like one. */
export function Button(props: ButtonProps) {
  const { id, variant, start, href, children } = props
  const name = classes(
    'govuk-button',
    variant && `govuk-button--${variant}`,
    props.class,
    start && 'govuk-button--start',
  )
  const content = start ? [isPlainText(children) ? children : <span>{children}</span>, startIcon] : children
  if (href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it is a link; GOV.UK gives it this role
      <a
        href={href}
        role="button"
        draggable={false}
        class={name}
        data-module="govuk-button"
        id={id}
        {...props.attributes}
      >
        {content}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      class={name}
      data-module="govuk-button"
      id={id}
      {...props.attributes}
    >
      {content}
    </button>
  )
}

const startIcon = (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)
