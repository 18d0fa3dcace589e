import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessible, address as base, openBrowser, personAt } from '../support/browser.ts'
import { type Reached, reached } from './reached.ts'

// Every page of the product at the width of a desk and of a phone: nothing a machine can see breaks WCAG 2.2 AA, nothing
// is wider than the screen, and the browser has nothing to complain of.

const DESK = { width: 1200, height: 900 }
const PHONE = { width: 360, height: 800 }

export interface Sitting {
  readonly page: Page
  readonly context: BrowserContext
  /** The first child on the home page, where there is one. */
  readonly child: string
  readonly complaints: string[]
}

const sittings = new Map<string | null, Sitting>()

/** Somebody at a browser of theirs, the same one for as long as the file runs; `null` has no account. */
export async function sit(as: string | null): Promise<Sitting> {
  const held = sittings.get(as)
  if (held) return held
  const { page, context } =
    as === null
      ? await (async () => {
          const context = await (await openBrowser()).newContext({ viewport: DESK, bypassCSP: true })
          return { page: await context.newPage(), context }
        })()
      : await personAt(as)
  const complaints: string[] = []
  page.on('console', m => void (['error', 'warning'].includes(m.type()) && complaints.push(m.text())))
  page.on('pageerror', e => void complaints.push(String(e)))
  if (as !== null) await page.goto(`${base()}/`)
  const first = page.locator('.gt-task__child, .gt-caseload a[href^="/child/"]')
  const child =
    as !== null && (await first.count()) > 0 ? ((await first.first().getAttribute('href')) ?? '') : ''
  const made = { page, context, child: child.replace('/child/', ''), complaints }
  sittings.set(as, made)
  return made
}

/** Goes to a page, and to those that lead to it before. Answers its address. */
export async function addressOf(how: Reached, as = how.as): Promise<string> {
  const { page, child } = await sit(as)
  if (how.at !== undefined && how.sends) {
    const { field, name, text } = how.sends
    await page.goto(base() + how.at)
    await page.setInputFiles(`[name="${field}"]`, { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.locator('main form button').first().click()
    return new URL(page.url()).pathname
  }
  if (how.at !== undefined) return how.at.replace(':child', child)
  const before = how.from === undefined ? undefined : reached[how.from]
  let address = before ? await addressOf(before, as) : (how.from ?? '/')
  for (const selector of how.links ?? []) {
    await page.goto(base() + address)
    const link = page.locator(selector).first()
    if ((await link.count()) === 0) throw new Error(`On ${page.url()} there is no ${selector}.`)
    address = (await link.getAttribute('href')) ?? ''
  }
  return address
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at a page at both widths. */
export async function look({ page, complaints }: Sitting, address: string): Promise<void> {
  complaints.length = 0
  await page.setViewportSize(DESK)
  const reply = await page.goto(base() + address)
  expect([200, address], await page.title()).toEqual([reply?.status(), address])
  await accessible(page)
  await page.setViewportSize(PHONE)
  expect(await tooWide(page), `${address} is wider than a phone`).toBeLessThanOrEqual(0)
  await accessible(page)
  expect(complaints, `the browser about ${address}`).toEqual([])
}
