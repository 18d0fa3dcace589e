import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { foldFile } from '../../domain/casework/file.ts'
import type { Instant } from '../../domain/kernel/day.ts'
import { isChildCode } from '../../domain/kernel/ids.ts'
import type { Entry } from '../../domain/records/entry.ts'
import { type ImportPlan, planImport } from '../../domain/returns/ssda903/plan.ts'
import { reconcile } from '../../domain/returns/ssda903/reconcile.ts'
import { printReport } from '../../domain/returns/ssda903/report.ts'
import { printAll } from '../../domain/returns/ssda903/report-problems.ts'
import { settle } from '../../domain/returns/ssda903/settle.ts'
import { readReturnFolder } from './read-folder.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../test/fixtures/ssda903')

async function read(name: string) {
  const folder = await readReturnFolder(join(root, name))
  if (!folder.ok) throw new Error(JSON.stringify(folder.error))
  return folder.value
}

async function planOf(name: string, last?: string): Promise<ImportPlan> {
  const plan = planImport({
    this: await read(name),
    ...(last ? { last: await read(last) } : {}),
    recorded: '2026-05-03T10:00:00.000Z' as Instant,
    author: '00000000-0000-5000-8000-000000000001',
  })
  if (!plan.ok) throw new Error(plan.error.wrong)
  return plan.value
}

function fold(plan: ImportPlan) {
  const numbered = (entries: readonly { entry: Omit<Entry, 'seq'> }[]) =>
    entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 }))
  return plan.files.map(f => ({ code: f.subject.code, file: foldFile(f.subject.id, numbered(f.entries)) }))
}

describe('a good return, with the year before', async () => {
  const plan = await planOf('good', 'last')
  const children = new Map(fold(plan).map(c => [c.code, c.file]))
  const of = (code: string) => {
    const file = children.get(code)
    if (!file) throw new Error(`no ${code}`)
    return file
  }
  const happened = (code: string, type: string) => of(code).happenings.filter(e => e.type === type)

  test('leaves no row out, and agrees with the record', () => {
    expect(plan.problems.filter(p => p.level === 'problem')).toEqual([])
    for (const row of reconcile(plan, [...children.values()]))
      expect(row.inProduct, row.what).toBe(row.inFiles)
    expect(reconcile(plan, [...children.values()]).map(r => r.inFiles)).toEqual([11, 7, 13, 19, 6, 10, 4])
  })

  test('one child’s two years make one story', () => {
    const care = of('E101').spells.filter(s => s.kind === 'looked-after')
    expect(care.map(s => [s.from, s.to])).toEqual([['2023-05-10', null]])
    const placed = of('E101').spells.filter(s => s.kind === 'placement')
    expect(placed.map(s => [s.from, s.facts.type, s.facts.address])).toEqual([
      ['2023-05-10', 'U6', 'ZZ2 2BB'],
      ['2024-09-15', 'U4', 'ZZ3 3CC'],
      ['2025-07-10', 'U4', 'ZZ3 4CC'],
    ])
    expect(
      of('E101')
        .spells.filter(s => s.kind === 'legal-status')
        .map(s => s.facts.status),
    ).toEqual(['V2', 'C1', 'C2'])
    expect(of('E101').person).toMatchObject({ sex: 'F', ethnicity: 'WOTH', address: 'ZZ1 1AA' })
    expect(happened('E101', 'looked-after-review')).toHaveLength(4)
    expect(happened('E101', 'allocation')).toHaveLength(1)
  })

  test('health of each year is dated its last day, and says that only the year is known', () => {
    const scores = happened('E101', 'sdq')
    expect(scores.map(e => [e.happened, e.answers.score])).toEqual([
      ['2025-03-31', 11],
      ['2026-03-31', 17],
    ])
    expect(scores[1]?.source).toBe('SSDA903 2025-26 oc2.csv line 2 (the return gives the year, not the day)')
    expect(happened('E101', 'health-assessment').map(e => e.happened)).toEqual(['2025-03-31'])
    const [, note] = happened('E101', 'case-note')
    expect(note?.answers.note).toContain('Health assessed: no.')
    expect(note?.sensitivity).toBe('confidential')
  })

  test('a child who was adopted', () => {
    expect(of('E103').spells.find(s => s.kind === 'looked-after')).toMatchObject({
      from: '2024-02-29',
      to: '2026-02-28',
      facts: { ceased: 'E11' },
    })
    expect(happened('E103', 'case-note').map(e => e.answers.about)).toEqual([
      'National return 2024-25: what it says of the year',
      'Decision that the child should be placed for adoption',
      'Matched for adoption',
      'National return 2025-26: what it says of the year',
    ])
    expect(happened('E103', 'allocation-ended').map(e => e.happened)).toEqual(['2026-02-28'])
  })

  test('twins, in care from the day of their birth, are two children', () => {
    expect([of('TWIN1').person.born, of('TWIN2').person.born]).toEqual(['2025-08-05', '2025-08-05'])
    expect(of('TWIN1').spells.filter(s => s.kind === 'placement')).toHaveLength(2)
    expect(of('TWIN2').spells.filter(s => s.kind === 'placement')).toHaveLength(1)
  })

  test('missing episodes: of one day, one after another, and one still open', () => {
    const away = of('E106').spells.filter(s => s.kind === 'missing')
    expect(away.map(s => [s.from, s.to, s.facts.kind])).toEqual([
      ['2025-05-10', '2025-05-10', 'M'],
      ['2025-05-10', '2025-05-14', 'M'],
      ['2025-05-14', '2025-05-20', 'A'],
      ['2026-03-30', null, 'M'],
    ])
  })

  test('a child with no episode has a file, and what the return says of them', () => {
    expect(of('E107').spells).toEqual([])
    expect(happened('E107', 'case-note')[0]?.answers.note).toBe(
      'Is a mother: the baby was born on 17 May 2024.\nCare leaver: in touch.\nActivity: training or employment, full time.\nAccommodation: independent living, suitable.',
    )
  })

  test('an ID that can’t be a code here is given one, and is kept', () => {
    const code = [...children.keys()].find(isChildCode) ?? ''
    expect(happened(code, 'case-note')[0]?.answers.note).toBe('ID in the return: Z/900-77.')
    expect(plan.problems.map(p => p.wrong)).toContain('CHILD is not 1 to 10 letters and digits')
  })

  test('workers have files of their own', () => {
    expect(plan.files.flatMap(f => (f.subject.kind === 'worker' ? [f.subject.code] : []))).toEqual([
      'SW7001',
      'SW7002',
      'SW7003',
      'XX0001',
    ])
    expect(plan.files[0]?.entries[0]?.entry.answers.name).toBe('Social worker SW7001')
  })

  test('the report says it all', () => {
    const settled = settle(plan, new Map())
    const text = printReport({ plan, settled, reconciled: reconcile(plan, [...children.values()]) })
    expect(text).toContain('SSDA903 return 2025-26, with 2024-25 (year to 31 March 2026')
    expect(text).toContain('No row was left out.')
    expect(text).toContain('11 new children, 4 new social workers')
    expect(text).toContain('Every count is equal.')
  })
})

describe('a bad return', async () => {
  const plan = await planOf('bad')
  const told = (level: string) =>
    plan.problems.filter(p => p.level === level).map(p => `${p.file} ${p.line} ${p.column ?? ''}: ${p.wrong}`)

  test('has every bad row reported once, where it is and why, and left out', () => {
    expect(told('problem')).toEqual([
      'header.csv 4 DOB: DOB is not a day that exists',
      'header.csv 5 DOB: DOB is in the future',
      'header.csv 7 : Two rows differ about one child',
      'header.csv 8 CHILD: CHILD is blank',
      'episodes.csv 3 RNE: RNE is not a code of the return',
      'episodes.csv 4 PLACE: PLACE is not a code of the return',
      'episodes.csv 5 DECOM: DECOM is not a day that exists',
      'episodes.csv 6 DEC: DEC is before DECOM',
      'episodes.csv 11 DECOM: DECOM is before the child was born',
      'episodes.csv 12 CHILD: The child is not in the header file',
      'episodes.csv 13 REC: REC is not a code of the return',
      'episodes.csv 15 DECOM: DECOM is in the future',
      'episodes.csv 18 : The row has the wrong number of values',
      'episodes.csv 19 : The row has the wrong number of values',
      'episodes.csv 20 LS: LS is blank',
      'episodes.csv 23 CHILD: CHILD is blank',
      'episodes.csv 24 : Two rows differ about one episode',
      'reviews.csv 4 : Two rows differ about one review',
      'reviews.csv 6 REVIEW: REVIEW is in the future',
      'reviews.csv 7 REVIEW_CODE: REVIEW_CODE is not a code of the return',
      'reviews.csv 9 REVIEW: REVIEW is not a day that exists',
      'reviews.csv 10 REVIEW: REVIEW is before the child was born',
      'reviews.csv 11 CHILD: The child is not in the header file',
      'missing.csv 2 MIS_END: MIS_END is before MIS_START',
      'missing.csv 3 MISSING: MISSING is not a code of the return',
      'missing.csv 5 MIS_START: The missing episode begins before another has ended',
      'missing.csv 8 MIS_END: MIS_END is not a day that exists',
      'oc3.csv 2 ACCOM: ACCOM is not a code of the return',
      'placed_for_adoption.csv 2 DATE_PLACED_CEASED: DATE_PLACED_CEASED is before DATE_PLACED',
      'sw_episodes.csv 2 SW_DEC: SW_DEC is before SW_DECOM',
      'dolo.csv 2 DOLO_END: DOLO_END is before DOLO_START',
    ])
  })

  test('keeps the rows that are odd but can be used, with a note', () => {
    const notes = told('note')
    for (const line of [
      'header.csv 3 SEX: SEX is not a code of the return',
      'header.csv 3 ETHNIC: ETHNIC is not a code of the return',
      'header.csv 3 UPN: UPN can’t be read',
      'episodes.csv 7 PLACE_PROVIDER: PLACE_PROVIDER is not a code of the return',
      'episodes.csv 7 DEC: The episode ends after another has begun',
      'episodes.csv 8 DEC: The episode has no end, but a later one begins',
      'episodes.csv 9 REC: REC is given, but DEC is blank',
      'episodes.csv 10 REC: DEC is given, but REC is blank',
      'episodes.csv 10 DECOM: The episode falls within another',
      'episodes.csv 14 REC: No episode begins on the day this one ended',
      'episodes.csv 17 : The row stands twice',
      'episodes.csv 22 RNE: RNE is not S, though care had ended',
      'episodes.csv 25 DECOM: The episode falls within another',
      'episodes.csv 26 REC: Another episode should begin on the day this one ended',
      'missing.csv 6 MIS_END: The missing episode has no end, but a later one begins',
      'reviews.csv 5 DOB: DOB differs from the header’s',
      'reviews.csv 12 REVIEW: REVIEW is after the collection year',
      'oc2.csv 2 SDQ_SCORE: SDQ_SCORE can’t be read',
      'oc2.csv 3 SDQ_REASON: A score is given, and a reason for no score',
      'sw_episodes.csv 3 SW_ID: SW_ID does not begin with SW or XX',
    ])
      expect(notes).toContain(line)
    const leftOut = new Set(plan.problems.filter(p => p.level === 'problem').map(p => `${p.file} ${p.line}`))
    expect(plan.problems.filter(p => p.level === 'note' && leftOut.has(`${p.file} ${p.line}`))).toEqual([])
  })

  test('tells how many children would be looked after by every row that can be read', () => {
    const care = reconcile(
      plan,
      fold(plan).map(c => c.file),
    ).find(r => r.inAllRows !== null)
    // F202 and F203 have open episodes that can’t stand: one before birth, one of a child who is not in the header.
    expect([care?.inFiles, care?.inProduct, care?.inAllRows]).toEqual([3, 3, 5])
  })

  test('still comes to a record that agrees with the rows that stand', () => {
    const files = fold(plan).map(c => c.file)
    for (const row of reconcile(plan, files)) expect(row.inProduct, row.what).toBe(row.inFiles)
    expect(plan.counts.reduce((n, c) => n + c.leftOut, 0)).toBe(31)
  })

  test('is reported in plain words, the first twenty and where the rest are', () => {
    const text = printReport({ plan, all: 'problems.txt', dryRun: true })
    expect(text).toContain(
      'header.csv line 4: DOB is not a day that exists (“31/02/2012”). Write a date like 27/03/2026.',
    )
    expect(text).toContain('… and 11 more; all are in problems.txt.')
    expect(text).toContain('It would write: 5 new children')
    expect(printAll(plan).match(/^LEFT OUT/gm)).toHaveLength(31)
  })
})
