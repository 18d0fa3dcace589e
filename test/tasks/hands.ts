import type { Locator, Page } from 'playwright-core'
import { type Question, questionsOn } from './questions.ts'

/** Somebody who works with the keyboard alone, each of whose presses is counted. */
export interface Hands {
  readonly page: Page
  /** Goes along the page by Tab until a thing has the focus. */
  reach(thing: Locator): Promise<void>
  /** Opens a link or presses a button that leads to another page. */
  open(thing: Locator): Promise<void>
  /** Opens what is folded, or presses what stays on the page. */
  unfold(thing: Locator): Promise<void>
  /** Types an answer. */
  type(box: Locator, words: string): Promise<void>
  /** Chooses one of some, by the arrows. */
  choose(radio: Locator): Promise<void>
  /** Picks from a list by its first letters. */
  pick(list: Locator, letters: string): Promise<void>
  /** Presses Enter in a box, which sends its form. */
  enter(): Promise<void>
  /** Sends the form by its button, and notes what it asked. */
  send(button: Locator): Promise<void>
}

export interface Counts {
  /** Pages opened, from the home page to the one that is sent. */
  pages: number
  /** Keys to get about and to choose, and letters typed as answers. */
  keys: number
  letters: number
  /** Times a form was sent to be recorded. */
  sends: number
  /** The address that was sent, without what names a child. */
  where: string
  /** What had to be answered and was not filled in beforehand. */
  asked: readonly Question[]
}

/** How far anybody goes by Tab before the way is no way. */
const FAR = 260

const has = (thing: Locator): Promise<boolean> =>
  thing.first().evaluate(element => element === document.activeElement)

const whereIs = (page: Page): string =>
  new URL(page.url()).pathname
    .replace(/\/child\/[A-Z0-9]{6,}/, '/child/…')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replace(/(supervision|front-door)\/[A-Z0-9]{2,}$/, '$1/…')

/** Hands on a page that stands at its home. The counts grow as they work. */
export function handsOn(page: Page): { readonly hands: Hands; readonly counts: Counts } {
  const counts: Counts = { pages: 0, keys: 0, letters: 0, sends: 0, where: '', asked: [] }
  let fresh = true
  let before: readonly Question[] = []

  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i += 1) {
      counts.keys += 1
      await page.keyboard.press(key)
    }
  }

  /** From the top of a page the first stop leads past the navigation. */
  const skip = async (thing: Locator) => {
    if (!fresh) return
    fresh = false
    if (!(await thing.first().evaluate(element => element.closest('main') !== null))) return
    await press('Tab')
    await press('Enter')
  }

  const reach = async (thing: Locator) => {
    await skip(thing)
    for (let i = 0; i < FAR && !(await has(thing)); i += 1) await press('Tab')
    if (!(await has(thing))) throw new Error(`No way by Tab to ${thing} on ${page.url()}.`)
  }

  const leave = async (how: () => Promise<void>) => {
    await Promise.all([page.waitForEvent('domcontentloaded'), how()])
    await page.waitForLoadState('load')
    fresh = true
  }

  const arrive = async () => {
    counts.pages += 1
    before = await questionsOn(page)
  }

  const open = async (thing: Locator) => {
    await reach(thing)
    await leave(() => press('Enter'))
    await arrive()
  }

  return {
    counts,
    hands: {
      page,
      reach,
      open,
      unfold: async thing => {
        await reach(thing)
        await press('Enter')
      },
      type: async (box, words) => {
        await reach(box)
        counts.letters += words.length
        await page.keyboard.type(words)
      },
      choose: async radio => {
        const name = (await radio.first().getAttribute('name')) ?? ''
        const group = page.locator(`input[name="${name}"]`)
        await skip(radio)
        const inGroup = () =>
          group.evaluateAll(all => all.some(element => element === document.activeElement))
        for (let i = 0; i < FAR && !(await inGroup()); i += 1) await press('Tab')
        if (await has(radio)) return await press('Space')
        const size = await group.count()
        for (let i = 0; i < size && !(await has(radio)); i += 1) await press('ArrowDown')
        if (!(await has(radio))) throw new Error(`No way by the arrows to ${radio}.`)
      },
      pick: async (list, letters) => {
        await reach(list)
        counts.keys += letters.length
        await page.keyboard.type(letters)
      },
      enter: async () => {
        await leave(() => press('Enter'))
        await arrive()
      },
      send: async button => {
        await reach(button)
        const filled = new Set(before.filter(q => q.answered).map(q => q.name))
        counts.asked = (await questionsOn(page)).filter(q => q.asked && !filled.has(q.name))
        counts.where = whereIs(page)
        counts.sends += 1
        await leave(() => press('Enter'))
      },
    },
  }
}
