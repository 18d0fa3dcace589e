import { afterAll, expect, test } from 'vitest'
import {
  accessibilityChecked,
  accessible,
  address,
  closeBrowser,
  openBrowser,
  personAt,
  visit,
} from '../support/browser.ts'
import { everybody } from './reached.ts'

afterAll(async () => {
  console.log(`Checked for accessibility, none failing:\n  ${accessibilityChecked().join('\n  ')}`)
  await closeBrowser()
})

const CHILD = '/child/[A-Z0-9]+'

test('the digest, for any day, team and split, with its commentary', async () => {
  const { page, context } = await personAt('Performance analyst')
  await visit(page, '/digest')
  await page.getByLabel('Figures on').fill('31/3/2026')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('heading', { name: 'Digest, 31 March 2026' }).waitFor()
  await accessible(page)
  await visit(page, '/digest?on=the+other+day')
  expect(await page.locator('main').textContent()).toMatch(/is not a date/)
  for (const split of ['age', 'sex', 'ethnicity', 'team']) await visit(page, `/digest/NI66?split=${split}`)
  await page.getByText('Write about this figure').click()
  await page
    .getByLabel('What lies behind the figure, and what is being done?')
    .fill('Two reviews fell in the holidays.')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.getByText('Two reviews fell in the holidays.').first().waitFor()
  await visit(page, '/digest/NI66/children?counts=no')
  await visit(page, '/digest/NOTONE')
  expect(await page.locator('main').textContent()).toMatch(/There is no indicator/)
  await context.close()
})

test('the plan and its papers, read as a director', async () => {
  const { page, context } = await personAt('Director')
  for (const path of [
    '/plan',
    '/plan?delivery=blue',
    '/plan/action/A1',
    '/plan/action/A5',
    '/plan/inspection/I1',
    '/plan/load',
    '/plan/papers',
  ])
    await visit(page, path)
  await page.locator('main a[href^="/plan/papers/P"]').first().click()
  await accessible(page)
  await visit(page, '/plan/papers')
  await page.locator('main a[href^="/plan/papers/P"]').last().click()
  await accessible(page)
  for (const type of [
    'action-progress',
    'delivery-marked',
    'impact-marked',
    'due-date-revised',
    'milestone-set',
  ])
    await visit(page, `/plan/action/A1/record/${type}`)
  await visit(page, '/')
  await context.close()
})

test('the record of a child offers its forms, and a file that is begun with nothing says what is missing', async () => {
  const { page, context } = await personAt('Team manager')
  const child = (await page.locator('.gt-task__child').first().getAttribute('href')) ?? ''
  expect(child).toMatch(new RegExp(CHILD))
  await visit(page, `${child}/record`)
  expect(await page.locator('.gt-record-menu a').count()).toBeGreaterThan(15)
  await visit(page, '/new-child')
  await page.getByRole('button', { name: 'Start the file' }).click()
  await accessible(page)
  await context.close()
})

test('somebody without an account tells us about a child and follows it', async () => {
  for (const width of [1200, 360]) {
    const context = await (await openBrowser()).newContext({
      viewport: { width, height: 900 },
      bypassCSP: true,
    })
    const page = await context.newPage()
    await visit(page, '/sign-in')
    await visit(page, '/contact')
    await page.getByRole('button', { name: 'Add another child' }).click()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await accessible(page)
    await page.getByRole('radio', { name: 'No', exact: true }).first().check()
    await page.getByLabel('Given names').first().fill('Wren')
    await page.getByLabel('What are you worried about').fill('Alone in the park after dark')
    await page.getByLabel('Who are you?').selectOption({ label: 'Anonymous' })
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const reference = (await page.locator('.govuk-panel strong').textContent()) ?? ''
    const code = (await page.locator('.gt-contact__code').textContent()) ?? ''
    await accessible(page)
    await visit(page, '/contact/follow')
    await page.getByLabel('Reference').fill(reference)
    await page.getByLabel('Code').fill(code)
    await page.getByRole('button').last().click()
    await page.getByRole('heading', { name: 'We have it' }).waitFor()
    await accessible(page)
    await context.close()
  }
})

test('the front door, from a file of notices to the decision', async () => {
  for (const width of [1200, 360]) {
    const { page, context } = await personAt('Team manager', { width })
    await visit(page, '/front-door/new')
    await visit(page, '/front-door/notices')
    const notices = [
      'Incident number,Date of incident,Given names,Family name,MARAC',
      `W${width},1/3/2026,Wren,Pebble,Y`,
      `W${width}b,31/2/2026,Wren,Pebble,`,
    ]
    await page.getByRole('radio', { name: 'Police' }).check()
    await page
      .getByLabel('The file')
      .setInputFiles({ name: 'notices.csv', mimeType: 'text/csv', buffer: Buffer.from(notices.join('\n')) })
    await page.getByRole('button', { name: 'Take it in' }).click()
    await page.getByRole('heading', { name: '1 new contact waits' }).waitFor()
    await page.getByText('is not a date').waitFor()
    await accessible(page)
    for (const show of ['reply', 'decided', 'waiting']) await visit(page, `/front-door?show=${show}`)
    await page.getByRole('link', { name: 'Wren Pebble' }).first().click()
    await page.getByRole('heading', { name: 'Decide' }).waitFor()
    await accessible(page)
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wide, page.url()).toBeLessThanOrEqual(0)
    await context.close()
  }
})

test('without scripts, the digest opens into its children and a note is recorded', async () => {
  const { page, context } = await personAt('Social worker', { scripts: false })
  await page.goto(`${address()}/digest/CP`)
  await page.getByRole('button', { name: 'Open the children behind it' }).click()
  await page.getByRole('heading', { name: /the \d+ children behind it/ }).waitFor()
  await page.goto(`${address()}/`)
  await page.locator('.gt-task__child').first().click()
  await page.getByRole('button', { name: 'Case note' }).click()
  await page.getByLabel('Meeting').check()
  await page.getByLabel('In a line').fill('Met at school')
  await page
    .getByLabel('What happened, and what does it mean')
    .fill('The teacher has seen a change for the better.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  expect(await page.getByRole('alert').textContent()).toMatch(/Case note recorded/)
  await context.close()
})

test('the sign-in page offers somebody of each of those who work here, and the demonstration says so on every page', async () => {
  const { page, context } = await personAt('Elected member')
  await visit(page, '/sign-in')
  const offered = await page.locator('.gt-person-choice strong').allTextContents()
  for (const as of everybody)
    expect(
      offered.filter(role => role.startsWith(as)),
      as,
    ).not.toEqual([])
  // Beside one of each, two who work at the front door, and who stands in for the designated officer.
  expect(offered.length).toBe(new Set(offered).size + 3)
  for (const path of ['/sign-in', '/digest', '/plan', '/help']) {
    await visit(page, path)
    expect(await page.locator('.gt-demonstration').textContent()).toMatch(/demonstration/)
  }
  await context.close()
})
