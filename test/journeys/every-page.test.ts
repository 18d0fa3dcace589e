import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { pages, publicPages } from '../../src/features/pages.ts'
import { accessible, closeBrowser, openBrowser, personAt } from '../support/browser.ts'
import { everybody, files, forms, type Reached, reached } from './reached.ts'

// Every page of the product at the width of a desk and of a phone: nothing a machine can see breaks WCAG 2.2 AA, nothing
// is wider than the screen, and the browser has nothing to complain of.

const DESK = { width: 1200, height: 900 }
const PHONE = { width: 360, height: 800 }

interface Sitting {
  readonly page: Page
  readonly context: BrowserContext
  /** The first child on the home page, where there is one. */
  readonly child: string
  readonly complaints: string[]
}

const sittings = new Map<string | null, Sitting>()

async function sit(as: string | null): Promise<Sitting> {
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
  if (as !== null) await page.goto(`${inject('address')}/`)
  const first = page.locator('.gt-task__child, .gt-caseload a[href^="/child/"]')
  const child =
    as !== null && (await first.count()) > 0 ? ((await first.first().getAttribute('href')) ?? '') : ''
  const made = { page, context, child: child.replace('/child/', ''), complaints }
  sittings.set(as, made)
  return made
}

/** Goes to a page, and to those that lead to it before. Answers its address. */
async function addressOf(how: Reached, as = how.as): Promise<string> {
  const { page, child } = await sit(as)
  if (how.at !== undefined && how.sends) {
    const { field, name, text } = how.sends
    await page.goto(inject('address') + how.at)
    await page.setInputFiles(`[name="${field}"]`, { name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.locator('main form button').first().click()
    return new URL(page.url()).pathname
  }
  if (how.at !== undefined) return how.at.replace(':child', child)
  const before = how.from === undefined ? undefined : reached[how.from]
  let address = before ? await addressOf(before, as) : (how.from ?? '/')
  for (const selector of how.links ?? []) {
    await page.goto(inject('address') + address)
    const link = page.locator(selector).first()
    if ((await link.count()) === 0) throw new Error(`On ${page.url()} there is no ${selector}.`)
    address = (await link.getAttribute('href')) ?? ''
  }
  return address
}

const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Looks at a page at both widths. */
async function look({ page, complaints }: Sitting, address: string): Promise<void> {
  complaints.length = 0
  await page.setViewportSize(DESK)
  const reply = await page.goto(inject('address') + address)
  expect([200, address], await page.title()).toEqual([reply?.status(), address])
  await accessible(page)
  await page.setViewportSize(PHONE)
  expect(await tooWide(page), `${address} is wider than a phone`).toBeLessThanOrEqual(0)
  await accessible(page)
  expect(complaints, `the browser about ${address}`).toEqual([])
}

afterAll(closeBrowser)

const isForm = (path: string) => path.includes('/record/')
const all = [...pages.map(p => p.path), ...publicPages.map(p => p.path)]

test('every page is in the list of those that are looked at, and the list holds nothing else', () => {
  const named = all.filter(path => !isForm(path)).toSorted()
  expect([...Object.keys(reached), ...files].toSorted()).toEqual(named)
})

describe('pages', () => {
  test.each(Object.entries(reached))('%s', async (_, how) => {
    const address = await addressOf(how)
    await look(await sit(how.as), address)
  })
})

describe('the home of each', () => {
  test.each(everybody)('%s', async as => look(await sit(as), as === 'Elected member' ? '/digest' : '/'))
})

describe('forms', () => {
  test.each(pages.map(p => p.path).filter(isForm))('%s', async path => {
    const how = forms[path]
    if (how) return await look(await sit(how.as), await addressOf(how))
    const director = path.startsWith('/plan/') || path.startsWith('/boards/')
    for (const as of director ? ['Director'] : ['Team manager', 'Independent reviewing officer']) {
      const at = await sit(as)
      const address = path
        .replace(':child', at.child)
        .replace(':risk', 'R1')
        .replace('/board/:id', '/board/B1')
        .replace(':id', 'A1')
      const reply = await at.page.request.get(inject('address') + address)
      // What one role does not write, another does.
      if (reply.status() === 403) continue
      return await look(at, address)
    }
    throw new Error(`None of those asked may open ${path}.`)
  })
})
