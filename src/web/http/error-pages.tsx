import { type Typed, textOf } from '../../domain/records/parse.ts'
import { Button } from '../govuk/index.ts'
import type { Html } from '../page.ts'
import { Kept, SendAgain } from './kept.tsx'
import { isOurPath } from './our-path.ts'

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

/**
 * The form’s token is that of a session that is over, or none of ours. Where the browser does not say that another site
 * sent it, the writer may send it again, as whoever is signed in now.
 */
export const stalePage = (
  typed: Typed,
  again: { path: string; csrf: string; name: string } | null,
): Html => ({
  title: 'This form is too old',
  body: (
    <>
      <h1 class="govuk-heading-l">This form is too old to send as it is</h1>
      {again ? (
        <>
          <p class="govuk-body">
            You signed in again since you opened it. Nothing is lost: read it through, and send it as{' '}
            <strong>{again.name}</strong>. Files that belonged to it have to be chosen again.
          </p>
          <SendAgain path={again.path} typed={typed} csrf={again.csrf} button="Send it now" />
        </>
      ) : (
        <p class="govuk-body">It did not come from this site. Open the page again and send it from there.</p>
      )}
      <Kept typed={typed} />
    </>
  ),
})

export const signedOutPage = (path: string, typed: Typed, again: boolean): Html => ({
  title: 'You are signed out',
  body: (
    <>
      <h1 class="govuk-heading-l">You were signed out before this was sent</h1>
      <p class="govuk-body">
        Sessions end after some hours. Nothing is lost: keep this page open,{' '}
        <a
          class="govuk-link"
          href={`/sign-in?then=${encodeURIComponent(path)}`}
          target="_blank"
          rel="noopener"
        >
          sign in (opens in a new tab)
        </a>
        , then come back here and send it again.
      </p>
      {again && <SendAgain path={path} typed={typed} csrf="" button="Send it again" />}
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

/**
 * The database is away for a while. Whether what was sent was kept, nobody can say now: a form is taken once, however
 * often it is sent, so it may be sent again.
 */
export const awayPage = (
  visit: { readonly path: string; readonly typed: Typed },
  reference: string,
): Html => {
  const { _csrf: _token, ...words } = visit.typed
  const sent = Object.keys(words).length > 0
  return {
    title: 'The record is away for a moment',
    body: (
      <>
        <h1 class="govuk-heading-l">The record can’t be reached just now</h1>
        <p class="govuk-body">
          {sent
            ? 'We can’t tell whether what you sent was kept. Your words are all here: wait a minute, then send them again. They are taken once, however often they are sent. Files have to be chosen again.'
            : 'Nothing is lost. Wait a minute, then open the page again.'}
        </p>
        {sent ? (
          <SendAgain
            path={visit.path}
            typed={words}
            csrf={textOf(visit.typed, '_csrf')}
            button="Send it again"
          />
        ) : (
          <Button href={isOurPath(visit.path) ? visit.path : '/'}>Open it again</Button>
        )}
        <p class="govuk-body">
          If it goes on, tell whoever looks after the system this reference: <strong>{reference}</strong>
        </p>
        <Kept typed={visit.typed} />
      </>
    ),
  }
}

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

/** A form that no page of ours made as it came. */
export const forgedPage = (typed: Typed): Html => ({
  title: 'This form was not whole',
  body: (
    <>
      <h1 class="govuk-heading-l">This form was not whole when it came</h1>
      <p class="govuk-body">
        Nothing was saved. Copy what you typed, open the page again and send it from there.
      </p>
      <Kept typed={typed} />
    </>
  ),
})

/** Something of one's own account comes first; what was typed is kept to be copied. */
export const firstPage = (at: string, typed: Typed): Html => ({
  title: 'First your own sign-in',
  body: (
    <>
      <h1 class="govuk-heading-l">First make your own sign-in safe</h1>
      <p class="govuk-body">Nothing was saved. Then open the page again, and send what you typed.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={at}>
          Go to your sign-in
        </a>
      </p>
      <Kept typed={typed} />
    </>
  ),
})
