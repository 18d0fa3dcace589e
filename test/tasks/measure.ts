import type { Browser, Page } from 'playwright-core'
import { type Counts, handsOn } from './hands.ts'
import type { Task } from './tasks.ts'

export interface Measured {
  readonly task: string
  readonly counts: Counts
  /** How many answers it took that were not filled in beforehand, and the questions. */
  readonly asked: number
  readonly questions: readonly string[]
  /** It was sent once, from one page, and the record was there. */
  readonly onePage: boolean
  readonly mark: string
}

const signedIn = async (browser: Browser, address: string, role: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 900 } })).newPage()
  await page.goto(`${address}/sign-in`)
  await page.locator('li', { hasText: role }).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  await page.goto(`${address}/`)
  return page
}

/** What is sent to be recorded: forms, and no draft that the script keeps. */
const countSends = (page: Page): (() => number) => {
  let sends = 0
  page.on('request', r => {
    if (r.method() === 'POST' && r.isNavigationRequest()) sends += 1
  })
  return () => sends
}

/**
 * Does one task as a practised worker would, from the home page, with the keyboard alone, and counts what it took.
 * @throws where a page is not as the worker would need it, or nothing was recorded
 */
export async function measure(browser: Browser, address: string, task: Task): Promise<Measured> {
  const page = await signedIn(browser, address, task.role)
  const { hands, counts } = handsOn(page)
  const sends = countSends(page)
  const mark = `No. ${Date.now().toString(36)}.`
  await task.run(hands, mark)
  const shown = (await page.locator('main').textContent()) ?? ''
  if (!task.recorded.says.test(shown))
    throw new Error(`${task.name}: the page does not say ${task.recorded.says}: ${shown.slice(0, 800)}`)
  const onePage = task.recorded.type === null || sends() === 1
  await page.context().close()
  const asked = counts.asked.filter(q => !task.free?.test(q.name)).map(q => q.label)
  const questions = [...asked, ...(task.alsoAsked ?? [])]
  return { task: task.name, counts, asked: questions.length, questions, onePage, mark }
}
