import type { Typed } from '../../domain/records/parse.ts'
import { Button } from '../govuk/index.ts'
import type { Html } from '../page.ts'

/** What was typed, so that nothing is lost where a form could not be taken: to be copied, or sent again. */
function Kept({ typed }: { typed: Typed }) {
  const words = Object.entries(typed).filter(
    ([name, v]) => !name.startsWith('_') && v !== undefined && v.length > 0,
  )
  if (words.length === 0) return null
  return (
    <section class="gt-kept">
      <h2 class="govuk-heading-m">What you typed</h2>
      <p class="govuk-body">It is here so that you can copy it. It has not been saved.</p>
      <dl class="govuk-summary-list">
        {words.map(([name, v]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value gt-prose">{typeof v === 'string' ? v : v?.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export const missingPage = (say: string, typed: Typed): Html => ({
  title: 'Not found',
  body: (
    <>
      <h1 class="govuk-heading-l">This is not here</h1>
      <p class="govuk-body">{say}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/find">
          Find a child
        </a>{' '}
        or go to{' '}
        <a class="govuk-link" href="/">
          my work
        </a>
        .
      </p>
      <Kept typed={typed} />
    </>
  ),
})

export const refusedPage = (because: string, reasonAt: string | null, typed: Typed): Html => ({
  title: 'You may not open this',
  body: (
    <>
      <h1 class="govuk-heading-l">You may not open this</h1>
      <p class="govuk-body">{because}</p>
      {reasonAt && <Button href={reasonAt}>Give a reason</Button>}
      <p class="govuk-body">That you asked has been kept on the log.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go back to the start
        </a>
      </p>
      <Kept typed={typed} />
    </>
  ),
})

export const stalePage = (typed: Typed): Html => ({
  title: 'This form is too old',
  body: (
    <>
      <h1 class="govuk-heading-l">This form is too old to send</h1>
      <p class="govuk-body">
        You signed in again since you opened it, or it did not come from this site. Open the page again and
        send it from there.
      </p>
      <Kept typed={typed} />
    </>
  ),
})

export const signedOutPage = (path: string, typed: Typed): Html => ({
  title: 'You are signed out',
  body: (
    <>
      <h1 class="govuk-heading-l">You were signed out before this was sent</h1>
      <p class="govuk-body">
        Sessions end after some hours. Copy what you typed, or sign in in another tab, and send it again.
      </p>
      <Button href={`/sign-in?then=${encodeURIComponent(path)}`}>Sign in</Button>
      <Kept typed={typed} />
    </>
  ),
})

/** Who sends very often is asked to wait; somebody who must be heard now is told how. */
export const tooManyPage = (typed: Typed): Html => ({
  title: 'Please wait a little',
  body: (
    <>
      <h1 class="govuk-heading-l">Please wait a little</h1>
      <p class="govuk-body">
        A great deal was sent from your address in the last quarter of an hour, so this was not taken. Many
        people may share one address, so this may not be your doing. Wait a quarter of an hour, and send it
        again.
      </p>
      <p class="govuk-body">
        If a child is in danger now, ring <strong>999</strong>. If it can’t wait, ring the council.
      </p>
      <Kept typed={typed} />
    </>
  ),
})

/** Where a request could not even be read. */
export const unreadPage = (say: string): Html => ({
  title: 'This could not be read',
  body: (
    <>
      <h1 class="govuk-heading-l">This could not be read</h1>
      <p class="govuk-body">{say}</p>
      <p class="govuk-body">Go back in your browser: what you typed is still there.</p>
    </>
  ),
})

export const faultPage = (reference: string, typed: Typed): Html => ({
  title: 'Something went wrong',
  body: (
    <>
      <h1 class="govuk-heading-l">Something went wrong here</h1>
      <p class="govuk-body">
        It is our fault, not yours, and nothing was saved. Try again; if it happens twice, tell whoever looks
        after the system this reference: <strong>{reference}</strong>
      </p>
      <Kept typed={typed} />
    </>
  ),
})
