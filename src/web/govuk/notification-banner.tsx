import type { ComponentChildren } from 'preact'
import { type Common, type Content, classes, isPlainText, type Optional } from './content.ts'

type NotificationBannerProps = Common & { readonly children: ComponentChildren } & Optional<{
    /** 'success' is announced at once and takes focus. */
    type: 'success'
    title: Content
    titleId: string
    headingLevel: 2 | 3 | 4
    role: 'alert' | 'region' | 'banner'
    disableAutoFocus: boolean
  }>

/** What just happened, or what a person must know before they go on. Plain words become its heading. */
export function NotificationBanner(props: NotificationBannerProps) {
  const { type, titleId = 'govuk-notification-banner-title', children } = props
  const Heading = `h${props.headingLevel ?? 2}` as const
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: every role it can have is one that may be labelled
    <div
      class={classes('govuk-notification-banner', type && `govuk-notification-banner--${type}`, props.class)}
      role={props.role ?? (type === 'success' ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (type === 'success' ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isPlainText(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
