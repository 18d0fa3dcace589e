import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { openStore } from '../../src/store/connection.ts'
import { startProduct } from '../support/run-product.ts'
import { type Measured, measure } from './measure.ts'
import { notRecorded } from './recorded.ts'
import { questionsOf, tableOf } from './table.ts'
import { tasks } from './tasks.ts'

// `npm run tasks`: the ten commonest tasks in a browser, with the keyboard, on a demonstration of their own; prints what
// each took, and fails where one could not be done or left nothing in the record.

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tasks-'))
const since = new Date().toISOString()
console.log('Starting a demonstration to work in …')
const product = await startProduct(folder)
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter(arg => arg !== '--single-process'),
})
const done: (readonly [(typeof tasks)[number], Measured])[] = []
const failed: string[] = []
try {
  for (const task of tasks) {
    try {
      done.push([task, await measure(browser, product.address, task)])
    } catch (error) {
      failed.push(`${task.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
} finally {
  await browser.close()
  await product.stop()
}
const store = await openStore({ folder })
const missing = await notRecorded(store, done, since)
await store.close()
rmSync(folder, { recursive: true, force: true })

const measured = done.map(([, m]) => m)
console.log(tableOf(measured))
console.log(questionsOf(measured))
for (const say of failed) console.error(say)
for (const name of missing)
  console.error(`${name}: the page said it was recorded, and the ledger has no such entry.`)
if (failed.length + missing.length > 0) process.exitCode = 1
