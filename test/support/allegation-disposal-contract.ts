import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../src/domain/kernel/day.ts'
import type { NewSubject, SubjectKind } from '../../src/domain/records/entry.ts'
import type { Db, Store } from '../../src/store/connection.ts'
import { append, appendAll, readEntries } from '../../src/store/ledger.ts'
import { writeLog } from '../../src/store/log.ts'
import type { Subject } from '../../src/store/project.ts'
import { allAllegations, allegationByCode, listAllegations } from '../../src/store/queries/allegations.ts'
import { projectionDigests, rebuild } from '../../src/store/rebuild.ts'
import { disposalsIn } from '../../src/store/rights/disposal-list.ts'
import { dispose, filesTogether } from '../../src/store/rights/dispose.ts'
import { verify } from '../../src/store/verify.ts'
import { tablesWith } from './disposal-contract.ts'
import { details, given, givenChild, givenSubject, HERE } from './given.ts'
import { cast } from './people.ts'

let made = 0
const DUE = day('2024-06-01')

/** An allegation of long ago, every word of it with a mark by which it would be found again. */
function oldAllegation() {
  made += 1
  const mark = `zw${made}x`
  const subject = { ...givenSubject('allegation', `A-${made}`), kind: 'allegation' as const }
  const told = {
    received: day('2001-03-01'),
    learned: day('2001-03-01'),
    from: 'employer',
    teller: `Head ${mark}`,
    adult: `Aubin ${mark}`,
    born: day('1950-01-01'),
    sector: 'education',
    employer: `School ${mark}`,
    post: mark,
    what: `Said ${mark}`,
  }
  const decided = { on: day('2001-03-02'), meets: false, reason: mark }
  const entries = [
    given(subject.id, 'allegation-received', told),
    given(subject.id, 'allegation-considered', decided),
  ]
  return { subject, entries, mark }
}

/** What the disposal of an allegation promises, whatever the database: run on both. */
export function allegationDisposalContract(open: () => Promise<Store>): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(async () => await store.close())

  const write = async (
    files: readonly { subject: NewSubject; entries: ReturnType<typeof oldAllegation>['entries'] }[],
  ) =>
    await store.db.transaction().execute(tx =>
      appendAll(
        tx,
        files.map(f => f.subject),
        files.flatMap(f => f.entries),
      ),
    )
  const whole = async () => {
    const before = await projectionDigests(store.db)
    await store.db.transaction().execute(async tx => await rebuild(tx))
    expect(await projectionDigests(store.db)).toEqual(before)
    expect((await verify(store.db)).faults).toEqual([])
  }

  interface Way {
    readonly under?: SubjectKind
    readonly by?: string
    readonly with?: readonly Subject[]
  }
  const disposeOf = async (tx: Db, file: Subject, way: Way = {}): Promise<NewSubject> => {
    made += 1
    const disposal = givenSubject(way.under ?? 'allegation-disposal', `AD${made}`)
    const by = way.by ?? cast.auditor.id
    const proposed = { child: file.id, rule: 'allegation', due: DUE, because: 'Over.', why: 'Looked.' }
    await appendAll(
      tx,
      [disposal],
      [
        given(disposal.id, 'disposal-proposed', proposed, { author: cast.officer.id }),
        given(disposal.id, 'disposal-decided', { outcome: 'agreed', why: 'So.' }, { author: by }),
      ],
    )
    const files = [...(await filesTogether(tx, file)), ...(way.with ?? [])]
    await dispose(tx, { disposal, files, rule: 'allegation', due: DUE, by, now: HERE })
    return disposal
  }
  const inOne = <T>(work: (tx: Db) => Promise<T>) => store.db.transaction().execute(work)

  test('nothing that it said is left in any table, its chain is, and it stands in no list', async () => {
    const [gone, kept] = [oldAllegation(), oldAllegation()]
    await write([gone, kept])
    await writeLog(store.db, {
      at: HERE,
      viewer: cast.officer.id,
      action: 'open',
      subject: gone.subject.id,
      page: 'the file of an allegation',
      allowed: true,
      because: 'x',
      detail: { note: gone.mark },
    })
    const disposal = await inOne(tx => disposeOf(tx, gone.subject))
    expect(await tablesWith(store.db, gone.mark)).toEqual([])
    expect((await tablesWith(store.db, kept.mark)).length).toBeGreaterThan(0)
    const certificate = (await readEntries(store.db, disposal.id)).at(-1)
    expect(certificate?.answers).toMatchObject({
      codes: gone.subject.code,
      entries: 2,
      documents: 0,
      lines: 1,
    })
    expect(await allegationByCode(store.db, gone.subject.code)).toBeUndefined()
    expect((await allAllegations(store.db)).map(a => a.code)).toEqual([kept.subject.code])
    for (const show of ['closed', 'all'] as const)
      expect(await listAllegations(store.db, show, { limit: 9, offset: 0 })).toMatchObject({
        total: 1,
        files: [{ code: kept.subject.code }],
      })
    expect((await disposalsIn(store.db)).map(d => [d.code, d.child])).toEqual([
      [disposal.code, gone.subject.id],
    ])
    await whole()
  })

  test('nothing of a disposal or a hold of it stands where others search', async () => {
    const file = oldAllegation()
    await write([file])
    made += 1
    const hold = givenSubject('allegation-hold', `AH${made}`)
    const held = {
      scope: 'file',
      child: file.subject.id,
      reason: 'claim',
      askedBy: 'A',
      from: DUE,
      words: 'W',
    }
    await inOne(tx => appendAll(tx, [hold], [given(hold.id, 'hold-placed', held)]))
    await expect(inOne(tx => disposeOf(tx, file.subject))).rejects.toThrow(/legal hold/)
    await inOne(tx => append(tx, { ...hold }, [given(hold.id, 'hold-lifted', { why: 'Over.' })]))
    const disposal = await inOne(tx => disposeOf(tx, file.subject))
    const rows = await store.db
      .selectFrom('happening')
      .select('type')
      .where('subject', 'in', [hold.id, disposal.id, file.subject.id])
      .execute()
    expect(rows).toEqual([])
    await whole()
  })

  const child = () => {
    const subject = { ...givenChild(), kind: 'child' as const }
    return { subject, entries: [given(subject.id, 'person-details', details('1985-02-01'))] }
  }

  test('the database takes it alone, under a certificate of its own, agreed by another', async () => {
    const [file, other, wren] = [oldAllegation(), oldAllegation(), child()]
    await write([file, other, wren])
    const tried = (of: Subject, way: Way) => inOne(tx => disposeOf(tx, of, way))
    await expect(tried(file.subject, { under: 'disposal' })).rejects.toThrow(/certificate of its own/)
    await expect(tried(file.subject, { with: [wren.subject] })).rejects.toThrow(/disposed of alone/)
    await expect(tried(file.subject, { with: [other.subject] })).rejects.toThrow(/disposed of alone/)
    await expect(tried(wren.subject, {})).rejects.toThrow(/Only files of children/)
    await expect(tried(file.subject, { by: cast.officer.id })).rejects.toThrow(/one person and agreed/)
    expect(await tablesWith(store.db, file.mark)).toContain('entry')
    await tried(wren.subject, { under: 'disposal' })
    await whole()
  })
}
