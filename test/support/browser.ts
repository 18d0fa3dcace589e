import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { expect, inject } from 'vitest'

const axe = readFileSync(join('node_modules', 'axe-core', 'axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Pages seen by axe in this run: told at the end, so that nobody takes a page for checked that was not. */
const checked = new Map<string, number>()

/** Which pages were checked, and how often. Identifiers in addresses are left out. */
export const accessibilityChecked = (): readonly string[] =>
  [...checked].map(([page, times]) => `${page} ×${times}`).sort()

interface Settings {
  readonly scripts?: boolean
  readonly width?: number
}

let browser: Browser | undefined

/** Where the product is that this test file works with: files run side by side, each with one of its own. */
export function address(): string {
  const all = inject('addresses')
  const mine = all[(Number(process.env.VITEST_POOL_ID) - 1) % all.length]
  if (mine === undefined) throw new Error('No product was started for this test file.')
  return mine
}

/** A browser for a test file. Close it at the end. */
export async function openBrowser(): Promise<Browser> {
  browser ??= await playwright.launch({
    executablePath: await chromium.executablePath(),
    // With the first of these flags the browser would end with its first page; by the others each page is drawn as by
    // a graphics card, worked out on the processor.
    args: [
      ...chromium.args.filter(a => a !== '--single-process' && !a.startsWith('--use-')),
      '--disable-gpu',
    ],
    headless: true,
  })
  return browser
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

/** Somebody at the product, signed in with a role. */
export async function personAt(
  role: string,
  { scripts = true, width = 1200 }: Settings = {},
): Promise<{ page: Page; context: BrowserContext }> {
  // axe runs in the page, and the product's own policy would not let it in.
  const context = await (await openBrowser()).newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
    bypassCSP: true,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  await page.goto(`${address()}/sign-in`)
  await page.locator('li', { hasText: role }).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return { page, context }
}

const nameOf = (page: Page): string =>
  new URL(page.url()).pathname
    .replace(/\/child\/[A-Z0-9]{8}/, '/child/…')
    .replace(/\/front-door\/C[A-Z0-9]{7}/, '/front-door/…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replace(/\d{4}-\d{2}-\d{2}/, '…')

/** Fails where the page breaks a rule of WCAG 2.2 A or AA that a machine can see. */
export async function accessible(page: Page): Promise<void> {
  // A page that was looked at before, at another width, has it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const faults = await page.evaluate(async rules => {
    // @ts-expect-error axe came in as a script
    const result = await globalThis.axe.run({ runOnly: rules, resultTypes: ['violations'] })
    return result.violations.map(
      (v: { id: string; nodes: { html: string }[] }) =>
        `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(' | ')}`,
    )
  }, WCAG)
  expect(faults, `accessibility of ${page.url()}`).toEqual([])
  checked.set(nameOf(page), (checked.get(nameOf(page)) ?? 0) + 1)
}

/** Goes to an address of the product, and checks the page. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${address()}${path}`)
  await accessible(page)
}
