import type { ComponentChildren } from 'preact'
import { renderToStringAsync } from 'preact-render-to-string'
import { roles, type Viewer } from '../../domain/access/roles.ts'
import { assetUrl } from '../assets/prepare.ts'
import { ServiceNavigation, SkipLink } from '../govuk/index.ts'
import type { Html, Section } from '../page.ts'

export interface Frame {
  readonly council: string
  readonly viewer: Viewer | null
  readonly csrf: string
  readonly demonstration: string | null
  readonly problem?: boolean
  /** Minutes without a request after which whoever is signed in is signed out. */
  readonly idle: number | null
  /** Wrong tries at the account of which its owner has not been told. */
  readonly wrong: number
  readonly items: readonly { readonly section: Section; readonly text: string; readonly href: string }[]
}

const navigation = (frame: Frame, section: Section | undefined) =>
  frame.items.map(item => ({ text: item.text, href: item.href, active: item.section === section }))

/** Whoever is called by no name but that of their role is not told it twice. */
const calledByRole = ({ name, role }: Viewer): boolean =>
  name.toLowerCase().endsWith(roles[role].toLowerCase())

function Person({ frame }: { frame: Frame }) {
  const { viewer } = frame
  if (!viewer) return null
  return (
    <div class="gt-person">
      <span>
        {viewer.name}
        {!calledByRole(viewer) && (
          <span class="gt-person__role">
            {roles[viewer.role]}
            {viewer.team ? `, ${viewer.team}` : ''}
          </span>
        )}
      </span>
      <a class="gt-link-button" href="/account">
        Your sign-in
      </a>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={frame.csrf} />
        <button type="submit" class="gt-link-button">
          Sign out
        </button>
      </form>
    </div>
  )
}

/** Wrong tries of which every page tells; fewer are the slips of any morning, and stand on the page of one's sign-in. */
const TELL = 3

/** Somebody else may have tried: only the owner can know. */
const WrongTries = ({ n }: { n: number }) => (
  <p class="govuk-inset-text">
    There were {n} wrong tries to sign in as you since you last did.{' '}
    <a class="govuk-link" href="/account#tries">
      See what to do
    </a>
  </p>
)

/** Shown by a script some minutes before whoever does nothing is signed out: see `sign-in.js`. */
const Idle = ({ minutes }: { minutes: number }) => (
  <div class="gt-idle" data-idle={minutes} role="alert" hidden>
    <div class="govuk-width-container gt-idle__row">
      <p class="govuk-body" data-idle-says />
      <button type="button" class="govuk-button govuk-button--inverse" data-idle-stay>
        Stay signed in
      </button>
    </div>
  </div>
)

function Document({ html, frame }: { html: Html; frame: Frame }) {
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${frame.problem ? 'Error: ' : ''}${html.title} – ${frame.council}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl('govuk-frontend.css')} />
        <link rel="stylesheet" href={assetUrl('moj-frontend.css')} />
        <link rel="stylesheet" href={assetUrl('golden-thread.css')} />
        <script type="module" src={assetUrl('init.js')} />
        <script type="module" src={assetUrl('draft.js')} />
        <script type="module" src={assetUrl('sign-in.js')} />
      </head>
      <body class="govuk-template__body">
        <SkipLink />
        <header class="gt-header">
          <div class="govuk-width-container gt-header__row">
            <a href="/" class="gt-header__name">
              {frame.council}
              <span class="gt-header__product">Golden Thread</span>
            </a>
            <Person frame={frame} />
          </div>
        </header>
        {frame.items.length > 0 && <ServiceNavigation items={navigation(frame, html.section)} />}
        {frame.demonstration && (
          <aside class="gt-demonstration" aria-label="Demonstration">
            <div class="govuk-width-container">{frame.demonstration}</div>
          </aside>
        )}
        <div class="govuk-width-container">
          <main
            class={`govuk-main-wrapper gt-main${html.wide ? ' gt-main--wide' : ''}`}
            id="main-content"
            tabindex={-1}
          >
            {frame.wrong >= TELL && <WrongTries n={frame.wrong} />}
            {html.body}
          </main>
        </div>
        {frame.viewer && frame.idle !== null && <Idle minutes={frame.idle} />}
        <footer class="gt-footer">
          <div class="govuk-width-container">
            {!frame.viewer && (
              <>
                <a class="govuk-link" href="/contact">
                  Tell us about a child
                </a>
                <a class="govuk-link" href="/contact/follow">
                  Follow what you told us
                </a>
                <a class="govuk-link" href="/help-near-you">
                  Help near you
                </a>
              </>
            )}
            <a class="govuk-link" href="/help">
              Help and words used here
            </a>
            <a class="govuk-link" href="/accessibility">
              Accessibility
            </a>
          </div>
        </footer>
      </body>
    </html>
  )
}

/** A whole page as text. */
export async function document(html: Html, frame: Frame): Promise<string> {
  return `<!doctype html>${await renderToStringAsync(<Document html={html} frame={frame} />)}`
}

/** A page's heading, with what it stands under above it. */
export function Heading({ over, children }: { over?: ComponentChildren; children: ComponentChildren }) {
  return (
    <>
      {over && <span class="govuk-caption-l">{over}</span>}
      <h1 class="govuk-heading-l">{children}</h1>
    </>
  )
}
