import { describe, expect, test } from 'vitest'
import { given } from '../../../test/support/given.ts'
import { day } from '../../domain/kernel/day.ts'
import { subjectByCode } from '../../store/queries/subjects.ts'
import { codeOf, publicPages, referenceOf, worry } from './test-contact.ts'

const { app, anybody, later } = await publicPages()

describe('following a contact', () => {
  const sent = async (typed: Record<string, string> = worry) => {
    later()
    const seen = await anybody.post('/contact', typed)
    const reference = referenceOf(seen)
    const subject = await subjectByCode(app.store.db, 'contact', reference)
    return { reference, code: codeOf(seen) ?? '', id: subject?.id ?? '' }
  }
  const ask = async (reference: string, code: string) =>
    await anybody.post('/contact/follow', { reference, code })
  const decided = (id: string, on = '2026-03-10') =>
    given(id, 'contact-decided', {
      decidedOn: day(on),
      level: '2',
      outcome: 'advice',
      reasons: 'SECRET reasons',
    })
  const letter = (id: string, how: string, words?: string) =>
    given(id, 'contact-letter', {
      on: day('2026-03-10'),
      how,
      ...(words ? { to: 'Ada', letter: words } : {}),
    })

  test('tells where it stands, and then the letter as it went, and no more', async () => {
    const { reference, code, id } = await sent()
    expect((await ask(reference, code)).title).toContain('We have it')
    expect((await ask(reference.toLowerCase(), code.replaceAll('-', ' ').toLowerCase())).status).toBe(200)
    await app.write([], [decided(id)])
    const between = await ask(reference, code)
    expect(between.title).toContain('It has been decided')
    expect(between.text).toContain('being written to you')
    await app.write([], [letter(id, 'email', 'Dear Ada,\n\nwe gave advice <b>.')])
    const told = await ask(reference, code)
    expect(told.text).toContain('Dear Ada, we gave advice <b>.')
    for (const seen of [between, told]) expect(seen.html).not.toMatch(/SECRET|Wren|Pebble|Level|Alone/i)
    const log = await app.store.db
      .selectFrom('access_log')
      .select(['page', 'viewer'])
      .where('subject', '=', id)
      .execute()
    expect(log).toHaveLength(4)
    expect(log[0]).toEqual({ page: 'what became of a contact', viewer: null })
  })

  test('where nobody could be told', async () => {
    const { reference, code, id } = await sent()
    await app.write([], [decided(id), letter(id, 'none')])
    expect((await ask(reference, code)).text).toContain('You did not say how to reach you')
  })

  test('a wrong code and a reference that is nobody’s are told in the same words', async () => {
    const { reference, code } = await sent()
    const wrong = await ask(reference, '2222-2222-2222')
    const nobody = await ask('C2222222', code)
    const others = await ask((await sent()).reference, code)
    for (const seen of [wrong, nobody, others])
      expect([seen.status, seen.problems]).toEqual([
        422,
        [{ href: '#reference', text: expect.stringContaining('do not belong together') }],
      ])
    expect(wrong.text.replace(/\s+/g, ' ')).toBe(nobody.text.replace(/\s+/g, ' '))
  })

  test('tries at one reference are limited, whether it is somebody’s or not', async () => {
    const { reference, code } = await sent()
    for (const r of [reference, 'C7777777']) {
      for (let i = 0; i < 5; i += 1) await ask(r, '2222-2222-2222')
      expect((await ask(r, code)).problems[0]?.text).toContain('tried too often')
    }
    later()
    expect((await ask(reference, code)).status).toBe(200)
  })

  test('a code that has grown stale opens nothing, and says whom to ring', async () => {
    const { reference, code, id } = await sent()
    await app.write([], [decided(id, '2025-03-01'), letter(id, 'post', 'Dear Ada')])
    const stale = await ask(reference, code)
    expect(stale.text).toContain('A code works for twelve months')
    expect(stale.text).toContain('01632 960 001')
    expect(stale.html).not.toContain('Dear Ada')
  })

  test('files kept for a form that was never sent are no contact', async () => {
    later()
    const page = await anybody.get('/contact')
    const files = [{ field: 'documents_new', name: 'a.txt', bytes: 'Words' }]
    await anybody.send(page, '/contact', { concern: '' }, { files })
    const id = String(page.forms[0]?.fields._entry)
    const begun = await app.store.db
      .selectFrom('subject')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirst()
    expect((await ask(begun?.code ?? '', '2222-2222-2222')).problems[0]?.text).toContain('do not belong')
  })

  test('blanks are asked for', async () => {
    later()
    expect((await ask('', '')).problems.map(p => p.href)).toEqual(['#reference', '#code'])
  })
})
