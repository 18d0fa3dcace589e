import { describe, expect, test } from 'vitest'
import { linksOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { codeOf, publicPages, school } from './test-contact.ts'

const { app, anybody, later, entriesOf } = await publicPages()

describe('a call written down by staff', () => {
  const call = { ...school, sort: 'worry', danger: 'no', receivedOn: 'today' }

  test('by a social worker, who is told what to tell the caller', async () => {
    later()
    const worker = await app.signInAs(cast.worker)
    const sent = await worker.post('/front-door/new', call, { files: [] })
    const taken = await worker.follow(sent)
    const reference = /Reference (C[2-9A-Z]{7})/.exec(taken.text)?.[1] ?? ''
    expect((await entriesOf(reference)).map(e => e.author)).toEqual([cast.worker.id, cast.worker.id])
    const follows = await anybody.post('/contact/follow', { reference, code: codeOf(taken) ?? '' })
    expect(follows.title).toContain('We have it')
    const colleague = await app.signInAs(cast.colleague)
    expect(codeOf(await colleague.get(sent.to ?? ''))).toBeNull()
  })

  test('by a manager, who goes on to decide it', async () => {
    later()
    const manager = await app.signInAs(cast.manager)
    const sent = await manager.post('/front-door/new', call)
    expect(sent.to).toMatch(/^\/front-door\/C[2-9A-Z]{7}$/)
    const decide = await manager.follow(sent)
    expect(decide.text).toContain('Seen alone in the park')
  })

  test('with a file, for the front door alone', async () => {
    later()
    const manager = await app.signInAs(cast.manager)
    const page = await manager.get('/front-door/new')
    const files = [{ field: 'documents_new', name: 'note.txt', bytes: 'A note' }]
    const sent = await manager.send(page, '/front-door/new', call, { files })
    const link = linksOf((await manager.follow(sent)).html).find(l => l.text.includes('note.txt'))
    const file = await manager.get(link?.href ?? '')
    expect([file.status, file.html, file.headers['content-disposition']]).toEqual([
      200,
      'A note',
      expect.stringContaining('attachment'),
    ])
    const worker = await app.signInAs(cast.worker)
    expect((await worker.get(link?.href ?? '')).status).toBe(403)
    expect((await manager.get('/front-door/C2222222/file/00')).status).toBe(404)
  })

  test('typed and not sent, it is there again', async () => {
    later()
    const worker = await app.signInAs(cast.worker)
    const page = await worker.get('/front-door/new')
    const { _csrf = '', ...fields } = page.forms[0]?.fields ?? {}
    const kept = await worker.raw('/front-door/new?keep=script', { ...fields, _csrf, concern: 'Half a call' })
    expect(kept.text).toMatch(/^\d\d:\d\d$/)
    const again = await worker.get('/front-door/new')
    expect(again.html).toContain('Half a call')
    expect((await worker.get('/')).text).toContain('Contact received for the front door')
    await worker.send(again, '/front-door/new', call)
    expect((await worker.get('/front-door/new')).html).not.toContain('Half a call')
    await worker.raw('/front-door/new?keep=script', { ...fields, _csrf, concern: 'A late copy' })
    expect((await worker.get('/front-door/new')).html).not.toContain('A late copy')
  })

  test('not by an analyst', async () => {
    const analyst = await app.signInAs(cast.analyst)
    expect((await analyst.get('/front-door/new')).status).toBe(403)
  })
})
