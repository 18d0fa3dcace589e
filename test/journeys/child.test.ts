import { afterAll, expect, inject, test } from 'vitest'
import { accessible, address, closeBrowser, personAt, visit } from '../support/browser.ts'

afterAll(closeBrowser)

test('a first start gives an address within a minute', () => {
  expect(inject('firstStart')).toBeLessThan(60)
})

test('a social worker opens the first child of the day, records a visit on one page, amends it, and sees who changed what', async () => {
  const { page, context } = await personAt('Social worker')
  await accessible(page)
  await page.getByRole('link', { name: 'Record it' }).first().waitFor()
  const visitRow = page.locator('.gt-task', { hasText: 'Visit the child' }).first()
  await visitRow.locator('.gt-task__child').click()
  await accessible(page)

  await page.getByRole('button', { name: 'Statutory visit' }).click()
  await accessible(page)
  await page.getByLabel('Yes, alone').check()
  await page.getByLabel('What did the child say, or show?').fill('Showed me the drawing of the new room.')
  await page.getByLabel('What happens next?').fill('I ring the school on Monday.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()

  const banner = page.getByRole('alert')
  await banner.waitFor()
  expect(await banner.textContent()).toMatch(/Statutory visit recorded/)
  expect(await banner.textContent()).toMatch(/The next is due/)
  await accessible(page)

  await page.getByRole('link', { name: 'Read it or amend it' }).click()
  await accessible(page)
  await page.getByRole('button', { name: 'Amend', exact: true }).click()
  await accessible(page)
  await page.getByLabel('What happens next?').fill('I ring the school on Tuesday.')
  await page.getByRole('button', { name: 'Amend' }).click()
  expect(await page.getByRole('alert').first().textContent()).toMatch(/Say why it is being changed/)
  await page.getByLabel('Why is it being changed?').fill('The school is shut on Monday')
  await page.getByRole('button', { name: 'Amend' }).click()
  await page.getByRole('heading', { name: 'What was changed, by whom and why' }).waitFor()
  expect(await page.locator('main').textContent()).toMatch(/Amended: The school is shut on Monday/)
  expect(await page.locator('main').textContent()).toMatch(/Tuesday/)
  await accessible(page)
  await context.close()
})

test('everything works with the keyboard alone', async () => {
  const { page, context } = await personAt('Social worker')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Skip to main content/)
  await page.keyboard.press('Enter')
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.classList.contains('gt-task__child'))) break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/child\//)
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent))?.trim() === 'Case note') break
  }
  await page.keyboard.press('Enter')
  await page.getByLabel('In a line').waitFor()
  await page.getByLabel('Telephone call').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Spoke with grandmother')
  await page.keyboard.press('Tab')
  await page.keyboard.type('She can have the child at weekends.')
  await page.getByRole('button', { name: 'Record', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/done=/)
  expect(await page.getByRole('alert').textContent()).toMatch(/Case note recorded/)
  await context.close()
})

test('without scripts, a form with faults comes back with what was typed', async () => {
  const { page, context } = await personAt('Social worker', { scripts: false })
  await page.locator('.gt-task__child').first().click()
  await page.getByRole('button', { name: 'Statutory visit' }).click()
  await page.getByLabel('When did you visit?').fill('1/1/2099')
  await page.getByLabel('What happens next?').fill('Words that must not be lost')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const main = (await page.locator('main').textContent()) ?? ''
  expect(main).toMatch(/in the future/)
  expect(main).toMatch(/Choose an answer: Was the child seen/)
  expect(await page.getByLabel('What happens next?').inputValue()).toBe('Words that must not be lost')
  expect(await page.getByLabel('When did you visit?').inputValue()).toBe('1/1/2099')
  await context.close()
})

test('words are kept on the server as they are typed, and come back after the page is lost', async () => {
  const { page, context } = await personAt('Social worker')
  await page.locator('.gt-task__child').first().click()
  await page.getByRole('button', { name: 'Case note' }).click()
  const at = page.url()
  await page.getByLabel('In a line').fill('Half a thought')
  await page.getByText(/Saved \d/).waitFor()
  await page.goto(`${address()}/`)
  expect(await page.locator('main').textContent()).toMatch(/Begun and not recorded/)
  await page.goto(at)
  expect(await page.getByLabel('In a line').inputValue()).toBe('Half a thought')
  await accessible(page)
  await context.close()
})

test('a reviewing officer, a manager and the night see the same file, each with their own part', async () => {
  const officer = await personAt('Independent reviewing officer')
  await accessible(officer.page)
  await officer.page.locator('.gt-task__child').first().click()
  const child = new URL(officer.page.url()).pathname
  await officer.page.getByRole('button', { name: 'Looked after review' }).click()
  await accessible(officer.page)
  await officer.page.getByText('How did the child take part?').waitFor()
  await officer.context.close()

  const night = await personAt('Out-of-hours')
  await visit(night.page, child)
  await night.page.getByRole('button', { name: 'Case note' }).waitFor()
  await night.context.close()

  const member = await personAt('Elected member')
  await accessible(member.page)
  const refused = await member.page.goto(`${address()}${child}`)
  expect(refused?.status()).toBe(403)
  await accessible(member.page)
  await member.context.close()
})

test('a team manager decides on one page, and the file can be seen as it was known before', async () => {
  const { page, context } = await personAt('Team manager')
  await accessible(page)
  await page.locator('.gt-task__child').first().click()
  const child = new URL(page.url()).pathname
  await page.getByRole('button', { name: "Manager's decision" }).click()
  await accessible(page)
  await page.getByLabel('What is decided?').fill('Allocate today')
  await page.getByLabel('Why?').fill('Nobody knows how the child is.')
  await page.getByLabel('What must happen next, and who does it?').fill('Duty visits tomorrow.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.locator('main').textContent()).toMatch(/Allocate today/)

  await visit(page, `${child}/chronology?order=new`)
  expect(await page.locator('main').textContent()).toMatch(/Allocate today/)
  await visit(page, `${child}/chronology?known=yesterday`)
  expect(await page.locator('main').textContent()).toMatch(/as it was known on/)
  expect(await page.locator('main').textContent()).not.toMatch(/Allocate today/)
  await visit(page, `${child}/record`)
  await visit(page, `${child}/log`)
  await visit(page, '/find?q=a')
  await visit(page, '/help')
  await visit(page, '/accessibility')
  await context.close()
})
