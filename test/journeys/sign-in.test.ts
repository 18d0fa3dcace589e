import { createServer } from 'node:http'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setPassword } from '../../src/store/accounts/accounts.ts'
import { stepAt, totpAt } from '../../src/store/accounts/totp.ts'
import { type App, appWith } from '../support/app.ts'
import { accessible, closeBrowser, openBrowser } from '../support/browser.ts'
import { listen } from '../support/listen.ts'
import { cast } from '../support/people.ts'

// Signing in as a person does it, in a browser, with a passkey that the browser itself plays.

const PASSWORD = 'three small red boats'
const OTHER = 'kettle umbrella seven'

let app: App
let base: string
let context: BrowserContext
let page: Page

/** A port that is free now: the product must know its address before it listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  const port = Number(new URL(await listen(server)).port)
  await new Promise(resolve => server.close(resolve))
  return port
}

beforeAll(async () => {
  const port = await freePort()
  base = `http://localhost:${port}`
  app = await appWith([], [], undefined, { signIn: { address: new URL(base), provider: null } })
  await app.server.listen({ port, host: 'localhost' })
})
afterAll(async () => {
  await closeBrowser()
  await app.close()
})
beforeEach(async () => {
  context = await (await openBrowser()).newContext({
    viewport: { width: 1200, height: 900 },
    bypassCSP: true,
  })
  page = await context.newPage()
  return () => context.close()
})

async function signIn(username: string, password: string): Promise<void> {
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const heading = () => page.getByRole('heading', { level: 1 }).textContent()

test('a first password is changed, an app is set up and asked for, and a recovery code stands in for it', async () => {
  await setPassword(app.store.db, cast.worker.id, 'amy', PASSWORD, true)
  await signIn('amy', PASSWORD)
  expect(await heading()).toBe('Change your password')
  await accessible(page)
  await page.getByLabel('The password you have').fill(PASSWORD)
  await page.getByLabel('New password').fill(OTHER)
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByText('Your password is changed').waitFor()
  await accessible(page)
  await page.getByRole('link', { name: 'Set up authenticator app' }).click()
  await page.getByRole('img', { name: /picture, for the app/ }).waitFor()
  await accessible(page)
  const key = ((await page.locator('.gt-code').first().textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('The six figures').fill(totpAt(key, stepAt(app.now())))
  await page.getByLabel('Your password').fill(OTHER)
  await page.getByRole('button', { name: 'Use this app' }).click()
  expect(await heading()).toBe('Your app is set up')
  await accessible(page)
  const code = (await page.locator('.gt-codes li').first().textContent()) ?? ''
  await page.getByRole('link', { name: 'I have them' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await signIn('amy', OTHER)
  expect(await heading()).toBe('The second step')
  await accessible(page)
  await page.getByLabel('Code').fill('123 456')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('There is a problem').waitFor()
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().waitFor()
})

test('a passkey is added, and signs in without a password; removed, it does not', async () => {
  await setPassword(app.store.db, cast.colleague.id, 'bo', PASSWORD)
  const tools = await context.newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
  } as const
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  })
  await signIn('bo', PASSWORD)
  await page.goto(`${base}/account/passkeys`)
  await accessible(page)
  const add = page.locator('form[data-new-passkey]')
  await add.getByLabel('What to call it').fill('Work laptop')
  await add.getByLabel('Your password').fill(OTHER)
  await add.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('There is a problem').waitFor()
  // Only the password is asked for again.
  expect(await add.getByLabel('What to call it').inputValue()).toBe('Work laptop')
  await add.getByLabel('Your password').fill(PASSWORD)
  await add.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('heading', { name: 'Your passkey is added' }).waitFor()
  await page.getByRole('link', { name: 'I have them' }).click()
  await page.getByText('Work laptop').waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor()
  expect(await page.locator('.gt-person').textContent()).toContain('Bo Larch')
  await page.goto(`${base}/account`)
  await page.getByRole('cell', { name: 'Passkey', exact: true }).waitFor()
  // After a right password the passkey is the second step.
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await signIn('bo', PASSWORD)
  expect(await heading()).toBe('The second step')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.locator('.gt-person').waitFor()
  await page.goto(`${base}/account/passkeys`)
  await accessible(page)
  const remove = page.locator('form', { hasText: 'Remove one' })
  await remove.getByRole('radio').check()
  await remove.getByLabel('Your password').fill(PASSWORD)
  await remove.getByRole('button', { name: 'Remove it' }).click()
  await page.getByText('The passkey is removed').waitFor()
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByRole('link', { name: 'That passkey was not taken' }).waitFor()
})

test('an answer of a passkey is taken once, for its own question and address alone', async () => {
  await setPassword(app.store.db, cast.manager.id, 'di', PASSWORD)
  const answer = JSON.stringify({ id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} })
  for (const typed of [answer, '', '{', '[]', '{"id":1}']) {
    const asked = await app.server.inject({ url: '/sign-in/passkey' })
    const cookie = `gt_ask=${asked.cookies.find(c => c.name === 'gt_ask')?.value}`
    const send = () =>
      app.server.inject({
        method: 'POST',
        url: '/sign-in/passkey',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ answer: typed }).toString(),
      })
    expect((await send()).body).toContain('That passkey was not taken')
    expect((await send()).body).toContain('took too long, or was done already')
  }
})

test('whoever does nothing is warned and stays by a press; signed out, nothing typed is lost', async () => {
  await setPassword(app.store.db, cast.director.id, 'ivy', PASSWORD)
  await page.clock.install()
  await signIn('ivy', PASSWORD)
  await page.goto(`${base}/find`)
  const bar = page.locator('[data-idle]')
  await page.clock.runFor(54 * 60_000)
  expect(await bar.isVisible()).toBe(false)
  await page.clock.runFor(2 * 60_000)
  await page.getByText('You will be signed out in').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await bar.waitFor({ state: 'hidden' })
  await page.locator('main input:not([type="hidden"])').first().fill('Every word')
  await page.clock.runFor(61 * 60_000)
  await page.getByText('You are signed out. Keep this page').waitFor()
  expect(await page.locator('main input:not([type="hidden"])').first().inputValue()).toBe('Every word')
  // Where nothing was typed the page is not left open.
  await page.goto(`${base}/find`)
  await page.clock.runFor(61 * 60_000)
  await page.waitForURL('**/sign-in?then=%2Ffind')
})

test('works without scripts: password, app, sessions', async () => {
  const plain = await (await openBrowser()).newContext({ javaScriptEnabled: false })
  page = await plain.newPage()
  await setPassword(app.store.db, cast.analyst.id, 'hal', PASSWORD)
  await signIn('hal', PASSWORD)
  await page.getByRole('link', { name: 'Your sign-in' }).click()
  expect(await heading()).toBe('Your sign-in')
  await page.goto(`${base}/account/passkeys`)
  expect(await page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
  await plain.close()
})
