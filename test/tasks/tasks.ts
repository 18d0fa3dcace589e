import type { Page } from 'playwright-core'
import type { Hands } from './hands.ts'

/** How somebody knows, and the ledger shows, that it was recorded. */
interface Recorded {
  /** The type of the entry that must be in the ledger; null where nothing is written. */
  readonly type: string | null
  /** What the page says afterwards. */
  readonly says: RegExp
}

/** One of the tasks done most often, from the home page of who does it. */
export interface Task {
  readonly name: string
  /** As the sign-in page of the demonstration says it. */
  readonly role: string
  readonly recorded: Recorded
  /** Questions of which the page itself says that none need be answered. */
  readonly free?: RegExp
  /** What must be told though each question by itself may be left blank: a name, or an address. */
  readonly alsoAsked?: readonly string[]
  /** @param mark words that nobody else writes, to be found in the ledger */
  run(hands: Hands, mark: string): Promise<void>
}

const box = (page: Page, label: string | RegExp) => page.getByLabel(label).first()
const button = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name }).first()
const taskRow = (page: Page, words: string) =>
  page
    .locator('.gt-task')
    .filter({ has: page.getByRole('link', { name: words, exact: true }) })
    .first()
const firstChild = (page: Page) => page.locator('.gt-task__child').first()
const nav = (page: Page, name: string) =>
  page.getByRole('navigation').first().getByRole('link', { name, exact: true })

/** A holder against whom nothing stands: within the limit, registered, and not newly qualified. */
const freeHolder = (page: Page) =>
  page
    .locator('.govuk-radios__item')
    .filter({ hasNotText: /over the limit|newly qualified|not registered|away/i })
    .locator('input[name="worker"]')

export const tasks: readonly Task[] = [
  {
    name: 'Visit',
    role: 'Social worker',
    recorded: { type: 'statutory-visit', says: /Statutory visit recorded/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(taskRow(page, 'Visit the child').getByRole('link', { name: 'Record it' }))
      await hands.choose(page.getByLabel('Yes, alone'))
      await hands.type(box(page, 'What did the child say, or show?'), `${mark} Likes the new room.`)
      await hands.type(box(page, 'What happens next?'), 'I ring the school on Monday.')
      await hands.send(button(page, 'Record'))
    },
  },
  {
    name: 'Case note',
    role: 'Social worker',
    recorded: { type: 'case-note', says: /Case note recorded/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(firstChild(page))
      await hands.open(button(page, 'Case note'))
      await hands.choose(page.getByLabel('Telephone call'))
      await hands.type(box(page, 'In a line'), 'Rang the school')
      await hands.type(box(page, /What happened, and what does it mean/), `${mark} Settled since Monday.`)
      await hands.send(button(page, 'Record'))
    },
  },
  {
    name: 'Contact',
    role: 'Social worker',
    recorded: { type: 'contact-received', says: /Written down/ },
    free: /^c\d+_/,
    alsoAsked: ['Who is the child?'],
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(nav(page, 'Write down a contact'))
      await hands.choose(page.getByRole('radio', { name: 'No', exact: true }).first())
      await hands.type(box(page, /^Given names/), 'Rook')
      await hands.type(box(page, /^Family name/), 'Bright')
      await hands.type(box(page, /What are they worried about/), `${mark} Comes to school hungry.`)
      await hands.pick(box(page, 'Who are they?'), 'School')
      await hands.send(button(page, 'Send to the front door'))
    },
  },
  {
    name: 'Decision',
    role: 'Team manager',
    recorded: { type: 'managers-decision', says: /Manager.s decision recorded/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(firstChild(page))
      await hands.open(button(page, "Manager's decision"))
      await hands.type(box(page, 'What is decided?'), 'Allocate today')
      await hands.type(box(page, 'Why?'), `${mark} Nobody knows how the child is.`)
      await hands.type(box(page, 'What must happen next, and who does it?'), 'Duty visits tomorrow.')
      await hands.send(button(page, 'Record'))
    },
  },
  {
    name: 'Allocation',
    role: 'Team manager',
    recorded: { type: 'allocation', says: /recorded|is (now )?the worker|allocated/i },
    run: async hands => {
      const { page } = hands
      await hands.open(page.getByRole('link', { name: /^Nobody is allocated/ }).first())
      await hands.choose(freeHolder(page).first())
      await hands.send(button(page, /^(Allocate|Change)$/))
    },
  },
  {
    name: 'Assessment sign-off',
    role: 'Team manager',
    recorded: { type: 'signature', says: /Signed off by/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(nav(page, 'Team'))
      await hands.open(page.getByRole('link', { name: /To sign off/ }).first())
      await hands.open(
        page
          .locator('main a[href*="/entry/"]')
          .filter({ hasText: /assessment/i })
          .first(),
      )
      await hands.type(page.locator('#sign'), mark)
      await hands.send(button(page, 'Sign off'))
    },
  },
  {
    name: 'Supervision note',
    role: 'Team manager',
    recorded: { type: 'supervision', says: /recorded|held/i },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(nav(page, 'Team'))
      await hands.open(page.locator('main a[href^="/supervision/"]').first())
      await hands.unfold(page.getByRole('link', { name: /^On to the part of/ }))
      await hands.type(
        box(page, 'What did you think through together?'),
        `${mark} We wondered why the visits felt flat, and what else could explain it than the move. It may be that he is afraid of another change.`,
      )
      await hands.send(button(page, /^Record/))
    },
  },
  {
    name: 'Review',
    role: 'Independent reviewing officer',
    recorded: { type: 'looked-after-review', says: /Looked after review recorded/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(taskRow(page, 'Hold the review').getByRole('link', { name: 'Record it' }))
      await hands.choose(page.getByLabel('Attended and spoke'))
      await hands.type(
        box(page, 'What was decided, who does it, and by when?'),
        `${mark} School place by May.`,
      )
      await hands.send(button(page, 'Record'))
    },
  },
  {
    name: 'Missing episode',
    role: 'Social worker',
    recorded: { type: 'missing-episode', says: /Missing episode recorded/ },
    run: async (hands, mark) => {
      const { page } = hands
      await hands.open(firstChild(page))
      await hands.open(page.getByRole('link', { name: 'Record something else' }))
      await hands.open(page.locator('main').getByRole('link', { name: 'Missing episode', exact: true }))
      await hands.choose(page.getByLabel('Missing: nobody knows where'))
      await hands.type(box(page, /Who has been told/), `${mark} Police told.`)
      await hands.send(button(page, 'Record'))
    },
  },
  {
    name: 'Find a child',
    role: 'Social worker',
    recorded: { type: null, says: /This child now/ },
    run: async hands => {
      const { page } = hands
      const name = (await firstChild(page).textContent()) ?? ''
      await hands.open(nav(page, 'Find a child'))
      await hands.type(page.getByRole('searchbox'), name.trim())
      await hands.enter()
      await hands.open(page.locator('main').getByRole('link', { name: name.trim() }).first())
    },
  },
]
