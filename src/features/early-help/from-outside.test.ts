import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entries, subjects } from '../../../test/support/early-help.ts'
import { given, givenSubject } from '../../../test/support/given.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'

let app: App
let nights: Client
beforeAll(async () => {
  app = await appWith(subjects, entries)
  nights = await app.signInAs(cast.nights)
})
afterAll(async () => await app.close())

describe('an early help assessment from outside', () => {
  const contactFile = givenSubject('contact', 'C7K3M9Q2')
  beforeAll(async () => {
    const child = subjects.find(s => s.code === 'ONCE1111')
    const whom = given(contactFile.id, 'contact-child', { givenName: 'Once', familyName: 'Fold' })
    await app.write(
      [contactFile],
      [
        given(contactFile.id, 'contact-received', {
          receivedOn: day('2026-03-09'),
          sort: 'caf',
          danger: false,
          concern: 'Sleeps in class.',
          wanted: 'Nurse to visit by Friday.',
          source: '2A',
          referrer: 'Dot Lark',
          organisation: 'Mill School',
          phone: '01632 960 009',
          strengths: 'Loves maths.',
          consent: true,
          lead: 'Dot Lark',
        }),
        whom,
        given(contactFile.id, 'contact-matched', { child: child?.id }, { amends: whom.id }),
      ],
    )
  })

  test('is filled in on the file of the child it is about, and taken with one send', async () => {
    const at = '/child/ONCE1111/record/early-help-assessment'
    const form = await nights.get(`${at}?from=C7K3M9Q2`)
    expect(form.forms[0]?.fields).toMatchObject({
      on: '9/3/2026',
      agency: 'Mill School',
      consent: 'yes',
      lead: 'Dot Lark',
      reach: '01632 960 009',
      strengths: 'Loves maths.',
      needs: 'Sleeps in class.',
      plan: 'Nurse to visit by Friday.',
    })
    const done = await nights.send(form, at, { views: 'He says he is tired at school.' })
    expect(done.to).toMatch(/^\/child\/ONCE1111\?done=/)
    const seen = await nights.follow(done)
    expect(seen.text).toContain('Lead professional Dot Lark, 01632 960 009')
    expect(seen.text).toContain('Mill School, since 9 March 2026')
    expect((await nights.get('/child/ONCE1111/record/early-help-meeting')).forms[0]?.fields.plan).toBe(
      'Nurse to visit by Friday.',
    )
  })

  test.each([
    '/child/AGAIN111/record/early-help-assessment?from=C7K3M9Q2',
    '/child/AGAIN111/record/early-help-assessment?from=NONE',
  ])('is not filled in on another child’s file: %s', async at => {
    const form = await nights.get(at)
    expect(form.status).toBe(200)
    expect(form.forms[0]?.fields.needs).toBe('')
    expect(form.html).not.toContain('Sleeps in class')
  })
})
