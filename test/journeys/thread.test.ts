import { readFileSync } from 'node:fs'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { accessible, address, closeBrowser, personAt, visit } from '../support/browser.ts'

afterAll(closeBrowser)

/** The figure that moves on the day an overdue visit is recorded. */
const CODE = 'LACSEEN'

interface Read {
  readonly value: number
  readonly yes: number
  readonly of: number
}

async function readFigure(page: Page, code: string): Promise<Read> {
  await visit(page, `/digest/${code}`)
  const words = (await page.locator('.govuk-body-l').first().textContent()) ?? ''
  const found = /([\d.]+)% on .*: (\d+) of (\d+)/.exec(words)
  if (!found) throw new Error(`No figure could be read in “${words}”`)
  return { value: Number(found[1]), yes: Number(found[2]), of: Number(found[3]) }
}

/** How many children are listed on all pages behind a figure, and whether one of them is this child. */
async function listed(
  page: Page,
  code: string,
  counts: 'yes' | 'no',
  child: string,
): Promise<{ n: number; there: boolean }> {
  let n = 0
  let there = false
  for (let number = 1; ; number += 1) {
    await page.goto(`${address()}/digest/${code}/children?counts=${counts}&page=${number}`)
    if (number === 1) await accessible(page)
    n += await page.locator('tbody tr').count()
    there ||= (await page.locator(`a[href="/child/${child}"]`).count()) > 0
    if ((await page.locator('.govuk-pagination__next').count()) === 0) return { n, there }
  }
}

async function wordsOfDownload(page: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const zip = await JSZip.loadAsync(readFileSync(await download.path()))
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? ''
  return xml.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('one overdue visit, recorded, travels: clock → figure → the children behind it → the plan’s measure → the paper', async () => {
  // A child whose visit is overdue: one of those behind the figure that do not count.
  const code = CODE
  const analyst = await personAt('Performance analyst')
  await visit(analyst.page, `/digest/${code}/children?counts=no`)
  const child =
    ((await analyst.page.locator('tbody a').first().getAttribute('href')) ?? '').split('/').at(-1) ?? ''

  // The worker on duty finds the child, and sees what is late.
  const worker = await personAt('Out-of-hours')
  await visit(worker.page, '/find')
  await worker.page.getByRole('searchbox').fill(child)
  await worker.page.getByRole('button', { name: 'Find' }).click()
  const late = worker.page.locator('.gt-next--late', { hasText: 'Visit the child' })
  const clock = (await late.getByRole('link').getAttribute('href')) ?? ''
  await accessible(worker.page)

  // The clock, its rule and where the rule comes from, before.
  await visit(worker.page, clock)
  expect(await worker.page.locator('main').textContent()).toMatch(
    /How it stands.*was due.*Rule.*within.*Source/s,
  )

  // The figure, and the child among those who do not count; as many listed as counted.
  const before = await readFigure(analyst.page, code)
  expect(await listed(analyst.page, code, 'no', child)).toEqual({ n: before.of - before.yes, there: true })
  expect(await listed(analyst.page, code, 'yes', child)).toEqual({ n: before.yes, there: false })

  // The director binds an action of the plan to that figure.
  const director = await personAt('Director')
  await visit(director.page, `/plan/action/A10/measure?indicator=${code}`)
  await director.page.getByLabel('Target', { exact: false }).first().fill('99')
  const by = director.page.locator('#targetBy')
  if ((await by.inputValue()) === '') await by.fill('31/3/2027')
  await director.page.getByRole('button', { name: 'Bind it' }).click()
  await director.page.waitForURL(/\/plan\/action\/A10$/)
  await accessible(director.page)
  const said = `${before.value}% (${before.yes} of ${before.of})`
  expect(await director.page.locator('main').textContent()).toContain(said)

  // The visit is recorded, on one page.
  await worker.page.goto(`${address()}/child/${child}/record/statutory-visit`)
  await worker.page.getByLabel('Yes, alone').check()
  await worker.page
    .getByLabel('What did the child say, or show?')
    .fill('Was glad of the visit, and asked about the next.')
  await worker.page.getByLabel('What happens next?').fill('The next visit is agreed.')
  await worker.page.getByRole('button', { name: 'Record', exact: true }).click()
  expect(await worker.page.getByRole('alert').textContent()).toMatch(/late, it was due/)
  await visit(worker.page, clock)
  expect(await worker.page.locator('main').textContent()).toMatch(/done .*late: it was due/)

  // The same fact in the figure, and in the list.
  const after = await readFigure(analyst.page, code)
  expect(after).toMatchObject({ yes: before.yes + 1, of: before.of })
  expect(await listed(analyst.page, code, 'yes', child)).toEqual({ n: after.yes, there: true })
  expect(await listed(analyst.page, code, 'no', child)).toEqual({ n: after.of - after.yes, there: false })

  // In the plan's measure, and in the paper for Cabinet.
  const now = `${after.value}% (${after.yes} of ${after.of})`
  await visit(director.page, '/plan/action/A10')
  expect(await director.page.locator('main').textContent()).toContain(now)
  await visit(director.page, '/plan')
  await visit(director.page, '/plan/papers')
  await director.page
    .getByRole('link', { name: /Cabinet paper/ })
    .last()
    .click()
  await accessible(director.page)
  const paper = await wordsOfDownload(director.page, () =>
    director.page.getByRole('button', { name: 'Download as a Word document' }).first().click(),
  )
  expect(paper).toContain(`${after.value}%`)
  expect(paper).toContain(`${after.yes} of ${after.of}`)

  // An elected member reads the plan and the figure, and is refused the child.
  const member = await personAt('Elected member')
  await visit(member.page, '/plan')
  const refused = await member.page.goto(`${address()}/digest/${code}/children`)
  expect(refused?.status()).toBe(403)
  for (const p of [worker, analyst, director, member]) await p.context.close()
})
