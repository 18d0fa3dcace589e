import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'

let app: App
let analyst: Client
let director: Client
let member: Client

beforeAll(async () => {
  app = await appWith()
  app.at('2026-10-05T09:00:00.000Z')
  analyst = await app.signInAs(cast.analyst)
  director = await app.signInAs(cast.director)
  member = await app.signInAs(cast.member)
})
afterAll(async () => await app.close())

const B1 = '/boards/board/B1'

/** The address behind a link of a page, by its words. */
async function linkOn(client: Client, path: string, words: string | RegExp): Promise<string> {
  const page = await client.get(path)
  const link = linksOf(page.html).find(l =>
    typeof words === 'string' ? l.text === words : words.test(l.text),
  )
  if (!link) throw new Error(`“${page.title}” has no link “${words}”: ${page.text.slice(0, 400)}`)
  return link.href
}

describe('keeping a board', () => {
  test('is begun once, however often the form is sent', async () => {
    const page = await analyst.get('/boards/new')
    const said = { kind: 'improvement', name: 'Thimble Improvement Board', purpose: 'That children notice.' }
    const first = await analyst.send(page, '/boards/new', said)
    expect(first.to).toBe(B1)
    expect((await analyst.send(page, '/boards/new', said)).to).toBe(B1)
    const missing = await analyst.post('/boards/new', { name: '', purpose: 'x' })
    expect(missing.problems.map(p => p.text)).toEqual([
      'Choose an answer: What kind of board is it',
      'Enter an answer: Name',
    ])
  })

  test('members join and leave; a second entry for one corrects it', async () => {
    const add = (fields: Record<string, string>) => analyst.post(`${B1}/record/board-member`, fields)
    const chair = {
      name: 'Una Reed',
      post: 'Chair',
      agency: 'None',
      place: 'chair',
      independent: 'yes',
      votes: 'yes',
      from: '1/1/2026',
    }
    expect((await add(chair)).to).toBe(`${B1}/members`)
    await add({
      name: 'Jo Vale',
      post: 'Lead member',
      agency: 'Council',
      place: 'member',
      votes: 'yes',
      from: '1/1/2026',
      worker: cast.member.id,
    })
    await add({
      name: 'Ben Oak',
      post: 'Nurse',
      agency: 'Health',
      place: 'adviser',
      votes: 'no',
      from: '1/9/2026',
      deputy: 'Another nurse',
    })
    const change = await linkOn(analyst, `${B1}/members`, 'Change: Ben Oak')
    await analyst.post(change, { post: 'Chief nurse' })
    const rows = rowsOf((await member.get(`${B1}/members`)).html)
    expect(rows.slice(1)).toEqual([
      ['Una Reed Chair', 'None', 'Chair, independent; votes', 'None named', '1 Jan 2026'],
      ['Jo Vale Lead member', 'Council', 'Member; votes', 'None named', '1 Jan 2026'],
      ['Ben Oak Chief nurse', 'Health', 'Adviser; does not vote', 'Another nurse', '1 Sep 2026'],
    ])
  })

  test('a series is shown day by day before it is put in the calendar, and once only', async () => {
    const asked = `${B1}/series?rhythm=month&first=25%2F8%2F2026&many=5&starts=10:00&ends=12:00&place=Room+1`
    const shown = await analyst.get(asked)
    expect(rowsOf(shown.html).slice(1)).toEqual([
      ['Tuesday 25 August 2026', ''],
      ['Friday 25 September 2026', ''],
      ['Monday 26 October 2026', 'Sunday 25 October 2026 is no working day'],
      ['Wednesday 25 November 2026', ''],
      ['Tuesday 29 December 2026', 'Friday 25 December 2026 is no working day'],
    ])
    expect((await analyst.send(shown, asked, {})).to).toBe(`${B1}/meetings`)
    await analyst.send(shown, asked, {})
    const again = await analyst.get(asked)
    expect(again.text).toContain('The board meets on this day already: left out')
    const wrong = await analyst.get(`${B1}/series?rhythm=month&first=31+June+2026&many=90&starts=10&place=x`)
    expect(wrong.problems).toHaveLength(3)
    expect((await analyst.get(`${B1}/calendar.ics`)).html.match(/BEGIN:VEVENT/g)).toHaveLength(5)
  })

  test('two meetings at one time are refused; a moved one says whence', async () => {
    const twice = await analyst.post(`${B1}/record/board-meeting`, {
      on: '25/11/2026',
      starts: '10:00',
      place: 'x',
    })
    expect(twice.problems[0]?.text).toMatch(/meets on that day at that time already/)
    const move = `${B1}/record/board-meeting-moved?meeting=4`
    await analyst.post(move, { on: '26/11/2026', why: 'The chair is away' })
    const page = await member.get(`${B1}/meeting/4`)
    expect(page.text).toContain('Thursday 26 November 2026, 10:00 to 12:00')
    expect(page.text).toContain('Moved from 25 Nov 2026: The chair is away')
  })
})

describe('a meeting', () => {
  test('has what was put on the forward plan, in its order, with times', async () => {
    const add = (fields: Record<string, string>) =>
      analyst.post(`${B1}/record/board-item?meeting=3`, {
        lead: 'Director',
        kind: 'in-depth',
        asks: 'discuss',
        why: 'To see what changed',
        ...fields,
      })
    expect((await add({ title: 'Reviews', minutes: '30', order: '2' })).to).toBe(`${B1}/meeting/3`)
    await add({ title: 'Highlight report', kind: 'highlight-report', minutes: '20', order: '1' })
    await add({ title: 'Care leavers', meeting: '-' })
    const agenda = await member.get(`${B1}/meeting/3/agenda`)
    expect(rowsOf(agenda.html).map(r => r.slice(1, 3).join(' ').slice(0, 22))).toEqual([
      'From Item',
      '10:00 Highlight report',
      '10:20 Reviews In-depth',
    ])
    expect((await member.get(`${B1}/meetings`)).text).toContain('Not at a meeting yet')
    const wrong = await add({ title: 'x', paper: 'Paper 4' })
    expect(wrong.problems[0]?.text).toContain('such as P4')
  })

  test('who came is marked on one page; two who mark at once see each other', async () => {
    const at = `${B1}/meeting/2/attendance`
    const mine = await analyst.get(at)
    const theirs = await director.get(at)
    const [una, jo, ben] = mine.forms.flatMap(f => [...f.names].filter(n => n.startsWith('came-')))
    if (!una || !jo || !ben) throw new Error('There are three members to mark.')
    const first = await analyst.send(mine, at, { [una]: 'present', [jo]: 'absent', [ben]: 'deputy' })
    expect(first.to).toBe(`${B1}/meeting/2`)
    const second = await director.send(theirs, at, { [una]: 'apologies' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Absent without apologies: Jo Vale')
    const none = await analyst.post(`${B1}/meeting/1/attendance`, {})
    expect(none.problems[0]?.text).toBe('Mark at least one member.')
    await analyst.post(`${B1}/meeting/1/attendance`, {
      [una]: 'present',
      [jo]: 'apologies',
      others: 'A visitor',
    })
    const page = await member.get(`${B1}/attendance`)
    expect(page.text).toContain('Jo Vale, Lead member (Council): not at any of 2 meetings')
    expect(rowsOf(page.html).at(-1)).toEqual(['Ben Oak Health', '100% (1 of 1)', 'Deputy', '– not counted'])
    const csv = (await member.get(`${B1}/attendance.csv`)).html.split('\r\n')
    expect(csv).toHaveLength(7)
    expect(csv[5]).toBe('"2026-09-25","Ben Oak","Chief nurse","Health","Adviser","Deputy came"')
    const ahead = await analyst.get(`${B1}/meeting/4/attendance`)
    expect(ahead.status).toBe(404)
  })

  test('decisions and challenges are kept; a challenge leads to the action of the plan', async () => {
    await analyst.post(`${B1}/record/board-decision?meeting=2`, { what: 'To see five figures' })
    await analyst.post(`${B1}/record/board-challenge?meeting=2`, {
      by: 'Una Reed',
      question: 'Is it better?',
      action: 'a4',
    })
    const page = await member.get(`${B1}/meeting/2`)
    expect(page.text).toContain('To see five figures')
    expect(linksOf(page.html).some(l => l.href === '/plan/action/A4')).toBe(true)
  })
})

describe('actions', () => {
  test('have an owner, are carried over and end; what is past its date stands out', async () => {
    const nobody = await analyst.post(`${B1}/record/board-action?meeting=2`, {
      what: 'Visit',
      member: '-',
      due: '1/10/2026',
    })
    expect(nobody.problems[0]?.text).toContain('Choose the member who owns it')
    const form = await analyst.get(`${B1}/record/board-action?meeting=2`)
    const jo =
      /value="([0-9a-f-]{36})"[^>]*>\s*(?:<label[^>]*>)?\s*Jo Vale|value="([0-9a-f-]{36})"(?:(?!value=)[\s\S])*?Jo Vale/.exec(
        form.html,
      )
    const id = jo?.[1] ?? jo?.[2] ?? ''
    await analyst.post(`${B1}/record/board-action?meeting=2`, {
      what: 'Visit two teams',
      member: id,
      due: '1/10/2026',
    })
    await analyst.post(`${B1}/record/board-action`, {
      what: 'Print',
      owner: 'A clerk',
      member: '-',
      due: '1/12/2026',
    })
    expect((await member.get('/boards')).text).toContain('Past its date')
    await analyst.post(`${B1}/record/board-action-carried?action=1`, {
      on: '5/10/2026',
      due: '1/11/2026',
      why: 'Half done',
    })
    await analyst.post(`${B1}/record/board-action-ended?action=2`, {
      on: '5/10/2026',
      as: 'done',
      how: 'Printed',
    })
    const page = await member.get(`${B1}/actions`)
    expect(page.text).toContain('Carried over once, first due 1 Oct 2026')
    expect(page.text).toContain('Ended (1)')
    const wrong = await analyst.post(`${B1}/record/board-action-carried?action=1`, {
      on: '5/10/2026',
      due: '1/10/2026',
      why: 'x',
    })
    expect(wrong.problems[0]?.text).toContain('not after the day it was agreed')
  })

  test('two who end and carry over at once are told of each other', async () => {
    const carry = `${B1}/record/board-action-carried?action=1`
    const page = await analyst.get(carry)
    await director.post(`${B1}/record/board-action-ended?action=1`, {
      on: '5/10/2026',
      as: 'done',
      how: 'Both seen',
    })
    const late = await analyst.send(page, carry, { on: '5/10/2026', due: '1/12/2026', why: 'Not done' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Both seen')
    expect(late.html).toContain('Not done')
  })
})

describe('who may', () => {
  test('an elected member sees their boards, the next meeting and their actions, and changes nothing', async () => {
    await analyst.post(`${B1}/record/board-action`, {
      what: 'Ring the trust',
      owner: 'x',
      member: '-',
      due: '1/12/2026',
    })
    const page = await member.get('/boards')
    expect(page.headings).toContain('Your boards')
    expect(page.text).toContain('Monday 26 October 2026, 10:00 to 12:00')
    for (const form of [
      '/boards/new',
      `${B1}/record/board-member`,
      `${B1}/meeting/2/attendance`,
      `${B1}/series`,
    ]) {
      expect((await member.get(form)).status).toBe(403)
      expect((await member.raw(form, { name: 'x' })).status).toBe(403)
    }
    const ways = linksOf((await member.get(`${B1}/actions`)).html).filter(l => l.href.includes('/record/'))
    expect(ways).toEqual([])
    expect((await director.get('/boards')).headings).not.toContain('Your boards')
  })

  test('an inspector is not shown boards', async () => {
    const inspector = await app.signInAs(cast.inspector)
    expect((await inspector.get('/boards')).status).toBe(403)
  })

  test.each([
    ['/boards/board/B9', 'There is no board B9'],
    [`${B1}/meeting/99`, 'has no such meeting'],
    [`${B1}/record/board-action-ended?action=77`, 'has no such action'],
    [`${B1}/record/board-member?member=nobody`, 'has no such member'],
  ])('%s says what is missing', async (path, says) => {
    const page = await analyst.get(path)
    expect(page.status).toBe(404)
    expect(page.text).toContain(says)
  })
})
