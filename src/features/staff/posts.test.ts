import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { authorityAnswers } from '../../store/queries/authority.ts'

const child = givenFile({ name: ['Fern', 'Pebble'] })
const hidden = givenFile({ name: ['Zed', 'Hidden'], named: [cast.worker] })
const elm = givenFile({ name: ['Elsa', 'Weir'], worker: cast.stranger, reviewing: cast.reviewer })

let app: App
let manager: Client
let director: Client
beforeAll(async () => {
  const files = [child, hidden, elm]
  app = await appWith(subjectsOf(files), entriesOf(files))
  manager = await app.signInAs(cast.manager)
  director = await app.signInAs(cast.director)
})
afterAll(async () => await app.close())

// The cast have the codes W0 (Amy) W1 (Bo) W2 (Cy) W3 (Di) W4 (Ed) W5 (Flo) …

describe('the posts of teams', () => {
  const teamRow = async (who: Client, name: string) =>
    rowsOf((await who.get('/staff')).html).find(r => r[0] === name)

  test('are not known until a director says them, and then tell what is vacant', async () => {
    expect(await teamRow(manager, 'Oak')).toEqual([
      'Oak',
      '2 of 44',
      'Not recorded',
      '3',
      'Not recorded',
      '0',
      '0',
    ])
    const page = await director.get('/staff/posts')
    const form = page.forms.find(f => f.names.has('posts-0'))
    expect(form?.fields).toMatchObject({ 'team-0': 'Elm', 'posts-0': '', 'team-1': 'Oak', 'posts-1': '' })
    const sent = await director.send(page, '/staff/posts', { 'posts-1': '4.5' })
    expect((await director.follow(sent)).text).toContain('The posts are as shown below.')
    expect(await teamRow(manager, 'Oak')).toEqual(['Oak', '2 of 44', '4.5', '3', '1.5 (33.3%)', '0', '0'])
    expect((await teamRow(manager, 'All teams'))?.slice(2, 5)).toEqual(['Not recorded', '5', 'Not recorded'])
    // The same form sent again writes nothing more.
    await director.send(page, '/staff/posts', { 'posts-1': '4.5' })
    const said = await authorityAnswers(app.store.db, 'funded-posts')
    expect(said.map(s => [s.answers.team, s.answers.posts])).toEqual([['Oak', '4.5']])
  })

  test('one who comes through an agency leaves the post vacant, and part of a post counts as part', async () => {
    const sent = await manager.post('/staff/W0/details', { agency: 'yes', share: '60' })
    expect(sent.problems).toEqual([])
    expect((await manager.follow(sent)).text).toContain('Through an agency, 60 per cent of full time')
    expect((await teamRow(manager, 'Oak'))?.slice(3, 6)).toEqual(['2', '2.5 (55.6%)', '0.6 (23.1%)'])
    const person = rowsOf((await manager.get('/staff')).html).find(r => r[0] === 'Amy Thistle')
    expect(person?.[3]).toBe('Through an agency. Works 60 per cent of a full-time post')
    const back = await manager.post('/staff/W0/details', { agency: 'no', share: '' })
    expect(back.problems).toEqual([])
    expect((await teamRow(manager, 'Oak'))?.slice(3, 6)).toEqual(['3', '1.5 (33.3%)', '0'])
    for (const share of ['0', '101', 'half'])
      expect((await manager.post('/staff/W0/details', { share })).problems[0]?.href, share).toBe('#share')
  })

  test('words, a blank where there was a number, and what another changed meanwhile come back with what to do', async () => {
    const words = await director.post('/staff/posts', { 'posts-1': 'four' })
    expect([words.status, words.problems]).toEqual([
      422,
      [{ href: '#posts-1', text: 'Enter a number, such as 95 or 87.5.' }],
    ])
    const blank = await director.post('/staff/posts', { 'posts-1': '' })
    expect(blank.problems[0]?.text).toBe('Enter 0 if Oak has no posts any more.')
    const open = await director.get('/staff/posts')
    await director.send(open, '/staff/posts', { 'posts-1': '5' })
    const late = await director.send(open, '/staff/posts', { 'posts-1': '3' })
    expect(late.problems[0]?.text).toMatch(/has just made this 5/)
    expect((await teamRow(director, 'Oak'))?.[2]).toBe('5')
  })

  test('are read by a manager, and said by directors only', async () => {
    const page = await manager.get('/staff/posts')
    expect(page.text).toContain('A director says how many posts each team has.')
    expect(page.forms.some(f => f.names.has('posts-0'))).toBe(false)
    const form = (await manager.get('/staff/W1/details')).forms.find(f => f.names.has('limit'))
    const { _csrf = '' } = form?.fields ?? {}
    const sent = await manager.raw('/staff/posts', { _csrf, 'team-1': 'Oak', 'was-1': '5', 'posts-1': '9' })
    expect(sent.status).toBe(403)
    expect((await teamRow(director, 'Oak'))?.[2]).toBe('5')
  })
})
