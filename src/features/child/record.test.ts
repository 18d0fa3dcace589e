import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Seen } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { given } from '../../../test/support/given.ts'
import { type Fields, idsOf } from '../../../test/support/html.ts'
import { cast, workerEntry } from '../../../test/support/people.ts'
import type { Viewer } from '../../domain/access/roles.ts'
import { day, type Instant } from '../../domain/kernel/day.ts'
import { type RecordType, writes } from '../../domain/records/record-type.ts'
import { newId } from '../../store/ids.ts'
import { readEntries } from '../../store/ledger.ts'
import { recordable } from './record.tsx'

const ended = (id: string) => [
  given(id, 'ceased-looked-after', { on: day('2026-02-02'), reason: 'E4A' }),
  given(id, 'protection-plan-ended', { endedOn: day('2026-02-02'), reason: 'safe', analysis: 'Well' }),
]

/** A file in which everything that can end is running. */
const everythingRuns = (type: RecordType) =>
  givenFile({
    reviewing: cast.reviewer,
    more: id => [
      // A case is closed only after care and the plan have ended.
      ...(type.code === 'case-closed' ? ended(id) : []),
      given(id, 'referral-received', { receivedOn: day('2026-01-05'), source: '6', concern: 'Left alone' }),
      given(id, 'protection-plan-started', {
        conferenceOn: day('2026-01-06'),
        category: 'NEG',
        change: 'Food',
        ifNot: 'Court',
      }),
      given(id, 'missing-episode', { from: day('2026-01-07'), kind: 'M' }),
      given(id, 'child-said', { kind: 'feedback', said: 'More swimming' }),
      given(id, 'private-fostering', { awareOn: day('2026-01-07'), carer: 'An aunt' }),
      given(id, 'assessment-begun', { on: day('2026-01-07'), kind: 'single', why: 'News of a move' }),
      given(id, 'need-plan-started', {
        on: day('2026-01-07'),
        views: 'Less shouting',
        plan: 'Weekly visits',
      }),
      given(id, 'strategy-discussion', {
        on: day('2026-01-07'),
        took: ['police'],
        concern: 'A bruise',
        enquiry: true,
        next: 'See the child today',
      }),
      given(id, 'early-help-step', {
        on: day('2026-01-07'),
        step: 'down',
        why: 'Safe now',
        lead: 'Ada Teacher',
        reach: '01632 960 002',
      }),
      given(id, 'pathway-plan', {
        on: day('2026-01-07'),
        stage: 'first',
        said: 'A flat of my own',
        home: 'Stays with the carer',
        work: 'College',
        well: 'Sees the dentist',
        agreed: true,
      }),
    ],
  })

const files = new Map<string, GivenFile>(recordable.map(t => [t.code, everythingRuns(t)]))
const sibling = givenFile({ name: ['Fern', 'Pebble'] })
const child = givenFile()
const carer: Viewer = {
  id: newId('2020-01-01T00:00:00.000Z' as Instant),
  name: 'Hux Other',
  role: 'foster-carer',
  team: null,
}
const fileOf = (type: RecordType) => files.get(type.code) ?? child

let app: App
beforeAll(async () => {
  const all = [...files.values(), sibling, child]
  app = await appWith(subjectsOf(all), entriesOf(all))
  await app.write([{ id: carer.id, kind: 'worker', code: 'W60' }], [workerEntry(carer)])
})
afterAll(async () => await app.close())

const writer = (type: RecordType): Viewer =>
  [cast.worker, cast.manager, cast.reviewer].find(
    v => writes(type, v.role) && (type.permission === 'record' || v.role === 'team-manager'),
  ) ?? cast.manager

/** What a person would type: the example of each question, on the day of the test. */
const typedFor = (type: RecordType): Fields =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, f]) => {
      if (f.kind.name === 'documents') return []
      // An adoption closes the file to who writes it.
      if (type.code === 'ceased-looked-after' && name === 'reason') return [[name, 'E4A']]
      if (f.kind.name === 'day') return [[name, '10/3/2026']]
      if (f.kind.name === 'person') return [[name, sibling.code]]
      if (f.kind.name === 'carer') return [[name, carer.id]]
      if (f.kind.name === 'worker' || f.kind.name === 'workers') return [[name, cast.manager.id]]
      return [[name, f.kind.raw(f.kind.example)]]
    }),
  )

const filesFor = (type: RecordType) =>
  Object.entries(type.fields).flatMap(([name, f]) =>
    f.kind.name === 'documents' ? [{ field: `${name}_new`, name: 'letter.pdf', bytes: '%PDF-1.7' }] : [],
  )

const at = (f: GivenFile, code: string) => `/child/${f.code}/record/${code}`
const done = (seen: Seen): string =>
  /done=([\w-]+)/.exec(seen.to ?? '')?.[1] ?? `not done: ${seen.status} ${seen.text}`

describe('each kind of record', () => {
  test.each(recordable)('$code is written on its page and read back in words', async type => {
    const me = await app.signInAs(writer(type))
    const file = fileOf(type)
    const sent = await me.post(at(file, type.code), typedFor(type), { files: filesFor(type) })
    expect(sent.problems).toEqual([])
    expect(sent.status).toBe(303)
    const [entry] = (await readEntries(app.store.db, file.subject.id)).filter(e => e.id === done(sent))
    expect(entry).toMatchObject({ type: type.code, author: writer(type).id, source: null })
    expect((await me.follow(sent)).status).toBe(200)
    const read = await me.get(`/child/${file.code}/entry/${entry?.id}`)
    expect(read.headings).toContain(type.title)
    for (const [name, f] of Object.entries(type.fields)) {
      const value = entry?.answers[name]
      if (
        value === undefined ||
        value === null ||
        ['person', 'worker', 'workers', 'carer'].includes(f.kind.name)
      )
        continue
      expect(read.text, name).toContain(f.kind.print(value).replace(/\s+/g, ' '))
    }
  })

  test.each(recordable)(
    '$code comes back with what was typed, each fault linked to its question',
    async type => {
      const me = await app.signInAs(writer(type))
      const typed = Object.fromEntries(
        Object.entries(type.fields).flatMap(([name, f]) => {
          if (f.kind.name === 'day') return [[name, '31/2/2026']]
          if (f.kind.name === 'whole-number') return [[name, 'many']]
          return f.kind.name === 'line' || f.kind.name === 'text' ? [[name, `Kept <${name}>`]] : []
        }),
      )
      const sent = await me.post(at(fileOf(type), type.code), typed)
      expect(sent.status).toBe(422)
      expect(sent.title).toMatch(/^Error: /)
      expect(sent.problems.length).toBeGreaterThan(0)
      const ids = idsOf(sent.html)
      for (const p of sent.problems) {
        expect(p.href.startsWith('#') && ids.has(p.href.slice(1)), `${p.href}: ${p.text}`).toBe(true)
        expect(p.text.length).toBeGreaterThan(5)
      }
      const back = sent.forms.find(f => f.names.has('_entry'))?.fields ?? {}
      expect(back).toMatchObject(typed)
      for (const name of Object.keys(typed)) expect(sent.html).not.toContain(`<${name}>`)
    },
  )
})
