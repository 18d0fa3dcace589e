import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { setPassword } from '../../src/store/accounts/accounts.ts'
import { type App, appWith } from '../support/app.ts'
import { accessible, closeBrowser, openBrowser } from '../support/browser.ts'
import { entriesOf, givenFile, subjectsOf } from '../support/children.ts'
import { given, givenSubject } from '../support/given.ts'
import { cast } from '../support/people.ts'
import { copyFolder } from '../support/product.ts'
import { startProduct } from '../support/run-product.ts'

// What somebody has typed outlives the tab, the session, the server and the machine it was typed on.

const PASSWORD = 'three small red boats'
const WORDS = 'The teacher has seen a change for the better since Monday.'

const child = givenFile()
const note = child.entries.find(e => e.type === 'case-note')?.id ?? ''
const service = givenSubject('service', 'S100')

let app: App
let address: string
beforeAll(async () => {
  app = await appWith(
    [...subjectsOf([child]), service],
    [
      ...entriesOf([child]),
      given(service.id, 'service-details', {
        name: 'Sleep clinic',
        helps: ['health'],
        who: 'All',
        reach: 'Ring',
        open: true,
      }),
    ],
  )
  for (const who of [cast.worker, cast.manager]) await setPassword(app.store.db, who.id, who.name, PASSWORD)
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await closeBrowser()
})

async function enter(page: Page, name: string): Promise<void> {
  await page.getByLabel('User name').fill(name)
  await page.locator('#password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** Somebody at a machine of their own, signed in with a user name and password. */
async function at(name = cast.worker.name): Promise<{ page: Page; context: BrowserContext }> {
  const context = await (await openBrowser()).newContext({ bypassCSP: true })
  await context.clock.install()
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await enter(page, name)
  return { page, context }
}

/** The page says this, once it has kept what was typed, or tried to: it waits for seconds, which go by at once here. */
async function says(page: Page, words: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(1000)
        return await page.getByText(words).count()
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBeGreaterThan(0)
}

/** A form, and the question that the words are typed into. */
const forms = {
  'a case note': { who: cast.worker.name, path: `/child/${child.code}/record/case-note`, box: '#note' },
  'an amendment': { who: cast.worker.name, path: `/child/${child.code}/amend/${note}`, box: '#note' },
  'a service of the directory': { who: cast.manager.name, path: '/services/S100/edit', box: '#who' },
} as const
type Form = (typeof forms)[keyof typeof forms]

const kept = async () => await app.store.db.selectFrom('draft').selectAll().execute()
const forget = async () => await app.store.db.deleteFrom('draft').execute()

/** The words are in the form again, and the page says that they are not recorded. */
async function thereAgain(page: Page, form: Form): Promise<void> {
  await page.goto(`${address}${form.path}`)
  expect(await page.locator(form.box).inputValue()).toBe(WORDS)
  expect(await page.locator('main').textContent()).toContain('It is not recorded yet')
}

describe.each(Object.entries(forms))('%s', (_, form) => {
  test('is kept when the tab is closed at once', async () => {
    await forget()
    const { page, context } = await at(form.who)
    await page.goto(`${address}${form.path}`)
    await page.locator(form.box).fill(WORDS)
    await page.close({ runBeforeUnload: true })
    await expect.poll(async () => (await kept()).length, { timeout: 10_000 }).toBe(1)
    await thereAgain(await context.newPage(), form)
    await context.close()
  })

  test('goes on at another machine of the same person, from the home page, and is nobody else’s', async () => {
    await forget()
    const first = await at(form.who)
    await first.page.goto(`${address}${form.path}`)
    await first.page.locator(form.box).fill(WORDS)
    await says(first.page, /Saved \d/)

    const second = await at(form.who)
    await second.page.goto(`${address}/`)
    await second.page
      .locator('section', { hasText: 'Begun and not recorded' })
      .getByRole('link')
      .first()
      .click()
    expect(new URL(second.page.url()).pathname).toBe(form.path)
    await thereAgain(second.page, form)
    await accessible(second.page)
    const other = await at(form.who === cast.worker.name ? cast.manager.name : cast.worker.name)
    const seen = await other.page.goto(`${address}${form.path}`)
    if (seen?.ok()) expect(await other.page.locator(form.box).inputValue()).not.toBe(WORDS)

    for (const p of [first, second, other]) await p.context.close()
  })

  test('outlives its session: kept before it ended, sent after it, nothing lost', async () => {
    await forget()
    const { page, context } = await at(form.who)
    await page.goto(`${address}${form.path}`)
    await page.locator(form.box).fill(WORDS)
    await says(page, /Saved \d/)
    await app.store.db.deleteFrom('session').execute()

    // Typed on without knowing; the page says so, and the last words are still in the box.
    const more = `${WORDS} And more.`
    await page.locator(form.box).fill(more)
    await says(page, /Not saved: you are signed out/)
    expect(await page.locator(form.box).inputValue()).toBe(more)

    // Signed in anew elsewhere, what was kept is there.
    const tab = await context.newPage()
    await tab.goto(`${address}${form.path}`)
    await enter(tab, form.who)
    await thereAgain(tab, form)

    // And the first tab goes on by itself.
    await page.locator(form.box).fill(`${more} Still.`)
    await says(page, /^Saved \d/)
    expect(JSON.stringify((await kept())[0]?.typed)).toContain('And more. Still.')
    await context.close()
  })
})

test('a note sent after the session ended is recorded with two presses and a new sign-in, each word of it', async () => {
  await forget()
  const { page, context } = await at()
  await page.goto(`${address}/child/${child.code}/record/case-note`)
  await page.getByLabel('Telephone call').check()
  await page.getByLabel('In a line').fill('Rang the school again')
  await page.locator('#note').fill(`${WORDS}\nOn a second line.`)
  await app.store.db.deleteFrom('session').execute()
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('heading', { name: 'You were signed out before this was sent' }).waitFor()
  await accessible(page)
  expect(await page.locator('main').textContent()).toContain(WORDS)

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'sign in (opens in a new tab)' }).click(),
  ])
  await enter(tab, cast.worker.name)
  await page.getByRole('button', { name: 'Send it again' }).click()
  await page.getByText('send it as Amy Thistle').waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Send it now' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('Case note recorded')
  const written = await app.store.db
    .selectFrom('happening')
    .select('answers')
    .where('type', '=', 'case-note')
    .where('summary', '=', 'Rang the school again')
    .execute()
  expect(written.map(w => String(w.answers.note).replaceAll('\r\n', '\n'))).toEqual([
    `${WORDS}\nOn a second line.`,
  ])
  await context.close()
})

test('what is typed outlives the server: it is started again, and the words are there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-restart-'))
  copyFolder(inject('started'), folder)
  let product = await startProduct(folder)
  const { port } = new URL(product.address)
  const context = await (await openBrowser()).newContext()
  await context.clock.install()
  const page = await context.newPage()
  await page.goto(`${product.address}/sign-in`)
  await page.locator('li', { hasText: 'Social worker' }).getByRole('button').first().click()
  await page.locator('.gt-task__child').first().click()
  await page.getByRole('button', { name: 'Case note' }).click()
  const path = new URL(page.url()).pathname
  await page.locator('#note').fill(WORDS)
  await says(page, /^Saved \d/)

  await product.stop()
  await page.locator('#note').fill(`${WORDS} Typed while it was away.`)
  await says(page, /^Not saved/)
  product = await startProduct(folder, port)
  // Without a touch: the page tries again by itself, in the session it had.
  await says(page, /^Saved \d/)
  const tab = await context.newPage()
  await tab.goto(`${product.address}${path}`)
  expect(await tab.locator('#note').inputValue()).toBe(`${WORDS} Typed while it was away.`)
  await context.close()
  await product.stop()
  rmSync(folder, { recursive: true, force: true })
})
