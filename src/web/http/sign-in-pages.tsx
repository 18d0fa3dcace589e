import { roles } from '../../domain/access/roles.ts'
import { Form, Problems } from '../form/form.tsx'
import { Button, Details, InsetText, PasswordInput, TextInput } from '../govuk/index.ts'
import { Heading } from '../layout/layout.tsx'
import type { Html } from '../page.ts'
import type { DemoPerson, House } from './house.ts'

const roleWords: Readonly<Record<string, string>> = roles

function People({ people, then }: { people: readonly DemoPerson[]; then: string }) {
  return (
    <section id="people">
      <h2 class="govuk-heading-m">Sign in as somebody who works here</h2>
      <p class="govuk-body">Nobody here is real. Each sees what their role may see.</p>
      <ul class="govuk-list gt-people">
        {people.map(p => (
          <li>
            <Form csrf="" class="gt-person-choice">
              <input type="hidden" name="person" value={p.id} />
              <input type="hidden" name="then" value={then} />
              <Button variant="secondary">{p.name}</Button>
              <span class="gt-person-choice__says">
                <strong>{roleWords[p.role]}</strong>
                {p.team ? `, ${p.team}` : ''}. {p.says}
              </span>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What needs no account: most who come by have none. */
const ForAnybody = () => (
  <section class="gt-anybody" aria-labelledby="anybody">
    <h2 class="govuk-heading-m" id="anybody">
      You do not need to sign in to
    </h2>
    <ul class="govuk-list">
      <li>
        <a class="govuk-link" href="/contact">
          tell us about a child you are worried about
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/contact/follow">
          see what has become of what you told us
        </a>
      </li>
      <li>
        <a class="govuk-link" href="/help-near-you">
          find help for a family near you
        </a>
      </li>
    </ul>
  </section>
)

/** A form that a script fills in and sends, and shows where the browser can do it: see `passkey.js`. */
const PasskeyForm = ({ then }: { then: string }) => (
  <form method="post" action="/sign-in/passkey" data-passkey="/sign-in/passkey" hidden>
    <input type="hidden" name="then" value={then} />
    <input type="hidden" name="answer" value="" />
    <Button variant="secondary" type="submit">
      Sign in with a passkey
    </Button>
    <p class="govuk-body" data-passkey-status role="status" />
  </form>
)

export interface Asked {
  /** Where to go on to. */
  readonly after: string
  readonly fault: string | null
  readonly username: string
  /** Signed out here, and perhaps not yet of the organisation. */
  readonly out: boolean
}

const signInWith = (then: string) => `/sign-in/organisation?then=${encodeURIComponent(then)}`

function Ways<Tx>({ house, asked }: { house: House<Tx>; asked: Asked }) {
  const { organisation, passkey } = house.ways
  const { after: then, fault, username } = asked
  return (
    <>
      {organisation && (
        <p class="govuk-body">
          <Button href={signInWith(then)}>Sign in with {organisation.name}</Button>
        </p>
      )}
      <Form csrf="">
        <input type="hidden" name="then" value={then} />
        <TextInput
          name="username"
          label="User name"
          value={username}
          width={20}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          {...(fault ? { error: fault } : {})}
        />
        <PasswordInput class="govuk-input--width-20" name="password" label="Password" />
        <Button {...(organisation ? { variant: 'secondary' } : {})}>Sign in</Button>
      </Form>
      {passkey && <PasskeyForm then={then} />}
      <Details summary="I can’t sign in">
        <p class="govuk-body">
          Whoever looks after the system in your council can give you a one-time code.{' '}
          <a class="govuk-link" href="/sign-in/code">
            Set a new password with a one-time code
          </a>
        </p>
      </Details>
    </>
  )
}

/** The page before everything. */
export function signInPage<Tx>(house: House<Tx>, asked: Asked): Html {
  const { after: then, fault } = asked
  const { organisation } = house.ways
  return {
    title: 'Sign in',
    body: (
      <>
        {fault && <Problems faults={house.demonstration ? { people: fault } : { username: fault }} />}
        <Heading over={house.council}>Sign in</Heading>
        {asked.out && organisation && (
          <InsetText>
            You are signed out here. {organisation.name} may still be open on this computer:{' '}
            <a class="govuk-link" href="/sign-in/organisation/out">
              sign out of that too
            </a>
            .
          </InsetText>
        )}
        {house.demonstration ? (
          <People people={house.demonstration.people} then={then} />
        ) : (
          <Ways house={house} asked={asked} />
        )}
        <ForAnybody />
      </>
    ),
  }
}

/** The second step, after a right password. */
export function secondPage<Tx>(house: House<Tx>, then: string, fault: string | null): Html {
  return {
    title: 'Second step',
    body: (
      <>
        {fault && <Problems faults={{ code: fault }} />}
        <Heading over={house.council}>The second step</Heading>
        <Form csrf="" action="/sign-in/second">
          <input type="hidden" name="then" value={then} />
          <TextInput
            name="code"
            label="Code"
            hint="The six figures that your authenticator app shows now, or one of your recovery codes."
            width={20}
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            {...(fault ? { error: fault } : {})}
          />
          <Button>Go on</Button>
        </Form>
        {house.ways.passkey && <PasskeyForm then={then} />}
        <p class="govuk-body">
          If you have lost your app, your passkey and your recovery codes, ask whoever looks after the system
          in your council.{' '}
          <a class="govuk-link" href="/sign-in">
            Start again
          </a>
        </p>
      </>
    ),
  }
}

/** A new password, by a one-time code. */
export function codePage<Tx>(
  house: House<Tx>,
  username: string,
  fault: readonly [field: 'username' | 'code' | 'password', say: string] | null,
): Html {
  const error = (field: string) => (fault?.[0] === field ? { error: fault[1] } : {})
  return {
    title: 'Set a new password',
    body: (
      <>
        {fault && <Problems faults={{ [fault[0]]: fault[1] }} />}
        <Heading over={house.council}>Set a new password</Heading>
        <Form csrf="" action="/sign-in/code">
          <TextInput
            name="username"
            label="User name"
            value={username}
            width={20}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            {...error('username')}
          />
          <TextInput
            name="code"
            label="One-time code"
            hint="Four times four letters and numbers, as you were told it."
            width={20}
            autocomplete="one-time-code"
            spellcheck={false}
            {...error('code')}
          />
          <PasswordInput
            class="govuk-input--width-20"
            name="password"
            label="New password"
            hint="12 letters or more. Three words that do not belong together do well. You may paste it."
            autocomplete="new-password"
            {...error('password')}
          />
          <Button>Set the password</Button>
        </Form>
      </>
    ),
  }
}
