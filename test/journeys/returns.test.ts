import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPassword } from '../../src/store/accounts/accounts.ts'
import { type App, appWith } from '../support/app.ts'
import { accessible, closeBrowser, openBrowser } from '../support/browser.ts'
import { entriesOf, givenFile, subjectsOf } from '../support/children.ts'
import { cast } from '../support/people.ts'

// What the national return says comes to the question while somebody writes, and stands in nobody's way.

const PASSWORD = 'three small red boats'
/** Of eleven years, in care since 5 January 2026. */
const child = givenFile({ reviewing: cast.reviewer })

let app: App
let address: string
beforeAll(async () => {
  app = await appWith(subjectsOf([child]), entriesOf([child]))
  await setPassword(app.store.db, cast.reviewer.id, cast.reviewer.name, PASSWORD)
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await app.close()
  await closeBrowser()
})

test.each([1200, 360])('a review is written with the keyboard, at %i', async width => {
  const context = await (await openBrowser()).newContext({
    viewport: { width, height: 900 },
    bypassCSP: true,
  })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('User name').fill(cast.reviewer.name)
  await page.locator('#password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await app.store.db.deleteFrom('draft').execute()

  await page.goto(`${address}/child/${child.code}/record/looked-after-review`)
  await page.getByLabel('When was it held?').fill(width === 1200 ? '30/1/2026' : '6/2/2026')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const note = page.locator('[data-notes="participation"]')
  await note.getByText('The national return will reject this.').waitFor()
  expect(await note.getAttribute('aria-live')).toBe('polite')
  // Whoever writes is where they were.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('participation')
  await accessible(page)
  await page.keyboard.press('ArrowDown')
  await expect.poll(async () => await note.textContent(), { timeout: 10_000 }).toBe('')

  await page.getByLabel('Under 4 at the review').check()
  await page.getByLabel('What was decided, who does it').fill('Go on.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const said = await page.getByRole('alert').textContent()
  expect(said).toContain('Looked after review recorded')
  expect(said).toContain('The national return will reject this.')
  await accessible(page)
  await context.close()
})
