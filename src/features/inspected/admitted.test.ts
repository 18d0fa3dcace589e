import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { HERE } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'

const files = Array.from({ length: 6 }, () => givenFile())
let app: App
let director: Client
let analyst: Client

/** Back to the day of the others; a sitting of another day is over. */
const back = async () => {
  app.at(HERE)
  director = await app.signInAs(cast.director)
  analyst = await app.signInAs(cast.analyst)
}

beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  await back()
})
afterAll(async () => await app.close())

const AT = '/inspection/V1/inspectors'

/** Lets somebody in, and answers with what they sign in by. */
async function letIn(name: string, from: string, until: string) {
  const shown = await director.post(AT, { name, from, until }, { button: ['_do', 'new'] })
  const [, username = ''] = /User name\s+(\S+)/.exec(shown.text) ?? []
  const [, password = ''] = /Password\s+(\S+)/.exec(shown.text) ?? []
  return { shown, username, password }
}

const signIn = async (username: string, password: string) => {
  const reply = await app.browser().raw('/sign-in', { username, password })
  const cookie = String(reply.headers['set-cookie'] ?? '')
  return { reply, client: app.browser(/gt=([^;]+)/.exec(cookie)?.[1] ?? '') }
}

const OWN = 'three small red boats'

/** Signs in with the password that was shown, and chooses another, as is asked before anything else. */
async function settleIn(username: string, password: string) {
  const { client } = await signIn(username, password)
  const changed = await client.post('/account/password', { current: password, password: OWN })
  const cookie = String(changed.headers['set-cookie'] ?? '')
  return app.browser(/gt=([^;]+)/.exec(cookie)?.[1] ?? '')
}

describe('an inspector’s account', () => {
  test('its password is shown once, is changed at the first sign-in, and opens their first page', async () => {
    const { shown, username, password } = await letIn('Marlow Finch', '10/3/2026', '31/3/2026')
    expect([shown.status, username, password.length]).toEqual([200, 'v1-inspector-2', 24])
    for (const path of [AT, '/inspection/V1', '/staff'])
      expect([path, (await director.get(path)).html.includes(password)]).toEqual([path, false])
    const { client, reply } = await signIn(username, password)
    expect(reply.to).toBe('/')
    for (const path of ['/', '/inspection/mine', '/inspection/V1'])
      expect([path, (await client.get(path)).to]).toEqual([path, '/account/password'])
    const own = await settleIn(username, password)
    expect((await signIn(username, password)).reply.status).toBe(422)
    expect((await own.get('/inspection/mine')).text).toContain('until the end of 31 March 2026')
  })

  test('the same form sent twice lets in one', async () => {
    const page = await director.get(AT)
    const form = page.forms.find(f => f.names.has('_subject'))
    const fields = { ...form?.fields, name: 'Twice Over', from: '10/3/2026', until: '12/3/2026', _do: 'new' }
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    expect((await director.raw(AT, { ...fields, _csrf: token })).status).toBe(200)
    expect((await director.raw(AT, { ...fields, _csrf: token })).to).toBe(AT)
    expect((await director.get(AT)).text.match(/Twice Over 10 Mar 2026/g)?.length).toBe(1)
  })

  // Clocks in England go forward on 29 March 2026 at one in the morning, and back on 25 October 2026.
  test.each([
    ['28/3/2026', '2026-03-28T23:59:59.000Z', '2026-03-29T00:00:00.000Z'],
    ['29/3/2026', '2026-03-29T22:59:59.000Z', '2026-03-29T23:00:00.000Z'],
    ['24/10/2026', '2026-10-24T22:59:59.000Z', '2026-10-24T23:00:00.000Z'],
    ['25/10/2026', '2026-10-25T23:59:59.000Z', '2026-10-26T00:00:00.000Z'],
  ])('until %s runs to midnight in England, and open sessions end with it', async (until, last, over) => {
    const { username, password } = await letIn(`Until ${until}`, '10/3/2026', until)
    app.at(last)
    const client = await settleIn(username, password)
    expect((await client.get('/inspection/mine')).status).toBe(200)
    app.at(over)
    expect((await client.get('/inspection/mine')).to).toContain('/sign-in')
    const { reply } = await signIn(username, OWN)
    expect([reply.status, reply.text.includes('This account has ended')]).toEqual([422, true])
    await back()
  })

  test('it does not open before its first day', async () => {
    const { username, password } = await letIn('Early Bird', '12/3/2026', '20/3/2026')
    expect((await signIn(username, password)).reply.status).toBe(422)
    app.at('2026-03-12T00:00:00.000Z')
    expect((await signIn(username, password)).reply.to).toBe('/')
    await back()
  })

  test('ended early, it is refused from the next thing opened; a new password replaces the old', async () => {
    const { username, password } = await letIn('Rowan Tarn', '10/3/2026', '31/3/2026')
    const client = await settleIn(username, password)
    expect((await client.get('/inspection/mine')).status).toBe(200)
    const page = await director.get(AT)
    const own = page.html.slice(page.html.indexOf('Rowan Tarn'))
    const inspector = /name="inspector" value="([^"]+)"/.exec(own)?.[1] ?? ''
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    const renewed = await director.raw(AT, { inspector, _do: 'password', _csrf: token })
    const fresh = /Password\s+(\S+)/.exec(renewed.text)?.[1] ?? ''
    expect([fresh.length, fresh === password]).toEqual([24, false])
    expect((await signIn(username, OWN)).reply.status).toBe(422)
    expect((await client.get('/inspection/mine')).to).toContain('/sign-in')
    const again = await settleIn(username, fresh)
    expect((await again.get('/inspection/mine')).status).toBe(200)
    expect((await director.raw(AT, { inspector, _do: 'end', _csrf: token })).to).toBe(AT)
    expect((await again.get('/inspection/mine')).to).toContain('/sign-in')
    expect((await signIn(username, OWN)).reply.text).toContain('This account has ended')
    expect((await director.get('/staff')).text).not.toContain('Rowan Tarn')
  })

  test('an inspector whom no visit lets in has no place here', async () => {
    const stray = { ...cast.inspector, id: cast.member.id }
    expect((await (await app.signInAs(stray)).get('/inspection/mine')).status).toBe(403)
  })
})

describe('the sample', () => {
  test('is drawn from a list, once for each form, and says of how many', async () => {
    const page = await analyst.get('/inspection/V1/sample')
    const form = page.forms.find(f => f.names.has('_seed'))
    const token = page.html.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
    const sent = { ...form?.fields, list: '8', many: '2', _do: 'draw', _csrf: token }
    expect((await analyst.raw('/inspection/V1/sample', sent)).to).toBe('/inspection/V1/sample')
    expect((await analyst.raw('/inspection/V1/sample', sent)).to).toBe('/inspection/V1/sample')
    const seen = await analyst.get('/inspection/V1/sample')
    expect(seen.text).toContain('2 files')
    expect(seen.text).toContain('Drawn from list 8, children in care, of 6 children')
  })

  test.each([
    [{ list: '', many: '2' }, 'draw', 'Choose one of the lists.'],
    [{ list: '8', many: '0' }, 'draw', 'Give a number from 1 to 50.'],
    [{ codes: '' }, 'ids', 'Give the child IDs, one a line.'],
    [{ codes: 'NOBODY1' }, 'ids', 'No child has the ID NOBODY1.'],
  ])('what is missing is said: %j', async (fields, way, words) => {
    const sent = await analyst.post('/inspection/V1/sample', fields, { button: ['_do', way] })
    expect(sent.problems.map(p => p.text).join()).toContain(words)
  })
})

describe('the self-evaluation', () => {
  const at = '/inspection/self-evaluation/ilacs-2018/help'
  const said = {
    know: 'We see children quickly.',
    how: 'We read files.',
    plans: 'Better plans.',
    figuresOn: '10/3/2026',
  }

  test('two who write of one area at once never write over each other', async () => {
    const [one, two] = [await director.get(at), await analyst.get(at)]
    expect((await director.send(one, at, { ...said, figures: ['LAC'] })).status).toBe(303)
    const late = await analyst.send(two, at, { ...said, know: 'My own words.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('We see children quickly.')
    expect(late.text).toContain('My own words.')
    const sent = await analyst.send(late, at, {})
    expect(sent.status).toBe(303)
    const read = await director.get('/inspection/self-evaluation')
    expect(read.text).toContain('My own words.')
  })

  test('shows figures as they were written and as they are, and what has changed', async () => {
    app.at('2026-03-12T12:00:00.000Z')
    director = await app.signInAs(cast.director)
    await director.post(at, { ...said, know: 'We see children very quickly.', figures: ['LAC'] })
    const read = await director.get('/inspection/self-evaluation?since=11/3/2026')
    expect(read.text).toContain('Looked after children 6 on 10 Mar 2026 6')
    expect(read.html).toContain('<ins>')
    expect(read.text).toContain('Changed since 11 March 2026')
    const word = await director.get('/inspection/self-evaluation/word')
    expect([word.status, word.headers['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    await back()
  })

  test('an action that the plan does not hold is asked about', async () => {
    const sent = await director.post(at, { ...said, evidence: 'A99 something' })
    expect(sent.problems.map(p => p.text)).toEqual(['The plan has no action A99. Check the number.'])
  })
})

describe('readiness', () => {
  test('says green only where it is so', async () => {
    const before = await director.get('/inspection?kind=ilacs-short')
    expect(before.text).toContain('Not made yet today')
    expect(before.text).toContain('Complaints and compliments, and what was learned Missing')
    const lists = await director.get('/inspection/lists')
    expect(lists.text).toContain('8. Children in care 6')
    expect((await director.get('/inspection?kind=ilacs-short')).text).toMatch(/Made at 12:00: \d+ rows/)
    const csv = await director.get('/inspection/lists/file?list=8&format=csv&on=10/3/2026')
    expect(csv.html.split('\r\n').filter(l => l !== '')).toHaveLength(7)
    expect(csv.html).toContain('"06/05/2014"')
    expect((await director.get('/inspection/lists/file?list=12')).status).toBe(404)
    const auditor = await app.signInAs(cast.auditor)
    expect((await auditor.get('/inspection/lists')).html).not.toContain('/inspection/lists/file')
    expect((await auditor.get('/inspection/lists/file?list=all')).status).toBe(403)
  })

  test('a visit ended closes all that it opened', async () => {
    const inspector = await app.signInAs(cast.inspector)
    expect((await inspector.get('/inspection/mine')).status).toBe(200)
    expect((await director.post('/inspection/V1', {}, { button: ['_do', 'over'] })).to).toBe('/inspection/V1')
    expect((await inspector.get('/inspection/mine')).to).toContain('/sign-in')
    expect((await director.get('/inspection/V1/sample')).text).toContain('No file is in the sample')
    expect((await director.get('/inspection/V1')).text).toContain('Over since 10 March 2026')
  })
})
