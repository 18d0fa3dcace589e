import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'

const base = process.env.BASE ?? 'http://127.0.0.1:3456'
const [who, ...paths] = process.argv.slice(2)
const args = chromium.args.filter(a => a !== '--single-process')
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args })
const page = await browser.newPage({ viewport: { width: 1360, height: 900 } })
page.on('response', r => r.status() >= 400 && console.log(r.status(), r.url()))
page.on('console', m => m.type() === 'error' && console.log('console:', m.text()))
await page.goto(base + '/sign-in')
await page.locator('.gt-person-choice', { hasText: who }).first().locator('button').click()
await page.getByRole('button', { name: 'Sign out' }).waitFor()
for (const p of paths) {
  const [path, name] = p.split('=>')
  const t = Date.now()
  const r = await page.goto(base + path)
  await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true })
  console.log(name, r?.status(), Date.now() - t)
}
await browser.close()
