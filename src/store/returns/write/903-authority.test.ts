import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bySubject } from '../../../../seed/census.ts'
import { generate, type Seed } from '../../../../seed/generate.ts'
import { demonstration, small } from '../../../../seed/profiles/index.ts'
import { foldFile } from '../../../domain/casework/file.ts'
import { day, type Instant } from '../../../domain/kernel/day.ts'
import { issuesOf } from '../../../domain/returns/check/issues.ts'
import { check903 } from '../../../domain/returns/ssda903/check.ts'
import { planImport } from '../../../domain/returns/ssda903/plan.ts'
import { allTables } from '../../../domain/returns/ssda903/rules/ask.ts'
import { return903, type TableName, tableNames } from '../../../domain/returns/ssda903/rules/data.ts'
import { fileColumns } from '../../../domain/returns/ssda903/rules/from-files.ts'
import { type Written903, writer903 } from '../../../domain/returns/ssda903/write/tables.ts'
import { type Beside, type WrittenChild, yearDays } from '../../../domain/returns/ssda903/write/written.ts'
import { read903 } from '../check/read-903.ts'
import { readReturnFolder } from '../read-folder.ts'
import { writeFolder903, writeXml903 } from './903-files.ts'

const today = day('2026-11-21')

/** The staff of the seed, as their files tell. */
function besideOf(seed: Seed): Beside {
  const entries = bySubject(seed.entries)
  const workers = new Map(
    seed.staff.map(m => {
      const last = entries.get(m.id)?.findLast(e => e.type === 'staff-details')
      const number = last?.answers.registration
      const registration = typeof number === 'string' ? number : null
      return [
        m.id,
        { registration, code: m.code, left: last?.answers.working === false ? last.happened : null },
      ]
    }),
  )
  return { worker: id => workers.get(id), born: () => null, authority: '999' }
}

function childrenOf(seed: Seed): readonly WrittenChild[] {
  const entries = bySubject(seed.entries)
  return seed.subjects
    .filter(s => s.kind === 'child')
    .map(({ id, code }) => ({ id, code, file: foldFile(id, entries.get(id) ?? []) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function write(children: readonly WrittenChild[], beside: Beside, year: number): Written903 {
  const writer = writer903(yearDays(year, today), beside)
  for (const child of children) writer.put(child)
  return writer.result()
}

/** What the rules of a year find, by severity and rule. */
function found(now: Written903, last: Written903) {
  const data = return903({ year: now.year.year, now: now.tables, last: last.tables, end: now.year.end })
  const issues = [...issuesOf(check903(data), allTables(data), 'CHILD')]
  const of = (severity: string) => [
    ...new Set(issues.filter(i => i.severity === severity).map(i => `${i.rule} ${i.table}`)),
  ]
  return { errors: of('error'), queries: of('query').sort() }
}

describe.each([
  ['small', generate(small, today)],
  ['demonstration', generate(demonstration, today)],
] as const)('the return of the invented authority, %s', (name, seed) => {
  const [children, beside] = [childrenOf(seed), besideOf(seed)]
  const [before, last, now, running] = [2023, 2024, 2025, 2026].map(y => write(children, beside, y))
  if (!before || !last || !now || !running) throw new Error('Four years were written.')

  test('breaks no rule in a year that is over', () => {
    expect(found(last, before).errors).toEqual([])
    const { errors, queries } = found(now, last)
    expect(errors).toEqual([])
    // Who left care before last year: two years’ episodes can’t show it, and the rule asks whether it was so.
    expect(['1001 OC3', '1002 OC3'].filter(q => queries.includes(q))).toEqual(queries)
  })

  test('in the year that runs says what is still to be done', () => {
    // A questionnaire that has not come back, and a child who waits for another worker.
    const open = ['186 OC2', 'SW17STG2 SWEpisodes']
    expect(found(running, now).errors.filter(e => !open.includes(e))).toEqual([])
  })

  test('is of exactly the children who were in care in the year, or are care leavers', () => {
    const inCare = children.filter(c =>
      c.file.spells.some(
        s => s.kind === 'looked-after' && s.from <= '2026-03-31' && (s.to === null || s.to >= '2025-04-01'),
      ),
    )
    const listed = new Set(now.tables.Episodes.text('CHILD'))
    expect([...listed].sort()).toEqual(inCare.map(c => c.code).sort())
    const leavers = now.tables.OC3.text('CHILD')
    expect(new Set(now.tables.Header.text('CHILD'))).toEqual(new Set([...listed, ...leavers]))
    expect(now.tables.Header.rows).toBe(new Set([...listed, ...leavers]).size)
  })

  test('names entries of the child for every row', () => {
    const own = new Map(seed.entries.map(e => [e.id, e.subject]))
    for (const table of tableNames)
      now.sources[table].forEach(({ child, entries }, i) => {
        expect(entries.every(e => own.get(e) === child)).toBe(true)
        // Nobody wrote that nobody was in touch.
        const silent = table === 'OC3' && now.tables.OC3.text('IN_TOUCH')[i] === 'NO'
        if (!silent && table !== 'OC2') expect(entries.length, table).toBeGreaterThan(0)
      })
  })

  describe('in files', () => {
    let folder: string
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), `golden-thread-903-${name}-`))
      await writeFolder903(now.tables, join(folder, 'csv'))
      await writeXml903(now.tables, join(folder, 'ssda903.xml'))
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const same = (table: TableName, is: Written903['tables']) => {
      for (const column of fileColumns(table))
        expect(is[table].text(column as never), `${table}.${column}`).toEqual(
          now.tables[table].text(column as never),
        )
    }

    test('reads back as it was written, from CSV and from XML', async () => {
      expect(readdirSync(join(folder, 'csv'))).toHaveLength(11)
      for (const path of ['csv', 'ssda903.xml']) {
        const read = await read903(join(folder, path))
        expect(read.ok && read.value.notes).toEqual([])
        if (!read.ok) continue
        for (const table of tableNames) {
          const is = read.value.tables[table]
          if (table === 'DoLo' || (table === 'SWEpisodes' && path !== 'csv'))
            expect(is?.present ?? false).toBe(false)
          else same(table, { ...now.tables, [table]: is })
        }
      }
      expect(readFileSync(join(folder, 'ssda903.xml'), 'utf8')).toMatch(
        /^<\?xml version="1.0" encoding="UTF-8"\?>/,
      )
    })

    test('brought into an empty record and written again, has the same children, in the same care', async () => {
      const read = await readReturnFolder(join(folder, 'csv'))
      if (!read.ok) throw new Error(read.error[0]?.wrong)
      const plan = planImport({
        this: read.value,
        recorded: '2026-11-21T10:00:00.000Z' as Instant,
        author: '00000000-0000-5000-8000-000000000001',
      })
      if (!plan.ok) throw new Error(plan.error.wrong)
      expect(plan.value.problems.filter(p => p.level === 'problem')).toEqual([])
      const again = write(
        plan.value.files
          .filter(f => f.subject.kind === 'child')
          .map(f => ({
            ...f.subject,
            file: foldFile(
              f.subject.id,
              f.entries.map(({ entry }, i) => ({ ...entry, seq: i + 1 })),
            ),
          }))
          .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
        { worker: () => undefined, born: () => null, authority: null },
        2025,
      )
      const lines = (of: Written903, table: TableName, columns: readonly string[]) =>
        of.sources[table].map((_, i) =>
          columns.map(c => of.tables[table].text(c as never)[i] ?? '').join(','),
        )
      // The return does not name the carer: who moved with the carer is taken to have moved from them.
      const changed = (rne: string) => rne.replace(/,T,/, ',P,').replace(/,U,/, ',B,')
      for (const table of ['Episodes', 'Reviews', 'Missing'] as const)
        expect(lines(again, table, fileColumns(table))).toEqual(
          lines(now, table, fileColumns(table)).map(changed),
        )
      const inCare = new Set(now.tables.Episodes.text('CHILD'))
      const who = ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN']
      expect(lines(again, 'Header', who).filter(l => inCare.has(l.split(',')[0] ?? ''))).toEqual(
        lines(now, 'Header', who).filter(l => inCare.has(l.split(',')[0] ?? '')),
      )
      expect(plan.value.files.filter(f => f.subject.kind === 'child')).toHaveLength(now.tables.Header.rows)
    })
  })
})
