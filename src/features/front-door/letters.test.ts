import { describe, expect, test } from 'vitest'
import { given, givenSubject } from '../../../test/support/given.ts'
import { day } from '../../domain/kernel/day.ts'
import { OUTSIDE } from '../../domain/records/entry.ts'
import { setSender } from '../../store/outgoing.ts'
import { at, type Contact, frontDoor, refuse } from './test-contacts.ts'

const { app, manager, came, entriesIn, typesIn, decideAs } = await frontDoor()

describe('the letter', () => {
  test('is read before it goes, and written again when the answers change', async () => {
    const c = await came()
    const first = await manager.post(at(c), { ...refuse, 'who-1': 'none' })
    expect(first.to).toContain('read=new')
    const page = await manager.get(`${at(c)}?read=new`)
    expect(page.text).toContain('Nothing is decided yet')
    expect(await typesIn(c.subject.id)).not.toContain('contact-decided')
    const changed = await manager.send(page, at(c), { reasons: 'Another reason' })
    expect(changed.to).toContain('read=changed')
    const again = await manager.get(at(c))
    expect(again.html).toContain('Another reason')
    const edited = await manager.send(again, at(c), {
      letter: 'Dear Jo, in my words.',
      reasons: 'A third reason',
    })
    expect(edited.to).toContain('read=yours')
    const mine = await manager.get(at(c))
    expect(mine.html).toContain('Dear Jo, in my words.')
    expect((await manager.send(mine, at(c), {})).to).toContain('done=yes')
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    expect(letter?.answers.letter).toBe('Dear Jo, in my words.')
    expect((await manager.get(`${at(c)}/letter`)).text).toContain('Dear Jo, in my words.')
  })

  test('is written from the answers at a button, with the services that were picked', async () => {
    const service = givenSubject('service', 'S1')
    await app.write(
      [service],
      [
        given(service.id, 'service-details', {
          name: 'Harbour Parents',
          helps: ['parenting'],
          who: 'Parents of under-tens.',
          reach: 'Ring 01632 960 555.',
          open: true,
        }),
      ],
    )
    const c = await came()
    await manager.post(
      at(c),
      { ...refuse, 'who-1': 'none', services: 'S1' },
      { button: ['_letter', 'write'] },
    )
    const page = await manager.get(at(c))
    const letter = page.forms[0]?.fields.letter
    expect(letter).toContain('Harbour Parents. For: Parents of under-tens.')
    expect((await manager.send(page, at(c), {})).to).toContain('done=yes')
    const decided = (await entriesIn(c.subject.id)).find(e => e.type === 'contact-decided')
    expect(decided?.answers.instead).toContain('Services named: Harbour Parents.')
  })

  test('goes on its way with the decision where letters go by email; not otherwise', async () => {
    const waiting = async (c: Contact) =>
      await app.store.db.selectFrom('outgoing').selectAll().where('subject', '=', c.subject.id).execute()
    const printed = await came()
    await decideAs(manager, printed, { ...refuse, 'who-1': 'none' })
    expect(await waiting(printed)).toEqual([])
    await setSender(app.store.db, true)
    const sent = await came()
    const wrong = await manager.post(at(sent), {
      ...refuse,
      'who-1': 'none',
      how: 'email',
      to: 'Jo',
      letter: 'x',
    })
    expect(wrong.to ?? wrong.problems[0]?.href).toBeTruthy()
    await decideAs(manager, sent, { ...refuse, 'who-1': 'none', how: 'email', to: 'jo@example.org' })
    const [row] = await waiting(sent)
    const [letter] = (await entriesIn(sent.subject.id)).filter(e => e.type === 'contact-letter')
    expect(row).toMatchObject({
      letter: letter?.id,
      recipient: 'jo@example.org',
      body: letter?.answers.letter,
      tries: 0,
    })
    expect(row?.about).not.toContain('Sam')
    await setSender(app.store.db, false)
  })

  test('that did not arrive makes the referrer wait again, until told another way', async () => {
    const c = await came({ children: [{ givenName: 'Wick', familyName: 'Tallow' }] })
    await decideAs(manager, c, { ...refuse, 'who-1': 'none' })
    const [letter] = (await entriesIn(c.subject.id)).filter(e => e.type === 'contact-letter')
    await app.write(
      [],
      [
        {
          ...given(
            c.subject.id,
            'letter-delivery',
            { state: 'failed', detail: 'No such mailbox' },
            { amends: letter?.id ?? '', author: OUTSIDE, recorded: app.now() },
          ),
          happened: day('2026-03-10'),
        },
      ],
    )
    expect((await manager.get('/front-door')).text).toContain('A letter to a referrer could not be delivered')
    const list = await manager.get('/front-door?show=reply')
    expect(list.text).toContain('No such mailbox')
    expect((await manager.post(`${at(c)}/letter`, { how: 'spoken', to: 'Jo, 01632 960 001' })).to).toBe(at(c))
    expect((await manager.get('/front-door?show=reply')).text).not.toContain('No such mailbox')
  })
})
