import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type App, appWith, type Client } from '../../../test/support/app.ts'
import { entriesOf, type GivenFile, givenFile, subjectsOf } from '../../../test/support/children.ts'
import { details, given } from '../../../test/support/given.ts'
import { linksOf, rowsOf } from '../../../test/support/html.ts'
import { cast } from '../../../test/support/people.ts'
import { day } from '../../domain/kernel/day.ts'
import { readDraft, saveDraft } from '../../store/drafts.ts'
import { projectionDigests, rebuild } from '../../store/rebuild.ts'
import { verify } from '../../store/verify.ts'

let made = 0
/** A file of the manager's team, with a name of its own, so that tests do not meet each other's children. */
const file = (
  givenName: string,
  familyName: string,
  born: string,
  about: Partial<Parameters<typeof givenFile>[0]> = {},
): GivenFile => {
  made += 1
  const f = givenFile({ code: `JN${String(made).padStart(6, '0')}`, ...about })
  const [, ...rest] = f.entries
  return {
    ...f,
    entries: [given(f.subject.id, 'person-details', details(born, { givenName, familyName })), ...rest],
  }
}

let app: App
let manager: Client
let worker: Client
beforeAll(async () => {
  app = await appWith()
  manager = await app.signInAs(cast.manager)
  worker = await app.signInAs(cast.worker)
})
afterAll(async () => await app.close())

let family = 0
let name = ''
let born = ''
beforeEach(() => {
  family += 1
  born = `2014-05-${String(family).padStart(2, '0')}`
  name = `${['Sedge', 'Plover', 'Yarrow', 'Bramble', 'Kestrel', 'Dunlin', 'Teasel', 'Mallow', 'Curlew', 'Osier', 'Rowan', 'Merlin', 'Tarn', 'Fescue'][family % 14]}wick`
})

async function keep(...files: readonly GivenFile[]): Promise<void> {
  await app.write(subjectsOf(files), entriesOf(files))
}
const two = async (): Promise<readonly [GivenFile, GivenFile]> => {
  const pair = [file('Ella', name, born), file('Ela', name, born, { worker: null })] as const
  await keep(...pair)
  return pair
}
const at = (a: GivenFile, b?: GivenFile) => `/child/${a.code}/join${b ? `?with=${b.code}` : ''}`
const WHY = { why: 'One NHS number, and the mother says so.' }
const ownRows = async (f: GivenFile) =>
  await app.store.db
    .selectFrom('happening')
    .select('type')
    .where('subject', '=', f.subject.id)
    .orderBy('seq')
    .execute()

describe('two files of one child', () => {
  test('are found from the child’s page, compared, joined, and parted again', async () => {
    const [a, b] = await two()
    const before = await ownRows(b)
    const now = await manager.get(`/child/${b.code}`)
    expect(linksOf(now.html).find(l => l.text === 'Has this child a second file?')?.href).toBe(at(b))
    const choose = await manager.get(at(b))
    const compare = linksOf(choose.html).find(l => l.text.startsWith('Compare the two files'))?.href ?? ''
    expect(compare).toBe(at(b, a))
    const page = await manager.get(compare)
    expect(rowsOf(page.html)).toContainEqual(['Given names', 'Ela', 'Ella'])
    expect(rowsOf(page.html)).toContainEqual(['Worker', 'Nobody', cast.worker.name])
    expect((await manager.send(page, compare, { why: '' })).problems).toMatchObject([{ href: '#why' }])

    const sent = await manager.send(page, compare, WHY)
    expect(sent.to).toMatch(new RegExp(`^/child/${a.code}\\?done=`))
    expect((await manager.send(page, compare, WHY)).to).toContain('again=yes')
    const joined = await manager.follow(sent)
    expect(joined.text).toContain('Joining of two files recorded')
    expect(joined.text).toContain(`The file ${b.code} has been read as part of this one since 10 March 2026`)
    expect(await ownRows(b)).toEqual([])
    // The file that goes on keeps its own details; the other name is not lost.
    expect(joined.title).toContain(`Ella ${name}`)
    expect(joined.text).toContain(`Also known as Ela ${name}`)
    // The old ID leads to the file that goes on, for whoever may open that.
    expect((await worker.get(`/child/${b.code}`)).text).toContain(`The file ${b.code} has been read as part`)
    expect((await worker.get(`/find?q=${b.code}`)).to).toBe(`/child/${a.code}`)
    expect((await worker.get(`/find?q=${name}`)).text).toContain('1 child found')

    const again = linksOf(joined.html).find(l => l.text.startsWith('Part them again'))?.href ?? ''
    const part = await manager.get(again)
    expect(part.text).toContain('“One NHS number, and the mother says so.”')
    const unsaid = await manager.send(part, at(a), { _part: b.code })
    expect(unsaid.problems).toMatchObject([{ href: `#why-${b.code}` }])
    const gone = await manager.send(part, at(a), { [`why-${b.code}`]: 'Cousins: two birth certificates.' })
    expect((await manager.follow(gone)).text).toContain(`The files are parted. Open ${b.code}`)
    expect((await manager.send(part, at(a), { [`why-${b.code}`]: 'Cousins.' })).to).toBe(gone.to)
    expect(await ownRows(b)).toEqual([...before, { type: 'merged' }, { type: 'unmerged' }])
    expect((await worker.get(`/find?q=${name}`)).text).toContain('2 children found')

    const digests = await projectionDigests(app.store.db)
    await app.store.db.transaction().execute(tx => rebuild(tx))
    expect(await projectionDigests(app.store.db)).toEqual(digests)
    expect((await verify(app.store.db)).faults).toEqual([])
  })

  test('can be joined the other way round', async () => {
    const [a, b] = await two()
    const page = await manager.get(at(b, a))
    const round = linksOf(page.html).find(l => l.text.startsWith('The other way round'))?.href ?? ''
    expect(round).toBe(at(a, b))
    expect((await manager.post(round, WHY)).to).toMatch(new RegExp(`^/child/${b.code}\\?done=`))
  })

  test('what was begun in the one goes on in the other', async () => {
    const [a, b] = await two()
    const draft = { typed: { about: 'Half a note' }, basis: 1, saved: app.now() }
    await saveDraft(app.store.db, cast.worker.id, b.subject.id, 'case-note', draft)
    await manager.post(at(b, a), WHY)
    expect((await readDraft(app.store.db, cast.worker.id, a.subject.id, 'case-note'))?.typed).toEqual(
      draft.typed,
    )
  })

  test('are joined by a team manager alone, and nobody else is shown the way', async () => {
    const [a, b] = await two()
    expect((await worker.get(at(a, b))).status).toBe(403)
    expect((await worker.get(`/child/${a.code}`)).html).not.toContain('/join')
    expect((await (await app.signInAs(cast.director)).get(at(a, b))).status).toBe(403)
  })
})

describe('refused, with the reason', () => {
  const refused = async (a: GivenFile, b: GivenFile, why: string) => {
    const page = await manager.get(at(a, b))
    expect(page.status).toBe(200)
    expect(page.text).toContain(why)
    expect(page.forms.filter(f => f.names.has('why'))).toEqual([])
  }

  test('twins, always: the page offers it not, and a form made up is not taken', async () => {
    const [a, b] = [file('Isla', name, '2015-03-04'), file('Bryony', name, '2015-03-04')]
    const open = file('Isla', name, '2015-03-05')
    await keep(a, b, open)
    await refused(a, b, 'Files of twins are never joined')
    const choose = await manager.get(at(a))
    expect(choose.text).toContain('Twins have a file each: these are never joined.')
    expect(linksOf(choose.html).map(l => l.href)).not.toContain(at(a, b))
    const form = (await manager.get(at(a, open))).forms.find(f => f.names.has('why'))
    const made_up = await manager.raw(at(a, b), { ...form?.fields, ...WHY })
    expect(made_up.status).toBe(422)
    expect(made_up.text).toContain('Files of twins are never joined')
    expect((await ownRows(a)).map(h => h.type)).not.toContain('merged')
  })

  test('a twin of a child whose file is read as part of it', async () => {
    const [a, b] = [file('Isla', name, '2015-03-04'), file('Bryony', name, '2015-03-04')]
    const unnamed = file('Isla', name, '2015-03-05')
    await keep(a, b, unnamed)
    expect((await manager.post(at(a, unnamed), WHY)).status).toBe(303)
    await refused(b, unnamed, 'Files of twins are never joined')
  })

  test('itself, and a file that is joined to it already', async () => {
    const [a, b] = await two()
    await refused(a, a, 'This is the same file')
    await manager.post(at(b, a), WHY)
    await refused(a, b, 'joined already')
  })

  test('the life of a child after adoption, which is not offered either', async () => {
    const old = file('Bud', name, '2019-01-02', {
      more: id => [given(id, 'ceased-looked-after', { on: day('2026-02-01'), reason: 'E11' })],
    })
    await keep(old)
    const fresh = file('Bud', `${name}-New`, '2019-01-02')
    const [first, ...rest] = fresh.entries
    await keep({
      ...fresh,
      entries: [first, ...rest].flatMap(e => (e ? [{ ...e, recorded: app.now() }] : [])),
    })
    // Sealed by the adoption, it is to a manager as if it were not there.
    await refused(fresh, old, 'No child here has this ID')
    expect((await manager.get(at(fresh))).html).not.toContain(old.code)
  })

  test('a file of another team is not joined before a reason opens it', async () => {
    const a = file('Ella', name, born)
    const theirs = file('Ela', name, born, { worker: cast.stranger })
    await keep(a, theirs)
    const page = await manager.get(at(a, theirs))
    expect(page.text).toContain('not joined yet')
    expect(page.text).toContain('Give your reason for looking')
    await manager.post(`/child/${theirs.code}/reason`, { reason: 'Is it the same child as another here?' })
    expect((await manager.get(at(a, theirs))).forms.some(f => f.names.has('why'))).toBe(true)
  })

  test('a restricted file one is not named on is as if not there, and it is logged', async () => {
    const a = file('Ella', name, born)
    const secret = file('Ela', name, born, { named: [cast.director] })
    await keep(a, secret)
    const none = await manager.get(at(a))
    expect(none.text).toContain('No other child here looks like this one')
    const page = await manager.get(at(a, secret))
    expect(page.text).toContain('No child here has this ID')
    expect(page.text).not.toContain('Ela ')
    const lines = await app.store.db
      .selectFrom('access_log')
      .select(['viewer', 'allowed', 'page'])
      .where('subject', '=', secret.subject.id)
      .execute()
    expect(lines).toContainEqual({ viewer: cast.manager.id, allowed: false, page: 'join files of one child' })
  })

  test('where another manager was quicker', async () => {
    const [a, b] = await two()
    const c = file('Ellah', name, born)
    await keep(c)
    const page = await manager.get(at(b, a))
    await manager.post(at(b, c), WHY)
    // The ID leads to the file that goes on now, which this manager has not compared.
    const late = await manager.send(page, at(b, a), WHY)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Somebody changed one of these files')
    const ends = await app.store.db
      .selectFrom('person')
      .select('merged')
      .where('subject', '=', b.subject.id)
      .execute()
    expect(ends).toEqual([{ merged: c.subject.id }])
  })

  test('is not, where people said that they are two: but it is told', async () => {
    const [a, b] = await two()
    await app.write(
      [],
      [given(a.subject.id, 'different-child', { child: b.subject.id, why: 'Cousins, both seen' })],
    )
    const page = await manager.get(at(b, a))
    expect(page.text).toContain('that these are different children: “Cousins, both seen”')
    expect(page.forms.some(f => f.names.has('why'))).toBe(true)
    expect((await manager.get(at(b))).text).toContain('No other child here looks like this one')
  })
})
