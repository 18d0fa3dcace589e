import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'

// Takes the pictures of README.md from a demonstration started for it.

const project = fileURLToPath(new URL('..', import.meta.url))
const folder = join(project, 'docs', 'pictures')
const SIZE = { width: 1200, height: 1150 }
/** A first start fills the demonstration. */
const PATIENCE = 180_000

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      )
    })
  })

/** Starts the demonstration on a data folder, and waits until it answers. */
async function startDemonstration(data: string): Promise<{ address: string; process: ChildProcess }> {
  const { DATABASE_URL: _server, ...env } = process.env
  const started = spawn(process.execPath, [join(project, 'bin', 'golden-thread.mjs'), 'start', '--demo'], {
    env: { ...env, GOLDEN_THREAD_DATA: data, PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const tooLong = setTimeout(() => reject(new Error('The demonstration did not start in time.')), PATIENCE)
    started.stdout?.on('data', chunk => {
      said += String(chunk)
      const at = /Golden Thread is at (\S+)/.exec(said)?.[1]
      if (at) {
        clearTimeout(tooLong)
        resolve(at)
      }
    })
    started.once('exit', code => reject(new Error(`The demonstration stopped with exit code ${code}.`)))
  })
  return { address, process: started }
}

/** A page signed in as the person whom the sign-in page offers for a role. */
async function signIn(browser: Browser, address: string, role: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  const person = page.locator('.gt-person-choice').filter({ has: page.getByText(role, { exact: true }) })
  await person.getByRole('button').first().click()
  return page
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  writeFileSync(join(folder, name), await page.screenshot({ animations: 'disabled' }))
  console.log(`docs/pictures/${name}`)
}

/** The first child in the worker's list, most pressing first. */
async function firstChild(page: Page): Promise<void> {
  await page.locator('.gt-task__child').first().click()
  await page.waitForURL(/\/child\//)
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const worker = await signIn(browser, address, 'Social worker')
  await firstChild(worker)
  await take(worker, 'child.png')
  const analyst = await signIn(browser, address, 'Performance analyst')
  await analyst.goto(`${address}/digest`)
  await take(analyst, 'digest.png')
  const plan = await analyst.goto(`${address}/plan`)
  if (plan?.ok()) await take(analyst, 'plan.png')
  else console.log('docs/pictures/plan.png was not taken: there is no page at /plan.')
}

const data = mkdtempSync(join(tmpdir(), 'golden-thread-pictures-'))
mkdirSync(folder, { recursive: true })
const demonstration = await startDemonstration(data)
// In a single process the browser would end with its first page.
const args = chromium.args.filter(arg => arg !== '--single-process')
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
try {
  await takeAll(browser, demonstration.address)
} finally {
  await browser.close()
  const ended = new Promise(resolve => demonstration.process.once('exit', resolve))
  demonstration.process.kill('SIGTERM')
  await ended
  rmSync(data, { recursive: true, force: true })
}
