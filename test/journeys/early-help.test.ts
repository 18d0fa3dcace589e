import { afterAll, expect, test } from 'vitest'
import { accessible, address, closeBrowser, openBrowser, personAt, visit } from '../support/browser.ts'

afterAll(closeBrowser)

test('early help: the register, the weekly meeting with a decision written from its agenda, and the steps', async () => {
  const { page, context } = await personAt('Team manager')
  await visit(page, '/early-help')
  expect(await page.locator('main').textContent()).toMatch(/children have early help now/)
  await visit(page, '/early-help?look=quiet')
  await visit(page, '/early-help?q=nobody-of-this-name')
  expect(await page.locator('main').textContent()).toMatch(/No child fits/)
  await visit(page, '/early-help/stepped')
  await visit(page, '/early-help/meeting')
  await page
    .getByRole('link', { name: /^Write what was decided/ })
    .first()
    .click()
  await accessible(page)
  await page.getByLabel('What is decided?').fill('The team meets within a week')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await accessible(page)
  expect(await page.getByLabel('What is decided?').inputValue()).toBe('The team meets within a week')
  await page.getByLabel('Why?').fill('Nobody has met since the summer.')
  await page
    .getByLabel('What must happen next, and who does it?')
    .fill('The lead professional asks all by Friday.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await page.getByText(/The decision is on the file/).waitFor()
  await accessible(page)
  expect(await page.locator('main').textContent()).toMatch(/Decided .*: The team meets within a week/)
  await context.close()
})

test('the directory: found by need and age, changed, and read by anybody on a phone', async () => {
  const { page, context } = await personAt('Team manager')
  await visit(page, '/services?helps=parenting&age=3')
  await visit(page, '/services/new')
  await page.getByRole('button', { name: 'Add it' }).click()
  await accessible(page)
  await page.getByLabel('Name').fill('Sleep clinic of the journey')
  await page.getByLabel('Health', { exact: true }).check()
  await page.getByLabel('Who is it for?').fill('Children who do not sleep.')
  await page.getByLabel('How does one reach it?').fill('Ask your health visitor.')
  await page.getByRole('button', { name: 'Add it' }).click()
  await page.getByRole('heading', { name: 'Sleep clinic of the journey' }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Change it' }).click()
  await accessible(page)
  await context.close()

  const anybody = await (await openBrowser()).newContext({
    viewport: { width: 360, height: 900 },
    bypassCSP: true,
  })
  const phone = await anybody.newPage()
  await phone.goto(`${address()}/help-near-you`)
  await accessible(phone)
  await phone.getByLabel('A word').fill('sleep clinic')
  await phone.getByRole('button', { name: 'Show' }).click()
  await phone.getByRole('heading', { name: 'Sleep clinic of the journey' }).waitFor()
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
  await anybody.close()
})
