import { createServer } from 'node:http'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assetUrl, prepareAssets } from './prepare.ts'

// The scripts in a real browser, under the policy the product sends, with a clock the test moves on.

type Draft = { readonly body: string }
let drafts: Draft[] = []
let answer: { status: number; location?: string } = { status: 204 }
let inside = { token: 'token', person: 'Amy Thistle' }

const html = `<!doctype html><html lang="en-GB"><head><title>Visit</title>
  <script type="module" src="${assetUrl('init.js')}"></script>
  <script type="module" src="${assetUrl('draft.js')}"></script></head>
  <body><div class="gt-person"><span>%PERSON%</span></div><form method="post" action="/visit" data-draft="/draft">
    <input type="hidden" name="_csrf" value="%TOKEN%"><textarea name="views"></textarea>
    <input type="password" name="pin"><p data-draft-status aria-live="polite"></p><button>Save</button>
  </form></body></html>`

const server = createServer((request, response) => {
  const asset = prepareAssets().get((request.url ?? '').replace('/assets/', ''))
  if (request.method === 'POST' && request.url === '/draft') {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      drafts.push({ body })
      if (new URLSearchParams(body).get('_csrf') !== inside.token) return void response.writeHead(403).end()
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end()
    })
    return
  }
  response.setHeader('content-security-policy', "default-src 'self'")
  response.setHeader('content-type', asset?.type ?? 'text/html; charset=utf-8')
  const shown = html.replace('%TOKEN%', inside.token).replace('%PERSON%', inside.person)
  response.end(asset?.body ?? (request.url === '/' ? shown : '<!doctype html><title>Elsewhere</title>'))
})

let browser: Browser
let page: Page

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // In a single process the browser would end with its first page.
  const args = chromium.args.filter(arg => arg !== '--single-process')
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
})

afterAll(async () => {
  await browser.close()
  server.close()
})

beforeEach(async () => {
  drafts = []
  answer = { status: 204 }
  inside = { token: 'token', person: 'Amy Thistle' }
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  page = await browser.newPage()
  await page.clock.install({ time: new Date('2026-03-02T17:05:00Z') })
  await page.goto(`http://127.0.0.1:${port}/`)
  return () => page.close()
})

const status = () => page.locator('[data-draft-status]')
const says = (words: string | RegExp) => expect.poll(() => status().textContent()).toMatch(words)

test('the page says that scripts run once the components have started', async () => {
  await expect
    .poll(() => page.locator('body').getAttribute('class'))
    .toBe('js-enabled govuk-frontend-supported')
})

describe('a draft', () => {
  test('is sent some seconds after the last key, not at each, and says when', async () => {
    await page.locator('textarea').pressSequentially('She said & smiled')
    expect(drafts).toHaveLength(0)
    await page.clock.runFor(3100)
    await says('Saved 17:05')
    expect(drafts).toHaveLength(1)
    const sent = new URLSearchParams(drafts[0]?.body)
    expect(Object.fromEntries(sent)).toEqual({ _csrf: 'token', views: 'She said & smiled' })
  })

  test('is not sent while nothing changes', async () => {
    await page.clock.runFor(60_000)
    expect(drafts).toHaveLength(0)
  })

  test('that did not arrive is tried again until it does', async () => {
    await page.context().setOffline(true)
    await page.locator('textarea').fill('Kept')
    await page.clock.runFor(3100)
    await says('Not saved: you are offline, keep this page open')
    expect(await page.locator('textarea').inputValue()).toBe('Kept')
    await page.context().setOffline(false)
    await page.clock.runFor(10_100)
    await says('Saved 17:05')
    expect(drafts.at(-1)?.body).toContain('views=Kept')
  })

  test.each([
    ['the server refuses', { status: 500 }, /^Not saved: the server answered 500\. Keep this page open/],
    ['the session has ended', { status: 303, location: '/sign-in' }, /^Not saved: you are signed out\. Keep/],
    ['the server says who is this', { status: 401 }, /^Not saved: you are signed out\. Keep/],
  ])('is never said to be saved when %s', async (_, given, words) => {
    answer = given
    await page.locator('textarea').fill('Kept')
    await page.clock.runFor(3100)
    await says(words)
  })

  test('goes on after its writer has signed in again in another tab', async () => {
    inside = { ...inside, token: 'a new one' }
    await page.locator('textarea').fill('Kept')
    await page.clock.runFor(3100)
    await says('Saved 17:05')
    expect(drafts.at(-1)?.body).toContain('_csrf=a+new+one')
    expect(await page.locator('input[name="_csrf"]').inputValue()).toBe('a new one')
  })

  test('is never kept as another person’s, who has signed in since', async () => {
    inside = { token: 'theirs', person: 'Bo Larch' }
    await page.locator('textarea').fill('Mine')
    await page.clock.runFor(3100)
    await says(/^Not saved: somebody else has signed in here/)
    expect(drafts).toHaveLength(1)
    expect(await page.locator('textarea').inputValue()).toBe('Mine')
  })

  test('is sent at once when the page is left', async () => {
    await page.locator('textarea').fill('Leaving')
    await page.goto('about:blank')
    await expect.poll(() => drafts.length).toBe(1)
    expect(drafts[0]?.body).toContain('views=Leaving')
  })

  test('is not sent after the form itself, which would bring it back', async () => {
    await page.locator('textarea').fill('For good')
    await page.locator('button').click()
    await page.waitForURL('**/visit')
    await page.clock.runFor(10_000)
    expect(drafts).toHaveLength(0)
  })
})
