import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Client, Seen } from '../../../test/support/app.ts'
import { planned, report } from './test-planned.ts'

const { app, analyst, load } = await planned()

/** Sends a file as a browser would. */
async function upload(client: Client, page: Seen, name: string, bytes: Uint8Array, pasted = '') {
  const hidden = page.forms[0]?.fields ?? {}
  const body = new FormData()
  for (const [field, value] of Object.entries({ ...hidden, pasted })) body.append(field, String(value))
  body.append('report', new Blob([bytes as BlobPart]), name)
  const sent = new Response(body)
  const reply = await app.server.inject({
    method: 'POST',
    url: '/plan/load',
    headers: { cookie: `gt=${client.token}`, 'content-type': sent.headers.get('content-type') ?? '' },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
  return { status: reply.statusCode, html: reply.body, to: reply.headers.location }
}

describe('what is no report', () => {
  test.each([
    ['photo.png', Buffer.from('\u0089PNG\r\n\u001a\n….', 'latin1'), 'which cannot be read'],
    ['empty.txt', Buffer.from(''), 'No report came'],
    ['letter.txt', Buffer.from('Dear Ms Stone, thank you for the biscuits.'), 'not an inspection report'],
    ['report.pdf', Buffer.from('not a PDF at all'), 'is called a PDF but is none'],
  ])('%s is refused with what to do, and what was pasted stays', async (name, bytes, says) => {
    const page = await analyst.get('/plan/load')
    const pasted = name === 'empty.txt' ? '' : 'Inspection of something'
    const reply = await upload(analyst, page, name, bytes, pasted)
    expect(reply.status).toBe(422)
    expect(reply.html).toContain(says)
    expect(reply.html).toContain(pasted)
  })

  test('nothing at all is asked for again', async () => {
    const seen = await load({ pasted: '  ' })
    expect(seen.status).toBe(422)
    expect(seen.problems[0]?.text).toMatch(/^No report came/)
  })
})

describe('other reports', () => {
  const medway = new URL('../../../../shared/reports/medway-2011.txt', import.meta.url)

  test.skipIf(!existsSync(medway))('a real one gives its 18 areas, each with its time', async () => {
    const reply = await upload(
      analyst,
      await analyst.get('/plan/load'),
      'medway-2011.txt',
      readFileSync(medway),
    )
    expect(reply.to).toBe('/plan/inspection/I1')
    const seen = await analyst.get('/plan/inspection/I1')
    expect(seen.text).toContain('and 18 areas for improvement')
    expect(seen.html.match(/class="gt-area"/g)).toHaveLength(18)
    expect(seen.text).toContain('due 18 Feb 2012')
    expect(seen.text).not.toContain('no day set')
  })

  test('one without its day is asked about; the day said counts every other, and a new wrong one is refused', async () => {
    const undated = report.replace('Published: 12 June 2026', '').replace('Eastmere\n', 'Westmere\n')
    const { to = '' } = await load({ pasted: undated })
    const seen = await analyst.get(to)
    expect(seen.text).toContain('Please check')
    expect(seen.text).toContain('no day set')
    const early = await analyst.post(`${to}/cover`, { published: '1/5/2026' })
    expect(early.problems[0]?.text).toContain('before the inspection ended')
    const right = await analyst.post(`${to}/cover`, { published: '26/6/2026', _checked: 'yes' })
    const after = await analyst.follow(right)
    expect(after.text).toContain('due 26 Sep 2026')
    expect(after.text).not.toContain('no day set')
    expect(after.text).not.toContain('Please check')
  })
})
