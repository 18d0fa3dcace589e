import { document } from '../layout/layout.tsx'
import type { Html } from '../page.ts'
import { cookie } from './cookies.ts'
import type { Entry, Whence } from './door.ts'
import { unreadPage } from './error-pages.tsx'
import { frameFor } from './frame.ts'
import type { House } from './house.ts'
import { isOurPath } from './our-path.ts'
import { type Asked, codePage, secondPage, signInPage } from './sign-in-pages.tsx'
import { type Cookie, go, HTML, type Reply, type Visit } from './visit.ts'

const safe = (then: string | undefined): string => (then && isOurPath(then) ? then : '/')
const thenOf = ({ typed, query }: Visit): string =>
  safe(typeof typed.then === 'string' ? typed.then : query.then)
const textOf = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : ''
const elsewhere = ({ site }: Visit): boolean =>
  site !== undefined && site !== 'same-origin' && site !== 'none'

const whence = (visit: Visit): Whence => ({
  address: visit.address,
  agent: visit.agent,
  known: visit.device,
  session: visit.token,
})

const SAY = {
  nobody: 'Choose one of the people below.',
  wrong: 'That user name and password do not belong together. Check both and try again.',
  ended:
    'This account has ended, or its time has not begun. Ask whoever let you in; if you still work here, ask your manager.',
  wait: 'There were too many wrong tries from where you are. Wait some minutes, then try again: the wait grows with each wrong try, up to a quarter of an hour.',
  over: 'That took too long, or was done already. Sign in again.',
  code: 'That code is not right, or was used before. Wait for the next one, and type it as it is shown.',
  'one-time':
    'That user name and code do not belong together, or the code has run out. Check both, or ask for a new code.',
  password: 'Choose another password.',
  passkey: 'That passkey was not taken. Try it again, or sign in with your password.',
  organisation:
    'We could not be told who you are. Try again; if it happens again, tell your IT service desk.',
  stranger:
    'You are signed in there, but there is no account for you here yet. Ask whoever looks after the system in your council.',
} as const

const shown = async <Tx,>(
  house: House<Tx>,
  status: number,
  page: Html,
  cookies: readonly Cookie[] = [],
): Promise<Reply> => ({
  status,
  type: HTML,
  body: await document(page, frameFor(house, null, status >= 400)),
  cookies,
})

const again = async <Tx,>(house: House<Tx>, status: number, asked: Partial<Asked> & { after: string }) =>
  await shown(house, status, signInPage(house, { fault: null, username: '', out: false, ...asked }))

/** Goes on into the product, or to the second step. Null where nobody is let in. */
function onward(entry: Entry, visit: Visit, then: string): Reply | null {
  if ('refused' in entry) return null
  if ('second' in entry)
    return {
      ...go(`/sign-in/second?then=${encodeURIComponent(then)}`),
      cookies: [cookie('gt_step', entry.second, visit.secure)],
    }
  return {
    ...go(then),
    cookies: [
      cookie('gt', entry.token, visit.secure),
      cookie('gt_device', entry.device, visit.secure),
      ...(visit.step === undefined ? [] : [cookie('gt_step', '', visit.secure)]),
    ],
  }
}

const refusedIn = (entry: Entry): keyof typeof SAY => ('refused' in entry ? entry.refused : 'over')

async function demonstrate<Tx>(house: House<Tx>, visit: Visit, then: string): Promise<Reply> {
  const chosen = house.demonstration?.people.find(p => p.id === visit.typed.person)
  if (!chosen) return await again(house, 422, { after: then, fault: SAY.nobody })
  const token = await house.inTransaction(async tx => {
    const made = await house.signIn(tx, chosen.id, visit.agent)
    if (await house.session(tx, made)) return made
    await house.signOut(tx, made)
    return null
  })
  if (token === null) return await again(house, 422, { after: then, fault: SAY.ended })
  return { ...go(then), cookies: [cookie('gt', token, visit.secure)] }
}

async function signIn<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const then = thenOf(visit)
  if (visit.method === 'GET')
    return await again(house, 200, { after: then, out: visit.query.out !== undefined })
  if (elsewhere(visit))
    return await again(house, 403, {
      after: then,
      fault: 'Sign in from this page: the form came from another site.',
    })
  if (house.demonstration) return await demonstrate(house, visit, then)
  const { username, password } = visit.typed
  const entry: Entry =
    typeof username === 'string' && typeof password === 'string'
      ? await house.ways.password(username, password, whence(visit))
      : { refused: 'wrong' }
  const on = onward(entry, visit, then)
  return (
    on ?? (await again(house, 422, { after: then, fault: SAY[refusedIn(entry)], username: textOf(username) }))
  )
}

async function second<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const then = thenOf(visit)
  if (visit.step === undefined) return go(`/sign-in?then=${encodeURIComponent(then)}`)
  if (visit.method === 'GET') return await shown(house, 200, secondPage(house, then, null))
  if (elsewhere(visit)) return await again(house, 403, { after: then, fault: SAY.over })
  const entry = await house.ways.second(visit.step, textOf(visit.typed.code), whence(visit))
  const on = onward(entry, visit, then)
  if (on) return on
  const said = refusedIn(entry)
  if (said === 'code') return await shown(house, 422, secondPage(house, then, SAY.code))
  return await again(house, 422, { after: then, fault: SAY[said] })
}

const FIELD = { 'one-time': 'code', wait: 'code', password: 'password' } as const

async function oneTime<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  if (visit.method === 'GET') return await shown(house, 200, codePage(house, '', null))
  const [username, code] = [textOf(visit.typed.username), textOf(visit.typed.code)]
  if (elsewhere(visit)) return await shown(house, 403, codePage(house, username, ['username', SAY.over]))
  const given = { username, code, password: textOf(visit.typed.password) }
  const entry = await house.ways.code(given, whence(visit))
  const on = onward(entry, visit, '/')
  if (on) return on
  const said = refusedIn(entry)
  const field = Object.entries(FIELD).find(([name]) => name === said)?.[1] ?? 'username'
  const fault = 'refused' in entry && entry.fault ? entry.fault : SAY[said]
  return await shown(house, 422, codePage(house, username, [field, fault]))
}

async function passkey<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const way = house.ways.passkey
  const then = thenOf(visit)
  if (!way || house.demonstration || elsewhere(visit))
    return await again(house, 403, { after: then, fault: SAY.passkey })
  if (visit.method === 'GET') {
    const { options, step } = await way.ask()
    const body = JSON.stringify(options)
    return { status: 200, type: 'application/json', body, cookies: [cookie('gt_ask', step, visit.secure)] }
  }
  const entry = await way.answer(visit.ask, textOf(visit.typed.answer), whence(visit))
  return (
    onward(entry, visit, then) ?? (await again(house, 422, { after: then, fault: SAY[refusedIn(entry)] }))
  )
}

async function organisation<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const way = house.ways.organisation
  const then = thenOf(visit)
  const started = way && visit.method === 'GET' ? await way.start(then) : undefined
  if (!started) return await again(house, 503, { after: then, fault: SAY.organisation })
  return { ...go(started.to), cookies: [cookie('gt_step', started.step, visit.secure)] }
}

async function back<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const way = house.ways.organisation
  if (!way || visit.method !== 'GET') return await again(house, 403, { after: '/', fault: SAY.organisation })
  const query = visit.path.slice(visit.path.indexOf('?') + 1)
  const { entered, after } = await way.back(visit.step, query, whence(visit))
  const on = onward(entered, visit, safe(after))
  return on ?? (await again(house, 422, { after: safe(after), fault: SAY[refusedIn(entered)] }))
}

async function out<Tx>(house: House<Tx>): Promise<Reply> {
  return go((await house.ways.organisation?.out()) ?? '/sign-in')
}

const HEARD = { ended: 200, refused: 400, away: 503 } as const

/** Where the provider tells, machine to machine, that a session ended there. No browser comes here, and no cookie counts. */
async function ended<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const way = house.ways.organisation
  const token = textOf(visit.typed.logout_token)
  const heard = way && visit.method === 'POST' && token !== '' ? await way.ended(token) : 'refused'
  // What was wrong with it is told to whoever runs the product: see its report.
  const body = heard === 'ended' ? '{}' : JSON.stringify({ error: 'invalid_request' })
  return { status: HEARD[heard], type: 'application/json', body }
}

async function signOut<Tx>(house: House<Tx>, visit: Visit): Promise<Reply> {
  const { token } = visit
  let done = false
  if (visit.method === 'POST' && token)
    await house.inTransaction(async tx => {
      const session = await house.session(tx, token)
      if (session?.csrf !== visit.typed._csrf) return
      await house.signOut(tx, token)
      done = true
    })
  const to = done && house.ways.organisation ? '/sign-in?out=1' : '/sign-in'
  return {
    ...go(to),
    // Nothing of it stays with the browser, for whoever sits there next.
    ...(done ? { headers: { 'clear-site-data': '"cache", "storage"' } } : {}),
    cookies: [cookie('gt', '', visit.secure)],
  }
}

/** Answers, and says a fault that nobody foresaw as one. */
const guarded =
  <Tx,>(house: House<Tx>, handle: (visit: Visit) => Promise<Reply>) =>
  async (visit: Visit): Promise<Reply> => {
    try {
      return await handle(visit)
    } catch (error) {
      house.report(visit.reference, error)
      return await shown(house, 500, unreadPage('Signing in did not work just now. Try again in a minute.'))
    }
  }

/** The pages before anybody is signed in. */
export function signInRoutes<Tx>(
  house: House<Tx>,
): readonly (readonly [string, (visit: Visit) => Promise<Reply>])[] {
  const routes: readonly (readonly [string, (visit: Visit) => Promise<Reply>])[] = [
    ['/sign-in', visit => signIn(house, visit)],
    ['/sign-in/second', visit => second(house, visit)],
    ['/sign-in/code', visit => oneTime(house, visit)],
    ['/sign-in/passkey', visit => passkey(house, visit)],
    ['/sign-in/organisation', visit => organisation(house, visit)],
    ['/sign-in/organisation/back', visit => back(house, visit)],
    ['/sign-in/organisation/out', () => out(house)],
    ['/sign-in/organisation/ended', visit => ended(house, visit)],
    ['/sign-out', visit => signOut(house, visit)],
  ]
  return routes.map(([path, handle]) => [path, guarded(house, handle)] as const)
}
