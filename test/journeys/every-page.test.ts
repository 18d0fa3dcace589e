import { afterAll, describe, expect, test } from 'vitest'
import { pages, publicPages } from '../../src/features/pages.ts'
import { closeBrowser } from '../support/browser.ts'
import { addressOf, look, sit } from './look.ts'
import { files, reached } from './reached.ts'

// Every page; the forms that write stand in `every-form.test.ts`, so that two processors have something to look at.

afterAll(closeBrowser)

const named = [...pages.map(p => p.path), ...publicPages.map(p => p.path)].filter(
  path => !path.includes('/record/'),
)

test('every page is in the list of those that are looked at, and the list holds nothing else', () => {
  expect([...Object.keys(reached), ...files].toSorted()).toEqual(named.toSorted())
})

describe('pages', () => {
  test.each(Object.entries(reached))('%s', async (_, how) => {
    const address = await addressOf(how)
    await look(await sit(how.as), address)
  })
})
