import { afterAll, expect, test } from 'vitest'
import { address, closeBrowser, openBrowser } from '../support/browser.ts'
import { measure } from '../tasks/measure.ts'
import { tasks } from '../tasks/tasks.ts'

afterAll(closeBrowser)

test('there are ten of them', () => expect(new Set(tasks.map(t => t.name)).size).toBe(10))

test.each(tasks)('$name is done with the keyboard alone, and recorded on one page', async task => {
  const done = await measure(await openBrowser(), address(), task)
  expect(done.onePage).toBe(true)
  // From the home page nobody goes further than three pages to where it is written.
  expect(done.counts.pages).toBeLessThanOrEqual(3)
})
