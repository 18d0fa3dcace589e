import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { accessible, address, closeBrowser, personAt, visit } from '../support/browser.ts'

afterAll(closeBrowser)

const report = readFileSync(new URL('../../seed/library/tarnholt-2024-ilacs.txt', import.meta.url))
const WHAT = 'Every plan says what happens if it fails, and a manager checks three a week'

test('a report is loaded, its area planned for, called done; an audit says otherwise, and so does the paper', async () => {
  // The director loads a published report, checks what was read, and plans for an area of it.
  const director = (await personAt('Director')).page
  await visit(director, '/plan/load')
  await director.setInputFiles('[name=report]', {
    name: 'tarnholt.txt',
    mimeType: 'text/plain',
    buffer: report,
  })
  await director.getByRole('button', { name: 'Read the report' }).click()
  await accessible(director)
  await director.getByRole('button', { name: /confirm them/ }).click()
  const area = director.locator('main a[href^="/plan/action/new"]').nth(1)
  await area.click()
  await director.locator('[name=outcome]').fill('No child waits while a plan that does not work goes on.')
  await director.locator('[name=what]').fill(WHAT)
  await director.locator('[name=lead]').fill('Violet Rainbow, team manager')
  await director.locator('[name=due]').fill('31/12/2027')
  await director.getByRole('button', { name: 'Plan it' }).click()
  await director.waitForURL(/\/plan\/action\/A\d+$/)
  const action = new URL(director.url()).pathname
  await accessible(director)

  // Success is bound to what audits find of plans; then the work is called complete.
  await visit(director, `${action}/record/audit-measure-bound`)
  await director.locator('[name=standard]').selectOption('case-file|plan')
  await director.locator('[name=target]').fill('90')
  await director.locator('[name=targetBy]').fill('31/12/2027')
  await director.getByRole('button', { name: 'Record' }).click()
  await visit(director, `${action}/record/delivery-marked`)
  await director.locator('[name=brag][value=blue]').check()
  await director.locator('[name=why]').fill('The form has the question now.')
  await director.getByRole('button', { name: 'Record' }).click()
  const said = async () => {
    await visit(director, '/plan')
    const claims = director.locator('.moj-alert', { hasText: 'The figures say otherwise' })
    const mine = claims.locator('li', { hasText: WHAT })
    return /audits say ([\d.]+)% \((\d+) of (\d+)\)/.exec((await mine.textContent()) ?? '')
  }
  const before = await said()
  if (!before) throw new Error('Nothing contradicts the claim.')

  // An auditor reads one more file, and finds its plan wanting.
  const auditor = (await personAt('Auditor')).page
  await visit(auditor, '/audits/mine')
  const files = await auditor
    .getByRole('link', { name: /Audit this file/ })
    .evaluateAll(links => links.map(a => a.getAttribute('href') ?? ''))
  // A blind second grading counts only once it is agreed: which comes first hangs on the day.
  for (const file of files) {
    await visit(auditor, file)
    if ((await auditor.getByText('Second grading, blind').count()) === 0) break
  }
  await accessible(auditor)
  const path = new URL(auditor.url()).pathname
  const names = await auditor
    .locator('input[type=radio][value=good]')
    .evaluateAll(all => all.map(radio => radio.getAttribute('name') ?? ''))
  for (const name of names)
    await auditor
      .locator(`[name="${name}"][value="${name === 'grade_plan' ? 'inadequate' : 'good'}"]`)
      .check()
  await auditor.locator('[name=why_plan]').fill('The plan does not say what happens if nothing changes.')
  await auditor.locator('[name=overallWhy]').fill('Careful work, with a plan that could not be followed.')
  await auditor.getByRole('button', { name: 'Finish the audit' }).click()
  expect(await auditor.locator('.govuk-error-summary').count(), path).toBe(0)
  await accessible(auditor)

  // The plan counts it, and leads to the audits behind the figure.
  const after = await said()
  expect([Number(after?.[2]), Number(after?.[3])]).toEqual([Number(before[2]), Number(before[3]) + 1])
  await director
    .locator('.moj-alert li', { hasText: WHAT })
    .getByRole('link', { name: /audits say/ })
    .click()
  expect(await director.locator('main').textContent()).toContain(`${after?.[2]} of ${after?.[3]}`)
  await accessible(director)

  // The paper about that report says it too, in the same words and figures.
  await visit(director, '/plan/papers/new')
  await director.locator('[name=kind][value=cabinet]').check()
  await director.locator('[name=body]').fill('Cabinet')
  await director.locator('[name=meeting]').fill('31/12/2027')
  await director.locator('[name=inspection]').selectOption({ label: 'Inspection report of tarnholt.txt' })
  await director.getByRole('button', { name: 'Begin it' }).click()
  await director.waitForURL(/\/plan\/papers\/P\d+/)
  await accessible(director)
  await director.goto(`${address()}${new URL(director.url()).pathname.replace(/\/edit$/, '')}`)
  const paper = (await director.locator('article').textContent()) ?? ''
  expect(paper).toContain(WHAT)
  expect(paper).toMatch(new RegExp(`audits say ${after?.[1]}% \\(${after?.[2]} of ${after?.[3]}\\)`))
})
