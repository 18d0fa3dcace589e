import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { HERE } from '../../../test/support/given.ts'
import { linksOf } from '../../../test/support/html.ts'
import { cast, workerEntry, workerSubject } from '../../../test/support/people.ts'
import { newId } from '../../store/ids.ts'

/** Somebody else who may change the plan: neither its owner nor who proposes. */
const second = { ...cast.analyst, id: newId(HERE), name: 'Max Ash' }

let app: App
let analyst: Client
let director: Client
let other: Client
let member: Client

beforeAll(async () => {
  app = await appWith([workerSubject(second, 900)], [workerEntry(second)])
  app.at('2026-10-05T09:00:00.000Z')
  analyst = await app.signInAs(cast.analyst)
  director = await app.signInAs(cast.director)
  other = await app.signInAs(second)
  member = await app.signInAs(cast.member)
})
afterAll(async () => await app.close())

const A = '/plan/action/A1'
const record = (type: string, about = '') => `${A}/record/${type}${about}`
const linkTo = async (client: Client, text: string | RegExp, path = A) => {
  const seen = await client.get(path)
  return (
    linksOf(seen.html).find(l => (typeof text === 'string' ? l.text.startsWith(text) : text.test(l.href)))
      ?.href ?? ''
  )
}

describe('a source that is no inspection', () => {
  const filled =
    '/plan/source/new?kind=audit-theme&title=Own%20words&link=/audits&text=Write%20what%20they%20say'

  test('comes filled in from another page, and nothing is written before it is sent', async () => {
    const page = await analyst.get(filled)
    expect(page.html).toContain('value="Own words"')
    expect(page.text).toContain('Write what they say')
    expect((await analyst.get('/plan/sources')).text).toContain('Nothing yet')
    const bad = await analyst.send(page, '/plan/source/new', {
      date: '1/10/2027',
      body: 'Auditors',
      link: 'audits',
    })
    expect(bad.problems.map(p => p.href).sort()).toEqual(['#date', '#link'])
    expect(bad.html).toContain('Own words')
  })

  test('is taken in once, each line to be confirmed, its time counted from its date', async () => {
    const page = await analyst.get(filled)
    const fields = {
      date: '1/9/2026',
      body: 'Auditors',
      recommendations: 'Write what they say\n\nSay why you decided',
    }
    const files = [{ field: 'documents_new', name: 'review.txt', bytes: 'What we found.' }]
    expect((await analyst.send(page, '/plan/source/new', fields, { files })).to).toBe('/plan/source/S1')
    expect((await analyst.send(page, '/plan/source/new', fields, { files })).to).toBe('/plan/source/S1')
    const seen = await analyst.get('/plan/source/S1')
    expect(seen.text).toContain('2 recommendations. 2 not checked')
    const correct = await analyst.get('/plan/source/S1?correct=1')
    await analyst.send(correct, '', { band: 'three-months', agencies: 'Schools' })
    const after = await analyst.get('/plan/source/S1')
    expect(after.html).toMatch(/id="area-1".*?due 1 Dec 2026.*?Schools.*?Checked by Hal Brook/s)
    const form = after.forms.find(f => f.buttons.some(b => b.value === 'confirm-all'))
    await analyst.raw('/plan/source/S1/areas', { ...form?.fields, _do: 'confirm-all' })
    expect((await member.get('/plan/sources')).text).toContain('0 of 2')
    const cover = await analyst.post('/plan/source/S1/cover', { title: 'Their own words' })
    expect((await analyst.follow(cover)).text).toContain('Their own words')
  })

  test('its document is given to those who work here, and to no member', async () => {
    const file = await linkTo(analyst, /\/file\//, '/plan/source/S1')
    expect((await analyst.get(file)).html).toBe('What we found.')
    expect((await member.get(file)).status).toBe(403)
    expect((await analyst.get('/plan/source/S1/file/none')).status).toBe(404)
  })
})

describe('an action', () => {
  test('has an owner by name, and answers two recommendations that ask the same', async () => {
    const made = await analyst.post('/plan/action/new?inspection=S1&finding=1', {
      outcome: 'Children’s words change their plans',
      what: 'Train everybody',
      lead: 'Ivy Stone, director',
      owner: cast.director.id,
      theme: 'Voice',
      priority: 'high',
      due: '1/12/2026',
    })
    expect(made.to).toBe(A)
    const page = await analyst.get(`${A}/answers-too`)
    const which = /value="([^"]+ 2)"/.exec(page.html)?.[1] ?? ''
    await analyst.send(page, '', { which })
    expect((await member.get(A)).text).toContain('Say why you decided')
    expect((await analyst.get('/plan/source/S1')).html.match(/href="\/plan\/action\/A1"/g)).toHaveLength(2)
    expect((await analyst.get(`${A}/answers-too`)).status).toBe(403)
    expect((await member.get('/plan/sources')).text).toContain('2 of 2')
  })

  test('is measured by an audit question that there is, and by no other', async () => {
    const page = await analyst.get(record('audit-measure-bound'))
    const wrong = await analyst.send(page, '', {
      standard: 'case-file|tea',
      target: '80',
      targetBy: '1/12/2026',
    })
    expect(wrong.problems.map(p => p.href)).toEqual(['#standard'])
    const right = await analyst.send(page, '', {
      standard: 'case-file|voice',
      target: '80',
      targetBy: '1/12/2026',
    })
    expect((await analyst.follow(right)).text).toContain('There is no figure yet')
  })

  test('is measured by a survey, whose numbers must agree, and says when few answered', async () => {
    await analyst
      .post(record('survey-measure-bound'), {
        question: 'Do you know what your worker wrote?',
        whom: 'young people in care',
        counted: 'yes',
        good: 'high',
        target: '70',
        targetBy: '1/12/2026',
        benchmark: '64',
      })
      .then(s => expect(s.problems.map(p => p.href)).toEqual(['#benchmarkFrom']))
    await analyst.post(record('survey-measure-bound'), {
      question: 'Do you know what your worker wrote?',
      whom: 'young people in care',
      counted: 'yes',
      good: 'high',
      target: '70',
      targetBy: '1/12/2026',
    })
    const read = await linkTo(analyst, 'Enter answers')
    const wrong = await analyst.post(read, { asked: '12', answered: '9', yes: '10' })
    expect(wrong.problems.map(p => p.text)).toEqual(['More said yes than answered. Check both.'])
    await analyst.post(read, { asked: '30', answered: '9', yes: '4', on: '1/10/2026' })
    const seen = await analyst.get(A)
    expect(seen.text).toContain('44.4% (4 of 9)')
    expect(seen.text).toContain('A small sample')
    expect((await member.get(A)).text).not.toContain('44.4%')
  })

  test('is measured by a visit, whose document is kept; a claim it contradicts is told at the head of the plan', async () => {
    await analyst.post(record('visit-measure-bound'), {
      toSee: 'A child’s words in each plan',
      targetBy: '1/12/2026',
    })
    await director.post(record('delivery-marked'), { brag: 'blue', why: 'All trained', on: '1/10/2026' })
    const read = await linkTo(analyst, 'Enter what a visit found')
    const page = await analyst.get(read)
    const files = [{ field: 'documents_new', name: 'notes.txt', bytes: 'Seen: nothing.' }]
    const bad = await analyst.send(
      page,
      read,
      { who: 'Kit Alder', met: 'no', seen: '', on: '2/10/2026' },
      { files },
    )
    expect(bad.problems.map(p => p.href)).toEqual(['#seen'])
    await analyst.send(bad, read, { seen: 'Two of nine plans.' })
    const file = await linkTo(analyst, /\/file\//)
    expect((await analyst.get(file)).html).toBe('Seen: nothing.')
    expect((await member.get(file)).status).toBe(403)
    expect((await analyst.get(`${A}/file/none`)).status).toBe(404)
    expect((await analyst.get(read.replace(/measure=.*/, 'measure=none'))).status).toBe(404)
    const plan = await member.get('/plan?state=contradicted')
    expect(plan.text).toContain('but a visit on 2 October 2026 found it not met')
    expect(plan.text).toContain('1 of 1 actions')
    await analyst.post(record('impact-marked'), { brag: 'green' })
    expect((await analyst.get(A)).text).toContain('They differ.')
  })

  test('keeps evidence, barriers and challenge; what nobody answered comes first', async () => {
    await analyst.post(record('evidence-added'), {
      kind: 'voice',
      what: 'They said so',
      quality: 'weak',
      why: 'Two',
    })
    const weak = await analyst.post(record('evidence-added'), {
      kind: 'voice',
      what: 'They said so',
      quality: 'weak',
    })
    expect(weak.problems.map(p => p.href)).toEqual(['#why'])
    await analyst.post(record('barrier-raised'), { what: 'A post is empty' })
    await analyst.post(record('challenge-asked'), {
      question: 'Who chose the nine?',
      askedBy: 'Chair',
      board: 'Board',
    })
    const asked = await director.get(A)
    expect(asked.text).toMatch(/What is next\? Answer Chair/)
    expect((await director.get('/plan?state=asked')).text).toContain('1 of 1 actions')
    expect((await director.get('/')).text).toContain('Action 1: Answer Chair, who asked on 5 October 2026')
    expect((await (await app.signInAs(cast.manager)).get('/')).text).not.toContain('Answer Chair')
    await director.post(await linkTo(director, 'Answer'), { answer: 'The auditors did' })
    await director.post(await linkTo(director, 'It is cleared'), { how: 'Filled' })
    await director.post(record('board-decided'), { board: 'Board', decision: 'Go on' })
    const after = await director.get(A)
    for (const words of [
      'The auditors did',
      'Cleared on 5 October 2026',
      'Board decided on',
      'Weak because: Two',
    ])
      expect(after.text).toContain(words)
    expect((await director.get('/plan?state=asked')).text).toContain('No action is like that')
  })

  test('has its date moved by somebody other than its owner', async () => {
    const fields = { due: '1/2/2027', why: 'The trainer left', agreedBy: 'Ivy Stone' }
    const self = await analyst.post(record('due-date-revised'), fields)
    expect(self.problems[0]?.text).toContain('does not agree their own')
    const board = await analyst.post(record('due-date-revised'), { ...fields, agreedBy: 'Improvement board' })
    expect((await analyst.follow(board)).text).toContain('agreed by Improvement board: The trainer left')
  })
})

describe('putting right and taking out', () => {
  test('what was written wrong stays to be seen, and no longer counts', async () => {
    await analyst.post(record('action-progress'), { note: 'This is about another action.' })
    const out = await linkTo(analyst, /\/entry\/[^/]+\/withdraw$/)
    const history = (await analyst.get(A)).html
    const note =
      /href="(\/plan\/action\/A1\/entry\/[^"]+\/withdraw)"[^>]*>Take it out<span[^>]*>: Progress/.exec(
        history,
      )?.[1] ?? out
    expect((await analyst.post(note, { why: '' })).status).toBe(422)
    const done = await analyst.follow(await analyst.post(note, { why: 'Wrong action' }))
    expect(done.text).toContain('This was changed or taken out later')
    expect(done.html).toMatch(/gt-struck.*?This is about another action/s)
    expect(done.text).toContain('Nothing written yet')
    expect((await analyst.get(note)).status).toBe(403)
    expect((await member.get(note)).status).toBe(403)
  })

  test('two who put the same measure right: the second sees what the first wrote', async () => {
    const at = await linkTo(analyst, 'Change this measure')
    const [one, two] = [await analyst.get(at), await other.get(at)]
    expect((await analyst.send(one, at, { target: '85' })).to).toBe(A)
    const late = await other.send(two, at, { target: '95' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('85')
    expect((await other.send(late, at, {})).to).toBe(A)
    expect((await member.get(A)).text).toContain('the target is 95%')
  })

  test('an action and a decision are not taken out', async () => {
    const entry = /entry\/([0-9a-f-]{36})/.exec(await linkTo(analyst, 'Change this measure'))?.[1] ?? ''
    expect((await analyst.get(`${A}/entry/${entry.replace(/^./, 'f')}/withdraw`)).status).toBe(404)
    expect((await director.get(`${A}/entry/${entry}/amend`)).status).toBe(200)
  })
})

describe('closing', () => {
  test('is for neither who proposed it nor the owner, on the page and when a form is sent all the same', async () => {
    expect((await other.get(record('closure-decided'))).text).toContain('Propose it first')
    await analyst.post(record('closure-proposed'), { why: 'It runs' })
    expect((await analyst.get(A)).text).toContain('You proposed to close this action')
    expect((await director.get(A)).text).toContain('You lead this action')
    for (const client of [analyst, director]) {
      expect((await client.get(record('closure-decided'))).status).toBe(403)
      const open = await other.get(record('closure-decided'))
      const own = (await client.get(record('impact-marked'))).forms.find(f => f.names.has('brag'))
      const fields = { ...open.forms.find(f => f.names.has('agreed'))?.fields, ...own?.fields }
      const sent = await client.raw(record('closure-decided'), {
        ...fields,
        agreed: 'yes',
        why: 'Mine',
        on: 'today',
      })
      expect(sent.status).toBe(422)
      expect(sent.problems[0]?.text).toContain('somebody else decides')
    }
    expect((await member.get(record('closure-decided'))).status).toBe(403)
    expect((await member.get('/plan?state=closed')).text).toContain('No action is like that')
  })

  test('is decided once: of two who decide at the same time the second is told', async () => {
    const third = { ...cast.analyst, id: newId(HERE), name: 'Nia Birch' }
    await app.write([workerSubject(third, 901)], [workerEntry(third)])
    const late = await app.signInAs(third)
    const at = record('closure-decided')
    const [one, two] = [await other.get(at), await late.get(at)]
    expect((await other.send(one, at, { agreed: 'yes', why: 'I read it' })).to).toBe(A)
    expect((await other.send(one, at, { agreed: 'yes', why: 'I read it' })).to).toBe(A)
    const told = await late.send(two, at, { agreed: 'no', why: 'Not yet' })
    expect(told.status).toBe(409)
    expect(told.text).toContain('I read it')
    const still = await late.send(told, at, {})
    expect(still.problems[0]?.text).toContain('Nobody has proposed')
    const seen = await member.get(A)
    expect(seen.text).toContain('Closed by Max Ash')
    expect(seen.text).toContain('To be looked at again on 5 April 2027')
  })

  test('is undone by a look that finds it gone', async () => {
    app.at('2027-04-06T09:00:00.000Z')
    const signed = await app.signInAs(second)
    expect((await signed.get('/plan?state=retest')).text).toContain('1 of 1 actions')
    const owner = await app.signInAs(cast.director)
    expect((await owner.get(record('retest-done'))).status).toBe(403)
    await signed.post(record('retest-done'), { stands: 'no', why: 'The words are gone again' })
    const seen = await signed.get(A)
    expect(seen.text).toContain('Opened again: The words are gone again')
    expect((await signed.get('/plan?state=open')).text).toContain('1 of 1 actions')
    expect((await signed.get(record('retest-done'))).text).toContain('Only a closed action')
  })
})
