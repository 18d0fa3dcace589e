import { afterAll, expect, test } from 'vitest'
import { address, closeBrowser, personAt } from '../support/browser.ts'
import { handsOn } from '../tasks/hands.ts'
import { addressOf } from './look.ts'
import { reached } from './reached.ts'

// What takes long or goes astray by keyboard alone, and is seen by no machine that looks at a page as it stands.

afterAll(closeBrowser)

const auditPath = '/child/:child/audit/:audit'

test('a file is restricted to named people without a stop at every member of staff', async () => {
  const { page } = await personAt('Team manager', { width: 360 })
  await page.goto(`${address()}/`)
  const child = await page.locator('.gt-task__child, .gt-caseload a[href^="/child/"]').first()
  await page.goto(`${address()}${await child.getAttribute('href')}/record/restriction`)
  const { hands, counts } = handsOn(page)
  await hands.choose(page.getByLabel('Yes', { exact: true }))
  expect(await page.locator('input[name="named"]').count()).toBeGreaterThan(50)
  const before = counts.keys
  await hands.reach(page.locator('#reason'))
  expect(counts.keys - before).toBeLessThan(30)
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wider).toBeLessThanOrEqual(0)
  await hands.send(page.getByRole('button', { name: 'Record', exact: true }))
  await page.getByRole('link', { name: 'Choose who may see it' }).press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('named')
})

test('what the record knows is come to before what an audit asks', async () => {
  const how = reached[auditPath]
  if (!how) throw new Error(`${auditPath} is reached by nobody.`)
  const at = await addressOf(how)
  const { page } = await personAt('Auditor')
  await page.goto(address() + at)
  const order = await page
    .locator('.gt-audit-columns :is(a, input[type="radio"])')
    .evaluateAll(all => all.map(element => element.tagName))
  expect([order[0], order.at(-1)]).toEqual(['A', 'INPUT'])
})
