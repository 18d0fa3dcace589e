import { beforeAll, describe, expect, test } from 'vitest'
import { linksOf, rowsOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'

import { AT, by, pass, press, sectionEleven, whole } from './test-round.ts'

const { app, anybody, letters, open, later, ...staff } = await sectionEleven()
let { kit, hal, member } = staff

describe('an agency', () => {
  test('saves half an answer, comes back to it, and is told that no child is to be named', async () => {
    later()
    const p = pass(letters, 0)
    const page = await open({ reference: ` ${p.reference.toLowerCase()}`, code: p.code.replaceAll('-', ' ') })
    expect(page.text).toContain('Do not write the name of a child')
    expect(page.text).toContain('0 of 12 answered')
    const half = {
      voice_rating: 'part',
      voice_evidence: 'A survey.',
      voice_due: 'soon',
      lead_rating: 'full',
      by,
    }
    const saved = await anybody.send(page, AT, half, press('save'))
    expect(saved.problems.map(x => x.href)).toEqual(['#voice_due'])
    expect(saved.text).toContain('What is not marked below was saved.')
    expect(saved.html).toContain('A survey.')
    const right = await anybody.send(saved, AT, { voice_due: '' }, press('save'))
    expect(right.text).toContain('2 of 12 answered')
    const back = await open(p)
    expect(back.forms.find(f => f.names.has('voice_rating'))?.fields).toMatchObject({
      voice_rating: 'part',
      voice_evidence: 'A survey.',
      lead_rating: 'full',
    })
    expect(back.text).toContain(`saved last by ${by}`)
  })

  test('asks for a name before anything is kept, and loses nothing', async () => {
    later()
    const page = await open(pass(letters, 1))
    const back = await anybody.send(page, AT, { lead_evidence: 'A rota.' }, press('save'))
    expect(back.problems.map(x => x.href)).toEqual(['#by'])
    expect(back.html).toContain('A rota.')
    const long = await anybody.send(back, AT, { by, lead_evidence: 'é'.repeat(9000) }, press('save'))
    expect(long.problems[0]?.text).toContain('9000 characters; the most is 4000')
    expect(long.html).toContain('é'.repeat(9000))
  })

  test('two people at once keep both their answers; where both changed one, neither is lost', async () => {
    later()
    const p = pass(letters, 1)
    const [one, two] = [await open(p), await open(p)]
    await anybody.send(
      one,
      AT,
      { voice_evidence: 'Mine', lead_evidence: 'First', by: 'Ann Lee' },
      press('save'),
    )
    const clash = await anybody.send(
      two,
      AT,
      { training_evidence: 'Theirs', lead_evidence: 'Second', by: 'Ben Oak' },
      press('save'),
    )
    expect(clash.problems.map(x => x.href)).toEqual(['#lead_rating'])
    expect(clash.text).toContain('Your colleague’s answer')
    expect(clash.forms.find(f => f.names.has('lead_evidence'))?.fields).toMatchObject({
      voice_evidence: 'Mine',
      training_evidence: 'Theirs',
      lead_evidence: 'Second',
    })
    await anybody.send(clash, AT, {}, press('save'))
    const after = (await open(p)).forms.find(f => f.names.has('lead_evidence'))?.fields
    expect(after).toMatchObject({
      voice_evidence: 'Mine',
      training_evidence: 'Theirs',
      lead_evidence: 'Second',
    })
  })

  test('is told of everything that is missing, sends documents, and finishes', async () => {
    later()
    const p = pass(letters, 0)
    const bare = await anybody.send(await open(p), AT, { by }, press('finish'))
    expect(bare.problems.map(x => x.href)).toEqual(
      expect.arrayContaining(['#leadership_rating', '#voice_action', '#voice_owner', '#voice_due']),
    )
    const files = [{ field: 'documents_new', name: 'policy.txt', bytes: 'Our policy.' }]
    const lies = [{ field: 'documents_new', name: 'a.pdf', bytes: 'MZ' }]
    const bad = await anybody.send(bare, AT, { by }, { button: ['_do', 'save'], files: lies })
    expect(bad.problems.map(x => x.href)).toEqual(['#documents'])
    const done = await anybody.send(
      bad,
      AT,
      {
        ...whole(),
        by,
        voice_rating: 'part',
        voice_action: 'Ask 40 children',
        voice_owner: 'Head',
        voice_due: '30/6/2026',
      },
      { button: ['_do', 'finish'], files },
    )
    expect(done.problems).toEqual([])
    expect(done.text).toContain('Finished. The board’s team has your answer.')
    expect((await open(p)).text).toContain(`Finished by ${by}`)
    const file = linksOf((await kit.get(`/audits/section-11/E1/${p.reference}`)).html).find(l =>
      l.href.includes('/file/'),
    )
    expect((await kit.get(file?.href ?? '')).html).toBe('Our policy.')
  })

  test('sees its own answer and no other', async () => {
    later()
    const police = await open(pass(letters, 0))
    expect(police.text).toContain('Harbour Police')
    expect(police.text).not.toContain('Vale Health')
    const mixed = await open({ reference: pass(letters, 0).reference, code: pass(letters, 1).code })
    expect(mixed.problems[0]?.text).toContain('do not belong together')
  })

  test('five wrong codes, and the reference waits a quarter of an hour; right ones cost nothing', async () => {
    later()
    const p = pass(letters, 1)
    for (let i = 0; i < 7; i += 1) expect((await open(p)).status).toBe(200)
    for (let i = 0; i < 5; i += 1)
      expect((await open({ ...p, code: '2222-2222-2222-2222' })).problems[0]?.text).toContain(
        'belong together',
      )
    expect((await open(p)).problems[0]?.text).toContain('tried too often')
    later()
    expect((await open(p)).text).toContain('Vale Health')
    const unknown = await open({ reference: 'A2222222', code: p.code })
    expect(unknown.problems[0]?.text).toContain('do not belong together')
  })

  test('a new letter ends the code before it, and what was being typed comes back', async () => {
    later()
    const old = pass(letters, 2)
    const page = await open(old)
    const letter = await kit.post(`/audits/section-11/E1/${old.reference}`, {}, { button: ['_do', 'letter'] })
    const fresh = pass(letter, 0)
    expect([fresh.reference, fresh.code === old.code]).toEqual([old.reference, false])
    const late = await anybody.send(page, AT, { voice_evidence: 'An hour of words', by }, press('save'))
    expect(late.status).toBe(403)
    expect(late.text).toContain('An hour of words')
    expect((await open(fresh)).status).toBe(200)
  })
})

describe('the board’s team', () => {
  // Nobody stays signed in for as long as these tests last.
  beforeAll(async () => {
    kit = await app.signInAs(cast.auditor)
    hal = await app.signInAs(cast.analyst)
    member = await app.signInAs(cast.member)
  })
  const at = () => `/audits/section-11/E1/${pass(letters, 0).reference}`

  test('challenges an answer, and the agreed rating is the one that counts', async () => {
    const page = await kit.get(at())
    const bare = await kit.send(
      page,
      at(),
      { 'lead-view': 'shown', standard: 'lead' },
      { button: ['_do', 'challenge'] },
    )
    expect(bare.problems.map(x => x.href)).toEqual(
      expect.arrayContaining(['#lead-agreed', '#lead-why', '#lead-who']),
    )
    const fields = {
      standard: 'lead',
      'lead-view': 'shown',
      'lead-agreed': 'no',
      'lead-why': 'No hours are set aside.',
      'lead-who': 'Sam Reed of health',
    }
    const sent = await kit.send(bare, at(), fields, { button: ['_do', 'challenge'] })
    expect(sent.to).toContain('done=yes')
    const round = await hal.get('/audits/section-11/E1')
    expect(round.text).toContain('they said: in full')
    const link = linksOf(round.html).find(l => l.text.endsWith(': A designated lead with time for it'))
    expect(new URLSearchParams(link?.href.split('?')[1]).get('text')).toBe(
      'A designated lead with time for it: met in full by 0 of 1 agencies.',
    )
    later()
    expect((await open(pass(letters, 0))).text).toContain('No hours are set aside.')
  })

  test('follows an action: the agency says it is done, the team looks', async () => {
    later()
    const sent = await open(pass(letters, 0))
    const told = await anybody.send(sent, AT, { what: 'We asked 41.', by }, { button: ['_do', 'done'] })
    expect(told.text).toContain('Told.')
    const page = await kit.get(at())
    expect(page.text).toContain('Said to be done: We asked 41.')
    const seen = { standard: 'voice', 'voice-done': 'yes', 'voice-what': 'I read them.' }
    await kit.send(page, at(), seen, { button: ['_do', 'seen'] })
    expect((await hal.get('/audits/section-11/E1')).text).toContain('Actions of agencies: 1 of 1 done')
  })

  test('a member sees counts, and no agency', async () => {
    const page = await member.get('/audits/section-11/E1')
    expect(page.status).toBe(200)
    expect(rowsOf(page.html).find(r => r[0] === 'Children and families are heard')).toBeDefined()
    for (const name of ['Harbour Police', 'Vale Health', 'Ask 40 children'])
      expect(page.text).not.toContain(name)
  })

  test('the answers go out as a file, and nothing of one unfinished', async () => {
    const csv = (await kit.get('/audits/section-11/E1/answers.csv')).html
    expect(csv).toContain('"Harbour Police","A designated lead with time for it","Met in full","Not met"')
    expect(csv).not.toContain('Vale Health')
    expect((await kit.get(`/audits/section-11/E1/${pass(letters, 1).reference}`)).text).not.toContain(
      'Theirs',
    )
  })

  test('reminds, sees who is late, compares with the round before, and closes', async () => {
    app.at('2026-05-04T09:00:00.000Z')
    kit = await app.signInAs(cast.auditor)
    const health = `/audits/section-11/E1/${pass(letters, 1).reference}`
    await kit.post(health, { how: 'Rang Sam Reed' }, { button: ['_do', 'chase'] })
    const round = await kit.get('/audits/section-11/E1')
    expect(round.text).toContain('1 of 3 agencies have finished, 2 are late')
    expect(rowsOf(round.html).find(r => r[0] === 'Vale Health')?.[2]).toContain('4 days over')
    const next = await kit.post('/audits/section-11/new', {
      title: 'Next',
      due: '30/6/2027',
      agencies: 'harbour police; P',
    })
    const p = pass(next, 0)
    const sent = await anybody.send(await open(p), AT, { ...whole(), by }, press('finish'))
    expect(sent.text).toContain('Finished.')
    expect((await kit.get('/audits/section-11/E2')).text).toContain('was: not met')
    await kit.post('/audits/section-11/E1', {}, { button: ['_do', 'close'] })
    expect((await open(pass(letters, 0))).problems[0]?.text).toContain('This round is over')
  })
})
