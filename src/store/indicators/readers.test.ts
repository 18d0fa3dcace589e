import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenChild } from '../../../test/support/given.ts'
import { memoryStore } from '../../../test/support/memory.ts'
import { answer, type Folded } from '../../domain/indicators/answer.ts'
import {
  ageGroup,
  ethnicGroup,
  type Split,
  sexGroup,
  splits,
  teamOn,
} from '../../domain/indicators/groups.ts'
import type { Indicator } from '../../domain/indicators/indicator.ts'
import { indicators } from '../../domain/indicators/indicators.ts'
import { folded } from '../../domain/indicators/test-file.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { NewEntry } from '../../domain/records/entry.ts'
import type { Store } from '../connection.ts'
import { appendAll } from '../ledger.ts'
import { type ChildBehind, children } from './children.ts'
import { edgeFiles } from './edge-files.ts'
import { figures } from './figures.ts'
import { actsOf } from './kept/test-acts.ts'
import { askedOn, randomFile, type Written } from './random-files.ts'
import { trend } from './trend.ts'

const entriesOf = (subject: string, written: readonly Written[]): readonly NewEntry[] =>
  actsOf(subject, written).flatMap(a => [a.entry, ...a.later])

const among =
  (ids: readonly string[]) =>
  (subject: RawBuilder<string>): RawBuilder<boolean> =>
    sql<boolean>`${subject} = any(${ids}::uuid[])`

interface Child {
  readonly id: string
  readonly code: string
  readonly file: Folded
}

/** What the plain reader says of every child, as rows like those of the SQL reader. */
function plainly(i: Indicator, all: readonly Child[], on: Day): readonly ChildBehind[] {
  return all.flatMap(({ id, code, file }) => {
    const a = answer(i, file, on)
    expect(a.because).not.toMatch(/undefined|null|NaN|^\.| {2}/)
    if (!a.in) return []
    const p = file.file.person
    const groups = { ageBand: ageGroup(i.ageBands, p, on), sex: sexGroup(p, on), ethnicity: ethnicGroup(p) }
    return [{ subject: id, code, yes: a.yes, ...groups, team: teamOn(file, on) }]
  })
}

const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)

describe('the two readers of an indicator', () => {
  let store: Store
  beforeAll(async () => {
    store = await memoryStore()
  })
  afterAll(() => store.close())

  async function put(files: readonly (readonly Written[])[]): Promise<readonly Child[]> {
    const all = files.map(written => {
      const subject = givenChild()
      const entries = entriesOf(subject.id, written)
      const file = folded(entries)
      return { subject, id: subject.id, code: subject.code, entries, file }
    })
    await store.db.transaction().execute(tx =>
      appendAll(
        tx,
        all.map(c => c.subject),
        all.flatMap(c => c.entries),
      ),
    )
    return all
  }

  async function agree(all: readonly Child[]): Promise<void> {
    const allowed = among(all.map(c => c.id))
    for (const on of askedOn)
      for (const i of indicators) {
        const bySql = await children(store.db, i, on, { allowed })
        expect(bySql, `${i.code} on ${on}`).toEqual([...plainly(i, all, on)].sort(byCode))
      }
  }

  it('agree where two days meet', async () => {
    const files = askedOn.flatMap(edgeFiles)
    const all = await put(
      files.map(file => file.map(([type, answers]) => ({ type, answers, after: 'stands' as const }))),
    )
    expect(all).toHaveLength(files.length)
    await agree(all)
  })

  it('agree on every indicator, child and day, with their groups', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(randomFile, { minLength: 1, maxLength: 150, size: 'max' }), async files =>
        agree(await put(files)),
      ),
      { numRuns: 8 },
    )
  }, 120_000)

  it('are held together by files of which every indicator says both yes and no', () => {
    const all = fc
      .sample(randomFile, { numRuns: 400, seed: 7 })
      .map(w => folded(entriesOf(givenChild().id, w)))
    for (const i of indicators) {
      const said = all.flatMap(f => askedOn.map(on => answer(i, f, on)))
      const yes = said.filter(a => a.in && a.yes).length
      const no = said.filter(a => a.in && !a.yes).length
      expect(yes, `${i.code}, yes`).toBeGreaterThan(2)
      if (i.yes.is !== 'always') expect(no, `${i.code}, no`).toBeGreaterThan(2)
    }
  })

  it('give figures that are the counts of their lists, whole and split, on one day or many', async () => {
    const all = await put(fc.sample(randomFile, { numRuns: 60, seed: 1 }))
    const allowed = among(all.map(c => c.id))
    const names: Readonly<Record<Split, keyof ChildBehind>> = {
      age: 'ageBand',
      sex: 'sex',
      ethnicity: 'ethnicity',
      team: 'team',
    }
    for (const split of Object.keys(splits) as Split[])
      for (const on of askedOn) {
        const found = await figures(store.db, indicators, on, { split, allowed })
        for (const i of indicators) {
          const list = await children(store.db, i, on, { allowed })
          for (const f of found.filter(x => x.code === i.code)) {
            const part = list.filter(c => f.split === null || c[names[split]] === f.split)
            expect([f.numerator, f.denominator]).toEqual([part.filter(c => c.yes).length, part.length])
          }
          const parts = found.filter(f => f.code === i.code && f.split !== null)
          expect(parts.reduce((n, f) => n + f.denominator, 0)).toBe(list.length)
        }
      }
    for (const i of indicators) {
      const onEach = await trend(store.db, i, askedOn, { allowed })
      expect(onEach.map(f => f.on)).toEqual(askedOn)
      for (const { on, ...f } of onEach) expect([f]).toEqual(await figures(store.db, [i], on, { allowed }))
    }
  }, 120_000)
})
