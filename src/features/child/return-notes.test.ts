import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { textOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

const { worker, manager, reviewer, nights } = cast

/** Of eleven years, in care since 5 January 2026. */
const wren = givenFile({ worker, reviewing: reviewer })
const closed = givenFile({
  name: ['Jay', 'Hill'],
  worker,
  reviewing: reviewer,
  more: id => [
    given(
      id,
      'case-note',
      { on: day('2026-01-07'), what: 'call', about: 'x', note: 'y', significant: 'no' },
      {
        sensitivity: 'confidential',
      },
    ),
  ],
})
const form = (code: string, type = 'looked-after-review') => `/child/${code}/record/${type}`

let app: App
let flo: Client
beforeAll(async () => {
  app = await appWith(subjectsOf([wren, closed]), entriesOf([wren, closed]))
  flo = await app.signInAs(reviewer)
})
afterAll(async () => await app.close())

/** Types into the form, as the script of drafts sends it; what it is told at each question. */
async function typed(
  client: Client,
  at: string,
  fields: Record<string, string>,
): Promise<Readonly<Record<string, string>>> {
  const open = await client.get(at)
  const hidden = open.forms.find(f => f.names.has('_entry'))?.fields ?? {}
  const kept = await client.raw(`${at}?keep=script`, { ...hidden, ...fields })
  expect(kept.status).toBe(200)
  const { notes } = JSON.parse(kept.html)
  return Object.fromEntries(Object.entries<string>(notes).map(([field, html]) => [field, textOf(html)]))
}

describe('while a worker writes', () => {
  test('a review on a day on which the child was not in care is told at its day', async () => {
    const notes = await typed(flo, form(wren.code), { heldOn: '30/12/2025', participation: 'PN1' })
    expect(Object.keys(notes)).toEqual(['heldOn'])
    expect(notes.heldOn).toMatch(/^The national return will leave this out\. .*not looked after on this day/)
  })

  test('a code that the return will reject is told at its question, with what to do', async () => {
    const notes = await typed(flo, form(wren.code), { heldOn: '30/1/2026', participation: 'PN0' })
    expect(Object.keys(notes)).toEqual(['participation'])
    expect(notes.participation).toMatch(/^The national return will reject this\. .*4/)
  })

  test('nothing, where it is well, or not written yet, or can’t be read', async () => {
    for (const fields of [
      { heldOn: '30/1/2026', participation: 'PN1' },
      { heldOn: '30/1/2026' },
      { heldOn: '31/2/2026', participation: 'PN0' },
      {},
    ])
      expect(await typed(flo, form(wren.code), fields)).toEqual({})
  })

  test('what it says is there when the form is opened again, without a script', async () => {
    await typed(flo, form(wren.code), { heldOn: '30/1/2026', participation: 'PN0' })
    expect((await flo.get(form(wren.code))).text).toContain('The national return will reject this.')
  })

  test('nothing of a file of which some is closed to the writer', async () => {
    const note = closed.entries.find(e => e.sensitivity === 'confidential')
    expect(note).toBeDefined()
    const cy = await app.signInAs(cast.stranger)
    await cy.post(`/child/${closed.code}/reason?then=/`, { reason: 'A neighbour’s child is his friend.' })
    const fields = { from: '5/2/2026', type: 'K2' }
    expect(await typed(cy, form(closed.code, 'placement'), fields)).toEqual({})
    const amy = await app.signInAs(worker)
    expect(Object.keys(await typed(amy, form(closed.code, 'placement'), fields))).not.toEqual([])
  })
})

describe('nothing stands in the way of saving', () => {
  test('what the return will reject is recorded all the same, and told after it', async () => {
    const sent = await flo.post(form(wren.code), {
      heldOn: '30/1/2026',
      participation: 'PN0',
      decisions: 'Go on.',
    })
    expect(sent.status).toBe(303)
    const after = await flo.follow(sent)
    expect(after.text).toContain('Looked after review recorded')
    expect(after.text).toContain('The national return will reject this.')
    const entry = /\/entry\/([0-9a-f-]+)"/.exec(after.html)?.[1]
    const page = await flo.get(`/child/${wren.code}/entry/${entry}`)
    expect(page.text).toContain('The national return will reject this.')

    const amend = `/child/${wren.code}/amend/${entry}`
    expect((await flo.get(amend)).text).toContain('The national return will reject this.')
    const right = { heldOn: '30/1/2026', participation: 'PN1', decisions: 'Go on.' }
    expect(await typed(flo, amend, right)).toEqual({})
    const amended = await flo.follow(await flo.post(amend, { ...right, _why: 'He spoke' }))
    expect(amended.text).not.toContain('The national return')
  })

  test('a day that is wrong is recorded all the same', async () => {
    const sent = await flo.post(form(wren.code), {
      heldOn: '29/12/2025',
      participation: 'PN1',
      decisions: 'Go on.',
    })
    expect(sent.status).toBe(303)
    expect((await flo.follow(sent)).text).toContain('The national return will leave this out.')
  })

  test('what is kept as a draft is kept, whatever the rules say of it', async () => {
    const gus = await app.signInAs(nights)
    await typed(gus, form(wren.code, 'placement'), { from: '5/2/2026', type: 'K2', carer: 'Mill Lane' })
    expect((await gus.get(form(wren.code, 'placement'))).html).toContain('value="Mill Lane"')
  })

  test('a form that no return looks at says as much as before', async () => {
    const di = await app.signInAs(manager)
    const at = form(wren.code, 'case-note')
    const hidden = (await di.get(at)).forms.find(f => f.names.has('_entry'))?.fields ?? {}
    expect((await di.raw(`${at}?keep=script`, { ...hidden, about: 'Rang' })).html).toBe('12:00')
  })
})
