import { roles } from '../../domain/access/roles.ts'
import { Form, Problems } from '../form/form.tsx'
import { Button, PasswordInput, TextInput } from '../govuk/index.ts'
import { document, Heading } from '../layout/layout.tsx'
import type { Html } from '../page.ts'
import { frameFor } from './frame.ts'
import type { DemoPerson, House } from './house.ts'
import type { Cookie, Reply, Visit } from './visit.ts'

const HOURS = 12
const cookie = (value: string, secure: boolean, maxAge: number): Cookie => ({
  value,
  options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge },
})

/** Only a path of our own may be gone to after signing in. Browsers drop tabs and line ends: "/⇥/x" is "//x" to them. */
const safe = (then: string | undefined): string => (then && /^\/(?![/\\])[!-~]*$/.test(then) ? then : '/')

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

function signInPage<Tx>(house: House<Tx>, then: string, fault: string | null, username: string): Html {
  return {
    title: 'Sign in',
    body: (
      <>
        {fault && <Problems faults={house.demonstration ? { people: fault } : { username: fault }} />}
        <Heading over={house.council}>Sign in</Heading>
        {house.demonstration ? (
          <People people={house.demonstration.people} then={then} />
        ) : (
          <Form csrf="">
            <input type="hidden" name="then" value={then} />
            <TextInput
              name="username"
              label="User name"
              value={username}
              width={20}
              autocomplete="username"
              {...(fault ? { error: fault } : {})}
            />
            <PasswordInput name="password" label="Password" />
            <Button>Sign in</Button>
          </Form>
        )}
        <ForAnybody />
      </>
    ),
  }
}

const SAY = {
  nobody: 'Choose one of the people below.',
  wrong: 'That user name and password do not belong together. Check both and try again.',
  ended:
    'This account has ended, or its time has not begun. Ask whoever let you in; if you still work here, ask your manager.',
  wait: 'There were too many wrong passwords for this user name. Wait a quarter of an hour, then try again.',
} as const

async function enter<Tx>(
  house: House<Tx>,
  { typed }: Visit,
  tx: Tx,
): Promise<{ readonly worker: string } | { readonly refused: keyof typeof SAY }> {
  const { person, username, password } = typed
  if (house.demonstration) {
    const chosen = house.demonstration.people.find(p => p.id === person)
    return chosen ? { worker: chosen.id } : { refused: 'nobody' }
  }
  if (typeof username !== 'string' || typeof password !== 'string') return { refused: 'wrong' }
  return await house.checkPassword(tx, username, password)
}

/** Whoever is who they say may have no place here any more: an account may end, and a visit's accounts all do. */
async function begin<Tx>(
  house: House<Tx>,
  tx: Tx,
  worker: string,
): Promise<{ readonly token: string } | { readonly refused: 'ended' }> {
  const token = await house.signIn(tx, worker)
  if (await house.session(tx, token)) return { token }
  await house.signOut(tx, token)
  await house.log(tx, {
    at: house.now(),
    viewer: worker,
    // Not a wrong password: it counts towards no wait.
    action: 'session',
    subject: null,
    page: 'sign in',
    allowed: false,
    because: 'The account has ended, or has not begun',
  })
  return { refused: 'ended' }
}

async function signIn<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const then = safe(typeof visit.typed.then === 'string' ? visit.typed.then : visit.query.then)
  const show = async (status: number, fault: string | null, username = ''): Promise<Reply> => ({
    status,
    type: 'text/html; charset=utf-8',
    body: await document(signInPage(house, then, fault, username), frameFor(house, null, fault !== null)),
  })
  if (visit.method === 'GET') return await show(200, null)
  if (visit.site !== undefined && visit.site !== 'same-origin' && visit.site !== 'none')
    return await show(403, 'Sign in from this page: the form came from another site.')
  const entered = await house.inTransaction(async tx => {
    const who = await enter(house, visit, tx)
    return 'worker' in who ? await begin(house, tx, who.worker) : who
  })
  if ('refused' in entered) return await show(422, SAY[entered.refused], String(visit.typed.username ?? ''))
  return {
    status: 303,
    type: 'text/html',
    body: '',
    to: then,
    cookies: [cookie(entered.token, visit.secure, HOURS * 3600)],
  }
}

async function signOut<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const { token } = visit
  if (visit.method === 'POST' && token)
    await house.inTransaction(async tx => {
      const session = await house.session(tx, token)
      if (session?.csrf === visit.typed._csrf) await house.signOut(tx, token)
    })
  return { status: 303, type: 'text/html', body: '', to: '/sign-in', cookies: [cookie('', visit.secure, 0)] }
}

/** The pages before anybody is signed in. */
export function signInRoutes<Tx>(
  house: House<Tx>,
): readonly (readonly [string, (visit: Visit) => Promise<Reply>])[] {
  return [
    ['/sign-in', visit => signIn(house, visit)],
    ['/sign-out', visit => signOut(house, visit)],
  ]
}
