import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client, type Seen } from '../../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../../test/support/children.ts'
import { given, HERE } from '../../../../test/support/given.ts'
import { idsOf, linksOf } from '../../../../test/support/html.ts'
import { cast } from '../../../../test/support/people.ts'
import { day } from '../../../domain/kernel/day.ts'
import type { NewEntry } from '../../../domain/records/entry.ts'
import { assessment } from '../../../domain/records/types/assessment.ts'
import { newId } from '../../../store/ids.ts'
import { readEntries } from '../../../store/ledger.ts'

const asked = newId(HERE)

/** A child whose single assessment is being made: visited twice, two services asked, an earlier assessment on file. */
const assessed = (more: (id: string) => readonly NewEntry[] = () => []): GivenFile =>
  givenFile({
    more: id => [
      given(id, 'referral-received', { receivedOn: day('2026-02-02'), source: '6', concern: 'Left alone' }),
      given(id, 'referral-decided', {
        decidedOn: day('2026-02-03'),
        decision: 'assess',
        need: 'N1',
        assessment: 'single',
        reasons: 'Alone at night',
        next: 'Visit',
      }),
      given(id, 'statutory-visit', {
        visitedOn: day('2026-02-10'),
        seen: 'alone',
        views: 'I like it when gran comes.',
        next: 'Again',
      }),
      given(id, 'statutory-visit', {
        visitedOn: day('2026-03-05'),
        seen: 'with-others',
        views: 'She hid behind the sofa.',
        next: 'Again',
      }),
      ...more(id),
    ],
  })

const earlier = {
  on: day('2025-06-01'),
  kind: 'single',
  seen: 'alone',
  seenOn: day('2025-05-20'),
  views: 'She likes swimming.',
  identity: 'Welsh speaker; chapel on Sundays.',
  history: 'Moved here in 2024.',
  risks: 'Debts',
  protects: 'Gran',
  parenting: 'Warm, and tired.',
  family: 'Gran lives near.',
  agencies: 'School: no worries.',
  parents: 'They want help.',
  impact: 'Cold at home.',
  analysis: 'Poverty.',
  outcome: 'close',
}

const typed = {
  risks: 'Alone at night',
  protects: 'Gran comes when asked',
  parenting: 'Warm, and very tired.',
  family: 'Gran lives near.',
  history: 'Moved here in 2024.',
  identity: 'Welsh speaker; chapel on Sundays.',
  agencies: 'School: often late.',
  parents: 'They see no harm.',
  views: 'She wants gran to stay.',
  impact: 'She puts herself to bed.',
  analysis: 'Nobody is there at night.',
  outcome: 'child-in-need',
  plan: 'Gran stays on weekdays, from Monday.',
}

const fresh = assessed(id => [
  given(
    id,
    'agency-information',
    { asked: day('2026-02-11'), agency: 'Mill School', question: 'How is she?' },
    { id: asked },
  ),
  given(id, 'agency-information', {
    asked: day('2026-02-11'),
    agency: 'Dr Fern',
    answered: day('2026-02-20'),
    answer: 'All immunised.',
  }),
])
const second = assessed(id => [given(id, 'assessment', earlier)])
const baby = givenFile({
  name: ['Robin', 'Pebble'],
  more: id => [
    given(id, 'person-details', {
      asOf: day('2026-01-08'),
      unborn: false,
      givenName: 'Robin',
      familyName: 'Pebble',
      born: day('2024-05-06'),
      sex: 'M',
      ethnicity: 'WBRI',
    }),
  ],
})
const files = [fresh, second, baby]

let app: App
let worker: Client
let stranger: Client
beforeAll(async () => {
  app = await appWith(subjectsOf(files), entriesOf(files))
  worker = await app.signInAs(cast.worker)
  stranger = await app.signInAs(cast.stranger)
})
afterAll(async () => await app.close())

const at = (f: GivenFile) => `/child/${f.code}/record/assessment`
const form = (seen: Seen) => seen.forms.find(f => f.names.has('_basis'))?.fields ?? {}
const written = async (f: GivenFile) =>
  (await readEntries(app.store.db, f.subject.id)).filter(e => e.type === 'assessment')

describe('what is known is filled in', () => {
  test('from the visits, the services asked, the open assessment and the chronology', async () => {
    const page = await worker.get(at(fresh))
    expect(page.status).toBe(200)
    expect(form(page)).toMatchObject({ on: '10/3/2026', kind: 'single', seen: 'alone', seenOn: '5/3/2026' })
    expect(form(page).agencies).toBe(
      'Mill School: asked 11 February 2026, no answer yet.\nDr Fern (answered 20 February 2026): All immunised.',
    )
    expect(page.text).toContain('I like it when gran comes.')
    expect(linksOf(page.html).map(l => l.text)).toContain('Statutory visit, 5 March 2026')
    expect(page.text).toMatch(
      /Child and family assessment: due \d+ \w+ 2026, 19 working days, begun 2 February 2026/,
    )
    expect(page.text).toContain('Dr Fern, asked 11 February 2026 answered')
    expect(page.text).toContain('Mill School, asked 11 February 2026 No answer yet')
  })

  test('from the last assessment, saying since when', async () => {
    const page = await worker.get(at(second))
    expect(form(page)).toMatchObject({
      identity: earlier.identity,
      history: earlier.history,
      parenting: earlier.parenting,
      family: earlier.family,
    })
    expect(form(page).risks).toBe('')
    expect(page.text).toContain('Known since 1 June 2025: assessment. Change what has changed.')
    expect(page.text).toContain('What was written on 1 June 2025 Debts')
  })

  test('for a very young child it asks what was seen', async () => {
    const page = await worker.get(at(baby))
    expect(page.text).toContain('What did you see of the child')
    expect(page.text).not.toContain('What did the child say they feel and want?')
    expect(page.text).toContain('No assessment has begun on this file')
    expect((await worker.get(at(fresh))).text).toContain('What did the child say they feel and want?')
  })
})

describe('beside the writing', () => {
  test('chosen events of the chronology are put into the text, and every word typed is kept', async () => {
    const page = await worker.get(at(fresh))
    const events = [...page.html.matchAll(/name="_events"[^>]*value="([\w-]+)"/g)].map(m => m[1] ?? '')
    expect(events.length).toBeGreaterThan(1)
    const sent = await worker.send(
      page,
      at(fresh),
      { history: 'Before.', risks: 'Half a <thought>', _events: events.slice(0, 1) },
      { button: ['_insert', 'history'] },
    )
    expect(sent.to).toBe(`${at(fresh)}#history`)
    const again = await worker.get(at(fresh))
    expect(form(again).risks).toBe('Half a <thought>')
    expect(form(again).history).toMatch(/^Before\.\n5 January 2026 \(11 years\): \w+/)
    expect([...again.html.matchAll(/name="_events"/g)]).toHaveLength(events.length - 1)
  })

  test('a service’s answer is written down in one step, as an amendment, and the rest is kept', async () => {
    const page = await worker.get(at(fresh))
    const none = await worker.send(
      page,
      at(fresh),
      { [`answer-${asked}-answer`]: ' ' },
      { button: ['_answered', asked] },
    )
    expect(none.problems).toEqual([{ href: `#answer-${asked}-answer`, text: 'Write what they said.' }])
    const early = { [`answer-${asked}-answered`]: '1/1/2026', [`answer-${asked}-answer`]: 'Late' }
    expect((await worker.send(page, at(fresh), early, { button: ['_answered', asked] })).text).toContain(
      'They answered before they were asked',
    )
    const sent = await worker.send(
      page,
      at(fresh),
      { risks: 'Kept', [`answer-${asked}-answer`]: 'Often late.' },
      { button: ['_answered', asked] },
    )
    expect(sent.to).toBe(`${at(fresh)}#agencies`)
    const again = await worker.get(at(fresh))
    expect(form(again).risks).toBe('Kept')
    expect(again.text).toContain('Mill School, asked 11 February 2026 answered')
    const put = await worker.send(again, at(fresh), {}, { button: ['_insert', 'agencies'] })
    const agencies = form(await worker.follow({ ...put, to: at(fresh) })).agencies
    expect(agencies).toContain('Mill School (answered 10 March 2026): Often late.')
    const twice = await worker.send(
      page,
      at(fresh),
      { [`answer-${asked}-answer`]: 'Often late.' },
      { button: ['_answered', asked] },
    )
    expect(twice.status).toBe(303)
    const entries = await readEntries(app.store.db, fresh.subject.id)
    expect(entries.filter(e => e.amends === asked)).toHaveLength(1)
  })

  test('another service is asked without losing a word', async () => {
    const sent = await worker.post(at(fresh), { parents: 'They agree' }, { button: ['_ask', 'yes'] })
    expect(sent.to).toBe(`/child/${fresh.code}/record/agency-information`)
    expect(form(await worker.get(at(fresh))).parents).toBe('They agree')
  })
})

describe('recording it', () => {
  test('every fault is told beside its question, and nothing typed is lost', async () => {
    const sent = await worker.post(at(second), {
      ...typed,
      impact: '',
      seenOn: '1/1/2099',
      risks: '<b>Kept</b>',
    })
    expect(sent.status).toBe(422)
    expect(sent.problems.map(p => p.href).sort()).toEqual(['#impact', '#seenOn'])
    for (const p of sent.problems) expect(idsOf(sent.html).has(p.href.slice(1))).toBe(true)
    expect(form(sent)).toMatchObject({ risks: '<b>Kept</b>', plan: typed.plan })
    expect(await written(second)).toHaveLength(1)
  })

  test('takes a very long text whole, and says by how much one is too long', async () => {
    const long = 'Every word counts. '.repeat(2600)
    const kept = await worker.post(at(second), { ...typed, analysis: long }, { button: ['_keep', 'hand'] })
    expect(String(form(await worker.follow(kept)).analysis).trim()).toBe(long.trim())
    const sent = await worker.post(at(second), { ...typed, analysis: `${long}${long}` })
    expect(sent.text).toMatch(/the most is 50000. Shorten it by \d+/)
  })

  test('it waits to be signed, and meets no clock yet', async () => {
    const sent = await worker.post(at(second), typed)
    expect(sent.problems).toEqual([])
    expect(sent.to).toMatch(/done=/)
    const done = await worker.follow(sent)
    expect(done.text).toContain('Assessment recorded')
    const all = await written(second)
    expect(all).toHaveLength(2)
    expect(all.at(-1)?.answers).toMatchObject({
      kind: 'single',
      outcome: 'child-in-need',
      seenOn: '2026-03-05',
    })
    expect((await worker.get(at(second))).text).toContain('working days, begun 2 February 2026')
    expect(form(await worker.get(at(second))).risks).toBe('')
    const entry = await worker.get(`/child/${second.code}/entry/${all.at(-1)?.id}`)
    for (const [name, f] of Object.entries(assessment.fields)) {
      const value = all.at(-1)?.answers[name]
      if (value !== undefined && value !== null && name !== 'parenting')
        expect(entry.text, name).toContain(f.kind.print(value))
    }
  })

  test('is refused to whoever does not work with the child, or does not assess', async () => {
    expect((await stranger.get(at(second))).status).toBe(403)
    const reviewer = await app.signInAs(cast.reviewer)
    expect((await reviewer.get(at(second))).status).toBe(403)
  })
})
