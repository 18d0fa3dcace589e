import { afterAll, describe, test } from 'vitest'
import { pages } from '../../src/features/pages.ts'
import { address, closeBrowser } from '../support/browser.ts'
import { addressOf, look, sit } from './look.ts'
import { everybody, forms } from './reached.ts'

// Every form that writes, and the page at which each of those who work here comes in. The other pages stand in
// `every-page.test.ts`.

afterAll(closeBrowser)

const isForm = (path: string) => path.includes('/record/')

describe('the home of each', () => {
  test.each(everybody)('%s', async as => look(await sit(as), as === 'Elected member' ? '/digest' : '/'))
})

describe('forms', () => {
  test.each(pages.map(p => p.path).filter(isForm))('%s', async path => {
    const how = forms[path]
    if (how) return await look(await sit(how.as), await addressOf(how))
    const director = path.startsWith('/plan/') || path.startsWith('/boards/')
    for (const as of director ? ['Director'] : ['Team manager', 'Independent reviewing officer']) {
      const at = await sit(as)
      const form = path
        .replace(':child', at.child)
        .replace(':risk', 'R1')
        .replace('/board/:id', '/board/B1')
        .replace(':id', 'A1')
      const reply = await at.page.request.get(address() + form)
      // What one role does not write, another does.
      if (reply.status() === 403) continue
      return await look(at, form)
    }
    throw new Error(`None of those asked may open ${path}.`)
  })
})
