import type { Page } from 'playwright-core'

/** A question as it stands on the page. */
export interface Question {
  readonly name: string
  readonly label: string
  /** Not said to be optional. */
  readonly asked: boolean
  readonly answered: boolean
}

/** The questions that can be seen in the forms of a page that record something, each once. */
export const questionsOn = async (page: Page): Promise<readonly Question[]> =>
  await page.evaluate(() => {
    const found = new Map<string, { name: string; label: string; asked: boolean; answered: boolean }>()
    const controls = document.querySelectorAll<HTMLInputElement>(
      'main form[method="post"] :is(input, select, textarea)[name]',
    )
    for (const c of controls) {
      if (c.type === 'hidden' || c.type === 'file' || !c.checkVisibility()) continue
      const ticked = c.type === 'radio' || c.type === 'checkbox'
      const legend = c.closest('fieldset')?.querySelector('legend')
      const label = (ticked ? legend : c.labels?.[0])?.textContent?.trim() ?? ''
      // A tick by itself asks nothing that must be answered.
      const asked = label !== '' && !label.includes('(optional)')
      const answered = ticked ? c.checked : c.value.trim() !== ''
      const before = found.get(c.name)
      found.set(c.name, { name: c.name, label, asked, answered: answered || before?.answered === true })
    }
    return [...found.values()]
  })
